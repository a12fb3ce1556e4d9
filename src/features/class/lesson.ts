import type { SourceKind } from '../../record/schema/source.ts';
import { blindTopic } from '../../record/blind/blind-page.ts';
import { topicCoverage } from '../../record/coverage.ts';
import { yearOf } from '../../record/dates.ts';
import { asksYesOrNo, GENERAL_PROMPTS, talkPoints, type TalkPoint } from './lesson-questions.ts';
import { chooseSources, type ChosenSource, type SharedGround } from './lesson-sources.ts';
import { hardWords, type WordMeaning } from '../../record/hard-words.ts';
import { type BlindStatus, blindStatus } from '../../record/blind/blind-status.ts';
import { WITHDRAWN_WORDS } from '../../record/mark.ts';
import type { OnRecord, Quote, Topic } from '../../record/record.ts';

/** The steps of a lesson; each is the fragment of its place on the page, and part of an address: never change one. */
export const STEPS = ['starter', 'cards', 'sources', 'talk', 'look', 'exit'] as const;
export type StepId = (typeof STEPS)[number];

/** One step of the plan. */
export interface PlanStep {
  id: StepId;
  title: string;
  minutes: number;
  /** Minutes after the start at which it begins and ends. */
  from: number;
  to: number;
  /** What the class does. */
  what: string;
}

/** A quote card to cut out: no party, no person. */
export interface LessonCard {
  /** Number of the question and a letter: `2C`. */
  label: string;
  question: string;
  /** The words, with masks in square brackets. */
  text: string;
  /** What a reader of the words must know, and that names nobody. */
  caveats: readonly string[];
  /** True when the words need smaller letters to fit their card on paper. */
  long: boolean;
}

/** What stands beside words whose party may not be named. */
export function caveatsOf({ partial, disowned }: Quote): string[] {
  return [...(partial ? ['Part of a sentence'] : []), ...(disowned ? [WITHDRAWN_WORDS] : [])];
}

/** One text of the source task. */
export interface SourceText {
  /** `X`, `Y` or `Z`. */
  label: string;
  kind: SourceKind;
  question: string;
  text: string;
  partial: boolean;
  year: string;
}

/** Amounts that a pack can state without naming anyone. */
export interface LessonAmounts {
  quotes: number;
  words: number;
  parties: number;
  /** Words of the party with the most and with the least. */
  mostWords: number;
  fewestWords: number;
}

/** Everything that a pack shows before its key. */
export interface Lesson {
  topic: { id: string; title: string };
  summary: string;
  aims: readonly string[];
  plan: readonly PlanStep[];
  questions: readonly { number: number; title: string; question: string; status?: BlindStatus }[];
  cards: readonly LessonCard[];
  /** The cards as they are printed. */
  sheets: readonly (readonly LessonCard[])[];
  /** Cards that are not there, because a party is silent or its words cannot be masked. */
  cardsMissing: number;
  sources: { texts: readonly SourceText[]; shared: SharedGround; missing: readonly SourceKind[] };
  talk: readonly TalkPoint[];
  general: readonly string[];
  exit: readonly string[];
  terms: readonly WordMeaning[];
  words: readonly WordMeaning[];
  amounts: LessonAmounts;
}

/** How many cards fit on a sheet of A4 or Letter. */
export const CARDS_A_SHEET = 4;

/** Above this many characters the words of a card are printed smaller. */
const LONG = 180;

const PLAN: readonly Omit<PlanStep, 'from' | 'to'>[] = [
  { id: 'starter', title: 'Starter', minutes: 5, what: 'Each pupil reads the questions and marks a first view, alone.' },
  { id: 'cards', title: 'Sort the cards', minutes: 15, what: 'Groups sort the quote cards by what each one says. No names yet.' },
  { id: 'sources', title: 'Look at the sources', minutes: 10, what: 'Pairs ask where words come from, and what that changes.' },
  { id: 'talk', title: 'Talk', minutes: 12, what: 'The class hears the best case for each side.' },
  { id: 'look', title: 'Who said it?', minutes: 4, what: 'The teacher reads out the key. Groups check their cards.' },
  { id: 'exit', title: 'Exit ticket', minutes: 4, what: 'Each pupil writes three short answers and hands them in.' },
];

const AIMS = [
  'I can say what the questions on this topic are.',
  'I can tell from a quote which side it takes, or that it takes none.',
  'I can say how the kind of source changes what we learn from it.',
  'I can give a reason for each side, and not only for my own.',
] as const;

const EXIT = [
  'Write one reason for yes and one reason for no on one of the questions.',
  'What is one thing you would check before you share a quote?',
  'Has your view changed since the start? Say what changed it, or what kept it the same.',
] as const;

/** In place of the first where yes or no is no answer. */
const OPEN_EXIT = 'Choose one of the questions. Write two answers that a person could give, and one reason to give each.';

/** What our lessons tell pupils about each kind of source. */
export const KIND_MEANINGS: Readonly<Record<SourceKind, { name: string; meaning: string }>> = {
  'official-record': { name: 'Official record', meaning: 'Words said in Parliament or by the government, put in writing by the state.' },
  party: { name: 'The party’s own words', meaning: 'A party wrote and put out these words, such as in a list of plans or on its site.' },
  press: { name: 'Press', meaning: 'A news story. A reporter chose which words to print.' },
};

/** What to ask of each text of the source task. */
export const SOURCE_QUESTIONS = [
  'Who chose which words we can read here?',
  'Who were the words meant for?',
  'Could another person answer back there and then?',
  'What does this text tell you that the others do not?',
  'Where would you look next to check it?',
] as const;

/** How a source task says what its texts share. */
export const SHARED_WORDS: Readonly<Record<SharedGround, string>> = {
  question: 'The texts are on one question. No two are from the same party.',
  topic: 'The texts are on this topic, but not all on one question. No two are from the same party.',
};

/**
 * The pack of one topic without its answers: nothing in it names a party, a person or a slogan.
 * @param topic the topic
 * @param record the record it belongs to
 */
export function lesson(topic: Topic, record: OnRecord): Lesson {
  const known = packs.get(record) ?? new WeakMap<Topic, Lesson>();
  packs.set(record, known);
  const pack = known.get(topic) ?? makeLesson(topic, record);
  known.set(topic, pack);
  return pack;
}

/** The pack, its slides and the list of packs need the same. */
const packs = new WeakMap<OnRecord, WeakMap<Topic, Lesson>>();

function makeLesson(topic: Topic, record: OnRecord): Lesson {
  const blind = blindTopic(topic, record);
  const cards = blind.flatMap(({ question, cards }, index) => cards.map(({ letter, text, quote }): LessonCard => ({ label: cardLabel(index, letter), question, text, caveats: caveatsOf(quote), long: text.length > LONG })));
  const choice = chooseSources(topic, record);
  const texts = sourceTexts(choice.texts);
  const terms = topic.terms.map(({ term, meaning }) => ({ word: term, meaning }));
  const shown = [...cards, ...texts].map(({ text }) => text);
  const explained = terms.map(({ word }) => word);
  return {
    topic: { id: topic.id, title: topic.title },
    summary: topic.summary,
    aims: AIMS,
    plan: timed(PLAN),
    questions: topic.dimensions.map(({ title, question, status }, index) => ({ number: index + 1, title, question, ...(status ? { status: blindStatus(status, record) } : {}) })),
    cards,
    sheets: sheetsOf(cards),
    cardsMissing: blind.reduce((sum, { gaps }) => sum + gaps.length, 0),
    sources: { texts, shared: choice.shared, missing: choice.missing },
    talk: talkPoints(topic.dimensions),
    general: GENERAL_PROMPTS,
    exit: asksYesOrNo(...topic.dimensions.map(({ question }) => question)) ? EXIT : [OPEN_EXIT, ...EXIT.slice(1)],
    terms,
    words: hardWords(shown, record, explained),
    amounts: amountsOf(topic, record),
  };
}

/** The label of a card: `2C` is the third card of the second question, which has the index 1. */
export function cardLabel(question: number, letter: string): string {
  return `${question + 1}${letter}`;
}

/** Texts of the source task without their parties. */
export function sourceTexts(texts: readonly ChosenSource[]): SourceText[] {
  return texts.map(({ kind, quote, text }, index) => ({ label: textLabel(index), kind, question: quote.dimension.question, text, partial: quote.partial === true, year: yearOf(quote.date) }));
}

/** The label of a text of the source task: `X`, `Y`, `Z`. */
export function textLabel(index: number): string {
  return String.fromCharCode(88 + index);
}

/** Steps with the minutes after the start at which each begins and ends. */
export function timed<Step extends { minutes: number }>(steps: readonly Step[]): (Step & { from: number; to: number })[] {
  let from = 0;
  return steps.map((step) => {
    const start = from;
    from += step.minutes;
    return { ...step, from: start, to: from };
  });
}

function sheetsOf(cards: readonly LessonCard[]): LessonCard[][] {
  return Array.from({ length: Math.ceil(cards.length / CARDS_A_SHEET) }, (_, sheet) => cards.slice(sheet * CARDS_A_SHEET, (sheet + 1) * CARDS_A_SHEET));
}

function amountsOf(topic: Topic, record: OnRecord): LessonAmounts {
  const { total, parties } = topicCoverage(topic, record);
  const words = parties.map((party) => party.words);
  return { quotes: total.quotes, words: total.words, parties: parties.length, mostWords: Math.max(...words), fewestWords: Math.min(...words) };
}
