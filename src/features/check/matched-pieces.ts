import type { Alignment } from './alignment.ts';
import { cutBefore, type Found, type QuoteIndex } from './quote-index.ts';
import type { PassageWord } from './sentences.ts';
import { locateWords } from '../../record/words.ts';

/** One difference, as written in the quote and in the passage; empty where words are missing or inserted. */
export interface Change {
  said: string;
  pasted: string;
}

/** A stretch of a comparison; where `same`, both hold the same words, each as written on its side. */
export interface Piece extends Change {
  same: boolean;
}

/** What stands where a cut was hidden. */
const CUT_MARK = '[…]';

/**
 * Writes an alignment out as stretches of equal and different words, as they were written.
 * @param found the places of the quote that the alignment covers
 * @param words the pasted words, with places in `shown`
 * @param leftOff how many words of the quote before and after `found` are missing as well
 */
export function compare(index: QuoteIndex, found: Found, alignment: Alignment, words: readonly PassageWord[], shown: string, leftOff: { before: number; after: number }): Piece[] {
  const text = index.texts[found.quote]!;
  const located = locateWords(text);
  const base = index.starts[found.quote]!;
  const missing = (from: number, length: number) => Array.from({ length }, (_, offset) => ({ said: from + offset, pasted: -1, same: false }));
  const shift = found.from - base - alignment.from;
  const steps = [...missing(found.from - base - leftOff.before, leftOff.before), ...alignment.steps.map((step) => ({ ...step, said: step.said === -1 ? -1 : step.said + shift })), ...missing(found.to - base, leftOff.after)];

  const pieces: Piece[] = [];
  let group: typeof steps = [];
  const close = () => {
    if (group.length === 0) return;
    const said = group.map((step) => step.said).filter((at) => at !== -1);
    const pasted = group.map((step) => step.pasted).filter((at) => at !== -1);
    pieces.push({
      said: said.length === 0 ? '' : text.slice(located[said[0]!]!.start, located[said.at(-1)!]!.end),
      pasted: pasted.length === 0 ? '' : shown.slice(words[pasted[0]!]!.start, words[pasted.at(-1)!]!.end),
      same: group[0]!.same,
    });
    group = [];
  };
  for (const step of steps) {
    const hidesCut = step.same && group.at(-1)?.same && cutBefore(index, base + step.said) && !words[step.pasted]!.afterCut;
    if (hidesCut || group[0]?.same !== step.same) close();
    if (hidesCut) pieces.push({ said: CUT_MARK, pasted: '', same: false });
    group.push(step);
  }
  close();
  return pieces;
}

/** Only what differs. */
export function changesOf(pieces: readonly Piece[]): Change[] {
  return pieces.filter(({ same }) => !same).map(({ said, pasted }) => ({ said, pasted }));
}
