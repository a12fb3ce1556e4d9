import { expect, test } from 'vitest';
import { matchData, type MatchResult } from '../../../src/features/match/match.ts';
import { matchTopics } from '../../../src/features/match/match-page.ts';
import { askedOf } from '../../../src/features/match/short-version.ts';
import { answerInWords, hasSaidLittle, littleInWords, yesInWords } from '../../../src/features/match/match-words.ts';
import { record } from '../../support/edition.ts';

const result = (same: number, n: number, of: number, name = 'Party A'): MatchResult => ({ party: { id: 'a', name }, same, n, of, points: same, possible: n, lines: [] });

test.each([
  [result(3, 5, 12), true, 'Party A: a stated position on only 5 of your 12 questions, so this says little.'],
  [result(3, 6, 12), false, undefined],
  [result(1, 1, 1), false, undefined],
  [result(0, 0, 4), true, 'Party A: no stated position on your 4 questions.'],
  [result(0, 0, 1), true, 'Party A: no stated position on your 1 question.'],
])('a party has said little below half of the answers: %#', (given, little, words) => {
  expect(hasSaidLittle(given)).toBe(little);
  expect(littleInWords(given)).toBe(words);
});

test('an answer says whether it matters', () => {
  expect(answerInWords({ answer: 'depends', matters: false })).toBe('Depends');
  expect(answerInWords({ answer: 'yes', matters: true })).toBe('Yes, matters');
});

test('what yes to everything shares always stands with its n', () => {
  expect(yesInWords([result(2, 11, 12), result(9, 12, 12, 'Party B'), result(0, 0, 12, 'Party C')])).toBe('Someone who says yes to everything would share 2 of 11 with Party A, 9 of 12 with Party B and 0 of 0 with Party C.');
  expect(yesInWords([result(1, 2, 2)])).toBe('Someone who says yes to everything would share 1 of 2 with Party A.');
});

test('the page has every question that is counted; those that are asked are numbered through', () => {
  const { questions } = matchData(record);
  const shown = matchTopics(record).flatMap((topic) => topic.questions);
  expect(shown.map(({ id, stances }) => ({ id, stances }))).toEqual(questions);
  const numbered = shown.filter(({ number }) => number !== undefined);
  expect(numbered.map(({ id }) => id)).toEqual(askedOf(questions).map(({ id }) => id));
  expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, index) => index + 1));
});
