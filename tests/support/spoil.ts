import fs from 'node:fs/promises';
import path from 'node:path';

/** A change to a content folder. */
export type Spoil = (folder: string) => Promise<unknown>;

/** Writes a file. */
export const write =
  (file: string, text: string | Uint8Array): Spoil =>
  async (folder) => {
    await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await fs.writeFile(path.join(folder, file), text);
  };

/** Removes a file or a folder. */
export const remove =
  (file: string): Spoil =>
  (folder) =>
    fs.rm(path.join(folder, file), { recursive: true });

/** Replaces a part of a file, which must hold it. */
export const edit =
  (file: string, from: string | RegExp, to: string): Spoil =>
  async (folder) => {
    const before = await fs.readFile(path.join(folder, file), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`the fixture ${file} does not hold ${from}`);
    await fs.writeFile(path.join(folder, file), after);
  };

/** One after another. */
export const all =
  (...spoils: Spoil[]): Spoil =>
  async (folder) => {
    for (const spoil of spoils) await spoil(folder);
  };

/** Puts text below the fields of a file. */
export const body =
  (file: string, text: string): Spoil =>
  (folder) =>
    fs.appendFile(path.join(folder, file), `\n${text}\n`);
