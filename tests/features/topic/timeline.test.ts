import { describe, expect, test } from 'vitest';
import { timeline } from '../../../src/features/topic/timeline.ts';
import { stanceChanges } from '../../../src/record/stance-changes.ts';
import { record } from '../../support/edition.ts';
import { smallRecord } from '../../support/small-record.ts';

const lineOf = (a: Parameters<typeof smallRecord>[0][string][string][string], b: typeof a = []) => timeline(smallRecord({ one: { q1: { a, b } } }).topics[0]?.dimensions[0] ?? { positions: [] });
const changesOf = (...said: Parameters<typeof lineOf>[0]) => lineOf(said).changes.map(({ from, to }) => `${from.date} ${from.stance} > ${to.date} ${to.stance}`);

describe('timeline', () => {
  test('places every quote on one scale from the first to the last date of the dimension', () => {
    const { span, rows } = lineOf(['2024-01-01 supports', '2024-01-11 supports'], ['2024-01-06 opposes']);
    expect(span).toEqual({ from: '2024-01-01', to: '2024-01-11' });
    expect(rows.map(({ marks }) => marks.map(({ start, end }) => [start, end]))).toEqual([
      [
        [0, 0],
        [1, 1],
      ],
      [[0.5, 0.5]],
    ]);
  });

  test('draws a date of which only the month is known as the whole month', () => {
    const { span, rows } = lineOf(['2024-02 supports'], ['2024-01-31 opposes', '2024-03-01 opposes']);
    expect(span).toEqual({ from: '2024-01-31', to: '2024-03-01' });
    const [mark] = rows[0]?.marks ?? [];
    expect(mark?.start).toBeCloseTo(1 / 30);
    expect(mark?.end).toBeCloseTo(29 / 30);
    expect(lineOf(['2024-02 supports']).span).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });

  test('tells a party’s latest statements from its earlier ones', () => {
    const { rows } = lineOf(['2025-01-01 supports', '2024-01-01 supports', '2025-01-01 unclear'], ['2024-06-01 opposes']);
    expect(rows.map(({ marks }) => marks.map(({ age }) => age))).toEqual([['earlier', 'latest', 'latest'], ['latest']]);
  });

  test('gives the years inside the scale for the axis', () => expect(lineOf(['2024-07-01 supports', '2026-01-01 supports']).years.map(({ year }) => year)).toEqual(['2025', '2026']));

  test('everything on one day stands in the middle, and nothing at all has no scale', () => {
    expect(lineOf(['2024-07-01 supports']).rows[0]?.marks[0]).toMatchObject({ start: 0.5, end: 0.5 });
    expect(lineOf([])).toMatchObject({ span: null, changes: [], rows: [{ marks: [] }, { marks: [] }] });
  });

  test('in the edition every quote has one mark inside the scale, oldest first', async () => {
    for (const dimension of record.topics.flatMap((topic) => topic.dimensions)) {
      const { rows } = timeline(dimension);
      expect(rows.map(({ marks }) => marks.length)).toEqual(dimension.positions.map(({ quotes }) => quotes.length));
      for (const { marks } of rows) {
        expect(marks.every(({ start, end }) => start >= 0 && start <= end && end <= 1)).toBe(true);
        expect(marks.map(({ start }) => start)).toEqual(marks.map(({ start }) => start).toSorted((a, b) => a - b));
      }
    }
  });
});

describe('changes of stance', () => {
  test('are marked between two quotes of different dates and stances', () => {
    expect(changesOf('2024-01-01 supports', '2025-01-01 opposes')).toEqual(['2024-01-01 supports > 2025-01-01 opposes']);
    expect(changesOf('2024-01-01 supports', '2025-01-01 opposes', '2026-01-01 supports')).toHaveLength(2);
  });

  test('jump over unclear quotes and join the two nearest that show it', () => expect(changesOf('2023-01-01 supports', '2024-01-01 supports', '2024-06-01 unclear', '2025-01-01 mixed')).toEqual(['2024-01-01 supports > 2025-01-01 mixed']));

  test.each([
    ['the same stance again', ['2024-01-01 supports', '2025-01-01 supports']],
    ['only one of two quotes has a stance', ['2024-01-01 supports', '2025-01-01 unclear']],
    ['both on one day', ['2024-01-01 supports', '2024-01-01 opposes']],
    ['a month, and a day inside it: nobody knows which came first', ['2024-01 supports', '2024-01-20 opposes']],
  ] as const)('are not marked where no two statements show one: %s', (_, said) => expect(changesOf(...said)).toEqual([]));

  test('in the edition end at the stance that the party has today', async () => {
    for (const position of record.topics.flatMap((topic) => topic.dimensions.flatMap(({ positions }) => positions))) {
      const last = stanceChanges(position.quotes).at(-1);
      if (last) expect(last.to.stance).toBe(position.stance);
    }
  });
});
