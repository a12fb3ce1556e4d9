import { expect, test } from 'vitest';
import { stretches } from '../../src/record/quote-text.ts';

test.each([
  ['only words', 'plain words here', [['words', 'plain words here']]],
  [
    'a cut',
    'one […] two',
    [
      ['words', 'one '],
      ['cut', '[…]'],
      ['words', ' two'],
    ],
  ],
  [
    'a cut with dots',
    'one [...] two',
    [
      ['words', 'one '],
      ['cut', '[...]'],
      ['words', ' two'],
    ],
  ],
  [
    'an insertion at the end',
    'managed to cross [the Channel]',
    [
      ['words', 'managed to cross '],
      ['insertion', '[the Channel]'],
    ],
  ],
  [
    'a cut first',
    '[…] two',
    [
      ['cut', '[…]'],
      ['words', ' two'],
    ],
  ],
  ['brackets that are not square', 'the (Right to Buy) order', [['words', 'the (Right to Buy) order']]],
] as const)('%s', (_, text, expected) => {
  const parts = stretches(text);
  expect(parts.map((part) => [part.kind, part.text])).toEqual(expected);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});
