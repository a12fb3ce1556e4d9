import fs from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { contentFolder, FILES, type FileName, FOLDERS, type FolderName } from './collections.ts';
import { LARGEST_LIST, parseFile } from './parse-file.ts';

/**
 * Does a collection hold any entry? Astro knows an empty collection no better than a misspelt one and warns of both, so
 * one that may be empty is only asked for when it is not.
 * @param name the collection
 */
export async function hasEntries(name: FolderName | FileName): Promise<boolean> {
  if (name in FOLDERS) {
    const { folder, extension } = FOLDERS[name as FolderName];
    return (await glob(`**/*${extension}`, { cwd: path.resolve(contentFolder(), folder), expandDirectories: false })).length > 0;
  }
  const bytes = await fs.readFile(path.resolve(contentFolder(), FILES[name as FileName].file)).catch(() => new Uint8Array());
  return Object.keys(parseFile(bytes, '.yaml', LARGEST_LIST).data ?? {}).length > 0;
}
