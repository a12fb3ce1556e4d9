import { describe, expect, test } from 'vitest';
import { readChoice, writeChoice } from '../../../src/features/topic/party-choice.ts';

const KNOWN = ['party-a', 'party-b', 'party-c'];

test.each<[string, string, ReturnType<typeof readChoice>]>([
  ['nothing said: all parties, A to Z', '', { parties: KNOWN, differences: false, seed: undefined }],
  ['two parties, in the record’s order', '?parties=party-c,party-a', { parties: ['party-a', 'party-c'], differences: false, seed: undefined }],
  ['an unknown party is passed over', '?parties=party-x,party-b', { parties: ['party-b'], differences: false, seed: undefined }],
  ['only unknown parties: all', '?parties=party-x', { parties: KNOWN, differences: false, seed: undefined }],
  ['an empty list: all', '?parties=', { parties: KNOWN, differences: false, seed: undefined }],
  ['differences and a seed', '?differences=1&order=k3x', { parties: KNOWN, differences: true, seed: 'k3x' }],
  ['another value for differences is none', '?differences=yes', { parties: KNOWN, differences: false, seed: undefined }],
  ['a seed that is none', '?order=%3Cscript%3E', { parties: KNOWN, differences: false, seed: undefined }],
])('reads a choice: %s', (_, search, choice) => expect(readChoice(search, KNOWN)).toEqual(choice));

describe('writeChoice', () => {
  test.each<[string, string, Parameters<typeof writeChoice>[1], string]>([
    ['the page as it is needs no query', '?parties=party-a&differences=1&order=x', { parties: KNOWN, differences: false }, ''],
    ['two parties', '', { parties: ['party-a', 'party-c'], differences: false }, '?parties=party-a,party-c'],
    ['everything', '', { parties: ['party-b'], differences: true, seed: 'k3x' }, '?parties=party-b&differences=1&order=k3x'],
    ['what else the address holds stays', '?from=card', { parties: KNOWN, differences: true }, '?from=card&differences=1'],
  ])('%s', (_, search, choice, query) => expect(writeChoice(search, choice, KNOWN)).toBe(query));

  test('what is written is read back as the same choice', () => {
    const choice = { parties: ['party-a', 'party-b'], differences: true, seed: 'a-1_Z' };
    expect(readChoice(writeChoice('', choice, KNOWN), KNOWN)).toEqual(choice);
  });
});
