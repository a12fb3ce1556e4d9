import { type BlindCard, blindQuotes } from './blind.ts';
import { type BlindAnswer, type BlindColours, type BlindGap, type BlindLinks, packAnswer } from './blind-cards.ts';
import { dateInWords } from '../dates.ts';
import { type Shell, shellOf } from '../shell.ts';
import { hide, opaqueKey } from '../opaque.ts';
import { type BlindStatus, blindStatus } from './blind-status.ts';
import type { Dimension, OnRecord, Topic } from '../record.ts';

/** One question as the blind page and its answer key draw it. */
export interface BlindPageQuestion {
  /** The dimension's id. */
  id: string;
  question: string;
  status?: BlindStatus;
  cards: readonly BlindCard[];
  /** Says how many parties have a card where not all do, and never which; undefined when all have. */
  balance: string | undefined;
  gaps: readonly BlindGap[];
  /** The key for `hideGaps`. */
  gapsKey: string;
}

/**
 * A topic's questions without names, each card with the quote behind it for whoever draws the answer.
 * @param topic the topic
 * @param record its parties and speakers
 */
export function blindTopic(topic: Topic, record: Pick<OnRecord, 'parties' | 'speakers'>): readonly BlindPageQuestion[] {
  const known = BLIND.get(record) ?? new WeakMap<Topic, readonly BlindPageQuestion[]>();
  BLIND.set(record, known);
  const questions = known.get(topic) ?? topic.dimensions.map((dimension) => blindPageQuestion(dimension, record));
  known.set(topic, questions);
  return questions;
}

/** The blind page, its key, the lesson pack, its key and its slides ask for the same. */
const BLIND = new WeakMap<object, WeakMap<Topic, readonly BlindPageQuestion[]>>();

/** The shell of a page that must name no party: header and footer learn of none, and no style rule holds a colour. */
export function blindShell(record: OnRecord): Shell {
  return { ...shellOf(record), parties: [] };
}

/**
 * What the page holds of a card before the choice: its answer, so that nobody comes across it by chance in the page's
 * source. It is for the reader's own sake and keeps no secret: the key stands beside it.
 * @param card the card
 * @param links where its answer leads
 */
export function hideAnswer({ key, quote }: BlindCard, links: BlindLinks): string {
  const answer: BlindAnswer = {
    party: quote.party.name,
    speaker: quote.speaker.name,
    role: quote.role,
    date: dateInWords(quote.date),
    publisher: quote.source.publisher,
    notes: quote.notices,
    links,
  };
  return hide(packAnswer(answer), key);
}

/** The key of `hideColours`, the same on every page. */
export const COLOURS_KEY = opaqueKey('colours');

/** As `hideAnswer`, for the colours of all cards of a page. */
export function hideColours(questions: readonly BlindPageQuestion[]): string {
  const parties = questions.flatMap(({ cards }) => cards.map(({ quote }) => quote.party)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const colours: BlindColours = Object.fromEntries(parties.map(({ name, colour }) => [name, colour]));
  return hide(JSON.stringify(colours), COLOURS_KEY);
}

/** As `hideAnswer`, for the parties without a card. */
export function hideGaps({ gaps, gapsKey }: BlindPageQuestion): string {
  return hide(JSON.stringify(gaps), gapsKey);
}

/**
 * The first words of a card, for a key on paper.
 * @param text the card's words
 * @param count how many words
 */
export function firstWords(text: string, count = 8): string {
  const words = text.split(/\s+/u);
  const first = words.slice(0, count).join(' ');
  return words.length <= count ? text : `${first.replace(/[\s.,;:…–—-]+$/u, '')}…`;
}

function blindPageQuestion(dimension: Dimension, record: Pick<OnRecord, 'parties' | 'speakers'>): BlindPageQuestion {
  const { cards, gaps } = blindQuotes(dimension, record);
  return {
    id: dimension.id,
    question: dimension.question,
    ...(dimension.status ? { status: blindStatus(dimension.status, record) } : {}),
    cards,
    balance: balance(cards.length, gaps.length, gaps.filter(({ why }) => why === 'silent').length),
    gaps,
    gapsKey: opaqueKey(`gaps of ${dimension.topic.id}/${dimension.id}`),
  };
}

function balance(cards: number, without: number, silent: number): string | undefined {
  if (without === 0) return undefined;
  const parties = cards + without;
  const quoted = parties - silent;
  const statement = silent > 0 ? `${quoted} of ${parties} parties ${quoted === 1 ? 'has' : 'have'} a statement on this question.` : '';
  const shown = quoted === cards ? '' : `Words that would tell whose they are have been left out, so there ${cards === 1 ? 'is 1 card' : `are ${cards} cards`}.`;
  return [statement, shown].filter((sentence) => sentence !== '').join(' ');
}
