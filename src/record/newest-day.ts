import { readLedgerLine } from './ledger-line.ts';
import { firstDay, newestFirst } from './dates.ts';
import type { Entries } from './schema/entries.ts';

/** The newest date that the record holds, as a day: of a quote, its addition, a correction, a withdrawal or a fingerprint. Empty where it holds none. */
export function newestDay({ positions, corrections, withdrawn, sources, published }: Entries): string {
  const dates = [
    ...positions.flatMap(({ data }) => data.quotes.map(({ date }) => date)),
    ...corrections.map(({ data }) => data.date),
    ...withdrawn.map(({ data }) => data.date),
    ...published.flatMap(({ data }) => readLedgerLine(data).added ?? []),
    ...sources.flatMap(({ data }) => (data.fingerprint ? [data.fingerprint.checked] : [])),
  ];
  const newest = dates.sort(newestFirst)[0];
  return newest === undefined ? '' : firstDay(newest);
}
