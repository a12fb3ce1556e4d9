import { align, type Alignment } from './alignment.ts';
import { changesOf, compare, type Change, type Piece } from './matched-pieces.ts';
import { buildQuoteIndex, candidates, cutBefore, findPhrase, type Found, numbersOf, type QuoteIndex, startsSentence, wordAt } from './quote-index.ts';
import { type PassageWord, type Sentence, splitPassage } from './sentences.ts';
import { ALIKE, ALIKE_IN_PLACE, FEWEST_EQUAL_WORDS, LONGEST_PASSAGE, SHORT_SENTENCE, SHORTEST_EXTRACT } from '../../record/thresholds.ts';

export { buildQuoteIndex, type Change, type Piece, type QuoteIndex };

/**
 * in-record: these words stand next to each other in a quote. altered: they are a quote with words changed.
 * not-in-record: neither, which does not mean that nobody said it. too-long: the passage was not looked at.
 */
export type Verdict = 'in-record' | 'altered' | 'not-in-record' | 'too-long';

export interface Judgement {
  /** The sentence, the quoted part of a sentence, or the sentences that together are part of one quote. */
  text: string;
  verdict: Verdict;
  /** Id of the quote; null when there is none. */
  quote: string | null;
  /** Is it the whole quote, not only a part of it? */
  whole: boolean;
  /** What differs; empty unless altered. */
  changes: Change[];
  /** The whole comparison in reading order, for marking what differs; empty unless altered. */
  pieces: Piece[];
}

/** Quotes that are compared word by word with one sentence. */
const CANDIDATES = 24;
/** How many words before an extract may turn its sense. */
const NEGATION_REACH = 5;
const NEGATION = /^(?:not|no|nor|never|neither|none|nobody|nothing|without|cannot|hardly|.+n't)$/u;
const LONGEST_GROUP = 12;

/** Words to judge: a sentence, or a quotation inside of one. */
interface Unit {
  words: PassageWord[];
  /** Taken out of quotation marks, so expected to begin or end in mid-sentence. */
  quotation: boolean;
}

/** A judgement with the words it is about and the place it rests on. */
interface Placed {
  judgement: Judgement;
  unit: Unit;
  found?: Found;
}

interface Nearest {
  found: Found;
  alignment: Alignment;
  likeness: number;
}

/**
 * Judges a pasted passage sentence by sentence. Sentences that stand together in one quote are judged as one; where only
 * the words in quotation marks match, they are judged and the words around them are not.
 * @param passage any text; longer than `LONGEST_PASSAGE` it gives one `too-long`
 * @param index from `buildQuoteIndex`
 * @returns one judgement a sentence, in order; none for a passage without words
 */
export function judge(passage: string, index: QuoteIndex): Judgement[] {
  if (passage.length > LONGEST_PASSAGE) return [{ text: `${passage.slice(0, 80)}…`, verdict: 'too-long', quote: null, whole: false, changes: [], pieces: [] }];
  const { shown, sentences } = splitPassage(passage);
  const placed: Placed[] = [];
  for (let first = 0; first < sentences.length;) {
    const length = longestGroup(sentences, first, index);
    const words = sentences.slice(first, first + length).flatMap((sentence) => sentence.words);
    placed.push(...(length > 0 ? [judgeUnit({ words, quotation: false }, shown, index)] : judgeSentence(sentences[first]!, shown, index)));
    first += Math.max(1, length);
  }
  return placed.map(({ judgement, unit }, at) => (judgement.verdict === 'not-in-record' ? (besideNeighbour(unit, placed[at - 1]?.found, placed[at + 1]?.found, shown, index) ?? judgement) : judgement));
}

/** How many sentences from `first` on stand together in one quote. A short one may be found only with the next. */
function longestGroup(sentences: readonly Sentence[], first: number, index: QuoteIndex): number {
  let longest = 0;
  for (let length = 1; length <= Math.min(LONGEST_GROUP, sentences.length - first) && length - longest < 3; length++) {
    const words = sentences.slice(first, first + length).flatMap((sentence) => sentence.words);
    if (findExact({ words, quotation: false }, index)) longest = length;
  }
  return longest;
}

/** A sentence that is no quote as it stands: nearly one, or a reporter's sentence around words in quotation marks. */
function judgeSentence({ words }: Sentence, shown: string, index: QuoteIndex): Placed[] {
  const sentence = { words, quotation: false };
  const numbers = [...new Set(words.map(({ quotation }) => quotation))].filter((number) => number > 0);
  const quotations = numbers.map((number): Unit => ({ words: words.filter(({ quotation }) => quotation === number), quotation: true })).filter((unit) => unit.words.length >= SHORTEST_EXTRACT);
  const outside = words.filter(({ quotation }) => quotation === 0).length;
  if (quotations.length === 0 || outside === 0) return [judgeUnit(sentence, shown, index)];
  const nearest = nearestQuote(words, index);
  const shared = nearest?.alignment.steps.filter(({ pasted, same }) => same && words[pasted]!.quotation === 0).length ?? 0;
  return shared * 2 > outside ? [judgeUnit(sentence, shown, index)] : quotations.map((unit) => judgeUnit(unit, shown, index));
}

function judgeUnit(unit: Unit, shown: string, index: QuoteIndex): Placed {
  const { words } = unit;
  const text = shown.slice(words[0]!.start, words.at(-1)!.end);
  const exact = findExact(unit, index);
  if (exact) return { judgement: { text, verdict: 'in-record', quote: index.ids[exact.quote]!, whole: isWhole(exact, index), changes: [], pieces: [] }, unit, found: exact };
  const nearest = nearestQuote(words, index);
  const altered = nearest && isAlike(nearest, unit, index) ? toAltered(nearest, unit, shown, index) : undefined;
  return altered ?? { judgement: { text, verdict: 'not-in-record', quote: null, whole: false, changes: [], pieces: [] }, unit };
}

/** Where the words stand exactly: with no cut hidden, no negation left off before them, and not too few to tell. */
function findExact(unit: Unit, index: QuoteIndex): Found | undefined {
  const fits = findPhrase(index, numbersOf(index, unit.words)).filter((found) => {
    const sentences = startsSentence(index, found.from) && startsSentence(index, found.to);
    if (unit.words.length < SHORTEST_EXTRACT && !sentences) return false;
    const { before, after } = leftOff(found, unit, index);
    return before === 0 && after === 0 && unit.words.every(({ afterCut }, at) => at === 0 || afterCut || !cutBefore(index, found.from + at));
  });
  return fits.find((found) => isWhole(found, index)) ?? fits[0];
}

function isWhole({ quote, from, to }: Found, { starts }: QuoteIndex): boolean {
  return from === starts[quote] && to === starts[quote + 1];
}

/**
 * How many words of the quote must be shown as missing before and after what was pasted: those from a negation on that
 * stands just before it in the same sentence, and a single word without which a pasted sentence is not the one said.
 */
function leftOff({ from, to }: Found, { quotation }: Unit, index: QuoteIndex): { before: number; after: number } {
  let first = from;
  while (!startsSentence(index, first)) first--;
  let last = to;
  while (!startsSentence(index, last)) last++;
  const reach = Array.from({ length: Math.min(NEGATION_REACH, from - first) }, (_, back) => back + 1);
  const negation = reach.findLast((back) => NEGATION.test(wordAt(index, from - back)));
  if (negation !== undefined) return { before: negation, after: 0 };
  const oneShort = !quotation && from - first + (last - to) === 1;
  return { before: oneShort ? from - first : 0, after: oneShort ? last - to : 0 };
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

/** A sentence that was not found, beside one that was: is it the quote's next (or previous) sentence, much changed? */
function besideNeighbour(unit: Unit, previous: Found | undefined, next: Found | undefined, shown: string, index: QuoteIndex): Judgement | undefined {
  const numbers = numbersOf(index, unit.words);
  const room = numbers.length + 2;
  const places = [
    ...(previous ? [laidOn(index, previous.quote, previous.to, Math.min(previous.to + room, index.starts[previous.quote + 1]!), numbers)] : []),
    ...(next ? [laidOn(index, next.quote, Math.max(next.from - room, index.starts[next.quote]!), next.from, numbers)] : []),
  ];
  const likely = places.filter(({ likeness, alignment }) => likeness >= ALIKE_IN_PLACE && alignment.matches > 0).sort((a, b) => b.likeness - a.likeness)[0];
  return likely && toAltered(likely, unit, shown, index)?.judgement;
}

function toAltered({ found, alignment }: Nearest, unit: Unit, shown: string, index: QuoteIndex): Placed | undefined {
  const { before, after } = leftOff(found, unit, index);
  const pieces = compare(index, found, alignment, unit.words, shown, { before, after });
  const changes = changesOf(pieces);
  if (changes.length === 0) return undefined;
  const text = shown.slice(unit.words[0]!.start, unit.words.at(-1)!.end);
  return { judgement: { text, verdict: 'altered', quote: index.ids[found.quote]!, whole: isWhole(found, index), changes, pieces }, unit, found };
}
