/** A number as it is read: "288", "10,000". */
export function inFigures(number: number): string {
  return number.toLocaleString('en-GB');
}

/** So many of something, in words: "1 quote", "10,000 quotes". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${inFigures(number)} ${number === 1 ? one : many}`;
}

/**
 * A file's size for readers: "820 B", "12.3 kB", "1.4 MB" (1 kB is 1000 bytes).
 * @param bytes 0 or more
 */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 999_950 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
