import { isStated } from './comparison.ts';
import { firstDay, lastDay, newestFirst } from './dates.ts';
import type { Party, Quote } from './record.ts';

/** Two quoted statements of one party, one after the other, that show different stances. */
export interface StanceChange {
  party: Party;
  from: Quote;
  to: Quote;
}

/**
 * The changes of stance that a party's quotes themselves show: two quotes of different dates, each with a stance other
 * than unclear, and not the same one. Nothing is marked where the dates leave it open which came first (a month and a
 * day inside it), and of two quotes of one day the one that stands first decides, as everywhere (`deriveStance`).
 * @param quotes the quotes of one party on one dimension, newest first and for one day in the order of their file
 * @returns oldest change first
 */
export function stanceChanges(quotes: readonly Quote[]): StanceChange[] {
  const changes: StanceChange[] = [];
  let last: Quote | undefined;
  for (const quote of oldestFirst(quotes).filter(({ stance }) => isStated(stance))) {
    if (last && lastDay(last.date) >= firstDay(quote.date)) continue;
    if (last && last.stance !== quote.stance) changes.push({ party: quote.party, from: last, to: quote });
    last = quote;
  }
  return changes;
}

/** Oldest first; the quotes of one day stay in their order. */
export function oldestFirst(quotes: readonly Quote[]): Quote[] {
  return [...quotes].sort((a, b) => newestFirst(b.date, a.date));
}
