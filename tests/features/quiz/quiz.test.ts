import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLeaks } from '../../../src/record/blind/blind.ts';
import { chooseQuestions, fooledMost, type QuizQuestion } from '../../../src/features/quiz/quiz.ts';
import { codeOf, seedOf, settingsOf } from '../../../src/features/quiz/quiz-code.ts';
import { newGame, onward, scoresOf } from '../../../src/features/quiz/quiz-game.ts';
import { quizPool } from '../../../src/features/quiz/quiz-pool.ts';
import { COUNTS, PRINTED, settingsFrom, TEAMS, TIMES } from '../../../src/features/quiz/quiz-settings.ts';
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

describe('the code of a quiz', () => {
  const topics = Array.from({ length: 75 }, (_, number) => `topic-${number}`);
  const settings = fc.record({
    seed: fc.nat(2 ** 32 - 1).map(seedOf),
    topics: fc.subarray(topics, { maxLength: 74 }),
    count: fc.constantFrom(...COUNTS),
    seconds: fc.constantFrom(...TIMES),
    teams: fc.constantFrom(0, ...TEAMS),
  });

  test('brings every setting back, however it is typed', () => {
    fc.assert(
      fc.property(settings, (quiz) => {
        const code = codeOf(quiz, topics);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{1,4})+$/u);
        for (const typed of [code, code.toLowerCase().replaceAll('-', ''), ` ${code.replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `]) expect(settingsOf(typed, topics), typed).toEqual(quiz);
      }),
      { seed: 7 },
    );
  });

  test('has eight letters for all topics, and at most eleven for any of fifteen', () => {
    const plain = { seed: seedOf(5), topics: [], count: 10, seconds: 0, teams: 0 } as const;
    expect(codeOf(plain, topics)).toHaveLength('K7QM-4TZ2'.length);
    expect(codeOf({ ...plain, topics: topics.slice(1, 15) }, topics.slice(0, 15)).length).toBeLessThanOrEqual('K7QM-4TZ2-K7Q'.length);
  });

  test('finds nearly every slip, and topics that have moved', () => {
    const quiz = { seed: seedOf(123_456), topics: ['topic-3', 'topic-9'], count: 10, seconds: 30, teams: 2 } as const;
    const code = codeOf(quiz, topics);
    const slips = [...code].flatMap((letter, at) => (letter === '-' ? [] : [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].filter((other) => other !== letter).map((other) => code.slice(0, at) + other + code.slice(at + 1))));
    expect(slips.filter((slip) => settingsOf(slip, topics) !== undefined).length).toBeLessThanOrEqual(slips.length / 100);
    expect(settingsOf(code, ['a new topic', ...topics])).toBeUndefined();
    expect(settingsOf(code, topics.slice(0, 5))).toBeUndefined();
    expect(settingsOf(codeOf({ ...quiz, topics: [] }, topics), ['a new topic', ...topics])).toEqual({ ...quiz, topics: [] });
  });

  test.each(['', 'abc', 'keys', 'UUUU-UUUU', 'K7QM', 'K7QM-4T%2'])('is not “%s”', (text) => expect(settingsOf(text, topics)).toBeUndefined());
});

test('a game counts what was ticked for each player, while it is shown and once it is left', () => {
  const first = { ...newGame('CODE', ['q1', 'q2'], 3, 20, []), chosen: '', right: [0, 2] };
  expect(scoresOf(first)).toEqual([1, 0, 1]);
  const second = onward(first, 20);
  expect(second).toMatchObject({ at: 1, chosen: undefined, right: [], scores: [1, 0, 1], left: 20, answers: [{ question: 'q1', wrong: 1, of: 3 }] });
  expect(scoresOf({ ...second, right: [2] })).toEqual([1, 0, 2]);
});

test.each([
  ['', {}],
  ['n=7&time=-1&mode=teams-9&topics=nobody', {}],
  ['topics=housing&topics=nhs&topics=welfare', {}],
  ['topics=nhs&topics=housing', { topics: ['housing', 'nhs'] }],
  ['topics=nhs,housing&time=30', { topics: ['housing', 'nhs'], seconds: 30 }],
  ['mode=teams-0&n=5', { count: 5 }],
  ['mode=teams-6', { teams: 6 }],
])('the form forgives “%s”', (query, expected) => expect(settingsFrom(new URLSearchParams(query), ['housing', 'nhs', 'welfare'])).toEqual({ topics: [], count: 10, seconds: 0, teams: 0, ...expected }));
