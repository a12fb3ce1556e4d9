import { dateInWords } from './dates.ts';
import type { Silence } from './record.ts';

/** Why a party has no quote on a question, in one sentence. */
export function silenceInWords({ kind, by, asOf }: Pick<Silence, 'kind' | 'by' | 'asOf'>): string {
  return kind === 'approached' ? `${by} approached the party on ${dateInWords(asOf)} and printed no statement.` : `None found yet, as of ${dateInWords(asOf)}.`;
}
