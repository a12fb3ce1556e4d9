import { expect, test } from 'vitest';
import { distinctTitles } from '../../src/record/page-titles.ts';

const debates = [
  { id: '1', debate: 'Asylum', speaker: 'A', on: 'hotels' },
  { id: '2', debate: 'Asylum', speaker: 'B', on: 'hotels' },
  { id: '3', debate: 'Trade', speaker: 'A', on: 'tariffs' },
  { id: '4', debate: 'Lords', speaker: 'A', on: 'peers' },
  { id: '5', debate: 'Lords', speaker: 'A', on: 'bishops' },
  { id: '6', debate: 'Budget', speaker: 'A', on: 'tax' },
  { id: '7', debate: 'Budget', speaker: 'A', on: 'tax' },
];
const rule = { title: ({ debate }: (typeof debates)[number]) => debate, apart: [({ speaker }: (typeof debates)[number]) => `: ${speaker}`, ({ on }: (typeof debates)[number]) => `: ${on}`] };

test('a title that stands alone is left as it is; others say what tells them apart, or are counted', () => {
  expect(distinctTitles(debates, rule)).toEqual(['Asylum: A', 'Asylum: B', 'Trade', 'Lords: peers', 'Lords: bishops', 'Budget (1 of 2)', 'Budget (2 of 2)']);
});

test('a title that another page has is not used again', () => expect(distinctTitles([debates[2]!], { ...rule, taken: ['Trade'] })).toEqual(['Trade: A']));
