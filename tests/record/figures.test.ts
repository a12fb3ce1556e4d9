import { expect, test } from 'vitest';
import { inFigures, sizeInWords } from '../../src/record/figures.ts';

test.each([
  [0, '0'],
  [288, '288'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%i is read as %s', (number, text) => expect(inFigures(number)).toBe(text));

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [12_345, '12.3 kB'],
  [481_000, '481 kB'],
  [999_949, '1000 kB'],
  [999_950, '1.0 MB'],
  [38_900_000, '38.9 MB'],
])('%i bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words));
