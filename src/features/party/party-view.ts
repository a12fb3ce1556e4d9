import type { OnRecord, Position } from '../../record/record.ts';

/** One topic as one party's page shows it. */
export interface PartyTopic {
  id: string;
  title: string;
  dimensions: readonly { id: string; title: string; question: string; position: Position }[];
}

/**
 * One party on everything.
 * @param party id of a party of the record
 */
export function partyView({ topics }: OnRecord, party: string): PartyTopic[] {
  return topics.map((topic) => ({
    id: topic.id,
    title: topic.title,
    dimensions: topic.dimensions.flatMap(({ id, title, question, positions }) => positions.filter((position) => position.party.id === party).map((position) => ({ id, title, question, position }))),
  }));
}
