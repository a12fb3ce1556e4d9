import { familyFirst } from './names.ts';
import { quotedWords, type Reference } from './reference.ts';

/** Types that keep the author as author: HEAR calls AU a committee member's name, NEWS the reporter, which no speaker is. */
const TYPES = { report: 'RPRT', webpage: 'ELEC' } as const;

/**
 * RIS: two capitals, two spaces, a hyphen, a space; CRLF; from TY to ER.
 * Format: https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html
 * @returns one record, with a line break at its end
 */
export function risCitation(reference: Reference): string {
  const { id, citedAs, author, entryTitle, genre, publisher, siteName, published, accessed, url, note, words } = reference;
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', TYPES[citedAs]],
    ['ID', id],
    ['AU', familyFirst(author)],
    ['TI', entryTitle],
    ['T2', siteName],
    ['M3', genre],
    ['PB', publisher],
    ['PY', published.slice(0, 4)],
    ['DA', risDate(published)],
    ['Y2', accessed === undefined ? undefined : risDate(accessed)],
    ['UR', url],
    ['LA', 'en-GB'],
    ['N1', `${quotedWords(words)} ${note}`],
  ];
  return [...lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}`])), 'ER  - ', ''].join('\r\n');
}

/** `YYYY/MM/DD/`, each part empty where it is not known. */
function risDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}

/** A line break would begin a new tag. */
function oneLine(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}
