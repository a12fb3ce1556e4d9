import { newestFirst } from './dates.ts';

/** Quotes that one speaker gave on one day in one source: shown together under one attribution. */
export interface Statement<Q> {
  quotes: readonly [Q, ...Q[]];
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
