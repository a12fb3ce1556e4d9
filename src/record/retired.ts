import type { Retired } from './record.ts';
import type { Entries } from './schema/entries.ts';

type People = Pick<Entries, 'parties' | 'topics' | 'speakers'>;

/** The parties and topics that have not left the record, and the speakers of those parties. */
export function standing({ parties, topics, speakers }: People): People {
  const left = new Set(parties.filter(({ data }) => data.retired).map(({ id }) => id));
  return {
    parties: parties.filter(({ id }) => !left.has(id)),
    topics: topics.filter(({ data }) => !data.retired),
    speakers: speakers.filter(({ data }) => !left.has(data.party)),
  };
}

/** The parties and topics that have left the record, with what left with them. */
export function retiredOf({ parties, topics, speakers }: People): Retired[] {
  return [
    ...parties.flatMap(({ id, data: { name, retired } }): Retired[] => {
      const own = speakers.filter(({ data }) => data.party === id).map((speaker) => ({ id: speaker.id, name: speaker.data.name }));
      return retired ? [{ kind: 'party', id, name, ...retired, parts: own }] : [];
    }),
    ...topics.flatMap(({ id, data: { title, dimensions, retired } }): Retired[] => (retired ? [{ kind: 'topic', id, name: title, ...retired, parts: dimensions.map((one) => ({ id: one.id, name: one.title })) }] : [])),
  ];
}
