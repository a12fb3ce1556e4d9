import fs from 'node:fs/promises';
import { CommandError } from './command.ts';

/** A manifesto has about 200 kB; anything much longer is not one source's text. */
const LARGEST_TEXT = 3 * 1024 * 1024;

/**
 * Reads a text that someone named on the command line.
 * @param file its path
 * @throws CommandError when it is missing, no file, too large, empty or not UTF-8 text
 */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await fs.readFile(file).catch(() => {
    throw new CommandError(`${file}: there is no such file, or it cannot be read. To mend: check the path.`);
  });
  if (bytes.length > LARGEST_TEXT) throw new CommandError(`${file}: has ${bytes.length} bytes; the limit is ${LARGEST_TEXT}. To mend: give only this source's own words.`);
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) throw new CommandError(`${file}: is not UTF-8 text. To mend: save the words as plain UTF-8 text first.`);
  if (text.trim() === '') throw new CommandError(`${file}: is empty. To mend: save the words of the source in it.`);
  return text;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
