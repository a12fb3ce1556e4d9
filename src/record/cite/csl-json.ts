import type { Reference } from './reference.ts';

/** CSL-JSON: a list with one item, as reference managers import it: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json */
export function cslJsonCitation(reference: Reference): string {
  const { id, citedAs, author, entryTitle, genre, publisher, siteName, published, accessed, url, note, words } = reference;
  const item = {
    id,
    type: citedAs,
    title: entryTitle,
    author: [author],
    issued: cslDate(published),
    accessed: accessed && cslDate(accessed),
    'container-title': siteName,
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
