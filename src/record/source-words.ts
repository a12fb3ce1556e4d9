import type { Capacity } from './schema/position.ts';
import type { LICENCES, SourceKind } from './schema/source.ts';

/** For whom a speaker spoke, in words. */
export const CAPACITY_WORDS: Readonly<Record<Capacity, string>> = {
  party: 'for the party',
  government: 'for the government',
  parliament: 'in Parliament',
};

/** Under what terms a source's words may be used, in words. */
export const LICENCE_WORDS: Readonly<Record<(typeof LICENCES)[number], string>> = {
  OPL: 'Open Parliament Licence v3.0. Hansard is the official record, substantially verbatim.',
  OGL: 'Open Government Licence v3.0',
  quotation: 'Copyright of the source, quoted for reporting and review',
};

/** What kind of source it is, in words. */
export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  'official-record': 'Official record',
  party: 'The party’s own words',
  press: 'Press',
};

/** Where in a source words stand: a section by its name, a column of Hansard by its number. */
export function sectionInWords(section: string): string {
  return columnOf(section) === undefined ? `section “${section}”` : `column ${columnOf(section)}`;
}

/** The column of Hansard that a quote's `section` names, where it names one. */
export function columnOf(section: string | undefined): string | undefined {
  return /^Column (\d+[A-Z]*)$/u.exec(section ?? '')?.[1];
}
