import { type BlindPageQuestion, blindTopic } from '../../record/blind/blind-page.ts';
import { type Amount, topicCoverage } from '../../record/coverage.ts';
import { cardLabel, textLabel } from './lesson.ts';
import { chooseSources } from './lesson-sources.ts';
import type { OnRecord, Party, Quote, Topic } from '../../record/record.ts';

/** The answer to one card or text. */
export interface KeyAnswer {
  label: string;
  quote: Quote;
  /** True when the pack shows masks in place of some words. */
  masked: boolean;
}

/** The answers of one topic's pack. */
export interface LessonKey {
  topic: { id: string; title: string };
  questions: readonly { number: number; question: string; answers: readonly KeyAnswer[]; missing: readonly { party: string; why: string }[] }[];
  texts: readonly KeyAnswer[];
  balance: {
    /** One a party, A to Z, with the cards it has in the pack. */
    parties: readonly (Amount & { party: Party; cards: number })[];
    reason?: string;
  };
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
  const questions = blindTopic(topic, record).map(({ question, cards, gaps }, index) => ({
    number: index + 1,
    question,
    answers: cards.map(({ letter, quote, masked }): KeyAnswer => ({ label: cardLabel(index, letter), quote, masked })),
    missing: gaps.map(({ party, why }) => ({ party, why: WHY[why] })),
  }));
  const given = questions.flatMap(({ answers }) => answers.map(({ quote }) => quote.party.id));
  const { parties, balanceReason } = topicCoverage(topic, record);
  return {
    topic: { id: topic.id, title: topic.title },
    questions,
    texts: chooseSources(topic, record).texts.map(({ quote, text }, index) => ({ label: textLabel(index), quote, masked: text !== quote.text })),
    balance: { parties: parties.map((amount) => ({ ...amount, cards: given.filter((id) => id === amount.party.id).length })), ...(balanceReason ? { reason: balanceReason } : {}) },
  };
}
