import type { OnRecord, Party, Reported, Silence, SilentSource } from './record.ts';

/** A position without a quote, with what was read and when. */
export interface GapRow {
  topic: { id: string; title: string; shortTitle: string };
  dimension: { id: string; title: string; shortTitle: string; question: string };
  party: Party;
  /** Sources read whole in which the party says nothing on the question. */
  read: readonly SilentSource[];
  /** Who was asked or what was searched, and when. */
  silence?: Silence;
  /** What sources report without quoting. */
  reported: readonly Reported[];
}

/**
 * Every position without a quote, with what was read and when, in the record's order.
 * @param record the record
 */
export function gapRows({ topics }: Pick<OnRecord, 'topics'>): GapRow[] {
  return topics.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ id, title, shortTitle, question, topic, positions }) =>
      positions.filter(({ quotes }) => quotes.length === 0).map(({ party, silent, silence, reported }) => ({ topic, dimension: { id, title, shortTitle, question }, party, read: silent, ...(silence ? { silence } : {}), reported })),
    ),
  );
}
