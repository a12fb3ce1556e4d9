import type { Retired } from './record.ts';
import { partiesOf } from './parties-at.ts';
import type { Entries } from './schema/entries.ts';

/** The parties and topics that have not left the record. */
export function standing({ parties, topics }: Pick<Entries, 'parties' | 'topics'>): Pick<Entries, 'parties' | 'topics'> {
  return { parties: parties.filter(({ data }) => !data.retired), topics: topics.filter(({ data }) => !data.retired) };
}

/** The parties and topics that have left the record, with what left with them; who was in a party that stands stays. */
export function retiredOf({ parties, topics, speakers }: Pick<Entries, 'parties' | 'topics' | 'speakers'>): Retired[] {
  const stand = new Set(parties.filter(({ data }) => !data.retired).map(({ id }) => id));
  return [
    ...parties.flatMap(({ id, data: { name, retired } }): Retired[] => {
      const own = speakers.filter(({ data }) => partiesOf(data).includes(id) && !partiesOf(data).some((one) => stand.has(one))).map((speaker) => ({ id: speaker.id, name: speaker.data.name }));
      return retired ? [{ kind: 'party', id, name, ...retired, parts: own }] : [];
    }),
    ...topics.flatMap(({ id, data: { title, dimensions, retired } }): Retired[] => (retired ? [{ kind: 'topic', id, name: title, ...retired, parts: dimensions.map((one) => ({ id: one.id, name: one.title })) }] : [])),
  ];
}
