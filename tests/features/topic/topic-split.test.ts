import { describe, expect, test } from 'vitest';
import type { Position, Topic } from '../../../src/record/record.ts';
import { isSplit, leftOutInWords } from '../../../src/features/topic/topic-split.ts';

const many = <T>(length: number) => Array.from({ length }, () => ({}) as T);

describe('a topic’s page', () => {
  test.each([
    [40, false],
    [41, true],
  ])('with %i quotes is split: %s', (quotes, split) => expect(isSplit({ quotes: many<Topic['quotes'][number]>(quotes) })).toBe(split));
});

describe('what a split page leaves out of a position', () => {
  test.each([
    [0, 0, ''],
    [1, 0, ''],
    [2, 0, '1 earlier statement'],
    [4, 0, '3 earlier statements'],
    [1, 1, '1 report'],
    [3, 2, '2 earlier statements and 2 reports'],
    // Without a statement the page shows the reports themselves.
    [0, 2, ''],
  ])('of %i statements and %i reports: %s', (statements, reported, words) => expect(leftOutInWords({ statements: many(statements), reported: many<Position['reported'][number]>(reported) })).toBe(words));
});
