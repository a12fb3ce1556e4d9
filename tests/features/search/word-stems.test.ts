import { expect, test } from 'vitest';
import { FILLER } from '../../../src/features/search/filler.ts';
import { foldWords, stemOf, stemsOf } from '../../../src/features/search/word-stems.ts';

test.each([
  ['nationalise', 'nationalised nationalising nationalisation nationalize nationalization'],
  ['privatise', 'privatised privatisation privatizing'],
  ['farm', 'farms farmer farmers farming'],
  ['prison', 'prisons prisoner prisoners'],
  ['house', 'houses housing'],
  ['tax', 'taxes taxed taxation'],
  ['defence', 'defense'],
  ['licence', 'license licensing'],
  ['ban', 'bans banned banning'],
  ['pay', 'pays paying payment'],
  ['protect', 'protects protected protection'],
  ['migrant', 'migrants migration'],
  ['family', 'families'],
  ['vote', 'votes voting voted'],
  ['bus', 'buses'],
  ['drive', 'driver driving drives'],
  ['wage', 'wages'],
  ['police', 'policing'],
])('%s has the stem of %s', (word, others) => expect(others.split(' ').filter((other) => stemOf(other) !== stemOf(word))).toEqual([]));

test.each([
  ['national', 'nationalise'],
  ['private', 'privatise'],
  ['bet', 'better'],
  ['planning', 'planes'],
  ['gas', 'gate'],
])('%s and %s are two words', (a, b) => expect(stemOf(a)).not.toBe(stemOf(b)));

test.each([
  ['Votes at sixteen', 'votes at 16'],
  ['under-16s', 'under 16'],
  ['£1,000 or 0.7%', '1000 or 0.7'],
  ['A&E', 'a&e'],
  ['workers’ rights', 'workers rights'],
  ['3rd runway', 'third runway'],
  ['Brännström', 'brannstrom'],
])('“%s” folds to “%s”', (text, folded) => expect(foldWords(text).join(' ')).toBe(folded));

test('filler is left out', () => expect(stemsOf('What do they say about the water?', FILLER)).toEqual([stemOf('water')]));
