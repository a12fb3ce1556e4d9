import { describe, expect, test } from 'vitest';
import type { QuestionIndex } from '../../../src/features/search/question-index.ts';
import { indexNames, nearestWord, understand } from '../../../src/features/search/understand-query.ts';

const INDEX: QuestionIndex = {
  parties: [
    { id: 'party-a', name: 'Party A', short: 'A', forms: ['party a', 'amber', 'ambers'], quotes: 1, not: [['belt'], ['welfare']] },
    { id: 'party-b', name: 'Party B', short: 'B', forms: ['party b', 'labour'], quotes: 1 },
  ],
  speakers: [
    { id: 'q', name: 'Sir Tobias Quillfeather', party: 0, forms: ['tobias quillfeather', 'quillfeather'], quotes: 1 },
    { id: 'o', name: 'Ana Brännström-Oak', party: 1, forms: ['ana brannstrom oak', 'brannstrom oak'], quotes: 1 },
  ],
  offices: [
    {
      name: 'Prime Minister',
      forms: ['prime minister'],
      held: [
        [1, ['2026']],
        [0, ['2025', '2024']],
      ],
    },
  ],
  years: [
    ['2026', 1],
    ['2025', 1],
  ],
  topics: [{ id: 'roads', title: 'Roads and paths', phrases: ['zebra crossings', 'amber lights'], quotes: 2 }],
  articles: [],
  questions: [{ id: 'speed', topic: 0, title: 'Speed limits', question: 'Should the speed limit in villages be 20?', phrases: ['twenty zones', 'fuel'], marks: [] }],
  spoken: { 0: 'start children' },
  whole: true,
  held: 'said hansard',
  filler: 'what do the say about is against and in on by',
};
const names = indexNames(INDEX);

describe('understand', () => {
  test.each([
    ['what do the ambers say about speed', ['Party A'], 'speed'],
    ['is AMBER against twenty zones?', ['Party A'], '20 zones'],
    ['labor and speed limits', ['Party B'], 'speed limits'],
    ['amber belt', [], 'amber belt'],
    ['welfare amber', [], 'welfare amber'],
    ['amber lights', [], 'amber lights'],
    ['quillfeather in 2025 on zebra crossings', ['Sir Tobias Quillfeather', '2025'], 'zebra crossings'],
    ['brannstrom oak', ['Ana Brännström-Oak'], ''],
    ['the prime minister on speed', ['Ana Brännström-Oak'], 'speed'],
    ['the prime minister in 2025 on speed', ['Sir Tobias Quillfeather', '2025'], 'speed'],
    ['speed by 2050', [], 'speed 2050'],
  ])('“%s” names %j and is about “%s”', (typed, named, about) => {
    const { named: got, words } = understand(typed, names);
    expect([got.map(({ value }) => value), words.join(' ')]).toEqual([named, about]);
  });

  test('a filter that was taken off names nothing', () => expect(understand('ambers on speed', names, ['party'])).toMatchObject({ named: [], words: ['speed'] }));
  test('words that the record does not hold are told', () => expect(understand('speed unicorns', names).lacking).toEqual(['unicorns']));
  test('the last word may be the beginning of one while it is typed', () => {
    expect(understand('zeb', names, [], true).words).toEqual(['zebra']);
    expect(understand('zeb', names).words).toEqual(['zeb']);
  });
});

test.each([
  ['quilfeather', 'quillfeather'],
  ['Quillfaether', 'quillfeather'],
  ['tobais', 'tobias'],
  ['ambr', 'amber'],
  ['vilages', 'villages'],
  ['feul', 'fuel'],
  // Another word, not a misspelt one.
  ['duel', undefined],
  ['camber', 'amber'],
  ['amb', undefined],
  ['zebra', undefined],
  ['start', undefined],
  ['orchard', undefined],
  ['2024', undefined],
])('the word nearest to %s is %s', (typed, name) => expect(nearestWord(typed.toLowerCase(), names)).toBe(name));
