import { expect, test } from 'vitest';
import { matchData, type MatchResult } from '../../../src/features/match/match.ts';
import { matchTopics } from '../../../src/features/match/match-page.ts';
import { agreementInWords, answerInWords, hasSaidLittle, littleInWords, weightInWords } from '../../../src/features/match/match-words.ts';
import { record } from '../../support/edition.ts';

const result = (same: number, n: number, of: number, points = same, possible = n): MatchResult => ({ party: { id: 'a', name: 'Party A' }, same, n, of, points, possible, lines: [] });

test.each([
  [result(7, 11, 12), 'Same answer as you on 7 of 11 questions on which it has a stated position'],
  [result(1, 1, 2), 'Same answer as you on 1 of 1 question on which it has a stated position'],
  [result(0, 0, 3), 'No stated position on your 3 questions'],
  [result(0, 0, 1), 'No stated position on your 1 question'],
])('agreement always stands with its n: %#', (given, words) => expect(agreementInWords(given)).toBe(words));

test('what matters is told only where it changes something', () => {
  expect(weightInWords(result(7, 11, 12, 9, 14))).toBe('With what matters to you counted twice: 9 of 14');
  expect(weightInWords(result(7, 11, 12))).toBeUndefined();
});

test.each([
  [result(3, 5, 12), true, 'It has a stated position on only 5 of your 12 questions, so this says little.'],
  [result(3, 6, 12), false, undefined],
  [result(1, 1, 1), false, undefined],
  [result(0, 0, 4), true, undefined],
])('a party has said little below half of the answers: %#', (given, little, words) => {
  expect(hasSaidLittle(given)).toBe(little);
  expect(littleInWords(given)).toBe(words);
});

test('an answer says whether it matters', () => {
  expect(answerInWords({ answer: 'depends', matters: false })).toBe('Depends');
  expect(answerInWords({ answer: 'agree', matters: true })).toBe('Agree, matters');
});

test('the questions of the page are those that are counted, numbered through, with the same positions', async () => {
  const data = matchData(record);
  const questions = matchTopics(record).flatMap((topic) => topic.questions);
  expect(questions.map(({ id }) => id)).toEqual(data.questions.map(({ id }) => id));
  expect(questions.map(({ number }) => number)).toEqual(questions.map((_, index) => index + 1));
  const letters = { supports: 's', opposes: 'o', mixed: 'm', none: '-' } as const;
  expect(questions.map(({ positions }) => positions.map(({ stance }) => letters[stance]).join(''))).toEqual(data.questions.map(({ stances }) => stances));
});
