import { expect, test } from 'vitest';
import { deriveStance, stanceOf } from '../../src/record/stance.ts';
import type { Stance } from '../../src/record/schema/stance.ts';

test.each([
  ['nobody has read', undefined, 'unclear'],
  ['both read alike', { first: 'mixed', second: 'mixed' }, 'mixed'],
  ['two read otherwise', { first: 'supports', second: 'unclear' }, 'unclear'],
] as const)('a quote that %s', (_, coding, stance) => expect(stanceOf(coding)).toBe(stance));

const quotes = (...list: [date: string, stance: Stance][]) => list.map(([date, stance]) => ({ date, stance }));

test.each([
  ['no quote', quotes(), 'none', undefined],
  ['one quote', quotes(['2024-06-01', 'opposes']), 'opposes', '2024-06-01'],
  ['the newest decides', quotes(['2024-06-01', 'opposes'], ['2025-01-01', 'supports']), 'supports', '2025-01-01'],
  ['the order in the file does not', quotes(['2025-01-01', 'supports'], ['2024-06-01', 'opposes']), 'supports', '2025-01-01'],
  ['an unclear one is passed over', quotes(['2024-06-01', 'opposes'], ['2025-01-01', 'unclear']), 'opposes', '2024-06-01'],
  ['all unclear', quotes(['2024-06-01', 'unclear'], ['2025-01-01', 'unclear']), 'unclear', undefined],
  ['mixed is a stance', quotes(['2024-06-01', 'supports'], ['2025-01', 'mixed']), 'mixed', '2025-01'],
  ['of one day the first in the file', quotes(['2025-01-01', 'opposes'], ['2025-01-01', 'supports']), 'opposes', '2025-01-01'],
] as const)('%s', (_, given, stance, shownBy) => {
  const derived = deriveStance(given);
  expect(derived.stance).toBe(stance);
  expect(derived.shownBy?.date).toBe(shownBy);
});
