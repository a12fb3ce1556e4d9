const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date of the record: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type RecordDate = string;

/**
 * The date in words.
 * @param date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 * @param length `long` gives "16 April 2025", `short` gives "16 Apr 2025"
 */
export function dateInWords(date: RecordDate, length: 'long' | 'short' = 'long'): string {
  const known = WORDS[length].get(date) ?? words(date, length);
  WORDS[length].set(date, known);
  return known;
}

/** A record has thousands of quotes of a few hundred days, and every page writes them. */
const WORDS = { long: new Map<RecordDate, string>(), short: new Map<RecordDate, string>() };

function words(date: RecordDate, length: 'long' | 'short'): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? '' : (MONTHS[Number(month) - 1] ?? '');
  return [day === undefined ? '' : String(Number(day)), length === 'short' ? name.slice(0, 3) : name, year].filter((part) => part !== '').join(' ');
}

/** The first day a date can mean: a month sorts as its first day, a year as 1 January. */
export function firstDay(date: RecordDate): string {
  if (date.length === 10) return date;
  return `${date}${date.length === 4 ? '-01-01' : '-01'}`;
}

/** The last day a date can mean, for rules that forgive what is not known; every month is taken to have 31 days. */
export function lastDay(date: RecordDate): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-31` : date;
}

/** Orders dates newest first; equal dates give 0. */
export function newestFirst(a: RecordDate, b: RecordDate): number {
  const [dayA, dayB] = [firstDay(a), firstDay(b)];
  return dayA === dayB ? 0 : dayA < dayB ? 1 : -1;
}

/** The year of a date, for example "2025". */
export function yearOf(date: RecordDate): string {
  return date.slice(0, 4);
}
