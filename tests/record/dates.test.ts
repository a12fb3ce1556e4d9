import { expect, test } from 'vitest';
import { dateInWords, firstDay, lastDay, newestFirst, yearOf } from '../../src/record/dates.ts';

test.each([
  ['2025-04-16', 'long', '16 April 2025'],
  ['2025-04-06', 'short', '6 Apr 2025'],
  ['2025-09', 'long', 'September 2025'],
  ['2025-09', 'short', 'Sep 2025'],
  ['2023', 'long', '2023'],
] as const)('%s (%s) reads as %s', (date, length, words) => expect(dateInWords(date, length)).toBe(words));

test.each([
  ['2025-04-16', '2025-04-16', '2025-04-16'],
  ['2025-04', '2025-04-01', '2025-04-31'],
  ['2025', '2025-01-01', '2025-12-31'],
])('%s means a day from %s to %s', (date, first, last) => expect([firstDay(date), lastDay(date)]).toEqual([first, last]));

test('newestFirst sorts a month as its first day and a year as 1 January', () => expect(['2025', '2025-04-16', '2026-01', '2025-04'].sort(newestFirst)).toEqual(['2026-01', '2025-04-16', '2025-04', '2025']));

test('yearOf takes the year of any date', () => expect(['2025-04-16', '2025-04', '2025'].map(yearOf)).toEqual(['2025', '2025', '2025']));
