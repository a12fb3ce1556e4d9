import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BrokenFile, Entries, Entry } from '../schemas/entries.ts';
import type { PositionEntry, QuoteEntry } from '../schemas/position.ts';
import type { Problem } from '../schemas/problem.ts';
import type { Fingerprint } from '../schemas/source.ts';
import { balanceProblems } from './coverage.ts';
import { firstDay, lastDay } from './dates.ts';
import { isReadable, prove } from './proof.ts';

/** A rule across files: takes every entry, gives every problem it finds. */
type Rule = (entries: Entries) => Problem[];

/** A quote with the entry of the position it stands in. */
interface PlacedQuote {
  quote: QuoteEntry;
  position: Entry<PositionEntry>;
  /** The quote's path in its file, for example `quotes[2]`. */
  field: string;
}

/**
 * Every problem across the files that no single file's schema can see.
 * @param entries entries that their schemas have accepted
 * @returns every problem of every file, sorted by file and field; empty when the record is whole
 */
export function findProblems(entries: Entries): Problem[] {
  return RULES.flatMap((rule) => rule(entries)).sort((a, b) => a.file.localeCompare(b.file) || a.field.localeCompare(b.field));
}

/** The ledger's hash of a quote's words: the first 16 hex digits of their SHA-256. */
export function ledgerHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
}

const RULES: Rule[] = [
  idsPointSomewhere,
  positionsHaveAPlace,
  everyPartyInEveryDimension,
  quoteIdsAreUnique,
  quotesAreNotNewerThanTheirSource,
  speakersSpeakForTheirParty,
  approachedSilenceHasItsSource,
  supersedesEndsAndGoesBack,
  quotesAreWordForWord,
  voicesAreWordForWord,
  fingerprintsFit,
  nothingDisappears,
  changedWordsAreCorrected,
  stancesComeFromTheirCodings,
  balanceProblems,
];

function quotesOf(entries: Entries): PlacedQuote[] {
  return entries.positions.flatMap((position) => position.data.quotes.map((quote, index) => ({ quote, position, field: `quotes[${index}]` })));
}

/** Every id of a collection, broken files included: they are there, and their own problem is reported. */
function idsIn(entries: Entries, collection: 'parties' | 'topics' | 'positions' | 'speakers' | 'sources'): Set<string> {
  const broken = entries.broken.filter((file) => file.collection === collection);
  return new Set([...entries[collection], ...broken].map(({ id }) => id));
}

function hasBrokenPositions(entries: Entries): boolean {
  return isBroken(entries, 'positions');
}

/** A rule that looks an id up in a collection cannot judge while a file of it is broken. */
function isBroken({ broken }: Entries, collection: BrokenFile['collection']): boolean {
  return broken.some((file) => file.collection === collection);
}

/** Fingerprints by source; damaged ones are left out, fingerprintsFit reports them. */
function fingerprintsOf({ sources }: Entries): Map<string, Fingerprint | undefined> {
  return new Map(sources.map(({ id, data: { fingerprint } }) => [id, fingerprint?.runs.every(isReadable) ? fingerprint : undefined]));
}

function idsPointSomewhere(entries: Entries): Problem[] {
  const ids = {
    party: idsIn(entries, 'parties'),
    speaker: idsIn(entries, 'speakers'),
    source: idsIn(entries, 'sources'),
    topic: idsIn(entries, 'topics'),
    quote: new Set([...quotesOf(entries).map(({ quote }) => quote.id), ...entries.withdrawn.map(({ id }) => id)]),
  };
  const folder = { party: 'content/parties/', speaker: 'content/speakers/', source: 'content/sources/', topic: 'content/topics/', quote: 'content/positions/' };
  const check = (file: string, field: string, kind: keyof typeof ids, value: string | undefined): Problem[] =>
    value === undefined || ids[kind].has(value) || (kind === 'quote' && (hasBrokenPositions(entries) || isBroken(entries, 'withdrawn')))
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

function positionsHaveAPlace(entries: Entries): Problem[] {
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

function everyPartyInEveryDimension(entries: Entries): Problem[] {
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

function quoteIdsAreUnique(entries: Entries): Problem[] {
  const first = new Map<string, string>();
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const other = first.get(quote.id);
    first.set(quote.id, other ?? position.file);
    return other === undefined ? [] : [{ file: position.file, field: `${field}.id`, problem: `is ${quote.id}, which a quote in ${other} already has`, mend: 'give this quote an id of its own; ids are permanent, so change the newer one' }];
  });
}

function quotesAreNotNewerThanTheirSource(entries: Entries): Problem[] {
  const sources = new Map(entries.sources.map(({ id, data }) => [id, data]));
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const source = sources.get(quote.source);
    if (!source || firstDay(quote.date) <= lastDay(source.published)) return [];
    return [{ file: position.file, field: `${field}.date`, problem: `is ${quote.date}, after its source was published (${source.published})`, mend: 'correct the date, or name the source that really prints these words' }];
  });
}

function speakersSpeakForTheirParty(entries: Entries): Problem[] {
  const speakers = new Map(entries.speakers.map(({ id, data }) => [id, data]));
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const party = position.id.split('/')[2];
    const speaker = speakers.get(quote.speaker);
    if (!speaker || speaker.party === party) return [];
    return [{ file: position.file, field: `${field}.speaker`, problem: `is ${quote.speaker}, who belongs to ${speaker.party}, not to ${party}`, mend: 'move the quote to that party, or correct the speaker' }];
  });
}

function approachedSilenceHasItsSource({ positions }: Entries): Problem[] {
  return positions.flatMap(({ file, data }) =>
    data.silence?.kind === 'approached' && (data.silence.source === undefined || data.silence.by === undefined)
      ? [{ file, field: 'silence', problem: 'says the party was approached, but not by whom or where that stands', mend: 'give by (who asked) and source (the id of the source that says so)' }]
      : [],
  );
}

function supersedesEndsAndGoesBack(entries: Entries): Problem[] {
  const placed = new Map(quotesOf(entries).map((item) => [item.quote.id, item]));
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const earlier = quote.supersedes === undefined ? undefined : placed.get(quote.supersedes);
    if (!earlier) return [];
    const at = { file: position.file, field: `${field}.supersedes` };
    const seen = new Set([quote.id]);
    for (let next: PlacedQuote | undefined = earlier; next; next = placed.get(next.quote.supersedes ?? '')) {
      // Each circle is reported once, at the first of its ids; what only leads into one is not in it.
      if (seen.has(next.quote.id))
        return next.quote.id !== quote.id || [...seen].some((id) => id < quote.id) ? [] : [{ ...at, problem: `runs in a circle through ${[...seen].join(', ')}`, mend: 'let each quote supersede only an earlier one' }];
      seen.add(next.quote.id);
    }
    if (earlier.position.id !== position.id) return [{ ...at, problem: `names ${earlier.quote.id}, which is another party’s or stands in another dimension`, mend: 'name an earlier quote of this file' }];
    if (firstDay(earlier.quote.date) > firstDay(quote.date)) return [{ ...at, problem: `names ${earlier.quote.id}, which is later (${earlier.quote.date})`, mend: 'let the later quote supersede the earlier one' }];
    return [];
  });
}

function quotesAreWordForWord(entries: Entries): Problem[] {
  const fingerprints = fingerprintsOf(entries);
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const proof = prove(quote, quote.source, fingerprints.get(quote.source));
    return proof.verdict === 'refuted' ? [notInSource(position.file, `${field}.text`, quote.source, proof.why)] : [];
  });
}

function voicesAreWordForWord(entries: Entries): Problem[] {
  const fingerprints = fingerprintsOf(entries);
  return entries.topics.flatMap(({ file, data }) =>
    data.voices.flatMap((voice, index) => {
      const proof = voice.kind === 'quoted' ? prove(voice, voice.source, fingerprints.get(voice.source)) : undefined;
      return proof?.verdict === 'refuted' ? [notInSource(file, `voices[${index}].text`, voice.source, proof.why)] : [];
    }),
  );
}

function notInSource(file: string, field: string, source: string, why: string): Problem {
  return { file, field, problem: `is not word for word in ${source}: ${why}`, mend: 'copy the words again from the source; if they are right, fingerprint the passage with npm run source:add' };
}

function fingerprintsFit({ sources }: Entries): Problem[] {
  const damaged = sources.flatMap(({ file, data }) =>
    (data.fingerprint?.runs ?? []).flatMap((passage, index) =>
      isReadable(passage) ? [] : [{ file, field: `fingerprint.runs[${index}]`, problem: 'is damaged: it does not hold whole hashes', mend: 'fingerprint the text again with npm run source:add' }],
    ),
  );
  const divided = sources.flatMap(({ file, data: { fingerprint } }) =>
    fingerprint?.covers === 'whole' && fingerprint.runs.length > 1
      ? [{ file, field: 'fingerprint.runs', problem: `covers the whole text but has ${fingerprint.runs.length} passages`, mend: 'fingerprint the whole text again with npm run source:add, or set covers to passage' }]
      : [],
  );
  return [...damaged, ...divided];
}

function nothingDisappears(entries: Entries): Problem[] {
  const quoted = new Set(quotesOf(entries).map(({ quote }) => quote.id));
  const withdrawn = new Set(entries.withdrawn.map(({ id }) => id));
  return [
    ...entries.published
      .filter(({ id }) => !quoted.has(id) && !withdrawn.has(id) && !hasBrokenPositions(entries) && !isBroken(entries, 'withdrawn'))
      .map(({ id }) => ({ file: 'published.yaml', field: id, problem: 'was published but is neither a quote nor withdrawn', mend: 'put the quote back, or add it to withdrawn.yaml with date and reason' })),
    ...entries.withdrawn.filter(({ id }) => quoted.has(id)).map(({ id }) => ({ file: 'withdrawn.yaml', field: id, problem: 'is withdrawn but still stands as a quote', mend: 'remove it from its position, or from withdrawn.yaml' })),
  ];
}

function changedWordsAreCorrected(entries: Entries): Problem[] {
  const ledger = new Map(entries.published.map(({ id, data }) => [id, data]));
  const corrected = new Set(entries.corrections.map(({ data }) => data.quote));
  const fingerprints = fingerprintsOf(entries);
  if (isBroken(entries, 'corrections')) return [];
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const hash = ledger.get(quote.id);
    const unchanged = hash === undefined || hash === ledgerHash(quote.text) || corrected.has(quote.id);
    // Words that the source refutes are reported once, by quotesAreWordForWord.
    if (unchanged || prove(quote, quote.source, fingerprints.get(quote.source)).verdict === 'refuted') return [];
    return [{ file: position.file, field: `${field}.text`, problem: 'has changed since it was published, without a correction', mend: `put the words back, or add a file to content/corrections/ that names ${quote.id}` }];
  });
}

/** A stance belongs to a quote only where two independent readers gave the same one; otherwise it is unclear. */
function stancesComeFromTheirCodings(entries: Entries): Problem[] {
  if (isBroken(entries, 'codings')) return [];
  const codings = new Map(entries.codings.map(({ id, data }) => [id, data]));
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const coding = codings.get(quote.id);
    const agreed = coding && coding.first === coding.second ? coding.first : 'unclear';
    if (quote.stance === agreed) return [];
    const why = coding ? `its two readers gave ${coding.first} and ${coding.second}` : 'codings.yaml holds no reading of it';
    return [{ file: position.file, field: `${field}.stance`, problem: `is ${quote.stance}, but ${why}`, mend: `write ${agreed}, or have two readers code the quote in codings.yaml` }];
  });
}
