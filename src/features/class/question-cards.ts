import { type BlindCard, firstCard } from '../../record/blind/blind.ts';
import { cardLetter } from '../../record/blind/blind-cards.ts';
import { blindTopic } from '../../record/blind/blind-page.ts';
import { newestFirst } from '../../record/dates.ts';
import { nameForms } from '../../record/party-names.ts';
import { seededOrder } from '../../record/party-order.ts';
import type { Dimension, OnRecord, Quote, Topic } from '../../record/record.ts';
import { STANCES } from '../../record/schema/stance.ts';

/** More cards are more than a group can read out and sort in a quarter of an hour. */
export const MOST_CARDS = 8;

/** What a question should have a card on each of. */
export const SIDES = ['supports', 'opposes'] as const;
export type Side = (typeof SIDES)[number];

/** The cards of one question in one lesson. */
export interface QuestionCards {
  /** By letter; one a party has the letter that it has everywhere, and what was added for a side comes after. */
  cards: readonly BlindCard[];
  /** Sides that no card takes, and the quotes that do but cannot be shown without telling whose they are. */
  missing: readonly { side: Side; quotes: readonly Quote[] }[];
}

/**
 * At most eight cards of one question: the newest words of each party, as everywhere; where none of them takes a side
 * that the record has words for, the newest of those too. If that is more than eight, each side in turn gives one.
 * @param topic the topic
 * @param dimension one of its questions
 * @param record its parties and speakers, whose names are masked
 */
export function questionCards(topic: Topic, dimension: Dimension, record: Pick<OnRecord, 'parties' | 'speakers'>): QuestionCards {
  const { cards } = blindTopic(topic, record).find(({ id }) => id === dimension.id)!;
  const forms = nameForms(record.parties, record.speakers);
  const lacking = SIDES.filter((side) => !cards.some(({ quote }) => quote.stance === side)).map((side) => {
    const quotes = dimension.positions
      .flatMap((position) => position.quotes)
      .filter(({ stance }) => stance === side)
      .sort((a, b) => Number(a.disowned !== undefined) - Number(b.disowned !== undefined) || newestFirst(a.date, b.date) || a.id.localeCompare(b.id));
    return { side, quotes, card: firstCard(quotes, forms) };
  });
  const added = lacking.flatMap(({ card }) => card ?? []).map((card, index): BlindCard => ({ ...card, letter: cardLetter(cards.length + index) }));
  const all = new Map([...cards, ...added].map((card) => [card.key, card]));
  return {
    // By chance, the same for all, so that nobody picks a party.
    cards: fromEachSide(
      seededOrder([...all.keys()], `cards ${dimension.topic.id}/${dimension.id}`).map((key) => all.get(key)!),
      MOST_CARDS,
    ),
    missing: lacking.filter(({ card }) => !card).map(({ side, quotes }) => ({ side, quotes })),
  };
}

/**
 * As many cards as asked for, each side giving one in turn; they stand by their letters.
 * @param cards some cards; of one side the first ones are taken
 * @param most how many at most
 */
export function fromEachSide(cards: readonly BlindCard[], most: number): BlindCard[] {
  const sides = STANCES.map((stance) => cards.filter(({ quote }) => quote.stance === stance));
  const turns = cards.flatMap((_, turn) => sides.flatMap((side) => side[turn] ?? []));
  return turns.slice(0, most).sort((a, b) => a.letter.localeCompare(b.letter));
}
