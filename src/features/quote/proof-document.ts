import { RUN_LENGTH } from '../../record/fingerprint.ts';
import { type Proof } from '../../record/proof.ts';
import type { Quote } from '../../record/record.ts';
import { CUT, wordsOf } from '../../record/words.ts';

/** What the proof of one quote says, for machines. */
export interface ProofDocument {
  id: string;
  verdict: Proof['verdict'];
  /** What of the source was fingerprinted; null where nothing was. */
  covers: 'whole' | 'passage' | null;
  /** The day of the fingerprint, `YYYY-MM-DD`. */
  checked: string | null;
  /** Why the words were refuted. */
  why?: string;
  /** Id of the source. */
  source: string;
  /** Where the source was read. */
  url: string;
  /** How many five-word runs of the quote were looked for in the fingerprint; 0 where nothing was compared. */
  runs: number;
  /** The page that explains the method. */
  method: string;
}

/**
 * The proof of one quote.
 * @param quote a quote of the record
 * @param method address of the page that explains the method
 */
export function proofDocument({ id, text, prefix = '', suffix = '', source, proof }: Quote, method: string): ProofDocument {
  const compared = proof.verdict === 'unchecked' ? undefined : proof;
  return {
    id,
    verdict: proof.verdict,
    covers: compared?.covers ?? null,
    checked: compared?.checked ?? null,
    ...(proof.verdict === 'refuted' ? { why: proof.why } : {}),
    source: source.id,
    url: source.url,
    runs: compared ? countRuns(text, prefix, suffix) : 0,
    method,
  };
}

/** Parts between cuts, joined where one is too short to be tested alone, as `prove` joins them. */
function countRuns(text: string, prefix: string, suffix: string): number {
  const parts = text
    .split(CUT)
    .map((part) => wordsOf(part).length)
    .filter((length) => length > 0);
  const last = parts.length - 1;
  const lengths = parts.map((length, index) => (length >= RUN_LENGTH ? length : length + (index === 0 ? wordsOf(prefix).length : 0) + (index === last ? wordsOf(suffix).length : 0)));
  const joined: number[] = [];
  for (const length of lengths) {
    const before = joined.at(-1);
    if (before !== undefined && (before < RUN_LENGTH || length < RUN_LENGTH)) joined[joined.length - 1] = before + length;
    else joined.push(length);
  }
  return joined.reduce((total, length) => total + Math.max(0, length - RUN_LENGTH + 1), 0);
}
