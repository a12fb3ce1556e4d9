import { expect, test } from 'vitest';
import type { OnRecord } from '../../../src/record/record.ts';
import { feedFiles, feedsOf } from '../../../src/features/data/feeds.ts';
import { record } from '../../support/edition.ts';
import { inventedQuote } from '../../support/quote.ts';

const feed = (of: OnRecord, name: string) => feedsOf(of).find((one) => one.name === name)!;

test('there is a feed of everything, of corrections, of each party and of each topic', () => {
  const names = ['articles', 'corrections', 'latest', ...record.parties.map(({ id }) => id), ...record.topics.map(({ id }) => id)];
  const files = feedFiles(record).map(({ path }) => path);
  expect(files.sort()).toEqual(names.flatMap((name) => [`${name}.json`, `${name}.xml`]).sort());
});

test('a feed without entries has the date of the record, not of the clock', () => expect(feed({ ...record, corrections: [] }, 'corrections')).toMatchObject({ updated: record.asOf, items: [] }));

test('a month is its first day', () => expect(feed({ ...record, quotes: [inventedQuote({ date: '2025-10' })] }, 'latest').items[0]?.day).toBe('2025-10-01'));

test('a correction leads to its quote, and says what was said as text', () => {
  const corrected = { ...record, corrections: [{ id: '2026-01-02-invented', date: '2026-01-02', quote: record.quotes[0]?.id, was: 'a < b & c', now: 'd', why: 'e' }] };
  const [item] = feed(corrected, 'corrections').items;
  expect(item?.link).toContain(`/quotes/${record.quotes[0]?.id}/`);
  expect(item?.html).toContain('It said: a &lt; b &amp; c');
});

test('a party and a topic with one id are refused, because they would share a file', () => {
  const { id } = record.parties[0]!;
  expect(() => feedsOf({ ...record, topics: [{ ...record.topics[0]!, id }] })).toThrow(`two feeds would be called ${id}`);
});
