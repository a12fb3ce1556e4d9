import { describe, expect, test } from 'vitest';
import { findLeaks } from '../../../src/record/blind/blind.ts';
import { CARDS_A_SHEET, KIND_MEANINGS, lesson, SHARED_WORDS, SOURCE_QUESTIONS, STEPS } from '../../../src/features/class/lesson.ts';
import { lessonKey } from '../../../src/features/class/lesson-key.ts';
import { allPrompts } from '../../../src/features/class/lesson-questions.ts';
import { firstSlide, lessonSlides } from '../../../src/features/class/lesson-slides.ts';
import { hardWords } from '../../../src/record/hard-words.ts';
import type { Quote } from '../../../src/record/record.ts';
import { FEWEST_WORDS_FOR_A_TASK } from '../../../src/record/thresholds.ts';
import { wordCount } from '../../../src/record/words.ts';
import { record } from '../../support/edition.ts';
import { findLoadedWords } from '../../support/loaded-words.ts';
import { areWordsOf } from '../../support/own-words.ts';
import { readingGrade } from '../../support/reading-grade.ts';
import { READING_GRADE } from '../../support/thresholds.ts';

const { parties, speakers } = record;
const packs = record.topics.map((topic) => ({ id: topic.id, topic, pack: lesson(topic, record), key: lessonKey(topic, record) }));

describe.each(packs)('the pack on $id', ({ topic, pack, key }) => {
  test('plans 50 minutes without a gap, in the order of its steps', () => {
    expect(pack.plan.map(({ id }) => id)).toEqual(STEPS);
    expect(pack.plan.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(50);
    expect(pack.plan.map(({ from }) => from)).toEqual([0, ...pack.plan.slice(0, -1).map(({ to }) => to)]);
    expect(pack.plan.at(-1)?.to).toBe(50);
  });

  test('leaks no party, person or slogan', () => {
    expect(findLeaks(JSON.stringify(pack), parties, speakers)).toEqual([]);
    const slides = lessonSlides(pack).flatMap(({ place, heading, lines, quote }) => [place, heading, quote ?? '', ...lines]);
    expect(findLeaks(slides.join('\n'), parties, speakers)).toEqual([]);
  });

  test('has a card or a stated reason for each party on each question, and an answer for each card', () => {
    expect(pack.cards.length + pack.cardsMissing).toBe(parties.length * topic.dimensions.length);
    expect(key.questions.flatMap(({ answers }) => answers.map(({ label }) => label))).toEqual(pack.cards.map(({ label }) => label));
    expect(key.questions.flatMap(({ missing }) => missing)).toHaveLength(pack.cardsMissing);
    expect(key.questions.flatMap(({ missing }) => missing.map(({ why }) => why))).not.toContain(undefined);
    for (const { answers } of key.questions) expect(new Set(answers.map(({ quote }) => quote.party.id)).size).toBe(answers.length);
  });

  test('answers each card with the quote whose words it shows', () => {
    const answers = new Map(key.questions.flatMap((question) => question.answers.map((answer) => [answer.label, { answer, question }] as const)));
    for (const card of pack.cards) {
      const found = answers.get(card.label);
      expect(found?.question.question).toBe(card.question);
      expect(areWordsOf(card.text, found?.answer.quote.text ?? ''), card.text).toBe(true);
      expect(found?.answer.masked).toBe(card.text !== found?.answer.quote.text);
    }
  });

  test('puts every card on one sheet, four to a sheet', () => {
    expect(pack.sheets.flat()).toEqual(pack.cards);
    expect(pack.sheets.slice(0, -1).every((sheet) => sheet.length === CARDS_A_SHEET)).toBe(true);
    expect(new Set(pack.cards.map(({ label }) => label)).size).toBe(pack.cards.length);
  });

  test('compares sources of different kinds and parties, one of each, with their answers in the key', () => {
    const { texts, missing } = pack.sources;
    const chosen = new Set(key.texts.map(({ quote }) => quote.party.id));
    expect([...texts.map(({ kind }) => kind), ...missing].sort()).toEqual(Object.keys(KIND_MEANINGS).sort());
    expect(texts.length).toBeGreaterThanOrEqual(2);
    expect(chosen.size).toBe(texts.length);
    expect(key.texts.every(({ quote }, index) => areWordsOf(texts[index]!.text, quote.text))).toBe(true);
    expect(key.texts.map(({ label, quote }) => `${label} ${quote.source.kind}`)).toEqual(texts.map(({ label, kind }) => `${label} ${kind}`));
    if (pack.sources.shared === 'question') expect(new Set(texts.map(({ question }) => question)).size).toBe(1);
    const fits = ({ source, disowned, text, party }: Quote) => !source.notice && !disowned && wordCount(text) >= FEWEST_WORDS_FOR_A_TASK && !chosen.has(party.id);
    expect(topic.quotes.filter((quote) => missing.includes(quote.source.kind) && fits(quote))).toEqual([]);
  });

  test('states the balance as it can be counted, with names in the key alone', () => {
    const counted = parties.map(({ id }) => {
      const own = topic.quotes.filter(({ party }) => party.id === id);
      return [id, own.length, own.reduce((sum, { text }) => sum + wordCount(text), 0)] as const;
    });
    expect(key.balance.parties.map(({ party, quotes, words }) => [party.id, quotes, words])).toEqual(counted);
    expect(pack.amounts.quotes).toBe(topic.quotes.length);
    expect(pack.amounts.mostWords).toBe(Math.max(...counted.map(([, , words]) => words)));
    expect(key.balance.parties.reduce((sum, { cards }) => sum + cards, 0)).toBe(pack.cards.length);
  });

  test('explains every term of the topic, and hard words that stand in its quotes', () => {
    expect(pack.terms.map(({ word }) => word)).toEqual(topic.terms.map(({ term }) => term));
    const words = [...pack.terms, ...pack.words].map(({ word }) => word.toLowerCase());
    expect(new Set(words).size).toBe(words.length);
    expect(pack.words.length).toBeGreaterThan(0);
  });

  test('shows every question, card, text and prompt on a slide of its own', () => {
    const slides = lessonSlides(pack);
    expect(slides.map(({ number }) => number)).toEqual(slides.map((_, index) => index + 1));
    expect(slides.filter(({ step, quote }) => step === 'cards' && quote).map(({ quote }) => quote)).toEqual(pack.cards.map(({ text }) => text));
    expect(slides.filter(({ step }) => step === 'starter').map(({ heading }) => heading)).toEqual(topic.dimensions.map(({ question }) => question));
    expect(slides.filter(({ step }) => step === 'talk')).toHaveLength(pack.talk.length + pack.general.length);
    for (const step of STEPS) expect(slides[firstSlide(slides, step) - 1]?.step).toBe(step);
  });
});

describe('hardWords', () => {
  test('finds every form of a word, and leaves out what a term explains', () => {
    expect(hardWords(['They negotiated, and were enforcing it.'], record).map(({ word }) => word)).toEqual(['Enforce', 'Negotiate']);
    expect(hardWords(['A levy.'], record, ['Levy (energy)'])).toEqual([]);
    expect(hardWords(['Universal Credit is here.'], record)).toEqual([]);
    expect(hardWords(['A bill is due, but the Bill is not for universal care.'], record).map(({ word }) => word)).toEqual(['Bill', 'Universal']);
  });

  test('lists its words A to Z', () => {
    const words = hardWords(
      record.glossary.flatMap(({ forms }) => forms.map((form) => form.replace('*', 'x'))),
      { glossary: record.glossary },
    ).map(({ word }) => word);
    expect(words).toEqual([...record.glossary.map(({ word }) => word)].sort((a, b) => a.localeCompare(b, 'en')));
  });
});

describe('our own words', () => {
  const { pack } = packs[0]!;
  const own = {
    'the plan and the aims': [...pack.aims, ...pack.plan.map(({ what }) => what), ...pack.exit],
    'the prompts': allPrompts(),
    'the source task': [...SOURCE_QUESTIONS, ...Object.values(KIND_MEANINGS).map(({ meaning }) => meaning), ...Object.values(SHARED_WORDS)],
  };

  test.each(Object.entries(own))('%s read at age 12 or lower', (_, texts) => expect(readingGrade(texts.join(' '))).toBeLessThanOrEqual(READING_GRADE));

  test.each(Object.entries(own))('%s hold no loaded word', (_, texts) => expect(texts.flatMap(findLoadedWords)).toEqual([]));
});
