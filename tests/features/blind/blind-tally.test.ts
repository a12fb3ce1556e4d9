import { expect, test } from 'vitest';
import { blindTally } from '../../../src/features/blind/blind-tally.ts';

const both = { shown: ['Party B', 'Party A'], gaps: [] };
const onlyA = { shown: ['Party A'], gaps: ['Party B'] };

test('counts each party over the questions on which it has a card, A to Z whoever was chosen most', () => {
  const tally = blindTally([
    { ...both, chosen: { party: 'Party B' } },
    { ...both, chosen: { party: 'Party B' } },
    { ...onlyA, chosen: { party: 'Party A' } },
  ]);
  expect(tally).toEqual({
    questions: 3,
    chosen: 3,
    none: 0,
    parties: [
      { name: 'Party A', chosen: 1, of: 3 },
      { name: 'Party B', chosen: 2, of: 2 },
    ],
  });
});

test('tells “none of these” from no choice', () => {
  const tally = blindTally(['none' as const, undefined].map((chosen) => ({ ...both, chosen })));
  expect(tally).toMatchObject({ questions: 2, chosen: 0, none: 1 });
});

test('a party without any card is listed with nothing of nothing', () => expect(blindTally([{ ...onlyA, chosen: 'none' }]).parties).toContainEqual({ name: 'Party B', chosen: 0, of: 0 }));
