import { type Zippable, zipSync } from 'fflate';

/** A plain file that everyone may read and its owner write, as zip keeps it: the mode in the upper half of four bytes. */
const READABLE = 0o100644 * 2 ** 16;
const UNIX = 3;

/** Compressed already: a second time would only cost time. */
const COMPRESSED = /\.(?:pdf|docx|pptx|png)$/u;

/**
 * A zip; the same files in the same order give the same bytes.
 * @param files content by name
 * @param day `YYYY-MM-DD`, the time of every file
 */
export function archive(files: Readonly<Record<string, Uint8Array>>, day: string): Uint8Array {
  // A zip's time has no zone: local numbers are written as they are read here, whatever the machine's zone.
  const [year = 2025, month = 1, date = 1] = day.split('-').map(Number);
  const options = { mtime: new Date(year, month - 1, date), os: UNIX, attrs: READABLE };
  const entries: Zippable = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { ...options, level: COMPRESSED.test(name) ? 0 : 9 }]]));
  return zipSync(entries);
}
