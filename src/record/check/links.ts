import type { z } from 'astro/zod';
import { ENTRY_SCHEMAS, FILES, type FileName, type FolderName } from '../collections.ts';
import type { Entries } from '../schema/entries.ts';
import { heldBy, type Related } from '../schema/fields.ts';
import type { Problem } from '../schema/problem.ts';
import { standing } from '../retired.ts';
import { idsIn, isBroken, quotesOf } from './look-up.ts';

/** An id that an entry names, and the path of the field that holds it. */
interface Named {
  field: string;
  relation: Related;
  id: string;
}

/** What one of a collection is called, and where it stands. */
const RELATED: Readonly<Record<Related, { one: string; folder: string }>> = {
  parties: { one: 'party', folder: 'parties' },
  topics: { one: 'topic', folder: 'topics' },
  speakers: { one: 'speaker', folder: 'speakers' },
  sources: { one: 'source', folder: 'sources' },
  quotes: { one: 'quote', folder: 'positions' },
};

/** Every id that an entry names is the id of another; what an id names stands in its field's schema. */
export function idsPointSomewhere(entries: Entries): Problem[] {
  const quotes = new Set([...quotesOf(entries).map(({ quote }) => quote.id), ...entries.withdrawn.map(({ id }) => id)]);
  const quotesAreBroken = isBroken(entries, 'positions') || isBroken(entries, 'withdrawn');
  const ids = { parties: idsIn(entries, 'parties'), topics: idsIn(entries, 'topics'), speakers: idsIn(entries, 'speakers'), sources: idsIn(entries, 'sources'), quotes };
  const check = (file: string, { field, relation, id }: Named): Problem[] => {
    if (ids[relation].has(id) || (relation === 'quotes' && quotesAreBroken)) return [];
    const { one, folder } = RELATED[relation];
    const left = relation === 'parties' || relation === 'topics' ? `, or put its file back: what leaves the record keeps it (npm run ${one}:retire -- ${id})` : ', or add it there';
    return [{ file, field, problem: `points to ${id}, but there is no ${one} with that id`, mend: `use the id of one in content/${folder}/${left}` }];
  };
  return (Object.keys(ENTRY_SCHEMAS) as (FolderName | FileName)[]).flatMap((name) =>
    entries[name].flatMap(({ id, file, data }) => {
      const own: Named[] = name === 'codings' ? [{ field: id, relation: 'quotes', id }] : [];
      return [...own, ...idsNamed(ENTRY_SCHEMAS[name], data, name in FILES ? id : '')].flatMap((named) => check(file, named));
    }),
  );
}

function idsNamed(schema: z.ZodType, data: unknown, path: string): Named[] {
  return heldBy(schema, data, path).flatMap(({ field, value, meta: { relation } }) => (relation && typeof value === 'string' ? [{ field, relation, id: value }] : []));
}

/** Every voice of a topic speaks on one of its dimensions. */
export function voicesHaveADimension({ topics }: Entries): Problem[] {
  return topics.flatMap(({ file, data: { voices, dimensions } }) =>
    voices.flatMap(({ dimension }, index) =>
      dimensions.some(({ id }) => id === dimension)
        ? []
        : [{ file, field: `voices[${index}].dimension`, problem: `points to ${dimension}, which is no dimension of this topic`, mend: `use one of: ${dimensions.map(({ id }) => id).join(', ')}` }],
    ),
  );
}

/** A withdrawn quote stood on a question of its topic. */
export function withdrawalsHaveADimension({ topics, withdrawn }: Entries): Problem[] {
  return withdrawn.flatMap(({ id, data }) => {
    const dimensions = topics.find((topic) => topic.id === data.topic)?.data.dimensions.map((dimension) => dimension.id) ?? [data.dimension];
    return dimensions.includes(data.dimension) ? [] : [{ file: 'withdrawn.yaml', field: `${id}.dimension`, problem: `points to ${data.dimension}, which is no dimension of ${data.topic}`, mend: `use one of: ${dimensions.join(', ')}` }];
  });
}

/** Every position stands in `<topic>/<dimension>/<party>.mdx` of a topic, dimension and party that are there. */
export function positionsHaveAPlace(entries: Entries): Problem[] {
  const { positions, topics, parties, broken } = entries;
  const partyIds = idsIn(entries, 'parties');
  return positions.flatMap(({ id, file }) => {
    const [topicId, dimensionId, partyId, ...rest] = id.split('/');
    const topic = topics.find((entry) => entry.id === topicId);
    if (partyId === undefined || rest.length > 0) return [{ file, field: '', problem: 'does not stand in <topic>/<dimension>/<party>.mdx', mend: 'move it to positions/<topic>/<dimension>/<party>.mdx' }];
    if (broken.some(({ collection, id: topicOfBroken }) => collection === 'topics' && topicOfBroken === topicId)) return [];
    if (!topic)
      return [
        { file, field: '', problem: `stands in a folder of ${topicId}, but there is no topic with that id`, mend: `put topics/${topicId}.mdx back, or move the file; a topic leaves the record with npm run topic:retire -- ${topicId}` },
      ];
    if (!topic.data.dimensions.some((dimension) => dimension.id === dimensionId))
      return [{ file, field: '', problem: `stands in a folder of ${dimensionId}, which is no dimension of ${topicId}`, mend: `add the dimension to ${topic.file} or move the file` }];
    if (!partyIds.has(partyId)) {
      const known = standing(entries)
        .parties.map((party) => party.id)
        .sort();
      return [
        {
          file,
          field: '',
          problem: `is named after ${partyId}, but there is no party with that id`,
          mend: `name it after one of: ${known.join(', ')}; or put parties/${partyId}.yaml back: a party leaves the record with npm run party:retire -- ${partyId}`,
        },
      ];
    }
    const kind = topic.data.retired ? 'topic' : parties.find((party) => party.id === partyId)?.data.retired ? 'party' : undefined;
    if (kind) {
      const left = kind === 'topic' ? topicId : partyId;
      return [{ file, field: '', problem: `belongs to the ${kind} ${left}, which has left the record`, mend: `npm run ${kind}:retire -- ${left} withdraws its quotes and removes it` }];
    }
    return [];
  });
}

/** No cell is blank: every party has a file in every dimension. */
export function everyPartyInEveryDimension(entries: Entries): Problem[] {
  const { topics, parties } = standing(entries);
  const present = idsIn(entries, 'positions');
  return topics.flatMap((topic) =>
    topic.data.dimensions.flatMap((dimension) =>
      parties
        .filter((party) => !present.has(`${topic.id}/${dimension.id}/${party.id}`))
        .map((party) => ({
          file: `positions/${topic.id}/${dimension.id}/${party.id}.mdx`,
          field: '',
          problem: `is missing: ${party.data.name} has no file in the dimension ${dimension.id}`,
          mend: 'add it, with quotes or with a stated silence; a blank cell is never shown',
        })),
    ),
  );
}
