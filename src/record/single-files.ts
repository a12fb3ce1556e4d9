import type { Entry } from './schema/entries.ts';
import { FILES, type FileName } from './collections.ts';

/** What one file holds as entries: what each is called, and its data. */
type Named = Pick<Entry<unknown>, 'id' | 'data'>;

/** Does this file hold a list, whose entries name their quote? Another holds texts under the ids of quotes. */
function isList(name: FileName): boolean {
  return FILES[name].schema.type === 'array';
}

/** What stands in such a file when nothing does. */
export function emptyFile(name: FileName): object {
  return isList(name) ? [] : {};
}

/**
 * The entries of a collection that is one file.
 * @param name the collection
 * @param data what its schema has accepted
 */
export function entriesIn(name: FileName, data: unknown): Named[] {
  if (isList(name)) return (data as { quote: string }[]).map(({ quote, ...entry }) => ({ id: quote, data: entry }));
  return Object.entries(data as object).map(([id, value]: [string, unknown]) => ({ id, data: value }));
}

/** What to write into the file of such a collection: reading it gives the same entries again. */
export function fileWith(name: FileName, entries: readonly Named[]): object {
  return isList(name) ? entries.map(({ id, data }) => ({ quote: id, ...(data as object) })) : Object.fromEntries(entries.map(({ id, data }) => [id, data]));
}
