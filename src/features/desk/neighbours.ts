import { RUN_LENGTH } from '../../record/fingerprint.ts';
import { CUT, wordsOf } from '../../record/words.ts';

/**
 * The words around a quotation that begins or ends with a part of fewer than five words, taken from its passage:
 * its proof needs them, also where the sentence before ends in a negation (prefix and suffix of the W3C TextQuoteSelector, https://www.w3.org/TR/annotation-model/#text-quote-selector).
 * @returns nothing where the quotation needs none, or where the passage does not hold it
 */
export function shortWordsNeighbours(text: string, passage: string | undefined): { prefix?: string; suffix?: string } {
  if (!passage) return {};
  const parts = text.split(CUT).filter((part) => wordsOf(part).length > 0);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  return {
    ...(wordsOf(first).length < RUN_LENGTH || followsNegation(passage, first) ? neighbour(passage, first, 'before') : {}),
    ...(wordsOf(last).length < RUN_LENGTH ? neighbour(passage, last, 'after') : {}),
  };
}

/** Does the sentence before end in a negation? Then the proof must be told that it does not belong to these words. */
function followsNegation(passage: string, part: string): boolean {
  const at = passage.indexOf(part.trim());
  return at !== -1 && NEGATION_THEN_STOP.test(passage.slice(0, at));
}

const NEGATION_THEN_STOP = /\b(?:not|no|never|nor|neither|without|hardly|cannot)[.!?…]["'”’)]*\s*["'“‘(]*$/iu;

function neighbour(passage: string, part: string, side: 'before' | 'after'): { prefix?: string; suffix?: string } {
  const at = passage.indexOf(part.trim());
  if (at === -1) return {};
  const words =
    (side === 'before' ? passage.slice(0, at) : passage.slice(at + part.trim().length))
      .split(CUT)
      .at(side === 'before' ? -1 : 0)
      ?.trim()
      .split(/\s+/u) ?? [];
  const near = side === 'before' ? words.slice(-RUN_LENGTH) : words.slice(0, RUN_LENGTH);
  if (near.join('') === '') return {};
  return side === 'before' ? { prefix: near.join(' ') } : { suffix: near.join(' ') };
}
