import type { OnRecord, Party } from './record.ts';

/** How much of one party the record holds. */
export interface PartyCount {
  party: Party;
  quotes: number;
  speakers: number;
  /** Questions on which it is quoted, and how many there are. */
  quoted: number;
  questions: number;
}

/** The parties in their order, each with what the record holds of it. */
export function partyCounts({ parties, quotes, topics }: OnRecord): PartyCount[] {
  const dimensions = topics.flatMap((topic) => topic.dimensions);
  return parties.map((party) => {
    const own = quotes.filter((quote) => quote.party.id === party.id);
    return {
      party,
      quotes: own.length,
      speakers: new Set(own.map(({ speaker }) => speaker.id)).size,
      quoted: dimensions.filter(({ positions }) => positions.some((position) => position.party.id === party.id && position.quotes.length > 0)).length,
      questions: dimensions.length,
    };
  });
}
