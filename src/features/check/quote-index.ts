import { CUT, locateWords } from '../../record/words.ts';

/** The words of many quotes in one long row, with every place of every word: a positional inverted index. */
export interface QuoteIndex {
  ids: readonly string[];
  /** The quotes' texts in NFC. */
  texts: readonly string[];
  /** Folded word to its number. */
  numbers: ReadonlyMap<string, number>;
  /** The folded word of each number. */
  vocabulary: readonly string[];
  /** The number of each word of each quote, one quote after another. */
  row: Uint32Array;
  /** For each place of the row, the quote it belongs to. */
  quoteAt: Uint32Array;
  /** For each quote, its first place; one more at the end. */
  starts: Uint32Array;
  /** For each place, what stands before the word: `CUT_BEFORE`, `SENTENCE_BEFORE` or both. */
  marks: Uint8Array;
  /** For each word number, its first entry in `places`; one more at the end. */
  firsts: Uint32Array;
  places: Uint32Array;
}

/** A row of words found in a quote. */
export interface Found {
  quote: number;
  /** Places in the index's row. */
  from: number;
  to: number;
}

const CUT_BEFORE = 1;
const SENTENCE_BEFORE = 2;
const SENTENCE_END = /[.!?…:;]["'”’)\]]*\s|\n/u;
/** Places looked at for one sentence at most; the rarest words come first, so the rest would add little. */
const BUDGET = 60_000;

/**
 * Indexes quotes for `judge`. About 0.03 ms a quote of 30 words.
 * @param quotes ids and texts
 */
export function buildQuoteIndex(quotes: readonly { id: string; text: string }[]): QuoteIndex {
  const texts = quotes.map(({ text }) => text.normalize('NFC'));
  const numbers = new Map<string, number>();
  const row: number[] = [];
  const quoteAt: number[] = [];
  const marks: number[] = [];
  const starts: number[] = [];
  for (const [quote, text] of texts.entries()) {
    starts.push(row.length);
    let before = -1;
    for (const { word, start, end } of locateWords(text)) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      row.push(number);
      quoteAt.push(quote);
      marks.push(before === -1 ? SENTENCE_BEFORE : start - before === 1 ? 0 : marksOf(text.slice(before, start)));
      before = end;
    }
  }
  starts.push(row.length);
  return {
    ids: quotes.map(({ id }) => id),
    texts,
    numbers,
    vocabulary: [...numbers.keys()],
    row: Uint32Array.from(row),
    quoteAt: Uint32Array.from(quoteAt),
    starts: Uint32Array.from(starts),
    marks: Uint8Array.from(marks),
    ...placesOf(row, numbers.size),
  };
}

/** A mark of a cut and the end of a sentence, in the text between two words. */
function marksOf(between: string): number {
  if (CUT.test(between)) return CUT_BEFORE | SENTENCE_BEFORE;
  return SENTENCE_END.test(between) ? SENTENCE_BEFORE : 0;
}

function placesOf(row: readonly number[], words: number): { firsts: Uint32Array; places: Uint32Array } {
  const firsts = new Uint32Array(words + 1);
  for (const number of row) firsts[number + 1]! += 1;
  for (let number = 0; number < words; number++) firsts[number + 1]! += firsts[number]!;
  const next = firsts.slice();
  const places = new Uint32Array(row.length);
  for (const [place, number] of row.entries()) places[next[number]!++] = place;
  return { firsts, places };
}

/** The number of each word; words of no quote get -1. */
export function numbersOf(index: QuoteIndex, words: readonly { word: string }[]): number[] {
  return words.map(({ word }) => index.numbers.get(word) ?? -1);
}

/** Does a new sentence begin at this place (or the quote, or what follows a cut)? The end of the row counts as one. */
export function startsSentence(index: QuoteIndex, place: number): boolean {
  return place >= index.row.length || (index.marks[place]! & SENTENCE_BEFORE) !== 0;
}

/** Is something cut out of the quote directly before this place? */
export function cutBefore(index: QuoteIndex, place: number): boolean {
  return (index.marks[place]! & CUT_BEFORE) !== 0;
}

/** The word at a place of the row, folded. */
export function wordAt(index: QuoteIndex, place: number): string {
  return index.vocabulary[index.row[place]!]!;
}

/** Every place where these words stand next to each other in one quote, in the order of the quotes. */
export function findPhrase(index: QuoteIndex, numbers: readonly number[]): Found[] {
  if (numbers.length === 0 || numbers.includes(-1)) return [];
  const rarest = numbers.reduce((best, number, at) => (frequency(index, number) < frequency(index, numbers[best]!) ? at : best), 0);
  const found: Found[] = [];
  for (const place of placesOfWord(index, numbers[rarest]!)) {
    const from = place - rarest;
    const to = from + numbers.length;
    const quote = index.quoteAt[place]!;
    if (from >= index.starts[quote]! && to <= index.starts[quote + 1]! && numbers.every((number, offset) => index.row[from + offset] === number)) found.push({ quote, from, to });
  }
  return found;
}

/**
 * The quotes most like these words: each shared word votes with its rarity (inverse document frequency, Spärck Jones
 * 1972, https://doi.org/10.1108/eb026526), and again where the next word is shared as well. Rare words and pairs find a
 * five-word quote with one word changed, which no run of three would.
 * @returns at most `limit` quotes, most votes first
 */
export function candidates(index: QuoteIndex, numbers: readonly number[], limit: number): number[] {
  const votes = new Float64Array(index.ids.length);
  const counted = new Int32Array(index.ids.length).fill(-1);
  const order = [...numbers.keys()].filter((at) => numbers[at] !== -1 && numbers.indexOf(numbers[at]!) === at).sort((a, b) => frequency(index, numbers[a]!) - frequency(index, numbers[b]!));
  let looked = 0;
  for (const at of order) {
    if (looked > BUDGET) break;
    const places = placesOfWord(index, numbers[at]!);
    looked += places.length;
    const rarity = Math.log(1 + index.row.length / places.length);
    for (const place of places) {
      const quote = index.quoteAt[place]!;
      if (counted[quote] !== at) votes[quote]! += rarity;
      counted[quote] = at;
      if (index.row[place + 1] === numbers[at + 1] && index.quoteAt[place + 1] === quote) votes[quote]! += rarity;
    }
  }
  const most = votes.reduce((best, vote) => Math.max(best, vote), 0);
  const close = [...votes.keys()].filter((quote) => votes[quote]! > most / 3);
  return close.sort((a, b) => votes[b]! - votes[a]! || a - b).slice(0, limit);
}

function placesOfWord({ firsts, places }: QuoteIndex, number: number): Uint32Array {
  return places.subarray(firsts[number]!, firsts[number + 1]!);
}

function frequency({ firsts }: QuoteIndex, number: number): number {
  return firsts[number + 1]! - firsts[number]!;
}
