import type { OnRecord, Position } from '../../record/record.ts';

/** One topic as one party's page shows it. */
export interface PartyTopic {
  id: string;
  title: string;
  /** How many quotes of the party it holds, and on how many of its questions the party is quoted. */
  quotes: number;
  quoted: number;
  dimensions: readonly { id: string; title: string; question: string; position: Position }[];
}

/**
 * One party on everything.
 * @param party id of a party of the record
 */
export function partyView({ topics }: OnRecord, party: string): PartyTopic[] {
  return topics.map((topic) => {
    const dimensions = topic.dimensions.flatMap(({ id, title, question, positions }) => positions.filter((position) => position.party.id === party).map((position) => ({ id, title, question, position })));
    return {
      id: topic.id,
      title: topic.title,
      quotes: dimensions.reduce((sum, { position }) => sum + position.quotes.length, 0),
      quoted: dimensions.filter(({ position }) => position.quotes.length > 0).length,
      dimensions,
    };
  });
}
