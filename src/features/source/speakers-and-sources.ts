import { SOURCE_KIND_WORDS } from '../../record/source-words.ts';
import { type SourceKind, SOURCE_KINDS } from '../../record/schema/source.ts';
import { distinctTitles } from '../../record/page-titles.ts';
import type { OnRecord, Party, Quote, Source, Speaker } from '../../record/record.ts';

/** One speaker with what the record holds of them. */
export interface SpeakerView {
  speaker: Speaker;
  /** The speaker's name; where a party or another speaker has the same, with the role. */
  title: string;
  /** Newest first. */
  quotes: readonly Quote[];
  /** Every role held at a quote's date, newest first, each once. */
  roles: readonly string[];
}

/** Every speaker, A to Z. */
export function speakerViews({ speakers, quotes, parties }: OnRecord): SpeakerView[] {
  const bySpeaker = Map.groupBy(quotes, (quote) => quote.speaker.id);
  const views = speakers.map((speaker) => {
    const own = bySpeaker.get(speaker.id) ?? [];
    return { speaker, quotes: own, roles: [...new Set(own.map(({ role }) => role))] };
  });
  const titles = distinctTitles(views, {
    title: ({ speaker }) => speaker.name,
    apart: [({ roles }) => `: ${roles[0]}`, ({ roles }) => `: ${roles.join('; ')}`],
    taken: parties.map(({ name }) => name),
  });
  return views.map((view, index) => ({ ...view, title: titles[index] ?? view.speaker.name }));
}

/** The speakers who belong to each party now, parties and speakers A to Z; a party without any is left out. */
export function speakersByParty(record: OnRecord): { party: Party; views: readonly SpeakerView[] }[] {
  const views = speakerViews(record);
  return record.parties.map((party) => ({ party, views: views.filter(({ speaker }) => speaker.party.id === party.id) })).filter((group) => group.views.length > 0);
}

/** One source with what is quoted from it. */
export interface SourceView {
  source: Source;
  /** The source's title; where another source has the same, with whose words are quoted from it, and on what. */
  title: string;
  /** Newest first. */
  quotes: readonly Quote[];
}

/** Every source, A to Z by title. */
export function sourceViews({ sources, quotes }: OnRecord): SourceView[] {
  const bySource = Map.groupBy(quotes, (quote) => quote.source.id);
  const views = sources.map((source) => ({ source, quotes: bySource.get(source.id) ?? [] }));
  const speakersOf = (own: readonly Quote[]) => [...new Set(own.map(({ speaker }) => speaker.name))].join(', ');
  const titles = distinctTitles(views, {
    title: ({ source }) => source.title,
    apart: [({ quotes: own }) => `: ${speakersOf(own)}`, ({ quotes: own }) => `: ${speakersOf(own)} on ${own[0]?.dimension.title}`],
  });
  return views.map((view, index) => ({ ...view, title: titles[index] ?? view.source.title }));
}

/** The sources of one kind. */
export interface SourcesOfKind {
  kind: SourceKind;
  name: string;
  /** A to Z by title. */
  sources: readonly SourceView[];
  /** How many quotes they print. */
  quotes: number;
}

/** The sources by kind; a kind without any is left out. */
export function sourcesByKind(record: OnRecord): SourcesOfKind[] {
  const views = sourceViews(record);
  return SOURCE_KINDS.map((kind) => {
    const sources = views.filter(({ source }) => source.kind === kind);
    return { kind, name: SOURCE_KIND_WORDS[kind], sources, quotes: sources.reduce((sum, { quotes }) => sum + quotes.length, 0) };
  }).filter(({ sources }) => sources.length > 0);
}
