import { dateInWords } from '../../record/dates.ts';
import { nameForms } from '../../record/party-names.ts';
import type { OnRecord, Quote } from '../../record/record.ts';
import { formSource } from '../../record/word-forms.ts';
import type { Spoken, WhoseParty } from './whose.ts';

/** What the misquote check needs of one quote: its words, and whose they are. */
export interface CheckableQuote extends Spoken {
  id: string;
  text: string;
  /** Speaker, role, party and date in one line. */
  by: string;
  /** Where it can be read with its proof: a path of this site. */
  page: string;
}

/** All that the check compares with. */
export interface Checkable {
  parties: readonly WhoseParty[];
  quotes: readonly CheckableQuote[];
}

/** The parties with patterns of the names by which they are spoken of. */
export function partyPatterns(parties: readonly Pick<OnRecord['parties'][number], 'id' | 'name' | 'shortName' | 'ownNames' | 'ordinaryWords'>[]): WhoseParty[] {
  const forms = nameForms(parties, []).filter(({ kind }) => kind === 'party');
  return parties.map(({ id, name, shortName }) => {
    const own = forms.filter(({ party }) => party === id).map(({ form, ordinary }) => formSource(form) + (ordinary?.notBefore.length ? `(?![ -](?:${ordinary.notBefore.map(formSource).join('|')}))` : ''));
    return { id, name, names: [...own, formSource(name), formSource(shortName)].join('|') };
  });
}

/**
 * Every quote as the misquote check needs it, and the names by which its speakers' parties are known.
 * @param record the record
 * @param pageOf path of a quote's page
 */
export function checkable({ parties, quotes }: Pick<OnRecord, 'parties' | 'quotes'>, pageOf: (quote: Quote) => string): Checkable {
  return {
    parties: partyPatterns(parties),
    quotes: quotes.map((quote) => {
      const { id, text, speaker, role, party, date, capacity } = quote;
      return { id, text, by: `${speaker.name}, ${role} (${party.shortName}), ${dateInWords(date)}`, page: pageOf(quote), speaker: speaker.name, kind: speaker.kind, party: party.id, role, capacity, date };
    }),
  };
}
