import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLeaks } from '../../../src/record/blind/blind.ts';
import { chooseQuestions, fooledMost, type QuizQuestion } from '../../../src/features/quiz/quiz.ts';
import { quizPool } from '../../../src/features/quiz/quiz-pool.ts';
import { addressOf, PRINTED, type QuizSettings, settingsFrom } from '../../../src/features/quiz/quiz-settings.ts';
import { quoteUrl } from '../../../src/site/urls.ts';
import { record } from '../../support/edition.ts';
import { DRAWN_OF_200, QUIZ_POOL, QUIZ_VARIETY } from '../../support/thresholds.ts';

const pool = quizPool(record, quoteUrl);

const WORDS = ['alder', 'beech', 'cedar', 'elm', 'fir', 'hazel', 'larch', 'maple', 'oak', 'pine', 'rowan', 'willow'];

/** An invented question; its words are its own, because the number is spelled out in them. */
function question(number: number, party: string, statement = number, topic = 'one'): QuizQuestion {
  const text = [...String(number).padStart(3, '0')].map((digit) => WORDS[Number(digit)]).join(' ');
  return {
    id: `q${number}`,
    page: `/quotes/q${number}/`,
    text,
    topic,
    party,
    speaker: `Speaker ${statement}`,
    role: 'Speaker',
    date: '2025-01-01',
    source: { title: 'A title', publisher: 'Daily Example', url: `https://daily.example/${statement}` },
  };
}

const countByParty = (questions: readonly QuizQuestion[]) => pool.parties.map(({ id }) => questions.filter(({ party }) => party === id).length);
const statementOf = ({ date, speaker, source }: QuizQuestion) => `${date} ${speaker} ${source.url}`;
const seeds = fc.stringMatching(/^[A-Za-z0-9_-]{1,16}$/u);
const counts = fc.constantFrom(5, 10, 15, 20);

describe('the pool', () => {
  test('holds nearly the whole record, every party and every topic', () => {
    // Words that a party has dropped are not asked.
    const held = record.quotes.filter(({ disowned }) => !disowned);
    expect(pool.questions.length).toBeGreaterThan(held.length * QUIZ_POOL);
    expect(Math.min(...countByParty(pool.questions))).toBeGreaterThan(held.length / (2 * pool.parties.length));
    expect(pool.topics.filter(({ id }) => !pool.questions.some(({ topic }) => topic === id))).toEqual([]);
  });

  test('gives no party away by the words that are asked', () => expect(pool.questions.flatMap(({ text }) => findLeaks(text, record.parties, record.speakers))).toEqual([]));

  test('says what was masked and only that', () => {
    const quotes = new Map(record.quotes.map((quote) => [quote.id, quote.text]));
    expect(pool.questions.filter(({ id, text, said }) => (said ?? text) !== quotes.get(id))).toEqual([]);
    expect(pool.questions.filter(({ said }) => said !== undefined).length).toBeGreaterThan(20);
  });

  test('leaves out a quote that its party has disowned', () => {
    const [first, ...rest] = record.quotes;
    const changed = [{ ...first!, disowned: { date: '2025-03', note: 'Disowned.' } }, ...rest];
    expect(quizPool({ ...record, quotes: changed }, quoteUrl).questions.some(({ id }) => id === first?.id)).toBe(false);
  });
});

describe('a quiz from the edition', () => {
  test('never repeats a quote or its words, balances the parties and keeps the parts of a statement apart', () => {
    fc.assert(
      fc.property(seeds, counts, fc.subarray(pool.topics.map(({ id }) => id)), (seed, count, topics) => {
        const asked = chooseQuestions(pool.questions, { seed, topics, count });
        expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
        expect(asked.filter((one) => asked.some((other) => other !== one && other.text.toLowerCase().includes(one.text.toLowerCase())))).toEqual([]);
        expect(asked.filter((one, at) => at > 0 && statementOf(one) === statementOf(asked[at - 1]!))).toEqual([]);
        expect(asked.filter(({ topic }) => topics.length > 0 && !topics.includes(topic))).toEqual([]);
        if (topics.length !== 1) {
          expect(asked).toHaveLength(count);
          const counted = countByParty(asked);
          expect(Math.max(...counted) - Math.min(...counted)).toBeLessThanOrEqual(topics.length === 0 || topics.length > 3 ? 0 : 2);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test('is the same for everyone who has the seed, whatever the order of the pool', () => {
    const quiz = { seed: 'abc', topics: [], count: 10 };
    const ids = chooseQuestions(pool.questions, quiz).map(({ id }) => id);
    expect(chooseQuestions([...pool.questions].reverse(), quiz).map(({ id }) => id)).toEqual(ids);
    expect(chooseQuestions(pool.questions, { ...quiz, seed: 'abd' }).map(({ id }) => id)).not.toEqual(ids);
  });

  test('over many seeds asks about every party in every place and about most of the record', () => {
    const quizzes = Array.from({ length: 200 }, (_, seed) => chooseQuestions(pool.questions, { seed: `s${seed}`, topics: [], count: 5 }));
    for (const place of [0, 4]) {
      const counted = countByParty(quizzes.map((quiz) => quiz[place]!));
      expect(Math.min(...counted)).toBeGreaterThan(DRAWN_OF_200);
    }
    expect(new Set(quizzes.flat().map(({ id }) => id)).size).toBeGreaterThan(pool.questions.length * QUIZ_VARIETY);
  });

  test('on paper has twenty quotes, four of each party', () => expect(countByParty(chooseQuestions(pool.questions, PRINTED))).toEqual([4, 4, 4, 4, 4]));
});

describe('a quiz from few quotes', () => {
  const ask = (questions: readonly QuizQuestion[], count: number, seed = 'x') => chooseQuestions(questions, { seed, topics: [], count });

  test.each([
    ['takes what there is', [question(1, 'a'), question(2, 'b')], 10, 2],
    ['asks a quote inside another only once', [question(1, 'a'), { ...question(2, 'a'), text: 'and alder alder beech too' }], 10, 1],
    ['drops parts of one statement that would stand next to each other', [question(1, 'a', 1), question(2, 'a', 1), question(3, 'a', 1), question(4, 'b', 4)], 10, 3],
    ['has nothing to ask', [], 5, 0],
  ])('%s', (_, questions, count, length) => {
    for (const seed of ['x', 'y', 'z']) expect(ask(questions, count, seed)).toHaveLength(length);
  });

  test('prefers another statement to a second part of one', () => {
    const questions = [...Array.from({ length: 9 }, (_, at) => question(at, 'a', 0)), question(10, 'a', 1), question(11, 'a', 2)];
    for (const seed of ['x', 'y', 'z']) expect(new Set(ask(questions, 3, seed).map(statementOf)).size).toBe(3);
  });

  test('fills up from the other parties when one has too few', () => {
    const questions = [question(1, 'a'), ...Array.from({ length: 9 }, (_, at) => question(at + 2, 'b'))];
    expect(ask(questions, 6).filter(({ party }) => party === 'a')).toHaveLength(1);
    expect(ask(questions, 6)).toHaveLength(6);
  });
});

test('the quotes that fooled most are summed over rounds, most first, without those that fooled nobody', () => {
  const answers = [
    { question: 'q1', wrong: 1, of: 4 },
    { question: 'q2', wrong: 0, of: 4 },
    { question: 'q3', wrong: 2, of: 4 },
    { question: 'q1', wrong: 3, of: 4 },
  ];
  expect(fooledMost(answers)).toEqual([
    { question: 'q1', wrong: 4, of: 8 },
    { question: 'q3', wrong: 2, of: 4 },
  ]);
});

describe('the address of a quiz', () => {
  const topics = ['housing', 'nhs', 'welfare'];
  const read = (query: string) => settingsFrom(new URLSearchParams(query), topics);

  test.each<[string, QuizSettings]>([
    ['one pupil', { seed: 'abc', topics: [], count: 10, seconds: 0, teams: 0 }],
    ['teams with a limit', { seed: 'k3_-x', topics: ['housing', 'nhs'], count: 20, seconds: 60, teams: 6 }],
  ])('brings the settings back: %s', (_, settings) => expect(read(addressOf(settings))).toEqual(settings));

  test.each([
    ['', {}],
    ['seed=', {}],
    ['seed=a+b&n=7&time=-1&mode=teams-9&topics=nobody', {}],
    ['seed=way-too-long-for-a-seed', {}],
    ['topics=housing&topics=nhs&topics=welfare', {}],
    ['topics=nhs&topics=housing', { topics: ['housing', 'nhs'] }],
    ['mode=teams-0&n=5', { count: 5 }],
    ['seed=%20abc%20', { seed: 'abc' }],
  ])('forgives “%s”', (query, expected) => expect(read(query)).toEqual({ topics: [], count: 10, seconds: 0, teams: 0, ...expected }));
});
