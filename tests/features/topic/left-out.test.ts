import { expect, test } from 'vitest';
import type { Position } from '../../../src/record/record.ts';
import { leftOutInWords } from '../../../src/features/topic/left-out.ts';

const [first, newer, earlier] = [{}, { newer: true as const }, {}];

test.each([
  [[], 0, ''],
  [[first], 0, ''],
  [[first, earlier], 0, '1 earlier'],
  [[first, newer], 0, '1 newer, takes no side'],
  [[first, newer, newer, earlier], 1, '2 newer, take no side; 1 earlier; 1 report'],
  [[first], 1, '1 report'],
  // Without a statement the page shows the reports themselves.
  [[], 2, ''],
])('what a topic’s page leaves out of %j and %i reports: %s', (statements, reported, words) => expect(leftOutInWords({ statements, reported: Array<Position['reported'][number]>(reported) })).toBe(words));
