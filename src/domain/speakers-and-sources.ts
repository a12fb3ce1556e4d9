import { newestFirst, yearOf } from './dates.ts';
import type { OnRecord, Quote, Source, Speaker } from './record.ts';

/** One speaker with what the record holds of them. */
export interface SpeakerView {
  speaker: Speaker;
  /** Newest first. */
  quotes: readonly Quote[];
  /** Every role held at a quote's date, newest first, each once. */
  roles: readonly string[];
}

/** Every speaker, A to Z. */
export function speakerViews({ speakers, quotes }: OnRecord): SpeakerView[] {
  const bySpeaker = Map.groupBy(quotes, (quote) => quote.speaker.id);
  return speakers.map((speaker) => {
    const own = bySpeaker.get(speaker.id) ?? [];
    return { speaker, quotes: own, roles: [...new Set(own.map(({ role }) => role))] };
  });
}

/** One source with what is quoted from it. */
export interface SourceView {
  source: Source;
  /** Newest first. */
  quotes: readonly Quote[];
}

/** The sources that were published in one year. */
export interface SourceYear {
  /** `YYYY`. */
  year: string;
  /** A to Z by title. */
  sources: readonly SourceView[];
}

/** Every source by the year in which it was published, newest first. */
export function sourceYears(record: OnRecord): SourceYear[] {
  const byYear = Map.groupBy(sourceViews(record), ({ source }) => yearOf(source.published));
  return [...byYear].map(([year, sources]) => ({ year, sources })).sort((a, b) => newestFirst(a.year, b.year));
}

/** Every source, A to Z by title. */
export function sourceViews({ sources, quotes }: OnRecord): SourceView[] {
  const bySource = Map.groupBy(quotes, (quote) => quote.source.id);
  return sources.map((source) => ({ source, quotes: bySource.get(source.id) ?? [] }));
}
