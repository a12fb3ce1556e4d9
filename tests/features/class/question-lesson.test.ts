import { describe, expect, test } from 'vitest';
import { lessonKey, questionKey } from '../../../src/features/class/lesson-key.ts';
import { asksYesOrNo, leanings, sideWords } from '../../../src/features/class/lesson-questions.ts';
import { MOST_CARDS, SIDES } from '../../../src/features/class/question-cards.ts';
import { questionLesson } from '../../../src/features/class/question-lesson.ts';
import { sidesFor } from '../../../src/features/class/question-paper.ts';
import { CARE, EXIT, HOMEWORK, OPEN_WORDS, QUESTION_AIMS, QUESTION_PLAN, SUPPORT_TASK, YES_NO_WORDS } from '../../../src/features/class/question-words.ts';
import type { Quote } from '../../../src/record/record.ts';
import { findLeaks } from '../../../src/record/blind/blind.ts';
import { record } from '../../support/edition.ts';
import { findLoadedWords } from '../../support/loaded-words.ts';
import { areWordsOf } from '../../support/own-words.ts';
import { readingGrade } from '../../support/reading-grade.ts';
import { smallRecord } from '../../support/small-record.ts';
import { READING_GRADE } from '../../support/thresholds.ts';

const lessons = record.topics.flatMap((topic) => topic.dimensions.map((dimension) => ({ id: `${topic.id}/${dimension.id}`, topic, dimension, lesson: questionLesson(topic, dimension, record), key: questionKey(topic, dimension, record) })));

describe.each(lessons)('the lesson on $id', ({ topic, dimension, lesson, key }) => {
  test('plans 50 minutes without a gap, each step with one task', () => {
    expect(lesson.plan.map(({ from }) => from)).toEqual([0, ...lesson.plan.slice(0, -1).map(({ to }) => to)]);
    expect(lesson.plan.at(-1)?.to).toBe(50);
    for (const { task } of lesson.plan) expect(task).not.toBe('');
  });

  test('leaks no party, person or slogan', () => expect(findLeaks(JSON.stringify(lesson), record.parties, record.speakers)).toEqual([]));

  test('has at most eight cards, a card of each side that the record has words for, and says why a side has none', () => {
    expect(lesson.cards.length).toBeLessThanOrEqual(MOST_CARDS);
    const onRecord = dimension.positions.flatMap(({ quotes }) => quotes.map(({ stance }) => stance));
    const words = sideWords(lesson.question);
    for (const side of SIDES) {
      const given = key.answers.some(({ quote }) => quote.stance === side);
      const missing = lesson.missing.find((one) => one.side === words[side]);
      expect(given).toBe(missing === undefined);
      if (onRecord.includes(side)) expect(given || missing?.quotes, side).toBeTruthy();
      else expect(missing?.why).toContain('no words');
    }
  });

  test('answers each card by the words it shows, in the words by which it is sorted, with a reason', () => {
    expect(key.answers.map(({ label }) => label)).toEqual(lesson.cards.map(({ label }) => label));
    for (const [index, { quote, side, reasons }] of key.answers.entries()) {
      expect(areWordsOf(lesson.cards[index]!.text, quote.text)).toBe(true);
      expect(side).toBe(sideWords(lesson.question)[quote.stance]);
      expect(lesson.sides).toContain(side);
      expect(reasons.length).toBeGreaterThan(0);
    }
    expect(key.texts.map(({ label }) => label)).toEqual(lesson.stretch?.texts.map(({ label }) => label) ?? []);
  });

  test('has the letters of the long form, which answers its added cards too', () => {
    const long = lessonKey(topic, record).questions.find((one) => one.dimension.id === dimension.id)!;
    const letters = new Map([...long.answers, ...long.added].map(({ label, quote }) => [label.slice(String(long.number).length), quote.id]));
    for (const { label, quote } of key.answers) expect(letters.get(label)).toBe(quote.id);
  });

  test('asks for yes or no only what yes or no can answer', () => {
    expect(lesson.yesNo).toBe(asksYesOrNo(lesson.question));
    const asked = JSON.stringify([lesson.sheet, lesson.sides, lesson.plan]);
    expect(/\b(?:yes|no)\b/iu.test(asked.replaceAll('No names', ''))).toBe(lesson.yesNo);
  });

  test('supports with its shortest cards of each side, none cut', () => {
    const { cards } = lesson.support;
    const sideOf = (label: string) => key.answers.find((answer) => answer.label === label)!.side;
    expect(cards.length).toBe(Math.min(4, lesson.cards.length));
    for (const card of cards) expect(lesson.cards).toContainEqual(card);
    expect(new Set(cards.map(({ label }) => sideOf(label)))).toEqual(new Set(key.answers.map(({ side }) => side)));
    for (const left of lesson.cards.filter(({ label }) => !cards.some((card) => card.label === label)))
      for (const card of cards.filter(({ label }) => sideOf(label) === sideOf(left.label))) expect(card.text.length).toBeLessThanOrEqual(left.text.length);
  });

  test('needs about 40 sides of paper for a class of 30', () => expect(sidesFor(lesson.paper, 30)).toBeLessThanOrEqual(48));
});

describe('cards of an invented question', () => {
  const of = (said: Parameters<typeof smallRecord>[0][string]) => {
    const invented = smallRecord({ topic: said });
    const topic = invented.topics[0]!;
    return { lesson: questionLesson(topic, topic.dimensions[0]!, invented), key: questionKey(topic, topic.dimensions[0]!, invented) };
  };

  test('of ten parties are eight, and the one that opposes is among them', () => {
    const parties = Object.fromEntries('abcdefghij'.split('').map((letter) => [letter, [letter === 'j' ? '2025-01-01 opposes' : '2025-01-01 supports'] as const]));
    const { key } = of({ q: parties });
    expect(key.answers).toHaveLength(8);
    expect(key.answers.map(({ quote }) => quote.stance)).toContain('opposes');
  });

  test('take in what a party said at another time where nobody else takes that side, and the key says what it says now', () => {
    const { lesson, key } = of({ q: { a: ['2025-01-01 supports', '2023-01-01 opposes'], b: ['2025-01-01 supports'] } });
    expect(lesson.missing).toEqual([]);
    expect(key.answers.find(({ quote }) => quote.stance === 'opposes')).toMatchObject({ label: 'C', now: { date: '2025-01-01', side: sideWords(lesson.question).supports } });
  });

  test('give the reasons of the readers who saw the side that stands, and say who read', () => {
    const read = (coding: NonNullable<Quote['coding']>, stance: Quote['stance'] = 'supports') => {
      const invented = structuredClone(smallRecord({ topic: { q: { a: ['2025-01-01 supports'], b: ['2025-01-01 opposes'] } } }));
      for (const quote of invented.topics[0]!.dimensions[0]!.positions.flatMap(({ quotes }) => quotes)) Object.assign(quote, { coding, stance });
      const { answers, readers } = questionKey(invented.topics[0]!, invented.topics[0]!.dimensions[0]!, invented);
      return { reasons: answers[0]?.reasons, readers };
    };
    const basis = 'words';
    expect(read({ first: 'supports', second: 'supports', basis, why: ['backs it', 'Backs it.'] })).toEqual({ reasons: ['Backs it'], readers: expect.stringContaining('No person') });
    expect(read({ first: 'supports', second: 'unclear', basis, why: ['backs it', 'names no plan'] }, 'unclear').reasons).toEqual(['One reader: for it. Backs it', 'The other: cannot tell. Names no plan']);
    const people = { first: 'supports', second: 'supports', readers: 'Two teachers', read: '2025-01-02' } as const;
    expect(read({ first: 'supports', second: 'unclear', basis, why: ['backs it', 'names no plan'], people })).toEqual({ reasons: ['Backs it'], readers: expect.stringMatching(/^(?!.*No person).*two people/u) });
  });

  test('without a side say so and name another question of the topic that has both', () => {
    const { lesson } = of({ q: { a: ['2025-01-01 supports'], b: ['2025-01-01 unclear'] }, r: { a: ['2025-01-01 supports'], b: ['2025-01-01 opposes'] } });
    expect(lesson.missing).toMatchObject([{ side: sideWords(lesson.question).opposes, instead: { id: 'r' } }]);
  });
});

test.each([
  ['Should it be so?', true],
  ['Is it the right way?', true],
  ['How should it be paid for?', false],
  ['What should the tax be?', false],
  ['Who should pay?', false],
])('“%s” can be answered yes or no: %s', (question, can) => expect(asksYesOrNo(question)).toBe(can));

describe('our own words', () => {
  const pupils = [...[YES_NO_WORDS, OPEN_WORDS].flatMap(({ tasks, reasons }) => [...Object.values(tasks), ...reasons.map((reason) => `${reason}.`)]), ...EXIT, HOMEWORK];
  const own = {
    'the support sheet': [SUPPORT_TASK, ...[YES_NO_WORDS, OPEN_WORDS].flatMap(({ starters }) => starters.map((starter) => `${starter}.`))],
    'the tasks': pupils,
    'the plan and the aims': [...QUESTION_AIMS, ...QUESTION_PLAN.flatMap(({ what, give }) => [what, give])],
    'the notes of care': [...CARE],
  };

  test.each(Object.entries(own))('%s read at age 12 or lower', (_, texts) => expect(readingGrade(texts.join(' '))).toBeLessThanOrEqual(READING_GRADE));
  test.each(Object.entries(own))('%s hold no loaded word', (_, texts) => expect(texts.flatMap(findLoadedWords)).toEqual([]));
  test.each(pupils.filter((words) => !words.startsWith('The best reason')))('“%s” leans no way', (words) => expect(leanings(words)).toEqual([]));
});
