import { dateInWords } from '../../record/dates.ts';
import type { OnRecord, Quote } from '../../record/record.ts';

/** What the misquote check needs of one quote: its words, and whose they are in one line. */
export interface CheckableQuote {
  id: string;
  text: string;
  /** Speaker, role, party and date. */
  by: string;
  /** Where it can be read with its proof: a path of this site. */
  page: string;
}

/**
 * Every quote as the misquote check needs it.
 * @param record the record
 * @param pageOf path of a quote's page
 */
export function checkableQuotes({ quotes }: Pick<OnRecord, 'quotes'>, pageOf: (quote: Quote) => string): CheckableQuote[] {
  return quotes.map((quote) => ({ id: quote.id, text: quote.text, by: `${quote.speaker.name}, ${quote.role} (${quote.party.shortName}), ${dateInWords(quote.date)}`, page: pageOf(quote) }));
}
