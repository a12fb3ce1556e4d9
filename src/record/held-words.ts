import { NEGATIONS } from './proof.ts';
import { CUT, wordsOf } from './words.ts';

/** Stands where a text was cut; no word is like it. */
const GAP = '\u0000';

/**
 * Are these words of this text: each part between cuts consecutive, and all in order? `negated` when a part begins just
 * after a “not” that was left off.
 * @param words what is said to stand there; a cut is marked […]
 * @param text the text, with cuts of its own
 */
export function areHeldBy(words: string, text: string): 'yes' | 'negated' | 'no' {
  const held = text.split(CUT).flatMap((part) => [...wordsOf(part), GAP]);
  const parts = words.split(CUT).map(wordsOf);
  if (parts.some((part) => part.length === 0)) return 'no';
  let [from, negated] = [0, false];
  for (const part of parts) {
    const at = held.findIndex((_, start) => start >= from && part.every((word, index) => held[start + index] === word));
    if (at === -1) return 'no';
    negated ||= NEGATIONS.includes(held[at - 1] ?? '');
    from = at + part.length;
  }
  return negated ? 'negated' : 'yes';
}

/** Are these words letter for letter in the text, each part between cuts and all in order? */
export function areLettersOf(words: string, text: string): boolean {
  let from = 0;
  return words.split(CUT).every((part) => {
    const at = text.indexOf(part.trim(), from);
    from = at + part.trim().length;
    return at !== -1;
  });
}
