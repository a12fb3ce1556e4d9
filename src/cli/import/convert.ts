import { fingerprintText } from '../../record/fingerprint.ts';
import { prove } from '../../record/proof.ts';
import { shortWordsNeighbours } from '../../features/desk/neighbours.ts';
import { publisherAndVia } from './publisher.ts';
import { newestFirst } from '../../record/dates.ts';
import type { CodingEntry } from '../../record/schema/coding.ts';
import type { Entries, Entry } from '../../record/schema/entries.ts';
import type { PositionEntry, QuoteEntry } from '../../record/schema/position.ts';
import type { SourceEntry } from '../../record/schema/source.ts';
import type { SpeakerEntry } from '../../record/schema/speaker.ts';
import type { TopicEntry } from '../../record/schema/topic.ts';
import { LONGEST_SHORT_TITLE } from '../../record/schema/topic.ts';
import type { RecordFolder, RecordGap, RecordQuote, RecordTopic } from './record-folder.ts';

/** What an import would write, and what it leaves to an editor. */
export interface Conversion {
  topics: Entry<TopicEntry>[];
  positions: Entry<PositionEntry>[];
  sources: Entry<SourceEntry>[];
  speakers: Entry<SpeakerEntry>[];
  codings: Entry<CodingEntry>[];
  /** Things the record holds that only an editor can finish, one sentence each. */
  forEditor: string[];
}

/** Choices of one import. */
export interface ConvertOptions {
  /** The date on which "nothing found" was true, `YYYY-MM-DD` or `YYYY-MM`. */
  asOf: string;
  /** The day the passages are fingerprinted, `YYYY-MM-DD`. */
  checked: string;
}

/** The manifesto of 2024 by party: the source that `manifesto2024: silent` speaks of. */
const MANIFESTOS_OF_2024 = /-2024-(?:manifesto|contract)$/u;

/**
 * Turns a record folder into entries, over those that are there: what the record owns (words, speaker, date, source) is
 * taken from it; what an editor owns (summaries, notes, backgrounds, order) stays.
 */
export function convertRecord(record: RecordFolder, existing: Entries, { asOf, checked }: ConvertOptions): Conversion {
  const forEditor: string[] = [];
  const coded = new Set(record.stances.map(({ id }) => id));
  const manifestoOf = (party: string) => record.sources.find(({ id }) => id.startsWith(`${party}-`) && MANIFESTOS_OF_2024.test(id))?.id;

  const toQuote = (row: RecordQuote, before: QuoteEntry | undefined): QuoteEntry => {
    if (!coded.has(row.id)) forEditor.push(`${row.id} has no row in stances.json; its stance is unclear until it is coded.`);
    if (row.caution && !before) forEditor.push(`positions/${row.topic}/${row.dimension}/${row.party}.mdx: ${row.id}: under note, in our words, what a reader must know of: ${row.caution}`);
    const { partial, section, fit, ...rest } = before ?? ({} as Partial<QuoteEntry>);
    return {
      ...rest,
      id: row.id,
      text: row.text,
      ...(row.partial ? { partial: true as const } : {}),
      ...(row.fit ? { fit: row.fit } : {}),
      speaker: row.speaker,
      role: row.role,
      capacity: row.capacity as QuoteEntry['capacity'],
      date: row.date,
      source: row.source,
      ...(row.section ? { section: row.section } : {}),
      ...(row.disowned ? { disowned: row.disowned as NonNullable<QuoteEntry['disowned']> } : {}),
      ...shortWordsNeighbours(row.text, record.contexts[row.id]),
    };
  };

  const toPosition = (topic: RecordTopic, dimension: string, party: string): Entry<PositionEntry> => {
    const id = `${topic.id}/${dimension}/${party}`;
    const before = existing.positions.find((entry) => entry.id === id);
    const rows = record.quotes.filter((row) => row.topic === topic.id && row.dimension === dimension && row.party === party);
    const gap = record.gaps.find((row) => row.topic === topic.id && row.dimension === dimension && row.party === party);
    const known = new Map(before?.data.quotes.map((quote) => [quote.id, quote]));
    const inFileOrder = [...known.keys()].flatMap((quoteId) => rows.filter((row) => row.id === quoteId));
    const added = rows.filter((row) => !known.has(row.id));
    const quotes = [...inFileOrder.map((row) => toQuote(row, known.get(row.id))), ...(before?.data.quotes ?? []).filter((quote) => !rows.some((row) => row.id === quote.id)), ...added.map((row) => toQuote(row, undefined))];
    const summary = before?.data.summary ?? newestSummary(rows);
    if (before?.data.summary && added.length > 0) forEditor.push(`positions/${id}.mdx: read summary again, for it now has ${added.map((row) => row.id).join(', ')} too.`);
    if (!before?.data.summary && rows.length > 0) forEditor.push(`positions/${id}.mdx: summary is the record’s, of one quote; make it true to all.`);
    const silence = quotes.length === 0 ? (gap ? toSilence(gap, asOf) : before?.data.silence) : undefined;
    if (quotes.length === 0 && !silence) forEditor.push(`${id} has neither a quote nor a row in gaps.json.`);
    return {
      id,
      file: `positions/${id}.mdx`,
      data: {
        ...(summary ? { summary } : {}),
        quotes,
        reported: before?.data.reported ?? [],
        silent: toSilent(before?.data.silent ?? [], gap, manifestoOf(party)),
        ...(silence ? { silence } : {}),
      },
      body: before?.body ?? '',
    };
  };

  const parties = existing.parties.map(({ id }) => id).sort();
  const topics = record.topics.map((topic) => toTopic(topic, record, existing, forEditor));
  const positions = record.topics.flatMap((topic) => topic.dimensions.flatMap((dimension) => parties.map((party) => toPosition(topic, dimension.id, party))));
  const rows = [...record.sources, ...sourcesOfStatus(record)] as unknown as (SourceEntry & { id: string })[];
  const sources = rows.map((row) => toSource(row, record, existing, checked));
  const speakers = record.speakers.map(({ id, ...row }): Entry<SpeakerEntry> => {
    const before = existing.speakers.find((entry) => entry.id === id)?.data;
    return { id, file: `speakers/${id}.yaml`, data: { aliases: [], ...before, ...row, ...(before ? { kind: before.kind } : {}) } as SpeakerEntry, body: '' };
  });
  for (const row of record.reported) {
    const position = existing.positions.find(({ id }) => id === `${row.topic}/${row.dimension}/${row.party}`);
    if (position?.data.silence?.source === row.source || position?.data.reported.some(({ source, date }) => source === row.source && date === row.date)) continue;
    forEditor.push(`positions/${row.topic}/${row.dimension}/${row.party}.mdx: put into our own words, under reported, what ${row.source} (${row.date}) reports: "${row.sentence}"`);
  }
  const ids = new Set(record.quotes.map(({ id }) => id));
  for (const [file, named] of [
    ['stances.json', record.stances.map(({ id }) => id)],
    ['contexts.json', Object.keys(record.contexts)],
  ] as const)
    forEditor.push(...named.filter((id) => !ids.has(id)).map((id) => `${file}: ${id} is no quote of quotes.json; the row was left out.`));
  const codings = record.stances
    .filter(({ id }) => ids.has(id) || existing.codings.some((entry) => entry.id === id))
    .map(({ id, first, second, basis, why }): Entry<CodingEntry> => ({ id, file: 'codings.yaml', data: { first, second, basis, why }, body: '' }));
  return { topics, positions, sources, speakers, codings, forEditor };
}

function newestSummary(rows: readonly RecordQuote[]): string | undefined {
  return [...rows].sort((a, b) => newestFirst(a.date, b.date))[0]?.summary;
}

function toSilence(gap: RecordGap, asOf: string): PositionEntry['silence'] {
  if (gap.approached) return { kind: 'approached', asOf: gap.approached.date, by: gap.approached.by, source: gap.approached.source, ...(gap.searched ? { lookups: gap.searched } : {}) };
  return { kind: 'searched', asOf, ...(gap.searched ? { lookups: gap.searched } : {}) };
}

function toSilent(before: PositionEntry['silent'], gap: RecordGap | undefined, manifesto: string | undefined): PositionEntry['silent'] {
  if (gap?.manifesto2024 !== 'silent' || !manifesto || before.some(({ source }) => source === manifesto)) return before;
  return [...before, { source: manifesto, ...(gap.note ? { note: gap.note } : {}) }];
}

function toTopic(topic: RecordTopic, record: RecordFolder, existing: Entries, forEditor: string[]): Entry<TopicEntry> {
  const before = existing.topics.find(({ id }) => id === topic.id);
  const voices = record.voices.filter((row) => row.topic === topic.id);
  // A figure of a record with one topic of events names no topic: it belongs to the topic of its source's voices.
  const figures = record.figures.filter((row) => (row.topic ?? record.voices.find(({ source }) => source === row.source)?.topic) === topic.id);
  const known = before?.data.voices ?? [];
  for (const voice of voices.filter(({ kind }) => kind === 'reported')) {
    if (!known.some(({ kind, source, name }) => kind === 'reported' && source === voice.source && name === voice.name))
      forEditor.push(`topics/${topic.id}.mdx: put into our own words, under voices, what ${voice.name} is reported to have said: "${voice.text}"`);
  }
  const quoted = voices
    .filter(({ kind, text }) => kind === 'quoted' && !known.some((voice) => voice.text === text))
    .map(({ topic: _, note, context: __, ...row }) => ({ ...row, ...(note?.startsWith('Part-sentence') ? { partial: true as const } : note ? { note } : {}) }));
  const file = `topics/${topic.id}.mdx`;
  const dimensions = toDimensions(topic, record, before?.data.dimensions ?? [], (line) => forEditor.push(`${file}: ${line}`));
  const left = [
    ['background', before?.body.trim()],
    ['tagline', before?.data.tagline],
    ['keywords', before?.data.keywords.length],
    ['terms', before?.data.terms.length],
  ].filter(([, there]) => !there);
  if (left.length > 0) forEditor.push(`${file}: write ${left.map(([name]) => name).join(', ')}.`);
  return {
    id: topic.id,
    file,
    // What only an editor can give is left out, and the check asks for it.
    data: {
      // Whatever else an editor has written stays.
      ...before?.data,
      title: before?.data.title ?? topic.title,
      ...(before ? { shortTitle: before.data.shortTitle, tagline: before.data.tagline } : short(topic.title)),
      summary: before?.data.summary ?? topic.summary,
      keywords: before?.data.keywords ?? [],
      terms: before?.data.terms ?? [],
      dimensions,
      figures: before?.data.figures.length ? before.data.figures : figures.map(({ topic: _, as_of, ...row }) => ({ ...row, date: as_of })),
      events: before?.data.events.length ? before.data.events : record.events.filter((row) => row.topic === topic.id).map(({ topic: _, ...row }) => row),
      voices: [...known, ...quoted],
    } as TopicEntry,
    body: before?.body ?? '',
  };
}

/** A title that is short enough serves as its own short form; a cut one would be nobody's words. */
function short(title: string): { shortTitle?: string } {
  return title.length <= LONGEST_SHORT_TITLE ? { shortTitle: title } : {};
}

/** Those that are there keep their order, also where this record does not hold them; new ones follow. */
function toDimensions(topic: RecordTopic, { status }: RecordFolder, known: TopicEntry['dimensions'], tell: (line: string) => void): TopicEntry['dimensions'] {
  const standing = (id: string) => status.filter((row) => row.topic === topic.id && row.dimension === id).map(({ text, asOf, source }) => ({ status: { text, asOf, source: source.id } }))[0];
  const kept = known.map((dimension) => {
    const row = topic.dimensions.find(({ id }) => id === dimension.id);
    if (row && row.question !== dimension.question) tell(`${dimension.id}: the question was “${dimension.question}” and is “${row.question}”; read the summaries and the background again.`);
    return { ...dimension, ...row, ...standing(dimension.id) };
  });
  const added = topic.dimensions.filter(({ id }) => !known.some((dimension) => dimension.id === id));
  return [...kept, ...added.map((dimension) => ({ ...short(dimension.title), ...dimension, ...standing(dimension.id) }) as unknown as TopicEntry['dimensions'][number])];
}

/** Each source that only shows where things stand, once. */
function sourcesOfStatus({ status, sources }: RecordFolder): object[] {
  const known = new Set(sources.map(({ id }) => id));
  const rows = new Map(status.map(({ source: { date, ...source } }) => [source.id, { ...source, published: date }]));
  return [...rows.values()].filter(({ id }) => !known.has(id));
}

function toSource({ id, ...row }: SourceEntry & { id: string }, record: RecordFolder, existing: Entries, checked: string): Entry<SourceEntry> {
  const before = existing.sources.find((entry) => entry.id === id)?.data;
  const fingerprint = before?.fingerprint?.covers === 'whole' ? before.fingerprint : passages(id, record, before?.fingerprint, checked);
  return { id, file: `sources/${id}.yaml`, data: { ...before, ...row, ...publisherAndVia(row.publisher), ...(fingerprint ? { fingerprint } : {}) }, body: '' };
}

/** The fingerprint of a source's passages, with those added that its quotations still need. */
function passages(id: string, record: RecordFolder, before: SourceEntry['fingerprint'], checked: string): SourceEntry['fingerprint'] {
  const quotes = record.quotes.map((row) => ({ ...row, context: record.contexts[row.id] }));
  const quotations = [...quotes, ...record.voices.filter(({ kind }) => kind === 'quoted')].filter(({ source, context }) => source === id && context);
  const unproven = quotations.filter((row) => prove({ ...row, ...shortWordsNeighbours(row.text, row.context) }, id, before).verdict !== 'proven');
  const added = new Set(unproven.map(({ context }) => fingerprintText(id, context ?? '')));
  if (added.size === 0) return before;
  return { covers: 'passage', checked, runs: [...(before?.runs ?? []), ...added] };
}
