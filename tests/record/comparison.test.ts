import { describe, expect, test } from 'vitest';
import { allPairs, comparePair, relationOf, stancesDiffer } from '../../src/record/comparison.ts';
import type { PartyStance } from '../../src/record/stance.ts';
import { inventedParty, smallRecord } from '../support/small-record.ts';
import { record as edition } from '../support/edition.ts';

const dimensionOf = (stances: PartyStance[]) => ({ positions: stances.map((stance, index) => ({ party: { id: `party-${index}` }, stance })) });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `party-${index}`);

test.each<[PartyStance, PartyStance, string]>([
  ['supports', 'supports', 'agree'],
  ['opposes', 'opposes', 'agree'],
  ['mixed', 'mixed', 'agree'],
  ['supports', 'opposes', 'differ'],
  ['supports', 'mixed', 'differ'],
  ['unclear', 'unclear', 'unclear'],
  ['unclear', 'opposes', 'unclear'],
  ['none', 'supports', 'one-silent'],
  ['none', 'unclear', 'one-silent'],
  ['none', 'none', 'both-silent'],
])('relationOf %s and %s: %s, either way round', (a, b, relation) => {
  expect(relationOf(a, b)).toBe(relation);
  expect(relationOf(b, a)).toBe(relation);
});

describe('comparePair', () => {
  const record = smallRecord({
    one: { first: { a: ['2024-06-01 supports'], b: ['2024-06-01 supports'], c: [] }, second: { a: ['2024-06-01 supports', '2025-06-01 opposes'], b: ['2024-06-01 supports'], c: [] } },
    two: { third: { a: [], b: ['2024-06-01 unclear'], c: [] } },
  });

  test('counts every dimension once, by topic and in all, with the two positions in A to Z order', () => {
    const pair = comparePair(record, 'party-b', 'party-a');
    expect([pair.a.name, pair.b.name]).toEqual(['Party A', 'Party B']);
    expect(pair.counts).toEqual({ agree: 1, differ: 1, unclear: 0, 'one-silent': 1, 'both-silent': 0 });
    expect(pair.topics.map(({ id, counts }) => [id, counts.agree, counts.differ, counts['one-silent']])).toEqual([
      ['one', 1, 1, 0],
      ['two', 0, 0, 1],
    ]);
    expect(pair.topics[0]?.dimensions[1]).toMatchObject({ id: 'second', relation: 'differ', a: { party: { id: 'party-a' }, stance: 'opposes' }, b: { party: { id: 'party-b' } } });
  });

  test.each([
    ['party-a', 'party-a'],
    ['party-a', 'party-x'],
  ])('refuses %s and %s', (a, b) => expect(() => comparePair(record, a, b)).toThrow(RangeError));

  test('every pair of the edition accounts for every dimension', async () => {
    const dimensions = edition.topics.reduce((sum, topic) => sum + topic.dimensions.length, 0);
    for (const [a, b] of allPairs(edition.parties)) {
      const pair = comparePair(edition, a.id, b.id);
      expect(Object.values(pair.counts).reduce((sum, count) => sum + count)).toBe(dimensions);
      expect(pair.dimensions).toBe(dimensions);
    }
  });
});

test('allPairs: five parties make ten pairs, each in A to Z order and none twice', () => {
  const pairs = allPairs(['e', 'b', 'd', 'a', 'c'].map((letter) => inventedParty(letter))).map(([a, b]) => a.abbreviation + b.abbreviation);
  expect(pairs).toEqual(['ab', 'ac', 'ad', 'ae', 'bc', 'bd', 'be', 'cd', 'ce', 'de']);
});

describe('stancesDiffer', () => {
  test.each<[PartyStance[], boolean]>([
    [['supports', 'supports', 'supports'], false],
    [['mixed', 'mixed'], false],
    [['supports', 'opposes'], true],
    [['supports', 'supports', 'mixed'], true],
    [['unclear', 'unclear'], true],
    [['none', 'none'], true],
    [['supports', 'none'], true],
    [['supports'], true],
  ])('%j: %s', (stances, shown) => expect(stancesDiffer(dimensionOf(stances), ids(stances.length))).toBe(shown));

  test('looks at the chosen parties alone', () => expect(stancesDiffer(dimensionOf(['supports', 'opposes', 'supports']), ['party-0', 'party-2'])).toBe(false));
});
