import { quotedWords } from '../../record/cite/reference.ts';
import { dateInWords } from '../../record/dates.ts';
import type { EngineData } from '../../site/search-engine.ts';

/** A quote as a search finds it: everything that is shown or exported. */
export interface FoundQuote {
  id: string;
  /** Path of its page. */
  page: string;
  quote: string;
  speaker: string;
  role: string;
  party: string;
  date: string;
  topic: string;
  question: string;
  publisher: string;
  /** Address of its source. */
  source: string;
}

/**
 * Reads what the index keeps of a quote; `search-records.ts` wrote it.
 * @param data of one result
 */
export function foundQuote({ url, content, meta }: Pick<EngineData, 'url' | 'content' | 'meta'>): FoundQuote {
  // Its place in the record, its page and its source; in a large record a quote's own address has a `#` too.
  const [first, last] = [url.indexOf('#'), url.lastIndexOf('#')];
  const [page, source] = [url.slice(first + 1, last), url.slice(last + 1)];
  const parts = page.split(/[/#]/u).filter((part) => part !== '');
  const field = (name: string) => meta[name] ?? '';
  return {
    id: parts.at(-1) ?? '',
    page,
    quote: content,
    speaker: field('speaker'),
    role: field('role'),
    party: field('party'),
    date: field('date'),
    topic: field('topic'),
    question: field('question'),
    publisher: field('publisher'),
    source: decodeURIComponent(source),
  };
}

/**
 * A citation in one line of what the index keeps; the quote's page has it in full.
 * @param site address of the site, without a slash at the end
 */
export function shortCitation({ page, quote, speaker, role, date, publisher, source }: FoundQuote, site: string): string {
  const who = role.startsWith(speaker) ? role : `${speaker}, ${role}`;
  return `${quotedWords(quote)} ${who}, ${dateInWords(date)}. ${publisher}: ${source}. Quote page: ${site}${page}`;
}

const COLUMNS = ['id', 'quote', 'speaker', 'role', 'party', 'date', 'topic', 'question', 'publisher', 'url'] as const;

/**
 * Quotes as CSV for spreadsheets, as `src/features/data/csv.ts` writes the open data: byte-order mark, CRLF, and a `'` before
 * text that a spreadsheet would run as a formula (https://owasp.org/www-community/attacks/CSV_Injection). Otherwise RFC 4180.
 * Written by hand because the package would be ten times as large as the rest of the search.
 */
export function quotesCsv(quotes: readonly FoundQuote[]): string {
  const rows = quotes.map((quote) => COLUMNS.map((column) => (column === 'url' ? quote.source : quote[column])));
  return `\ufeff${[COLUMNS, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
