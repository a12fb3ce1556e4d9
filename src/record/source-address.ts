import type { Source } from './record.ts';

/** The address that a reader is led to first: Parliament's own page where the record knows it, else where the words were read. */
export function officialUrl({ official, url }: Pick<Source, 'official' | 'url'>): string {
  return official?.url ?? url;
}

/** "Hansard, read at TheyWorkForYou": who published it and where it was read, where that is elsewhere. */
export function publisherInWords({ publisher, via }: Pick<Source, 'publisher' | 'via'>): string {
  return via ? `${publisher}, read at ${via}` : publisher;
}
