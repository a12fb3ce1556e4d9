import { expect, test } from 'vitest';
import { relationStretches } from '../../../src/features/compare/relation-stretches.ts';

test('the stretches follow each other, fill the bar and leave out what never happens', () => {
  const stretches = relationStretches({ agree: 2, differ: 1, unclear: 0, 'one-silent': 1, 'both-silent': 0 });
  expect(stretches).toEqual([
    { relation: 'agree', count: 2, start: 0, share: 0.5 },
    { relation: 'differ', count: 1, start: 0.5, share: 0.25 },
    { relation: 'one-silent', count: 1, start: 0.75, share: 0.25 },
  ]);
});

test('nothing to compare gives an empty bar', () => expect(relationStretches({ agree: 0, differ: 0, unclear: 0, 'one-silent': 0, 'both-silent': 0 })).toEqual([]));
