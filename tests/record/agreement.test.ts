import { describe, expect, test } from 'vitest';
import { agreementMatrix, krippendorffAlpha, stanceReliability } from '../../src/record/agreement.ts';
import { record as edition } from '../support/edition.ts';
import { smallRecord } from '../support/small-record.ts';

const s = ['2024-06-01 supports'] as const;
const o = ['2024-06-01 opposes'] as const;
const u = ['2024-06-01 unclear'] as const;

describe('agreementMatrix', () => {
  const record = smallRecord({
    one: { q1: { a: s, b: s, c: [] }, q2: { a: s, b: o, c: s }, q3: { a: o, b: o, c: s } },
    two: { q4: { a: s, b: s, c: u }, q5: { a: o, b: s, c: s }, q6: { a: u, b: s, c: s } },
  });
  const { pairs, rows } = agreementMatrix(record);

  test('counts only dimensions on which both have a stance', () => {
    expect(pairs).toEqual([
      { a: 'party-a', b: 'party-b', same: 3, n: 5, share: 0.6 },
      { a: 'party-a', b: 'party-c', same: 1, n: 3, share: null },
      { a: 'party-b', b: 'party-c', same: 2, n: 4, share: null },
    ]);
  });

  test('the square holds each pair on both sides of an empty diagonal', () => {
    expect(rows.map(({ cells }) => cells.map(({ agreement }) => agreement?.n ?? null))).toEqual([
      [null, 5, 3],
      [5, null, 4],
      [3, 4, null],
    ]);
  });

  test('the edition has every pair once, with a share only from five dimensions', () => {
    const pairs = agreementMatrix(edition).pairs;
    expect(pairs).toHaveLength((edition.parties.length * (edition.parties.length - 1)) / 2);
    for (const { same, n, share } of pairs) {
      expect(same).toBeLessThanOrEqual(n);
      expect(share).toBe(n < 5 ? null : same / n);
    }
  });
});

describe('krippendorffAlpha', () => {
  const columns = (...coders: string[]) => [...(coders[0] ?? '')].map((_, unit) => coders.map((coder) => (coder[unit] === '.' ? null : coder[unit])));

  test.each([
    ['section A: binary, two observers', columns('0100000010', '1110010000'), 0.095],
    ['section B: nominal, two observers', columns('aabbdcccedda', 'babbbccceddd'), 0.692],
    ['section C: nominal, four observers, missing data', columns('123321412...', '1233224125.3', '.3332342251.', '12332441251.'), 0.743],
  ])('gives the published result, Krippendorff 2011, %s', (_, codings, published) => expect(krippendorffAlpha(codings)).toBeCloseTo(published, 3));

  test.each([
    ['is 1 when coders always agree and vary', 'xy', 'xy', 1],
    ['cannot be computed when nothing varies', 'xx', 'xx', null],
    ['cannot be computed when nothing is paired', 'x.', '.y', null],
    ['cannot be computed of nothing', '', '', null],
    ['is below 0 when coders agree less than chance would', 'xyx', 'yxy', -0.667],
  ])('%s', (_, one, other, alpha) => {
    const found = krippendorffAlpha(columns(one, other));
    expect(found === null ? null : Math.round(found * 1000) / 1000).toBe(alpha);
  });
});

test('stanceReliability counts codings by what was read, and leaves out quotes that were not coded', () => {
  const coding = (first: 'supports' | 'opposes', second: 'supports' | 'opposes', basis: 'words' | 'passage') => ({ coding: { first, second, basis, why: ['one', 'two'] } });
  const { all, words, passage } = stanceReliability({ quotes: [coding('supports', 'supports', 'words'), coding('opposes', 'opposes', 'words'), coding('supports', 'opposes', 'passage'), {}] });
  expect(all).toMatchObject({ quotes: 3, agreed: 2 });
  expect(words).toEqual({ alpha: 1, quotes: 2, agreed: 2 });
  expect(passage).toMatchObject({ quotes: 1, agreed: 0 });
});
