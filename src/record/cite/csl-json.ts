import type { Name } from './names.ts';
import type { Reference } from './reference.ts';
import type { SourceType } from './source-type.ts';

/** A debate is a report: CSL's hearing is a committee's, and few styles print its speaker. */
const TYPES = {
  hansard: 'report',
  official: 'report',
  manifesto: 'report',
  govuk: 'webpage',
  'press-release': 'webpage',
  'party-page': 'webpage',
  'news-article': 'article-newspaper',
  broadcast: 'broadcast',
} as const satisfies Record<SourceType, string>;

interface CslDate {
  'date-parts': [number[]];
}

/** One item of CSL-JSON: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json */
export interface CslItem {
  id: string;
  type: (typeof TYPES)[SourceType];
  title: string;
  author: [Name];
  issued: CslDate;
  accessed?: CslDate;
  'container-title'?: string;
  publisher: string;
  genre?: string;
  URL: string;
  language: string;
  annote: string;
  note: string;
}

/** The citation as one item of CSL-JSON. */
export function cslItem(reference: Reference): CslItem {
  const { id, type, author, entryTitle, genre, publisher, published, accessed, url, note, words } = reference;
  const container = reference.container ?? (type === 'news-article' ? publisher : undefined);
  return {
    id,
    type: TYPES[type],
    title: entryTitle,
    author: [author],
    issued: cslDate(published),
    ...(accessed ? { accessed: cslDate(accessed) } : {}),
    ...(container ? { 'container-title': container } : {}),
    publisher,
    ...(genre ? { genre } : {}),
    URL: url,
    language: 'en-GB',
    annote: words,
    note,
  };
}

/** CSL-JSON: a list with the one item, as reference managers import it. */
export function cslJsonCitation(reference: Reference): string {
  return `${JSON.stringify([cslItem(reference)], null, 2)}\n`;
}

function cslDate(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}
