import { stringify } from 'csv-stringify/sync';

/**
 * A table as CSV that spreadsheets open rightly: UTF-8 with a byte-order mark, CRLF, and a `'` before any text that a
 * spreadsheet would run as a formula (https://owasp.org/www-community/attacks/CSV_Injection). Otherwise RFC 4180.
 * @param columns names of the columns, in order; the first line
 * @param rows one object a row; `null` gives an empty cell
 */
export function csv(columns: readonly string[], rows: readonly Readonly<Record<string, string | number | boolean | null>>[]): string {
  return stringify([...rows], {
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    // Without this a lone line feed would stand outside quotation marks.
    quoted_match: /[\r\n]/u,
    cast: { boolean: String },
  });
}
