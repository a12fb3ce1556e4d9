import { dateInWords } from './dates.ts';
import type { OnRecord } from './record.ts';

/** What the misquote check needs of one quote: its words, and whose they are in one line. */
export interface CheckableQuote {
  id: string;
  text: string;
  /** Speaker, role, party and date. */
  by: string;
}

/** Every quote as the misquote check needs it. */
export function checkableQuotes({ quotes }: OnRecord): CheckableQuote[] {
  return quotes.map(({ id, text, speaker, role, party, date }) => ({ id, text, by: `${speaker.name}, ${role} (${party.shortName}), ${dateInWords(date)}` }));
}
