import type { Piece } from './matched-pieces.ts';
import { negationBefore } from './placing.ts';
import { findPhrase, type Found, numbersOf, type QuoteIndex } from './quote-index.ts';
import type { PassageWord } from './sentences.ts';
import { locateWords } from '../../record/words.ts';
import { SHORTEST_EXTRACT } from '../../record/thresholds.ts';

/** Parts of one quote in its order, with what lies between them left out. */
export interface Followed {
  /** From the first part to the last. */
  found: Found;
  /** Parts and what was cut, in order; `cut` where the passage says so. */
  pieces: (Piece & { cut?: true })[];
  /** Is all that was left out marked, and does it turn no sense? */
  honest: boolean;
}

interface Part {
  words: readonly PassageWord[];
  numbers: readonly number[];
}

/** Words that may join two quotations into one: "… and …". */
const MOST_JOINING_WORDS = 2;

/**
 * Follows ellipses and insertions: every part must stand word for word in one quote, in order.
 * @returns for each quote in which they do, the first way; none for words without a cut, or with too few in a row
 */
export function followCuts(words: readonly PassageWord[], shown: string, index: QuoteIndex): Followed[] {
  const starts = [0, ...[...words.keys()].filter((at) => at > 0 && words[at]!.afterCut)];
  return starts.length === 1 ? [] : inOrder(partsOf(words, starts, index), shown, index);
}

/**
 * Words that stand, piece by piece, in quotes, but not together in one: each piece as long as it can be. One or two words
 * between the pieces ("and") may be nobody's.
 * @returns where the pieces stand; or, when one quote holds all of them in order, how; nothing when words are left over
 */
export function takeApart(words: readonly PassageWord[], shown: string, index: QuoteIndex): { pieces: Found[][]; followed: Followed[] } | undefined {
  const numbers = numbersOf(index, words);
  const starts: number[] = [];
  const pieces: Found[][] = [];
  let joining = 0;
  for (let at = 0; at < numbers.length;) {
    let found: Found[] = [];
    let length = SHORTEST_EXTRACT;
    for (let next = findPhrase(index, numbers.slice(at, at + length)); next.length > 0 && at + length <= numbers.length; next = longer(next, numbers[at + length - 1], index)) {
      found = next;
      length++;
    }
    if (found.length === 0) {
      if (++joining > MOST_JOINING_WORDS || pieces.length === 0) return undefined;
      at++;
    } else {
      starts.push(at);
      pieces.push(found);
      at += length - 1;
    }
  }
  if (pieces.length < 2) return undefined;
  return { pieces, followed: joining > 0 ? [] : inOrder(partsOf(words, starts, index), shown, index) };
}

/** Those of the places after which this word follows as well. */
function longer(found: readonly Found[], number: number | undefined, index: QuoteIndex): Found[] {
  return found.filter(({ quote, to }) => to < index.starts[quote + 1]! && index.row[to] === number).map(({ quote, from, to }) => ({ quote, from, to: to + 1 }));
}

function partsOf(words: readonly PassageWord[], starts: readonly number[], index: QuoteIndex): Part[] {
  return starts.map((start, at) => {
    const part = words.slice(start, starts[at + 1]);
    return { words: part, numbers: numbersOf(index, part) };
  });
}

function inOrder(parts: readonly Part[], shown: string, index: QuoteIndex): Followed[] {
  const longest = parts.reduce((best, part) => (part.words.length > best.words.length ? part : best));
  if (longest.words.length < SHORTEST_EXTRACT) return [];
  const quotes = [...new Set(findPhrase(index, longest.numbers).map(({ quote }) => quote))];
  return quotes.flatMap((quote) => {
    const places: Found[] = [];
    for (const { numbers } of parts) {
      const from = nextPlace(index, quote, places.at(-1)?.to ?? index.starts[quote]!, numbers);
      if (from === -1) return [];
      places.push({ quote, from, to: from + numbers.length });
    }
    return [written(parts, places, shown, index)];
  });
}

function nextPlace({ row, starts }: QuoteIndex, quote: number, from: number, numbers: readonly number[]): number {
  for (let at = from; at + numbers.length <= starts[quote + 1]!; at++) if (numbers.every((number, offset) => row[at + offset] === number)) return at;
  return -1;
}

function written(parts: readonly Part[], places: readonly Found[], shown: string, index: QuoteIndex): Followed {
  const quote = places[0]!.quote;
  const text = index.texts[quote]!;
  const located = locateWords(text);
  const said = (from: number, to: number) => text.slice(located[from - index.starts[quote]!]!.start, located[to - 1 - index.starts[quote]!]!.end);
  const turned = negationBefore(index, places[0]!.from, index.starts[quote]!);
  const pieces = parts.flatMap(({ words }, at): Followed['pieces'] => {
    const { from, to } = places[at]!;
    const before = places[at - 1]?.to ?? from - turned;
    const same = { said: said(from, to), pasted: shown.slice(words[0]!.start, words.at(-1)!.end), same: true };
    if (before === from) return [same];
    const marked = at > 0 && words[0]!.afterCut && negationBefore(index, from, before) === 0;
    return [{ said: said(before, from), pasted: '', same: false, ...(marked ? { cut: true as const } : {}) }, same];
  });
  const honest = pieces.every(({ same, cut }) => same || cut);
  return { found: { quote, from: places[0]!.from, to: places.at(-1)!.to }, pieces, honest };
}
