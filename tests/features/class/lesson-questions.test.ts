import { describe, expect, test } from 'vitest';
import { allPrompts, leanings, talkPoints } from '../../../src/features/class/lesson-questions.ts';
import { record } from '../../support/edition.ts';

describe('leanings', () => {
  test.each([
    ['Why is it good to say yes?'],
    ['What is the best reason to say yes?'],
    ['Who agrees with this card?'],
    ['Surely both cards cannot be right or wrong?'],
    ["Isn't this card too hard?"],
    ['Don’t you think that this card goes too far?'],
    ['How should we stop this?'],
    ['Who would gain from this?'],
    ['Give a reason for it.'],
  ])('finds that “%s” leans', (prompt) => expect(leanings(prompt)).not.toEqual([]));

  test.each([
    ['What is the best reason to say yes? What is the best reason to say no?'],
    ['Give one reason for and one reason against: a reason for it, a reason against it.'],
    ['Who might gain and who might lose?'],
    ['Who agrees and who disagrees?'],
    ['Which two cards are closest to each other?'],
    ['How do you know?'],
  ])('finds nothing in “%s”', (prompt) => expect(leanings(prompt)).toEqual([]));
});

describe('talkPoints', () => {
  test('asks the record’s own question and then the same of each side', () => {
    const points = talkPoints([{ question: 'Is A?' }, { question: 'Is B?' }]);
    expect(points.map(({ number, question }) => `${number} ${question}`)).toEqual(['1 Is A?', '2 Is B?']);
    for (const { prompt } of points) {
      const [first, second] = prompt.split(/(?<=\?) /u);
      expect(first?.replace(/\b(?:yes|no)\b/u, '_')).toBe(second?.replace(/\b(?:yes|no)\b/u, '_'));
    }
  });

  test('asks for no yes and no no where neither is an answer', () => expect(talkPoints([{ question: 'How should it be paid for?' }])[0]?.prompt).not.toMatch(/\b(?:yes|no)\b/u));

  test('names each side first in turn', () => {
    const first = talkPoints(Array.from({ length: 6 }, () => ({ question: 'Is A?' }))).map(({ prompt }) => /\b(?:yes|no)\b/u.exec(prompt)?.[0]);
    expect(first).toEqual(['yes', 'no', 'yes', 'no', 'yes', 'no']);
  });
});

test.each(allPrompts())('our prompt “%s” leans no way', (prompt) => expect(leanings(prompt)).toEqual([]));

test('no question of the record asks for one answer', () => {
  const questions = record.topics.flatMap(({ dimensions }) => dimensions.map(({ question }) => question));
  expect(questions.filter((question) => leanings(question).some((fault) => fault.includes('asks for one answer')))).toEqual([]);
});
