import { type Citation, CITATION_FORMATS } from '../../record/cite/formats.ts';
import type { Quote } from '../../record/record.ts';
import { absolute, quoteUrl } from '../../site/urls.ts';

/** Every citation of a quote, in the order shown. */
export function citationsOf(quote: Quote): Citation[] {
  const permalink = absolute(quoteUrl(quote));
  return CITATION_FORMATS.map(({ id, label, extension, write }) => ({ id, label, text: write(quote, { permalink }).trim(), ...(extension ? { file: `${quote.id}.${extension}` } : {}) }));
}
