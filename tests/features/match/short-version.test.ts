import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchData } from '../../../src/features/match/match.ts';
import { askedOf, divides, SHORT, shortVersion, splitsFirst } from '../../../src/features/match/short-version.ts';
import { record as edition } from '../../support/edition.ts';

const question = (id: string, stances: string) => ({ id, stances });
const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id).join(' ');
const anyQuestions = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(40), fc.string({ unit: fc.constantFrom('s', 'o', 'm', '-'), minLength: 5, maxLength: 5 })), { selector: ([topic, number]) => `${topic}/${number}`, maxLength: 40 })
  .map((all) => all.map(([topic, number, stances]) => question(`${topic}/${number}`, stances)));

test.each([
  ['ss-ss', 0],
  ['----s', 0],
  ['sossss', 5],
  ['sooo-', 3],
  ['ssoom', 8],
  ['ssooo', 6],
])('a question with the stances %s divides %i pairs', (stances, pairs) => expect(divides({ stances })).toBe(pairs));

test('a question on which all who have a position hold the same is not asked', () => {
  expect(ids(askedOf([question('a/1', 'sss-s'), question('a/2', 's----'), question('a/3', '-----'), question('a/4', 'so---')]))).toBe('a/4');
});

test('those that divide most stand first, equals in their order', () => {
  expect(ids(splitsFirst([question('a/1', 'soo'), question('a/2', 'som'), question('a/3', 'oss'), question('a/4', 'sss')]))).toBe('a/2 a/1 a/3 a/4');
});

describe('the short version', () => {
  test('of equals prefers the topic with the fewest so far, then the order of the record', () => {
    const equals = ['a/1', 'a/2', 'a/3', 'b/1', 'b/2', 'c/1'].map((id) => question(id, 'ssoo'));
    expect(ids(shortVersion([...equals, question('a/4', 'ssoom')]))).toBe('a/4 b/1 c/1 a/1 b/2 a/2 a/3');
  });

  test('holds the questions that divide most, each once, and only such as are asked', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const short = shortVersion(questions);
        const asked = askedOf(questions);
        expect(short).toHaveLength(Math.min(SHORT, asked.length));
        expect(new Set(short).size).toBe(short.length);
        expect(short.map(divides)).toEqual(splitsFirst(asked).slice(0, short.length).map(divides));
      }),
    );
  });

  test('is the same in whatever order the parties stand', () => {
    const { questions } = matchData(edition);
    const turned = questions.map(({ id, stances }) => question(id, [...stances].reverse().join('')));
    expect(ids(shortVersion(turned))).toBe(ids(shortVersion(questions)));
  });
});
