import { findNames, nameForms } from '../party-names.ts';
import type { OnRecord, Status } from '../record.ts';
import { publisherInWords } from '../source-address.ts';

/** Where a question stands, without a link and without the name of a politician or party. */
export interface BlindStatus {
  text: string;
  asOf: string;
  /** Who published what shows it. */
  source: string;
}

/**
 * Where a question stands, for pages that hide whose words they show.
 * @param status of the question
 * @param record its parties and speakers, whose names are replaced by "[a party]" and "[a politician]"
 */
export function blindStatus({ text, asOf, source }: Status, { parties, speakers }: Pick<OnRecord, 'parties' | 'speakers'>): BlindStatus {
  const forms = nameForms(parties, speakers).filter(({ kind }) => kind !== 'slogan');
  const hidden = (words: string) => findNames(words, forms).reduceRight((rest, { kind, start, end }) => `${rest.slice(0, start)}[${kind === 'party' ? 'a party' : 'a politician'}]${rest.slice(end)}`, words);
  return { text: hidden(text), asOf, source: hidden(publisherInWords(source)) };
}
