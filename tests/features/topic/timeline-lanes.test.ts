import { expect, test } from 'vitest';
import { layMarks } from '../../../src/features/topic/timeline-lanes.ts';
import { inventedQuote } from '../../support/quote.ts';

const at = (start: number, end = start) => ({ quote: inventedQuote(), start, end, age: 'earlier' as const, ofDate: [1, 1] as const });

test.each<[string, ReturnType<typeof at>[], number[], number]>([
  ['marks far apart share a line', [at(0), at(0.5), at(1)], [0, 0, 0], 1],
  ['marks of one day stand under each other', [at(0.5), at(0.5), at(0.5)], [0, 1, 2], 3],
  ['marks that would touch do not share a line', [at(0.5), at(0.55), at(0.61)], [0, 1, 0], 2],
  ['a month keeps its whole length free', [at(0.2, 0.6), at(0.5), at(0.75)], [0, 1, 0], 2],
  ['no mark still leaves one line', [], [], 1],
])('%s', (_, marks, expected, lines) => {
  const { marks: laid, lanes } = layMarks(marks, 0.1);
  expect(laid.map(({ lane }) => lane)).toEqual(expected);
  expect(lanes).toBe(lines);
});

test('the middle of a month lies between its ends', () => expect(layMarks([at(0.2, 0.6)], 0.1).marks[0]?.middle).toBeCloseTo(0.4));
