import { bibtexCitation } from './bibtex.ts';
import { cslJsonCitation } from './csl-json.ts';
import { harvardCitation, htmlCitation, markdownCitation, plainTextCitation } from './prose.ts';
import { type CiteOptions, type Reference, referenceFor } from './reference.ts';
import { risCitation } from './ris.ts';
import type { Quote } from '../record.ts';

/** One way to cite a quote. */
export interface CitationFormat {
  id: 'text' | 'html' | 'markdown' | 'harvard' | 'bibtex' | 'ris' | 'csl-json';
  /** Name shown to readers. */
  label: string;
  /** Where programs read it from a file: what follows the quote's id and a full stop. */
  extension?: string;
  /**
   * The citation of a quote.
   * @param quote a quote of the record
   * @param options address of its page
   */
  write: (quote: Quote, options: CiteOptions) => string;
}

const by = (format: (reference: Reference) => string) => (quote: Quote, options: CiteOptions) => format(referenceFor(quote, options));

/** Every way to cite a quote, in the order shown: the one that pupils and students are asked for first. */
export const CITATION_FORMATS: readonly CitationFormat[] = [
  { id: 'harvard', label: 'Harvard', write: by(harvardCitation) },
  { id: 'text', label: 'Plain text', write: by(plainTextCitation) },
  { id: 'html', label: 'HTML', write: by(htmlCitation) },
  { id: 'markdown', label: 'Markdown', write: by(markdownCitation) },
  { id: 'bibtex', label: 'BibTeX', extension: 'bib', write: by(bibtexCitation) },
  { id: 'ris', label: 'RIS', extension: 'ris', write: by(risCitation) },
  { id: 'csl-json', label: 'CSL-JSON', extension: 'csl.json', write: by(cslJsonCitation) },
];

/** One citation of a quote, ready to show. */
export interface Citation {
  id: CitationFormat['id'];
  label: string;
  text: string;
  /** Name of the same as a file to save. */
  file?: string;
}
