import type { Entries, Entry } from './schema/entries.ts';
import type { PositionEntry, QuoteEntry } from './schema/position.ts';
import type { SpeakerEntry } from './schema/speaker.ts';
import { articleParts } from './article-parts.ts';
import { newestFirst } from './dates.ts';
import { deepFreeze } from './deep-freeze.ts';
import { readLedgerLine } from './ledger-line.ts';
import { newestDay } from './newest-day.ts';
import { alphabetical } from './party-order.ts';
import { prove } from './proof.ts';
import type { Article, Correction, Dimension, Disowned, OnRecord, Party, Position, Quote, Silence, Source, Speaker, Topic } from './record.ts';
import { deriveStance, stanceOf } from './stance.ts';
import { termsIn } from './terms.ts';
import { retiredOf, standing } from './retired.ts';
import { groupStatements, leadWith } from './statements.ts';

/**
 * Joins the entries into the record. Every list is sorted here, because a collection has no order of its own.
 * @param entries entries in which `findProblems` found nothing
 * @returns the whole record, frozen
 * @throws TypeError when an id points nowhere, which `findProblems` would have reported
 */
export function joinRecord(entries: Entries): OnRecord {
  const now = standing(entries);
  const parties = alphabetical(now.parties.map(({ id, data }): Party => ({ id, ...data })));
  const partyById = lookup(parties, 'party');
  const sources = entries.sources.map(({ id, data }): Source => ({ id, ...data })).sort(byText((source) => source.title));
  const sourceById = lookup(sources, 'source');
  const left = retiredOf(entries);
  const haveLeft = new Set(left.flatMap(({ kind, parts }) => (kind === 'party' ? parts.map(({ id }) => id) : [])));
  const standingSpeakers = entries.speakers.filter(({ id }) => !haveLeft.has(id));
  const speakers = standingSpeakers.map(joinSpeaker).sort(byText((speaker) => speaker.name));
  const speakerById = lookup(speakers, 'speaker');
  const positionById = lookup(entries.positions, 'position');
  const corrections = entries.corrections.map(({ id, data }): Correction => ({ id, ...data })).sort((a, b) => newestFirst(a.date, b.date) || a.id.localeCompare(b.id));
  const addedOn = new Map(entries.published.map(({ id, data }) => [id, readLedgerLine(data).added]));
  const codings = new Map(entries.codings.map(({ id, data }) => [id, data]));
  const supersededBy = new Map(entries.positions.flatMap(({ data }) => data.quotes.flatMap(({ id, supersedes }) => (supersedes ? [[supersedes, id] as const] : []))));

  const topics = now.topics
    .map(({ id, data }): Topic => {
      const topic = { id, title: data.title, shortTitle: data.shortTitle };
      const dimensions = data.dimensions.map((dimension): Dimension => {
        const positions = parties.map((party) => joinPosition(party, topic, dimension, positionById(`${id}/${dimension.id}/${party.id}`)));
        const voices = data.voices
          .filter((voice) => voice.dimension === dimension.id)
          .map(({ dimension: _, ...voice }) => {
            const source = sourceById(voice.source);
            return { ...voice, source, ...(voice.kind === 'quoted' ? { proof: prove(voice, source.id, source.fingerprint) } : {}) };
          });
        const { status, ...rest } = dimension;
        const texts = [dimension.question, status?.text ?? '', ...positions.flatMap(({ summary = '', quotes }) => [summary, ...quotes.map(({ text }) => text)])];
        return { ...rest, keywords: dimension.keywords ?? [], topic, positions, voices, terms: termsIn(texts, data.terms), ...(status ? { status: { ...status, source: sourceById(status.source) } } : {}) };
      });
      const quotes = dimensions.flatMap(({ positions }) => positions.flatMap((position) => position.quotes)).sort(byDateThenId);
      return {
        ...data,
        id,
        dimensions,
        figures: data.figures.map((figure) => ({ ...figure, source: sourceById(figure.source) })),
        events: data.events.map((event) => ({ ...event, source: sourceById(event.source) })).sort((a, b) => newestFirst(b.date, a.date)),
        quotes,
        gaps: dimensions.flatMap(({ positions }) => positions).filter((position) => position.quotes.length === 0).length,
        newest: quotes[0]?.date ?? '',
        middle: quotes[Math.floor(quotes.length / 2)]?.date ?? '',
      };
    })
    .sort(byText((topic) => topic.title));

  function joinPosition(party: Party, topic: Quote['topic'], dimension: Quote['dimension'], entry: Entry<PositionEntry>): Position {
    const { data } = entry;
    const quotes = data.quotes.map((quote): Quote => {
      const source = sourceById(quote.source);
      const later = supersededBy.get(quote.id);
      const coding = codings.get(quote.id);
      const added = addedOn.get(quote.id);
      const { disowned: ownNotice, ...words } = quote;
      const disowned = joinDisowned(ownNotice) ?? disownedWith(source);
      return {
        ...words,
        ...(disowned ? { disowned } : {}),
        notices: [...new Set([quote.note, disowned?.note, source.notice?.text].filter((notice) => notice !== undefined))],
        party,
        topic,
        dimension: { id: dimension.id, title: dimension.title, question: dimension.question },
        speaker: speakerById(quote.speaker),
        source,
        stance: stanceOf(coding),
        ...(later ? { supersededBy: later } : {}),
        ...(added ? { added } : {}),
        proof: prove(quote, source.id, source.fingerprint),
        corrections: corrections.filter((correction) => correction.quote === quote.id),
        ...(coding ? { coding } : {}),
      };
    });
    const { stance, shownBy, dropped } = deriveStance(quotes);
    const newest = groupStatements(quotes);
    return {
      id: entry.id,
      file: entry.file,
      party,
      ...(data.summary ? { summary: data.summary } : {}),
      stance,
      ...(shownBy ? { shownBy } : {}),
      ...(dropped ? { dropped } : {}),
      quotes: newest.flatMap((statement) => statement.quotes),
      statements: leadWith(newest, shownBy),
      reported: data.reported.map((reported) => ({ ...reported, source: sourceById(reported.source) })).sort((a, b) => newestFirst(a.date, b.date)),
      silent: data.silent.map((silent) => ({ ...silent, source: sourceById(silent.source) })),
      ...(data.silence ? { silence: joinSilence(data.silence) } : {}),
      hasNote: entry.body.trim() !== '',
    };
  }

  function joinSpeaker({ id, data: { party, parties: changed, ...data } }: Entry<SpeakerEntry>): Speaker {
    const stood = changed?.filter((one) => parties.some((standing) => standing.id === one.party));
    return { id, ...data, party: partyById(stood?.at(-1)?.party ?? party), ...(stood ? { parties: stood.map((one) => ({ ...one, party: partyById(one.party) })) } : {}) };
  }

  function joinDisowned(disowned: QuoteEntry['disowned']): Disowned | undefined {
    if (!disowned) return undefined;
    const { source, ...rest } = disowned;
    return { ...rest, ...(source ? { source: sourceById(source) } : {}) };
  }

  /** What is said of a source whose party has dropped all of it. */
  function disownedWith({ notice }: Source): Disowned | undefined {
    return notice?.disowned ? joinDisowned({ date: notice.date, note: notice.text, ...(notice.source ? { source: notice.source } : {}) }) : undefined;
  }

  function joinSilence({ source, ...silence }: NonNullable<PositionEntry['silence']>): Silence {
    return { ...silence, ...(source ? { source: sourceById(source) } : {}) };
  }

  const quotes = topics.flatMap((topic) => topic.quotes).sort(byDateThenId);
  return deepFreeze({
    parties,
    topics,
    quotes,
    speakers,
    sources,
    corrections,
    withdrawn: entries.withdrawn.map(({ id, data }) => ({ id, ...data })).sort(byText((withdrawn) => withdrawn.id)),
    retired: alphabetical(left),
    articles: entries.articles
      .map(({ id, data, body }): Article => ({ ...data, id, topics: topics.filter((topic) => data.topics.includes(topic.id)).map((topic) => ({ id: topic.id, title: topic.title })), parts: articleParts(body) }))
      .sort((a, b) => newestFirst(a.updated, b.updated) || a.id.localeCompare(b.id)),
    glossary: entries.glossary.map(({ id, data }) => ({ word: id, ...data })).sort((a, b) => a.word.localeCompare(b.word, 'en')),
    curricula: entries.curricula.map(({ id, data }) => ({ nation: id, ...data })).sort((a, b) => a.nation.localeCompare(b.nation, 'en')),
    offices: entries.offices.map(({ id, data }) => ({ holder: id, ...data })).sort((a, b) => a.holder.localeCompare(b.holder, 'en')),
    behind: entries.pages.find(({ id }) => id === 'about')?.data.behind ?? {},
    day: newestDay(entries),
    asOf: [...quotes.map(({ date }) => date), ...corrections.map(({ date }) => date)].sort(newestFirst)[0] ?? '',
  });
}

function byDateThenId(a: { date: string; id: string }, b: { date: string; id: string }): number {
  return newestFirst(a.date, b.date) || a.id.localeCompare(b.id);
}

/** A to Z; equal texts by id, because the entries come in no order of their own. */
function byText<T extends { id: string }>(text: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => text(a).localeCompare(text(b), 'en') || a.id.localeCompare(b.id);
}

function lookup<T extends { id: string }>(items: readonly T[], kind: string): (id: string) => T {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (id) => {
    const item = byId.get(id);
    if (!item) throw new TypeError(`there is no ${kind} with the id ${id}`);
    return item;
  };
}
