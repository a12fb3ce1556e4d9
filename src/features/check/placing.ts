import { align, type Alignment } from './alignment.ts';
import { changesOf, type Change, compare, type Piece } from './matched-pieces.ts';
import { candidates, cutBefore, findPhrase, type Found, numbersOf, type QuoteIndex, startsSentence, wordAt } from './quote-index.ts';
import type { PassageWord } from './sentences.ts';
import { ALIKE, ALIKE_IN_PLACE, FEWEST_EQUAL_WORDS, SHORT_SENTENCE, SHORTEST_EXTRACT } from '../../record/thresholds.ts';

/** Words to judge: a sentence, a part of it, or a quotation inside of one. */
export interface Unit {
  words: PassageWord[];
  /** Taken out of quotation marks, or not written as a whole sentence: expected to begin or end in mid-sentence. */
  extract: boolean;
}

/** A quote with changes: where it stands, and what differs. */
export interface Altered {
  found: Found;
  changes: Change[];
  pieces: Piece[];
}

interface Nearest {
  found: Found;
  alignment: Alignment;
  likeness: number;
}

/** Quotes that are compared word by word with one sentence. */
const CANDIDATES = 24;
/** How many words before an extract may turn its sense. */
const NEGATION_REACH = 4;
const NEGATION = /^(?:not|no|nor|never|neither|none|nobody|nothing|without|cannot|hardly|.+n't)$/u;
/** Between a negation and words that it still governs stand only these: "not | be making time". */
const GOVERNED_THROUGH = /^(?:be|been|being|have|has|had|to|able|going|ever|even|yet|now|again|simply|just|really|a|an|any)$/u;
/** "Not only this but that" denies nothing; what has a subject of its own is its own clause. */
const NOT_GOVERNED = /^(?:only|just|merely|simply|least|we|i|you|he|she|it|they|there|this|that|these|those|who|which|what|and|but|or|because|if|when|while|so|as|than|then)$/u;

/** Where the words stand exactly: with no cut hidden and no negation of theirs left off. */
export function findExact(unit: Unit, index: QuoteIndex): Found[] {
  return findPhrase(index, numbersOf(index, unit.words)).filter((found) => {
    if (unit.words.length < SHORTEST_EXTRACT && !(startsSentence(index, found.from) && startsSentence(index, found.to))) return false;
    const { before, after } = leftOff(found, unit, index);
    return before === 0 && after === 0 && unit.words.every(({ afterCut }, at) => at === 0 || afterCut || !cutBefore(index, found.from + at));
  });
}

export function isWhole({ quote, from, to }: Found, { starts }: QuoteIndex): boolean {
  return from === starts[quote] && to === starts[quote + 1];
}

/**
 * How many words of the quote must be shown as missing before and after what was pasted: those from a negation on that
 * governs its first words, and a single word without which a pasted sentence is not the one said.
 */
function leftOff({ from, to }: Found, { extract }: Unit, index: QuoteIndex): { before: number; after: number } {
  const negation = negationBefore(index, from, 0);
  if (negation > 0) return { before: negation, after: 0 };
  if (extract) return { before: 0, after: 0 };
  let first = from;
  while (!startsSentence(index, first)) first--;
  let last = to;
  while (!startsSentence(index, last)) last++;
  const oneShort = from - first + (last - to) === 1;
  return { before: oneShort ? from - first : 0, after: oneShort ? last - to : 0 };
}

/**
 * How far before a place a negation stands that governs what begins there; 0 when there is none. Words with a subject or
 * a conjunction of their own are governed by none before them.
 * @param floor the first place that was left out
 */
export function negationBefore(index: QuoteIndex, from: number, floor: number): number {
  if (startsSentence(index, from) || NOT_GOVERNED.test(wordAt(index, from))) return 0;
  for (let back = 1; back <= NEGATION_REACH && from - back >= floor; back++) {
    const word = wordAt(index, from - back);
    if (NEGATION.test(word)) return back;
    if (!GOVERNED_THROUGH.test(word) || startsSentence(index, from - back)) return 0;
  }
  return 0;
}

/** The quote that these words are, with changes; none when nothing is near enough. */
export function findAltered(unit: Unit, shown: string, index: QuoteIndex): Altered | undefined {
  const nearest = nearestQuote(unit.words, index);
  return nearest && isAlike(nearest, unit, index) ? toAltered(nearest, unit, shown, index) : undefined;
}

/** Words that stand together in a quote, but with a cut hidden or without the negation that governs them. */
export function findTurned(unit: Unit, shown: string, index: QuoteIndex): Altered | undefined {
  const numbers = numbersOf(index, unit.words);
  const [found] = unit.words.length < SHORTEST_EXTRACT ? [] : findPhrase(index, numbers);
  return found && toAltered(laidOn(index, found.quote, found.from, found.to, numbers), unit, shown, index);
}

/** Those of the words that stand, in order, in the quote nearest to all of them. */
export function sharedWithNearest(words: readonly PassageWord[], index: QuoteIndex): PassageWord[] {
  return nearestQuote(words, index)?.alignment.steps.flatMap(({ pasted, same }) => (same ? [words[pasted]!] : [])) ?? [];
}

/** A sentence that was not found, beside one that was: is it the quote's next (or previous) sentence, much changed? */
export function besideNeighbour(unit: Unit, previous: Found | undefined, next: Found | undefined, shown: string, index: QuoteIndex): Altered | undefined {
  const numbers = numbersOf(index, unit.words);
  const room = numbers.length + 2;
  const places = [
    ...(previous ? [laidOn(index, previous.quote, previous.to, Math.min(previous.to + room, index.starts[previous.quote + 1]!), numbers)] : []),
    ...(next ? [laidOn(index, next.quote, Math.max(next.from - room, index.starts[next.quote]!), next.from, numbers)] : []),
  ];
  const likely = places.filter(({ likeness, alignment }) => likeness >= ALIKE_IN_PLACE && alignment.matches > 0).sort((a, b) => b.likeness - a.likeness)[0];
  return likely && toAltered(likely, unit, shown, index);
}

function nearestQuote(words: readonly PassageWord[], index: QuoteIndex): Nearest | undefined {
  const numbers = numbersOf(index, words);
  const compared = candidates(index, numbers, CANDIDATES).map((quote) => laidOn(index, quote, index.starts[quote]!, index.starts[quote + 1]!, numbers));
  return compared.sort((a, b) => b.likeness - a.likeness || a.alignment.changed - b.alignment.changed)[0];
}

function isAlike({ likeness, alignment, found }: Nearest, unit: Unit, index: QuoteIndex): boolean {
  const { before, after } = leftOff(found, unit, index);
  const comparable = unit.words.length >= SHORT_SENTENCE || (startsSentence(index, found.from - before) && startsSentence(index, found.to + after));
  return comparable && likeness >= ALIKE && alignment.matches >= FEWEST_EQUAL_WORDS;
}

/** The words laid on the places `from` to `to` of a quote. */
function laidOn(index: QuoteIndex, quote: number, from: number, to: number, numbers: readonly number[]): Nearest {
  const alignment = align(index.row.subarray(from, to), numbers, (at) => startsSentence(index, from + at));
  return { found: { quote, from: from + alignment.from, to: from + alignment.to }, alignment, likeness: alignment.matches / alignment.steps.length };
}

function toAltered({ found, alignment }: Nearest, unit: Unit, shown: string, index: QuoteIndex): Altered | undefined {
  const pieces = compare(index, found, alignment, unit.words, shown, leftOff(found, unit, index));
  const changes = changesOf(pieces);
  return changes.length === 0 ? undefined : { found, changes, pieces };
}
