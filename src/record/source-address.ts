import { dateInWords } from './dates.ts';
import type { Source } from './record.ts';

type Addresses = Pick<Source, 'official' | 'url' | 'archived' | 'gone'>;

/** Where the words can be read: where they were, or in the archived copy once that is gone. */
export function wordsUrl({ url, archived, gone }: Pick<Addresses, 'url' | 'archived' | 'gone'>): string {
  return (gone === undefined ? undefined : archived) ?? url;
}

/** The address that a reader is led to first: Parliament's own page where the record knows it, else where the words can be read. */
export function officialUrl(source: Addresses): string {
  return source.official?.url ?? wordsUrl(source);
}

/** "Hansard, read at TheyWorkForYou": who published it and where it was read, where that is elsewhere. */
export function publisherInWords({ publisher, via }: Pick<Source, 'publisher' | 'via'>): string {
  return via ? `${publisher}, read at ${via}` : publisher;
}

/** What a reader must know of an address that no longer shows the words; nothing where it does. */
export function goneInWords({ archived, gone }: Pick<Addresses, 'archived' | 'gone'>): string | undefined {
  if (gone === undefined) return undefined;
  return `The page on which this was read has been gone since ${dateInWords(gone)}. ${archived === undefined ? 'No archived copy is known.' : 'Links lead to an archived copy.'}`;
}
