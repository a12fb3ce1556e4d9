import { type Change, changesOf } from '../../record/changes.ts';
import type { OnRecord, Quote } from '../../record/record.ts';

/** Changes that the page names; those before them are in the data. */
export const LONGEST_LIST = 250;

/** What changed on one day. */
export interface NewsOfDay {
  day: string;
  corrections: readonly Extract<Change, { kind: 'correction' }>['correction'][];
  withdrawn: readonly Extract<Change, { kind: 'withdrawal' }>['withdrawn'][];
  /** How many quotes were added. */
  count: number;
  /** The same by question, in the order of topics. */
  added: readonly { topic: Quote['topic']; dimension: Quote['dimension']; quotes: readonly Quote[] }[];
}

/**
 * What is new, by day, newest first.
 * @returns the days, and how many older changes are not among them
 */
export function newsOf(record: OnRecord): { days: NewsOfDay[]; older: number } {
  const all = changesOf(record);
  const shown = all.slice(0, LONGEST_LIST);
  const days = [...Map.groupBy(shown, ({ day }) => day)].map(([day, changes]): NewsOfDay => {
    const quotes = new Set(changes.flatMap((change) => (change.kind === 'addition' ? [change.quote] : [])));
    const questions = record.topics.flatMap(({ dimensions }) =>
      dimensions.map((dimension) => ({ topic: dimension.topic, dimension, quotes: dimension.positions.flatMap((position) => position.quotes.filter((quote) => quotes.has(quote))) })),
    );
    return {
      day,
      corrections: changes.flatMap((change) => (change.kind === 'correction' ? [change.correction] : [])),
      withdrawn: changes.flatMap((change) => (change.kind === 'withdrawal' ? [change.withdrawn] : [])),
      count: quotes.size,
      added: questions.filter((question) => question.quotes.length > 0),
    };
  });
  return { days, older: all.length - shown.length };
}
