import { type Citation, CITATION_FORMATS } from '../domain/cite.ts';
import type { Quote } from '../domain/record.ts';
import { absolute, path, quoteUrl } from '../urls.ts';

/** Formats for programs: a page links their files instead of holding their text. */
const FILES_ONLY: ReadonlySet<string> = new Set(['bibtex', 'ris', 'csl-json']);

/** Every citation of a quote, in the order shown. */
export function citationsOf(quote: Quote): Citation[] {
  const permalink = absolute(quoteUrl(quote));
  return CITATION_FORMATS.map(({ id, label, extension, write }) => ({
    id,
    label,
    ...(FILES_ONLY.has(id) ? {} : { text: write(quote, { permalink }).trim() }),
    ...(extension ? { file: path(`/quotes/${quote.id}.${extension}`) } : {}),
  }));
}
