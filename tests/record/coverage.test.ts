import { describe, expect, test } from 'vitest';
import { balanceProblems } from '../../src/record/check/balance.ts';
import { coverage, coverageRows, gapsOf } from '../../src/record/coverage.ts';
import { findProblems } from '../../src/record/check/rules.ts';
import type { Position, Quote } from '../../src/record/record.ts';
import type { Entries } from '../../src/record/schema/entries.ts';
import { inventedQuote } from '../support/quote.ts';
import { entries, record } from '../support/edition.ts';
import { smallRecord } from '../support/small-record.ts';

/** A record of one dimension in which party A says these quotes and party B nothing. */
function recordOf(quotes: Quote[], asOf = '2025-05-01') {
  const record = smallRecord({ one: { q1: { a: [], b: [] } } });
  const [topic] = record.topics;
  const [dimension] = topic?.dimensions ?? [];
  const positions = (dimension?.positions ?? []).map((position): Position => (position.party.id === 'party-a' ? { ...position, quotes } : position));
  return { ...record, asOf, topics: record.topics.map((one) => ({ ...one, dimensions: one.dimensions.map((two) => ({ ...two, positions })) })) };
}

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

function entriesOf(counts: Record<string, number>, balanceReason?: string, broken: Entries['broken'] = []): Entries {
  const names = Object.keys(counts);
  return {
    parties: names.map((id) => ({ id, file: `parties/${id}.yaml`, body: '', data: { name: id } })),
    topics: [{ id: 'one', file: 'topics/one.mdx', body: '', data: { balanceReason, dimensions: [] } }],
    positions: names.map((id) => ({ id: `one/q1/${id}`, file: '', body: '', data: { quotes: counts[id] === 0 ? [] : [{ text: words(counts[id] ?? 0) }] } })),
    broken,
  } as unknown as Entries;
}

describe('coverageRows', () => {
  test('counts quotes, the speaker’s words, kinds of source, the newest date and the median age', () => {
    const rows = coverageRows(
      recordOf([
        inventedQuote({ date: '2025-04-21', text: 'five words [not these] are here […] now' }, { kind: 'press' }),
        inventedQuote({ date: '2025-04', text: "won't pay £3.50" }, { kind: 'official-record' }),
        inventedQuote({ date: '2024-05-01', text: 'one' }, { kind: 'party' }),
        inventedQuote({ date: '2025-05-01', text: 'two words' }, { kind: 'party' }),
      ]),
    );
    expect(rows).toEqual([
      { topic: 'one', dimension: 'q1', party: 'party-a', quotes: 4, words: 11, official: 1, own: 2, press: 1, newest: '2025-05-01', medianAge: 20 },
      { topic: 'one', dimension: 'q1', party: 'party-b', quotes: 0, words: 0, official: 0, own: 0, press: 0, newest: null, medianAge: null },
    ]);
  });

  test('the edition has a row for every topic, dimension and party, and the rows hold every quote', async () => {
    const rows = coverageRows(record);
    expect(rows).toHaveLength(record.topics.reduce((sum, topic) => sum + topic.dimensions.length, 0) * record.parties.length);
    expect(rows.reduce((sum, row) => sum + row.quotes, 0)).toBe(record.quotes.length);
    for (const row of rows) expect(row.official + row.own + row.press).toBe(row.quotes);
    expect(rows.every(({ medianAge }) => medianAge === null || medianAge >= 0)).toBe(true);
  });
});

test('coverage: totals by party and topic agree with the rows, and say which topics are out of balance', async () => {
  const { total, parties, topics } = coverage(record);
  const rows = coverageRows(record);
  for (const { party, words: counted } of parties) expect(counted).toBe(rows.filter((row) => row.party === party.id).reduce((sum, row) => sum + row.words, 0));
  expect(total.words).toBe(parties.reduce((sum, party) => sum + party.words, 0));
  expect(parties.reduce((sum, { gaps }) => sum + gaps, 0)).toBe(gapsOf(record).length);
  for (const topic of topics) {
    expect(topic.balanced).toBe(topic.ratio === null || topic.ratio <= 2);
    if (!topic.balanced) expect(topic.balanceReason, topic.topic.id).toBeDefined();
  }
});

test('gapsOf: a position without a quote is a gap, with what was read and when', () => {
  const gaps = gapsOf(recordOf([inventedQuote()]));
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({ dimension: { id: 'q1', topic: { id: 'one' } }, position: { party: { id: 'party-b' }, silence: { kind: 'searched', asOf: '2025-01' } } });
});

describe('balanceProblems', () => {
  test.each<[string, Record<string, number>, string | undefined, RegExp | undefined]>([
    ['exactly twice the words', { a: 40, b: 20, c: 30 }, undefined, undefined],
    ['one word more than twice', { a: 41, b: 20, c: 30 }, undefined, /is missing: the record has 41 words of a, more than twice the 20 of b/u],
    ['a party that is new here', { a: 40, b: 20, c: 0 }, undefined, undefined],
    ['one more than twice, beside a party that is new here', { a: 41, b: 20, c: 0 }, undefined, /more than twice the 20 of b/u],
    ['a reason for a party that is not quoted', { a: 40, b: 20, c: 0 }, 'Party C said nothing.', undefined],
    ['one party alone', { a: 41, b: 0 }, undefined, undefined],
    ['more than twice, with a reason', { a: 41, b: 20 }, 'Party B said nothing.', undefined],
    ['a reason nobody needs', { a: 40, b: 20 }, 'Party B said nothing.', /is not needed/u],
    ['nobody said anything', { a: 0, b: 0 }, undefined, undefined],
  ])('%s', (_, counts, reason, problem) => {
    const problems = balanceProblems(entriesOf(counts, reason));
    expect(problems).toHaveLength(problem ? 1 : 0);
    if (problem) {
      expect(problems[0]).toMatchObject({ file: 'topics/one.mdx', field: 'balanceReason' });
      expect(problems[0]?.problem).toMatch(problem);
    }
  });

  test('a topic with a broken position file is not judged: its words cannot be counted', () => {
    expect(balanceProblems(entriesOf({ a: 41, b: 20 }, undefined, [{ collection: 'positions', id: 'one/q2/b', file: '' }]))).toEqual([]);
    expect(balanceProblems(entriesOf({ a: 41, b: 20 }, undefined, [{ collection: 'positions', id: 'two/q2/b', file: '' }]))).toHaveLength(1);
  });

  test('the content check enforces it: the edition passes, and fails once a needed reason is removed', () => {
    const balance = (checked: Entries) =>
      findProblems(checked)
        .filter(({ field }) => field === 'balanceReason')
        .map(({ file }) => file);
    expect(balance(entries)).toEqual([]);
    const needed = entries.topics
      .filter(({ data }) => data.balanceReason !== undefined)
      .map(({ file }) => file)
      .sort();
    const without = entries.topics.map((topic) => ({ ...topic, data: { ...topic.data, balanceReason: undefined } }));
    const asked = balance({ ...entries, topics: without });
    expect(asked).not.toEqual([]);
    expect(needed).toEqual(expect.arrayContaining(asked));
  });
});
