import { expect, test } from 'vitest';
import { ageInMonths } from '../../src/record/ages.ts';

test.each([
  [null, '–'],
  [0, 'under a month'],
  [15, 'under a month'],
  [16, '1 month'],
  [365, '12 months'],
  [729.5, '24 months'],
])('%s days is %s', (days, words) => expect(ageInMonths(days)).toBe(words));
