import { expect, test } from 'vitest';
import { sizeInWords } from '../../../src/features/data/file-size.ts';

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
