import { newestFirst } from '../../record/dates.ts';
import type { Dimension, OnRecord } from '../../record/record.ts';

/**
 * The question that the home page features, with all parties: the one with the newest quote among those on which
 * every party is quoted, so that nobody's silence is put in front. Of equals the first by topic and dimension id.
 */
export function featuredDimension({ topics }: OnRecord): Dimension {
  const newest = (dimension: Dimension) => dimension.positions.flatMap(({ quotes }) => quotes.map(({ date }) => date)).sort(newestFirst)[0] ?? '0000';
  const dimensions = topics.flatMap((topic) => topic.dimensions);
  const complete = dimensions.filter(({ positions }) => positions.every(({ quotes }) => quotes.length > 0));
  const [featured] = (complete.length > 0 ? complete : dimensions).sort((a, b) => newestFirst(newest(a), newest(b)) || `${a.topic.id}/${a.id}`.localeCompare(`${b.topic.id}/${b.id}`));
  if (!featured) throw new RangeError('the record has no dimension to feature');
  return featured;
}

/** What the record can say of itself in numbers. */
export interface RecordFacts {
  quotes: number;
  sources: number;
  /** Quotes that a machine found word for word in their source. */
  proven: number;
  gaps: number;
  /** Quotes of the most and of the least quoted party. */
  most: number;
  least: number;
}

/** The record in numbers. */
export function recordFacts({ quotes, sources, topics, parties }: OnRecord): RecordFacts {
  const perParty = parties.map((party) => quotes.filter((quote) => quote.party.id === party.id).length);
  return {
    quotes: quotes.length,
    sources: sources.length,
    proven: quotes.filter(({ proof }) => proof.verdict === 'proven').length,
    gaps: topics.reduce((sum, topic) => sum + topic.gaps, 0),
    most: Math.max(...perParty),
    least: Math.min(...perParty),
  };
}
