import { expect, test } from 'vitest';
import { inFigures } from '../../src/record/figures.ts';

test.each([
  [0, '0'],
  [288, '288'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%i is read as %s', (number, text) => expect(inFigures(number)).toBe(text));
