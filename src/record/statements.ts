import { newestFirst } from './dates.ts';

/** Quotes that one speaker gave on one day in one source: shown together under one attribution. */
export interface Statement<Q> {
  quotes: readonly [Q, ...Q[]];
  /** Is it newer than the one that settles its party's stance? Then it takes no side, or its party has dropped it. */
  newer?: true;
}

/**
 * Groups quotes into statements, newest first; inside a statement the source's own order stays.
 * @param quotes in the order of their file
 */
export function groupStatements<Q extends { date: string; speaker: { id: string }; source: { id: string } }>(quotes: readonly Q[]): Statement<Q>[] {
  const groups = new Map<string, [Q, ...Q[]]>();
  for (const quote of quotes) {
    const key = `${quote.date} ${quote.speaker.id} ${quote.source.id}`;
    const group = groups.get(key);
    if (group) group.push(quote);
    else groups.set(key, [quote]);
  }
  return [...groups.values()].map((group) => ({ quotes: group })).sort((a, b) => newestFirst(a.quotes[0].date, b.quotes[0].date));
}

/**
 * The order in which a position is read: first the statement that settles its stance, then what is newer, then what is older.
 * @param statements newest first
 * @param shownBy the quote that settles the stance; without one the order stays
 */
export function leadWith<Q>(statements: readonly Statement<Q>[], shownBy: Q | undefined): Statement<Q>[] {
  const at = statements.findIndex(({ quotes }) => shownBy !== undefined && quotes.includes(shownBy));
  if (at < 1) return [...statements];
  return [statements[at]!, ...statements.slice(0, at).map((statement) => ({ ...statement, newer: true as const })), ...statements.slice(at + 1)];
}
