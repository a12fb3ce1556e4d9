import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import { idsIn, isBroken, quotesOf } from './look-up.ts';

/** Every id that an entry names is the id of another. */
export function idsPointSomewhere(entries: Entries): Problem[] {
  const ids = {
    party: idsIn(entries, 'parties'),
    speaker: idsIn(entries, 'speakers'),
    source: idsIn(entries, 'sources'),
    topic: idsIn(entries, 'topics'),
    quote: new Set([...quotesOf(entries).map(({ quote }) => quote.id), ...entries.withdrawn.map(({ id }) => id)]),
  };
  const folder = { party: 'content/parties/', speaker: 'content/speakers/', source: 'content/sources/', topic: 'content/topics/', quote: 'content/positions/' };
  const check = (file: string, field: string, kind: keyof typeof ids, value: string | undefined): Problem[] =>
    value === undefined || ids[kind].has(value) || (kind === 'quote' && (isBroken(entries, 'positions') || isBroken(entries, 'withdrawn')))
      ? []
      : [{ file, field, problem: `points to ${value}, but there is no ${kind} with that id`, mend: `use the id of one in ${folder[kind]}, or add it there` }];
  return [
    ...entries.positions.flatMap(({ file, data }) => [
      ...data.quotes.flatMap((quote, index) => [
        ...check(file, `quotes[${index}].speaker`, 'speaker', quote.speaker),
        ...check(file, `quotes[${index}].source`, 'source', quote.source),
        ...check(file, `quotes[${index}].supersedes`, 'quote', quote.supersedes),
        ...check(file, `quotes[${index}].disowned.source`, 'source', quote.disowned?.source),
      ]),
      ...data.reported.flatMap((reported, index) => check(file, `reported[${index}].source`, 'source', reported.source)),
      ...data.silent.flatMap((silent, index) => check(file, `silent[${index}].source`, 'source', silent.source)),
      ...check(file, 'silence.source', 'source', data.silence?.source),
    ]),
    ...entries.speakers.flatMap(({ file, data }) => check(file, 'party', 'party', data.party)),
    ...entries.sources.flatMap(({ file, data }) => check(file, 'notice.source', 'source', data.notice?.source)),
    ...entries.topics.flatMap(({ file, data }) => [
      ...data.figures.flatMap((figure, index) => check(file, `figures[${index}].source`, 'source', figure.source)),
      ...data.events.flatMap((event, index) => check(file, `events[${index}].source`, 'source', event.source)),
      ...data.voices.flatMap((voice, index) => [
        ...check(file, `voices[${index}].source`, 'source', voice.source),
        ...(data.dimensions.some(({ id }) => id === voice.dimension)
          ? []
          : [{ file, field: `voices[${index}].dimension`, problem: `points to ${voice.dimension}, which is no dimension of this topic`, mend: `use one of: ${data.dimensions.map(({ id }) => id).join(', ')}` }]),
      ]),
    ]),
    ...entries.withdrawn.flatMap(({ id, file, data }) => [...check(file, `${id}.topic`, 'topic', data.topic), ...check(file, `${id}.party`, 'party', data.party)]),
    ...entries.corrections.flatMap(({ file, data }) => [...check(file, 'quote', 'quote', data.quote), ...check(file, 'topic', 'topic', data.topic)]),
  ];
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
    if (!topic) return [{ file, field: '', problem: `stands in a folder of ${topicId}, but there is no topic with that id`, mend: `add topics/${topicId}.mdx or move the file` }];
    if (!topic.data.dimensions.some((dimension) => dimension.id === dimensionId))
      return [{ file, field: '', problem: `stands in a folder of ${dimensionId}, which is no dimension of ${topicId}`, mend: `add the dimension to ${topic.file} or move the file` }];
    if (!partyIds.has(partyId))
      return [
        {
          file,
          field: '',
          problem: `is named after ${partyId}, but there is no party with that id`,
          mend: `name it after one of: ${parties
            .map((party) => party.id)
            .sort()
            .join(', ')}`,
        },
      ];
    return [];
  });
}

/** No cell is blank: every party has a file in every dimension. */
export function everyPartyInEveryDimension(entries: Entries): Problem[] {
  const { topics, parties } = entries;
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
