import { quotedWords } from '../../record/cite/reference.ts';
import { dateInWords } from '../../record/dates.ts';
import type { FoundQuote } from './found-quote.ts';

/**
 * A citation in one line of what the index keeps; the quote's page has it in full.
 * @param site address of the site, without a slash at the end
 */
export function shortCitation({ page, quote, speaker, role, date, publisher, source, notice }: FoundQuote, site: string): string {
  const who = role.startsWith(speaker) ? role : `${speaker}, ${role}`;
  return `${quotedWords(quote)} ${who}, ${dateInWords(date)}.${notice === undefined ? '' : ` ${notice}`} ${publisher}: ${source}. Quote page: ${site}${page}`;
}

const COLUMNS = ['id', 'quote', 'speaker', 'role', 'party', 'date', 'topic', 'question', 'publisher', 'url', 'notice'] as const;

/**
 * Quotes as CSV for spreadsheets, as `src/features/data/csv.ts` writes the open data: byte-order mark, CRLF, and a `'` before
 * text that a spreadsheet would run as a formula (https://owasp.org/www-community/attacks/CSV_Injection). Otherwise RFC 4180.
 * Written by hand because the package would be ten times as large as the rest of the search.
 */
export function quotesCsv(quotes: readonly FoundQuote[]): string {
  const rows = quotes.map((quote) => COLUMNS.map((column) => (column === 'url' ? quote.source : (quote[column] ?? ''))));
  return `\ufeff${[COLUMNS, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
