import type { Correction, OnRecord, Quote, Withdrawn } from './record.ts';

/** What changed in the record, and the day of it. */
export type Change = { id: string; day: string } & ({ kind: 'addition'; quote: Quote } | { kind: 'correction'; correction: Correction } | { kind: 'withdrawal'; withdrawn: Withdrawn });

/**
 * Every addition whose day is known, every correction and every withdrawal, the newest first; those of one day by kind, then by id.
 * @param record the whole record, or what of it is asked for
 */
export function changesOf({ quotes, corrections, withdrawn }: Pick<OnRecord, 'quotes' | 'corrections' | 'withdrawn'>): Change[] {
  const all: Change[] = [
    ...corrections.map((correction) => ({ id: `correction/${correction.id}`, day: correction.date, kind: 'correction' as const, correction })),
    ...withdrawn.map((gone) => ({ id: `withdrawal/${gone.id}`, day: gone.date, kind: 'withdrawal' as const, withdrawn: gone })),
    ...quotes.flatMap((quote) => (quote.added === undefined ? [] : [{ id: `addition/${quote.id}`, day: quote.added, kind: 'addition' as const, quote }])),
  ];
  const order = ['correction', 'withdrawal', 'addition'];
  return all.sort((a, b) => b.day.localeCompare(a.day) || order.indexOf(a.kind) - order.indexOf(b.kind) || a.id.localeCompare(b.id));
}

/** The changes of some quotes alone: those quotes, and the corrections of them. */
export function changesAmong(quotes: readonly Quote[]): Change[] {
  return changesOf({ quotes, corrections: quotes.flatMap(({ corrections }) => corrections), withdrawn: [] });
}
