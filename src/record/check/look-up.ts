import type { BrokenFile, Entries, Entry } from '../schema/entries.ts';
import type { PositionEntry, QuoteEntry } from '../schema/position.ts';

/** A quote with the entry of the position it stands in. */
export interface PlacedQuote {
  quote: QuoteEntry;
  position: Entry<PositionEntry>;
  /** The quote's path in its file, for example `quotes[2]`. */
  field: string;
}

/** Every quote of every position, in the order of the entries. */
export function quotesOf(entries: Entries): PlacedQuote[] {
  return entries.positions.flatMap((position) => position.data.quotes.map((quote, index) => ({ quote, position, field: `quotes[${index}]` })));
}

/** Every id of a collection, broken files included: they are there, and their own problem is reported. */
export function idsIn(entries: Entries, collection: 'parties' | 'topics' | 'positions' | 'speakers' | 'sources'): Set<string> {
  const broken = entries.broken.filter((file) => file.collection === collection);
  return new Set([...entries[collection], ...broken].map(({ id }) => id));
}

/** A rule that looks an id up in a collection cannot judge while a file of it is broken. */
export function isBroken({ broken }: Entries, collection: BrokenFile['collection']): boolean {
  return broken.some((file) => file.collection === collection);
}
