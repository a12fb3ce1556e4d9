import { expect, test } from 'vitest';
import type { Position, Topic } from '../../../src/record/record.ts';
import { isSplit, leftOutInWords } from '../../../src/features/topic/topic-split.ts';

const many = <T>(length: number) => Array.from({ length }, () => ({}) as T);

test.each([
  [40, false],
  [41, true],
])('a topic’s page with %i quotes is split: %s', (quotes, split) => expect(isSplit({ quotes: many<Topic['quotes'][number]>(quotes) })).toBe(split));

test.each([
  [0, 0, ''],
  [1, 0, ''],
  [2, 0, '1 earlier statement'],
  [4, 0, '3 earlier statements'],
  [1, 1, '1 report'],
  [3, 2, '2 earlier statements and 2 reports'],
  // Without a statement the page shows the reports themselves.
  [0, 2, ''],
])('what a split page leaves out of %i statements and %i reports: %s', (statements, reported, words) => expect(leftOutInWords({ statements: many(statements), reported: many<Position['reported'][number]>(reported) })).toBe(words));
