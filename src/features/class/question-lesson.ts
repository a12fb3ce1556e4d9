import { type BlindStatus, blindStatus } from '../../record/blind/blind-status.ts';
import type { BlindCard } from '../../record/blind/blind.ts';
import { hardWords, type WordMeaning } from '../../record/hard-words.ts';
import type { Dimension, OnRecord, Topic } from '../../record/record.ts';
import { STANCES } from '../../record/schema/stance.ts';
import { termsIn } from '../../record/terms.ts';
import { caveatsOf, type LessonCard, type PlanStep, sourceTexts, type SourceText, timed } from './lesson.ts';
import { asksYesOrNo, sideWords } from './lesson-questions.ts';
import { chooseSources, type SharedGround } from './lesson-sources.ts';
import { fromEachSide, questionCards, SIDES, type Side } from './question-cards.ts';
import { type PaperPart, paperParts } from './question-paper.ts';
import { CARE, EXIT, HOMEWORK, OPEN_WORDS, QUESTION_AIMS, QUESTION_PLAN, type QuestionWords, SUPPORT_TASK, YES_NO_WORDS } from './question-words.ts';

/** One step of the lesson on a question. */
export interface QuestionStep extends PlanStep {
  /** What pupils are told: the one task of this step. */
  task: string;
  /** What the teacher hands out for it. */
  give: string;
}

/** A side of the question that no card takes. For the teacher: to pupils it would tell how the cards are to be sorted. */
export interface MissingSide {
  /** As the cards are sorted: "Says no". */
  side: string;
  /** Why, in one sentence. */
  why: string;
  /** Statements on the question from outside the parties; the key has their words. */
  voices: number;
  /** Quotes on that side that would tell whose they are; the key has them. */
  quotes: number;
  /** Another question of the topic that has cards on both sides. */
  instead?: { id: string; title: string; question: string };
}

/** The lesson on one question without its answers: nothing in it names a party, a person or a slogan. */
export interface QuestionLesson {
  topic: { id: string; title: string };
  dimension: { id: string; title: string };
  question: string;
  /** Can yes or no answer it? If not, neither is asked for. */
  yesNo: boolean;
  status?: BlindStatus;
  aims: readonly string[];
  plan: readonly QuestionStep[];
  /** At most eight; `label` is a letter. */
  cards: readonly LessonCard[];
  /** What cards are sorted by, in the words of the key. */
  sides: readonly string[];
  missing: readonly MissingSide[];
  /** What stands on the sheet of each pupil. */
  sheet: QuestionWords;
  exit: readonly string[];
  homework: string;
  words: readonly WordMeaning[];
  /** For who needs it: fewer and shorter cards, never cut, and beginnings of sentences. */
  support: { task: string; cards: readonly LessonCard[]; words: readonly WordMeaning[]; starters: readonly string[] };
  /** For who is done: texts from different kinds of source, on the question or else on the topic; none where there are not two. */
  stretch?: { texts: readonly SourceText[]; shared: SharedGround };
  /** Notes of care for a topic that touches the lives of pupils: the topic's own, then ours for all. */
  care: readonly string[];
  /** The parts of the pupils' paper, in order. */
  paper: readonly PaperPart[];
}

/** Above this many characters the words of a card are printed smaller. */
const LONG = 250;

/** Cards on the support sheet. */
const FEWER = 4;

/**
 * The lesson on one question, in one lesson of fifty minutes.
 * @param topic the topic
 * @param dimension one of its questions
 * @param record the record it belongs to
 */
export function questionLesson(topic: Topic, dimension: Dimension, record: OnRecord): QuestionLesson {
  const { question, status } = dimension;
  const chosen = questionCards(topic, dimension, record);
  const cards = chosen.cards.map((card) => lessonCard(card, question));
  const few = fromEachSide(
    chosen.cards.toSorted((a, b) => a.text.length - b.text.length),
    FEWER,
  ).map((card) => lessonCard(card, question));
  const yesNo = asksYesOrNo(question);
  const sides = sideWords(question);
  const sheet = yesNo ? YES_NO_WORDS : OPEN_WORDS;
  const words = wordsOf([question, status?.text ?? '', ...cards.map(({ text }) => text)], topic, record);
  const stretch = stretchOf(topic, dimension, record);
  return {
    topic: { id: topic.id, title: topic.title },
    dimension: { id: dimension.id, title: dimension.title },
    question,
    yesNo,
    ...(status ? { status: blindStatus(status, record) } : {}),
    aims: QUESTION_AIMS,
    plan: timed(QUESTION_PLAN.map(({ id, ...step }): Omit<QuestionStep, 'from' | 'to'> => ({ id, ...step, task: sheet.tasks[id] }))),
    cards,
    sides: STANCES.map((stance) => sides[stance]),
    missing: chosen.missing.map(({ side, quotes }) => missingSide(side, quotes.length, topic, dimension, record)),
    sheet,
    exit: EXIT,
    homework: HOMEWORK,
    words,
    support: { task: SUPPORT_TASK, cards: few, words: wordsOf([question, ...few.map(({ text }) => text)], topic, record), starters: sheet.starters },
    ...(stretch ? { stretch } : {}),
    care: topic.care === undefined ? [] : [topic.care, ...CARE],
    paper: paperParts(cards.length, stretch !== undefined),
  };
}

/** Its texts for the task on sources: on the question where there are two, else on the topic; nothing where it has not two either. */
export function stretchSources(topic: Topic, dimension: Dimension, record: OnRecord) {
  const known = single.get(dimension) ?? { id: `${topic.id}/${dimension.id}`, dimensions: [dimension] };
  single.set(dimension, known);
  return [chooseSources(known, record), chooseSources(topic, record)].find(({ texts }) => texts.length > 1);
}

/** A choice of sources is remembered by the topic that it was made for. */
const single = new WeakMap<Dimension, Pick<Topic, 'id' | 'dimensions'>>();

function stretchOf(topic: Topic, dimension: Dimension, record: OnRecord): QuestionLesson['stretch'] {
  const choice = stretchSources(topic, dimension, record);
  return choice && { texts: sourceTexts(choice.texts), shared: new Set(choice.texts.map(({ quote }) => quote.dimension.id)).size === 1 && choice.texts[0]?.quote.dimension.id === dimension.id ? 'question' : 'topic' };
}

function lessonCard({ letter, text, quote }: BlindCard, question: string): LessonCard {
  return { label: letter, question, text, caveats: caveatsOf(quote), long: text.length > LONG };
}

/** The terms and hard words that some texts hold, each with its meaning. */
export function wordsOf(texts: readonly string[], { terms }: Topic, record: OnRecord): WordMeaning[] {
  const named = termsIn(texts, terms).map(({ term, meaning }) => ({ word: term, meaning }));
  const explained = named.map(({ word }) => word);
  return [...named, ...hardWords(texts, record, explained)];
}

/** What the lesson says of a side that no card takes, and what it offers instead. */
export function missingSide(side: Side, quotes: number, topic: Topic, dimension: Dimension, record: OnRecord): MissingSide {
  const words = sideWords(dimension.question)[side];
  const other = topic.dimensions.find((one) => one.id !== dimension.id && SIDES.every((each) => questionCards(topic, one, record).cards.some(({ quote }) => quote.stance === each)));
  return {
    side: words,
    why: quotes > 0 ? 'The words on record that take this side would tell whose they are, even with the names masked.' : 'The record has no words of any party that take this side.',
    voices: dimension.voices.length,
    quotes,
    ...(other ? { instead: { id: other.id, title: other.title, question: other.question } } : {}),
  };
}
