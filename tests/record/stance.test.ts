import { expect, test } from 'vitest';
import { deriveStance, readBy, stanceOf } from '../../src/record/stance.ts';
import type { Stance } from '../../src/record/schema/stance.ts';

test.each([
  ['nobody has read', undefined, 'unclear'],
  ['both read alike', { first: 'mixed', second: 'mixed' }, 'mixed'],
  ['two read otherwise', { first: 'supports', second: 'unclear' }, 'unclear'],
] as const)('a quote that %s', (_, coding, stance) => expect(stanceOf(coding)).toBe(stance));

const MODELS = { first: 'supports', second: 'supports' } as const;
const people = (first: Stance, second: Stance, third?: Stance) => ({ ...MODELS, people: { first, second, ...(third ? { third } : {}), readers: 'Ann, Ben', read: '2026-11-26' } });

test.each([
  ['models alone have read', MODELS, 'supports', 'read by two language models'],
  ['people have read as well', people('opposes', 'opposes'), 'opposes', 'read by two people'],
  ['people differ on', people('opposes', 'supports'), 'unclear', 'read by two people'],
  ['a third person settles', people('opposes', 'supports', 'opposes'), 'opposes', 'read by three people'],
  ['a third person reads as neither', people('opposes', 'supports', 'mixed'), 'unclear', 'read by three people'],
] as const)('people outrank models: a quote that %s', (_, coding, stance, said) => {
  expect(stanceOf(coding)).toBe(stance);
  expect(readBy(coding)).toBe(said);
});

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
