import type { Entry } from './schema/entries.ts';
import { type FileCollection, type FileName, FILES } from './collections.ts';

/** What one file holds as entries: what each is called, and its data. */
type Named = Pick<Entry<unknown>, 'id' | 'data'>;

/** What stands in such a file when nothing does. */
export function emptyFile(name: FileName): object {
  return keyOf(name) === undefined ? {} : [];
}

/**
 * The entries of a collection that is one file.
 * @param name the collection
 * @param data what its schema has accepted
 */
export function entriesIn(name: FileName, data: unknown): Named[] {
  const key = keyOf(name);
  if (key === undefined) return Object.entries(data as object).map(([id, value]: [string, unknown]) => ({ id, data: value }));
  return (data as Record<string, unknown>[]).map(({ [key]: id, ...entry }) => ({ id: String(id), data: entry }));
}

/** What to write into the file of such a collection: reading it gives the same entries again. */
export function fileWith(name: FileName, entries: readonly Named[]): object {
  const key = keyOf(name);
  return key === undefined ? Object.fromEntries(entries.map(({ id, data }) => [id, data])) : entries.map(({ id, data }) => ({ [key]: id, ...(data as object) }));
}

function keyOf(name: FileName): string | undefined {
  return (FILES[name] as FileCollection).key;
}
