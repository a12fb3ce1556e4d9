import { type BlindPageQuestion, blindTopic } from '../../record/blind/blind-page.ts';
import type { BlindCard } from '../../record/blind/blind.ts';
import { type Amount, topicCoverage } from '../../record/coverage.ts';
import type { RecordDate } from '../../record/dates.ts';
import { readBy } from '../../record/stance.ts';
import { cardLabel, textLabel } from './lesson.ts';
import { type SideWords, sideWords } from './lesson-questions.ts';
import { chooseSources, type ChosenSource } from './lesson-sources.ts';
import { questionCards } from './question-cards.ts';
import { type MissingSide, missingSide, stretchSources } from './question-lesson.ts';
import type { Dimension, OnRecord, Party, Quote, Topic, Voice } from '../../record/record.ts';

/** The answer to one card or text. */
export interface KeyAnswer {
  label: string;
  quote: Quote;
  /** True when the pack shows masks in place of some words. */
  masked: boolean;
  /** The side, in the words by which cards are sorted. */
  side: string;
  /** Why it is on that side: what the readers of its words gave as their reason. */
  reasons: readonly string[];
  /** What its party says by its newest words on the question, where that is another side. */
  now?: { date: RecordDate; side: string };
}

/** The answers to one question. */
export interface QuestionKey {
  topic: { id: string; title: string };
  dimension: { id: string; title: string };
  question: string;
  answers: readonly KeyAnswer[];
  /** Parties without a card. */
  missing: readonly { party: string; why: string }[];
  /** Sides without a card, with what the record has in their place. */
  sides: readonly (MissingSide & { said: readonly Voice[]; told: readonly KeyAnswer[] })[];
  /** The texts of its task on sources. */
  texts: readonly KeyAnswer[];
  /** Who read the stances, in a sentence. */
  readers: string;
}

/** The answers of one topic's pack. */
export interface LessonKey {
  topic: { id: string; title: string };
  /** Each with its number; `added` are the cards that only the lesson on that question has. */
  questions: readonly (QuestionKey & { number: number; added: readonly KeyAnswer[] })[];
  texts: readonly KeyAnswer[];
  balance: Balance;
}

/** How much of each party a pack and the record hold. */
export interface Balance {
  /** One a party, A to Z, with the cards it has in the pack. */
  parties: readonly (Amount & { party: Party; cards: number })[];
  reason?: string;
}

const WHY: Readonly<Record<BlindPageQuestion['gaps'][number]['why'], string>> = {
  silent: 'The record has no quote.',
  'left-out': 'Its words give it away, even with the names masked.',
};

/**
 * Who said what is on the cards and in the texts of `lesson`, and how the record is balanced.
 * @param topic the topic
 * @param record the record it belongs to
 */
export function lessonKey(topic: Topic, record: OnRecord): LessonKey {
  const questions = topic.dimensions.map((dimension, index) => {
    const { cards } = blindTopic(topic, record)[index]!;
    const known = new Set(cards.map(({ key }) => key));
    const numbered = (some: readonly BlindCard[]) => some.map((card) => keyAnswer(card, dimension, cardLabel(index, card.letter)));
    return { number: index + 1, ...withoutAnswers(topic, dimension, record), answers: numbered(cards), added: numbered(questionCards(topic, dimension, record).cards.filter(({ key }) => !known.has(key))) };
  });
  return { topic: { id: topic.id, title: topic.title }, questions, texts: textAnswers(chooseSources(topic, record).texts), balance: balanceOf(topic, record, questions) };
}

/**
 * Who said what is on the cards and in the texts of `questionLesson`.
 * @param topic the topic
 * @param dimension one of its questions
 * @param record the record it belongs to
 */
export function questionKey(topic: Topic, dimension: Dimension, record: OnRecord): QuestionKey & Pick<LessonKey, 'balance'> {
  const answers = questionCards(topic, dimension, record).cards.map((card) => keyAnswer(card, dimension, card.letter));
  return { ...withoutAnswers(topic, dimension, record), answers, balance: balanceOf(topic, record, [{ answers }]) };
}

function withoutAnswers(topic: Topic, dimension: Dimension, record: OnRecord): Omit<QuestionKey, 'answers'> {
  const { gaps } = blindTopic(topic, record).find(({ id }) => id === dimension.id)!;
  const words = sideWords(dimension.question);
  return {
    topic: { id: topic.id, title: topic.title },
    dimension: { id: dimension.id, title: dimension.title },
    question: dimension.question,
    missing: gaps.map(({ party, why }) => ({ party, why: WHY[why] })),
    sides: questionCards(topic, dimension, record).missing.map(({ side, quotes }) => ({
      ...missingSide(side, quotes.length, topic, dimension, record),
      said: dimension.voices,
      told: quotes.map((quote) => answerOf(quote, '', words)),
    })),
    texts: textAnswers(stretchSources(topic, dimension, record)?.texts ?? []),
    readers: readersInWords(dimension.positions.flatMap(({ quotes }) => quotes)),
  };
}

function keyAnswer({ quote, masked }: BlindCard, dimension: Dimension, label: string): KeyAnswer {
  const words = sideWords(dimension.question);
  const { stance, shownBy } = dimension.positions.find(({ party }) => party.id === quote.party.id)!;
  return { ...answerOf(quote, label, words, masked), ...(shownBy && stance !== 'none' && stance !== quote.stance ? { now: { date: shownBy.date, side: words[stance] } } : {}) };
}

function textAnswers(texts: readonly ChosenSource[]): KeyAnswer[] {
  return texts.map(({ quote, text }, index) => answerOf(quote, textLabel(index), sideWords(quote.dimension.question), text !== quote.text));
}

function answerOf(quote: Quote, label: string, words: SideWords, masked = false): KeyAnswer {
  return { label, quote, masked, side: words[quote.stance], reasons: reasonsOf(quote, words) };
}

/**
 * What both readers gave as their reason, once where they say the same; with their sides where those differ. Where people
 * have read it after them, the reasons of those readers who saw the same side.
 */
function reasonsOf({ coding, stance }: Quote, words: SideWords): string[] {
  if (!coding) return [];
  const sides = [coding.first, coding.second];
  const why = coding.why.map((reason) => reason.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()).replace(/\.$/u, ''));
  const outranked = coding.people !== undefined && coding.people.only !== true;
  if (sides[0] !== sides[1] && !outranked) return why.map((reason, reader) => `${reader === 0 ? 'One reader' : 'The other'}: ${words[sides[reader]!].toLowerCase()}. ${reason}`);
  const fitting = why.filter((_, reader) => !outranked || sides[reader] === stance);
  return fitting.filter((reason, index) => fitting.findIndex((other) => other.toLowerCase() === reason.toLowerCase()) === index);
}

function readersInWords(quotes: readonly Quote[]): string {
  const ways = [...new Set(quotes.flatMap(({ coding }) => readBy(coding) ?? []))];
  if (ways.length === 0) return 'Nobody has read yet which side these words take.';
  return `Which side the words take was ${ways.join(' or ')}.${ways.some((way) => way.endsWith('people')) ? '' : ' No person has read them for this yet.'}`;
}

function balanceOf(topic: Topic, record: OnRecord, questions: readonly Pick<QuestionKey, 'answers'>[]): Balance {
  const given = questions.flatMap(({ answers }) => answers.map(({ quote }) => quote.party.id));
  const { parties, balanceReason } = topicCoverage(topic, record);
  return { parties: parties.map((amount) => ({ ...amount, cards: given.filter((id) => id === amount.party.id).length })), ...(balanceReason ? { reason: balanceReason } : {}) };
}
