/** A bad mobile line, as the browser's protocol takes it: 400 ms there and back, 400 kbit/s. */
export const POOR_LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
