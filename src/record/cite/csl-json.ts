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

/** CSL-JSON: a list with one item, as reference managers import it: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json */
export function cslJsonCitation(reference: Reference): string {
  const { id, type, author, entryTitle, genre, publisher, published, accessed, url, note, words } = reference;
  const container = reference.container ?? (type === 'news-article' ? publisher : undefined);
  const item = {
    id,
    type: TYPES[type],
    title: entryTitle,
    author: [author],
    issued: cslDate(published),
    accessed: accessed && cslDate(accessed),
    'container-title': container,
    publisher,
    genre,
    URL: url,
    language: 'en-GB',
    annote: words,
    note,
  };
  // What is undefined is left out.
  return `${JSON.stringify([item], null, 2)}\n`;
}

function cslDate(date: string): object {
  return { 'date-parts': [date.split('-').map(Number)] };
}
