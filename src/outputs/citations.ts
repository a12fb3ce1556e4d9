import { type Citation, CITATION_FORMATS } from '../domain/cite.ts';
import type { Quote } from '../domain/record.ts';
import { absolute, path, quoteUrl } from '../urls.ts';

/** Every citation of a quote, in the order shown. */
export function citationsOf(quote: Quote): Citation[] {
  const permalink = absolute(quoteUrl(quote.id));
  return CITATION_FORMATS.map(({ id, label, extension, write }) => ({ id, label, text: write(quote, { permalink }), ...(extension ? { file: path(`/quotes/${quote.id}.${extension}`) } : {}) }));
}
