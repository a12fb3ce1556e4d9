import { dateInWords } from './dates.ts';
import type { Proof } from './proof.ts';

/** How a quote is known, in words. */
export function proofInWords(proof: Proof): string {
  if (proof.verdict === 'unchecked') return 'Transcribed, not machine-checked';
  const covers = proof.covers === 'whole' ? 'whole text' : 'passage';
  const checked = dateInWords(proof.checked, 'short');
  if (proof.verdict === 'refuted') return `Not found like this in the source (${covers} checked ${checked})`;
  return `Word for word in the source (${covers} checked ${checked})`;
}

/** Stands once on a page of many quotes, in place of a line beside each that was found. */
export const ALL_PROVEN = 'A machine found every quote word for word in its source, unless a line beneath it says otherwise.';
