import { firstDay, newestFirst } from './dates.ts';
import type { Entries } from './schema/entries.ts';

/** The newest date that the record holds, as a day: of a quote, correction, withdrawal or fingerprint. Empty where it holds none. */
export function newestDay({ positions, corrections, withdrawn, sources }: Entries): string {
  const dates = [
    ...positions.flatMap(({ data }) => data.quotes.map(({ date }) => date)),
    ...corrections.map(({ data }) => data.date),
    ...withdrawn.map(({ data }) => data.date),
    ...sources.flatMap(({ data }) => (data.fingerprint ? [data.fingerprint.checked] : [])),
  ];
  const newest = dates.sort(newestFirst)[0];
  return newest === undefined ? '' : firstDay(newest);
}
