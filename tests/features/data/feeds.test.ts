import { expect, test } from 'vitest';
import type { OnRecord } from '../../../src/record/record.ts';
import { feedFiles, feedsOf } from '../../../src/features/data/feeds.ts';
import { record } from '../../support/edition.ts';
import { inventedQuote } from '../../support/quote.ts';

const feed = (of: OnRecord, name: string) => feedsOf(of).find((one) => one.name === name)!;

test('there is a feed of everything, of corrections, of each party, of each topic and of each question', () => {
  const questions = record.topics.flatMap((topic) => topic.dimensions.map(({ id }) => `${topic.id}/${id}`));
  const names = ['articles', 'latest', 'corrections', ...record.parties.map(({ id }) => id), ...record.topics.map(({ id }) => id), ...questions];
  const files = feedFiles(record).map(({ path }) => path);
  expect(files.sort()).toEqual(names.flatMap((name) => [`${name}.json`, `${name}.xml`]).sort());
});

test('a feed without entries has the date of the record, not of the clock', () => expect(feed({ ...record, corrections: [] }, 'corrections')).toMatchObject({ updated: record.asOf, items: [] }));

test('an entry has the day it was added, and a month stays a month', () => {
  const quotes = [inventedQuote({ date: '2025-10', added: '2026-11-26' }), inventedQuote({ id: 'undated', date: '2025-09' }, { fingerprint: { covers: 'whole', checked: '2026-11-22', runs: ['AAAA'] } })];
  const [added, undated] = feed({ ...record, corrections: [], quotes }, 'latest').items;
  expect(added).toMatchObject({ day: '2026-11-26', isNew: true, html: expect.stringContaining('October 2025.') });
  expect(undated).toMatchObject({ day: '2026-11-22', isNew: false, html: expect.stringContaining('September 2025.') });
  for (const { text } of feedFiles({ ...record, corrections: [], quotes })) expect(text).not.toMatch(/2025-(?:09|10)-01/u);
});

test('a correction stands in the feeds of everything, of its party, of its topic and of its question', () => {
  const [quote] = record.quotes;
  const correction = { id: '2027-01-02-invented', date: '2027-01-02', quote: quote!.id, was: 'a', now: 'b', why: 'c' };
  const corrected = { ...quote!, corrections: [correction] };
  const topics = record.topics.map((topic) => ({
    ...topic,
    dimensions: topic.dimensions.map((dimension) => ({ ...dimension, positions: dimension.positions.map((position) => ({ ...position, quotes: position.quotes.map((one) => (one === quote ? corrected : one)) })) })),
  }));
  const changed = { ...record, topics, corrections: [correction], quotes: [corrected, ...record.quotes.slice(1)] };
  for (const name of ['latest', quote!.party.id, quote!.topic.id, `${quote!.topic.id}/${quote!.dimension.id}`]) expect(feed(changed, name).items[0]?.title, name).toMatch(/^Correction: /u);
});

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
