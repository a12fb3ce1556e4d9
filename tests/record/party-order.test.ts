import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabetical, seededNumbers, seededOrder, seedFrom } from '../../src/record/party-order.ts';
import { SHUFFLE_CHI_SQUARED, SHUFFLE_SHARE } from '../support/thresholds.ts';

const PARTIES = ['conservatives', 'greens', 'labour', 'lib-dems', 'reform'];

test('alphabetical orders by the name shown and leaves the list it was given alone', () => {
  const given = Object.freeze([{ name: 'Party B' }, { name: 'party a' }, { name: 'Party C' }]);
  expect(alphabetical(given).map(({ name }) => name)).toEqual(['party a', 'Party B', 'Party C']);
});

describe('seededOrder', () => {
  test.each([
    ['numbered seeds', (index: number) => String(index)],
    ['seeds as a browser makes them', (index: number) => (Math.imul(index + 1, 2654435761) >>> 0).toString(36)],
    ['seeds that differ in their last letter only', (index: number) => `seed-${index.toString(36)}`],
  ])('puts every party in every place 20% ± 1.5 of the time over 10,000 %s', (_, seedOf) => {
    const places = new Map<string, number>();
    for (let index = 0; index < 10_000; index++) seededOrder(PARTIES, seedOf(index)).forEach((party, place) => places.set(`${party} ${place}`, (places.get(`${party} ${place}`) ?? 0) + 1));
    expect(places.size).toBe(25);
    const shares = [...places.values()].map((count) => count / 100);
    expect(Math.min(...shares)).toBeGreaterThan(SHUFFLE_SHARE.least);
    expect(Math.max(...shares)).toBeLessThan(SHUFFLE_SHARE.most);
  });

  test('makes each of the 120 orders about equally often', () => {
    const orders = new Map<string, number>();
    for (let index = 0; index < 60_000; index++) {
      const order = seededOrder(PARTIES, `s${index}`).join();
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(120);
    const chiSquared = [...orders.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    expect(chiSquared).toBeLessThan(SHUFFLE_CHI_SQUARED);
  });

  test('is the same for everyone who has the seed, in whatever order the ids come', () => {
    expect(seededOrder(PARTIES, 'k3x')).toEqual(seededOrder([...PARTIES].reverse(), 'k3x'));
    // Shared links rest on this: if it fails, every shuffled link shows another order than it did.
    expect(seededOrder(PARTIES, 'k3x')).toEqual(['conservatives', 'labour', 'reform', 'lib-dems', 'greens']);
  });

  test('keeps every id exactly once', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string()), fc.string(), (ids, seed) => void expect(seededOrder(ids, seed).sort()).toEqual([...ids].sort())));
  });
});

test.each([
  ['k3x', 'k3x'],
  ['A_b-9', 'A_b-9'],
  ['', undefined],
  [null, undefined],
  ['seventeen-letters', undefined],
  ['a b', undefined],
  ['<script>', undefined],
])('seedFrom: %s gives %s', (text, seed) => expect(seedFrom(text)).toBe(seed));

test('seededNumbers gives whole numbers of 32 bits that use the whole range', () => {
  const next = seededNumbers('');
  const numbers = Array.from({ length: 10_000 }, next);
  expect(numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32)).toBe(true);
  expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length / 2 ** 32).toBeCloseTo(0.5, 1);
  expect(new Set(numbers).size).toBeGreaterThan(9_990);
});
