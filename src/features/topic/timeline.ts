import { firstDay, lastDay, type RecordDate } from '../../record/dates.ts';
import type { Dimension, Party, Quote } from '../../record/record.ts';
import { oldestFirst, type StanceChange, stanceChanges } from '../../record/stance-changes.ts';

/** One quote on the line of its party. */
export interface TimelineMark {
  quote: Quote;
  /** Where it begins, 0 (the first date of the dimension) to 1 (the last). */
  start: number;
  /** Where it ends: the same as `start` for a day, the end of the month where only the month is known. */
  end: number;
  /** `latest`: of the party's newest date here. `earlier`: before that. */
  age: 'latest' | 'earlier';
  /** Which of the party's quotes of the same date it is, counted from 1, and of how many. */
  ofDate: readonly [nth: number, all: number];
}

export interface TimelineRow {
  party: Party;
  /** Oldest first; empty for a party without a quote. */
  marks: readonly TimelineMark[];
  /** Oldest first. */
  changes: readonly StanceChange[];
}

/** The dated quotes of one dimension, ready to draw. */
export interface Timeline {
  /** First and last day of the scale, `YYYY-MM-DD`; null when nobody is quoted. */
  span: { from: string; to: string } | null;
  /** The first day of each year inside the scale, for the axis. */
  years: readonly { year: string; at: number }[];
  /** One a party, A to Z. */
  rows: readonly TimelineRow[];
  /** Every change of the dimension, A to Z by party, then oldest first. */
  changes: readonly StanceChange[];
}

/**
 * What was said when on one dimension.
 * @param dimension the dimension with its positions
 * @returns places 0 to 1 on one scale for all parties; when everything is of one day, all places are 0.5
 */
export function timeline({ positions }: Pick<Dimension, 'positions'>): Timeline {
  const quotes = positions.flatMap((position) => position.quotes);
  const from = quotes.map(({ date }) => firstDay(date)).sort()[0];
  const to = quotes
    .map(({ date }) => endOf(date))
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return { span: null, years: [], rows: positions.map(({ party }) => ({ party, marks: [], changes: [] })), changes: [] };
  const length = Date.parse(to) - Date.parse(from);
  const place = (day: string) => (length === 0 ? 0.5 : (Date.parse(day) - Date.parse(from)) / length);
  const rows = positions.map(({ party, quotes: own }): TimelineRow => {
    const ordered = oldestFirst(own);
    const latest = ordered.at(-1)?.date;
    return {
      party,
      marks: ordered.map((quote) => ({ quote, start: place(firstDay(quote.date)), end: place(endOf(quote.date)), age: quote.date === latest ? 'latest' : 'earlier', ofDate: ofDate(quote, ordered) })),
      changes: stanceChanges(own),
    };
  });
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) }, (_, index) => String(Number(from.slice(0, 4)) + 1 + index));
  return { span: { from, to }, years: years.map((year) => ({ year, at: place(`${year}-01-01`) })), rows, changes: rows.flatMap(({ changes }) => changes) };
}

function ofDate(quote: Quote, ordered: readonly Quote[]): [number, number] {
  const same = ordered.filter(({ date }) => date === quote.date);
  return [same.indexOf(quote) + 1, same.length];
}

/** The last real day a date can mean. */
function endOf(date: RecordDate): string {
  if (date.length !== 7) return lastDay(date);
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${(Date.UTC(year, month) - Date.UTC(year, month - 1)) / 86_400_000}`;
}
