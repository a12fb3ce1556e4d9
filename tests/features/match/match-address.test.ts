import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answers, ANSWERS, encodeAnswers } from '../../../src/features/match/match.ts';
import { fragmentOf, type Place, placeFrom, questionsOf } from '../../../src/features/match/match-address.ts';

const questions = ['one/a', 'one/b', 'two/c', 'two/d'].map((id) => ({ id, stances: id === 'two/d' ? 'ss' : 'so' }));
const answers: Answers = { 'one/b': { answer: 'no', matters: true } };
const a = encodeAnswers(answers);
const place = (given: Partial<Place>): Place => ({ view: 'start', set: '', at: 0, answers: {}, matters: false, ...given });
const idsOf = (set: string) => questionsOf(set, questions).map(({ id }) => id);

test('a set is all that are asked, the short version or topics', () => {
  expect(idsOf('all')).toEqual(['one/a', 'one/b', 'two/c']);
  expect(idsOf('short')).toEqual(['one/a', 'two/c', 'one/b']);
  expect(idsOf('two,gone')).toEqual(['two/c']);
  expect([...idsOf(''), ...idsOf('gone')]).toEqual([]);
});

test.each<[string, Partial<Place>]>([
  [`a=${a}`, { view: 'results', answers }],
  [`q=short&n=2&a=${a}`, { view: 'ask', set: 'short', at: 2, answers }],
  ['q=two&n=1&m=1', { view: 'ask', set: 'two', at: 1, matters: true }],
  [`q=two&n=0&a=${a}`, { view: 'start', set: 'two', answers }],
  ['q=two', { view: 'results', set: 'two' }],
  ['q=two&n=9', { view: 'results', set: 'two' }],
  ['q=two&n=1.5', { view: 'results', set: 'two' }],
  ['q=gone&n=1', {}],
  ['a=', {}],
  ['a=%%%', {}],
  ['a=a<script>y', {}],
])('%s', (fragment, expected) => expect(placeFrom(fragment, questions)).toEqual(place(expected)));

test.each(['', 'main', '%E0%A4%A', 'counting'])('what is not ours is no place: %s', (fragment) => expect(placeFrom(fragment, questions)).toBeUndefined());

test('every place comes back from its address', () => {
  const someAnswers = fc.dictionary(fc.constantFrom('one/a', 'two/c'), fc.record({ answer: fc.constantFrom(...ANSWERS.slice(0, 3)), matters: fc.boolean() }));
  fc.assert(
    fc.property(fc.constantFrom('short', 'all', 'one', 'two,one'), fc.nat(3), someAnswers, fc.boolean(), (set, at, given, matters) => {
      const count = idsOf(set).length;
      const there = at === 0 || at > count ? place({ view: 'results', set, answers: given }) : place({ view: 'ask', set, at, answers: given, matters });
      expect(placeFrom(fragmentOf(there).slice(1), questions)).toEqual(there);
    }),
  );
  expect(fragmentOf(place({ set: 'short' }))).toBe('');
});

test('whatever stands in an address, nothing is thrown', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void placeFrom(`n=${text}&q=${text}&a=${text}`, questions)));
});
