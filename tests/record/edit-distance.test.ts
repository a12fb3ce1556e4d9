import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/record/edit-distance.ts';

describe('editDistance', () => {
  test.each([
    ['badenoch', 'badenoch', 0],
    ['badenok', 'badenoch', 2],
    ['farrage', 'farage', 1],
    ['kier', 'keir', 1],
    ['', 'ab', 2],
    ['abcd', '', 4],
    ['ca', 'abc', 3],
  ])('%s to %s is %i', (a, b, distance) => expect(editDistance(a, b, 9)).toBe(distance));

  test('beyond the limit it is one more than the limit', () => {
    expect(editDistance('reform', 'labour', 2)).toBe(3);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });

  test('it is the same both ways, and 0 only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 20);
        expect(editDistance(b, a, 20)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
