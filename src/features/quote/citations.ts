import { type Citation, CITATION_FORMATS } from '../../record/cite/formats.ts';
import type { Quote } from '../../record/record.ts';
import { absolute, path, quoteUrl } from '../../site/urls.ts';

/** Every citation of a quote, in the order shown: as a file where it is one, else as text. */
export function citationsOf(quote: Quote): Citation[] {
  const permalink = absolute(quoteUrl(quote));
  return CITATION_FORMATS.map(({ id, label, extension, write }) => (extension ? { id, label, file: path(`/quotes/${quote.id}.${extension}`) } : { id, label, text: write(quote, { permalink }).trim() }));
}
