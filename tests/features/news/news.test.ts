import { expect, test } from 'vitest';
import { LONGEST_LIST, newsOf } from '../../../src/features/news/news.ts';
import type { OnRecord } from '../../../src/record/record.ts';
import { record } from '../../support/edition.ts';

/** The edition, in which some quotes know when they were added. */
function withDays(dayOf: (index: number) => string | undefined): OnRecord {
  const quotes = record.quotes.map(({ added: _, ...quote }, index) => ({ ...quote, ...(dayOf(index) ? { added: dayOf(index)! } : {}) }));
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  const topics = record.topics.map((topic) => ({
    ...topic,
    dimensions: topic.dimensions.map((dimension) => ({ ...dimension, positions: dimension.positions.map((position) => ({ ...position, quotes: position.quotes.map(({ id }) => byId.get(id)!) })) })),
  }));
  return { ...record, topics, quotes };
}

test('what was added, corrected and withdrawn stands under the day of the change, newest first', () => {
  const correction = { id: 'c', date: '2026-11-27', quote: record.quotes[0]!.id, was: 'a', now: 'b', why: 'c' };
  const withdrawn = { id: 'gone', topic: 't', dimension: 'd', party: 'p', date: '2026-11-25', reason: 'r' };
  const { days, older } = newsOf({ ...withDays((index) => (index < 3 ? '2026-11-26' : undefined)), corrections: [correction], withdrawn: [withdrawn] });
  expect(days.map(({ day, count, corrections, withdrawn: gone }) => [day, count, corrections.length, gone.length])).toEqual([
    ['2026-11-27', 0, 1, 0],
    ['2026-11-26', 3, 0, 0],
    ['2026-11-25', 0, 0, 1],
  ]);
  expect(days[1]?.added.flatMap(({ quotes }) => quotes.map(({ id }) => id)).sort()).toEqual(
    record.quotes
      .slice(0, 3)
      .map(({ id }) => id)
      .sort(),
  );
  expect(older).toBe(0);
});

test('a long list says how many are older than those it names', () => {
  const many = withDays(() => '2026-11-26');
  const { days, older } = newsOf({ ...many, corrections: Array.from({ length: LONGEST_LIST }, (_, index) => ({ id: `c${index}`, date: '2026-11-27', quote: record.quotes[0]!.id, was: 'a', now: 'b', why: 'c' })) });
  expect(days).toHaveLength(1);
  expect(older).toBe(record.quotes.length);
});
