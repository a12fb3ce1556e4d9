/** Marks that no reader sees: soft hyphens, zero-width and bidirectional marks, variation selectors (UAX #44, Default_Ignorable_Code_Point). */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const NOT_ASCII = /[^\u0000-\u007f]\p{M}*/gu;
/** Fractions and superscripts: directly after a digit NFKC alone would turn 1½ into 11⁄2 and 10² into 102. */
const RAISED = /^[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u215e\u2189]/u;
/** Everything printed for an apostrophe or a single quotation mark; looked at before NFKC, which splits U+00B4 into a space and an accent. */
const SINGLE_QUOTES = /[\u2018-\u201b\u2032\u2035\u02b9\u02bb-\u02bd\u0060\u00b4\u055a\ua78c\uff07\uff40]/gu;
const DASHES = /[\u2010-\u2015\u2212\u2043\u2e3a\u2e3b\ufe58\ufe63\uff0d-]/gu;
/** A minus sign belongs to its number; every other dash only separates words. No lookbehind here: Safari knows it only from 16.4 on. */
const MINUS = /(^|[\s(])[\u2212\u2010-\u2013-](?=\p{Sc}?\.?\d)/gu;
/** The point of a decimal that has no digit before it. */
const POINT = /(^|[^\p{L}\p{M}\p{N}.])\.(?=\d)/gu;
/** A word: letters and digits with inner apostrophes (won't), decimals and thousands (8,888), its sign, currency and per cent. */
const WORD = /\u0001?(?:\p{Sc}(?:\s(?=\u0002?\d))?)?(?:\u0002(?=\d))?[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+|[.,]\d+)*(?:\s?%)?|&/gu;

/** An insertion in square brackets, but not the mark of a cut, […] or [...]. */
export const INSERTION = /\[(?!\s*(?:…|\.{3})\s*\])[^\]]*\]/gu;
/** The mark of a cut. */
export const CUT = /\[\s*(?:…|\.{3})\s*\]/u;

/** A word as it is compared, and where it stands in its text. */
export interface LocatedWord {
  /** Folded, as `wordsOf` gives it. */
  word: string;
  /** Index of its first UTF-16 unit in `text.normalize('NFC')`. */
  start: number;
  /** Index after its last. */
  end: number;
}

/**
 * The words of a text as they are compared. Folded: Unicode compatibility forms and ligatures (NFKC,
 * https://unicode.org/reports/tr15/), case, quotation marks, dashes, soft hyphens, white space and punctuation.
 * Kept: every word in its order, every number with its sign, currency and per cent, every "not" and "n't", every "&".
 * Insertions in square brackets are left out: they are not the speaker's words.
 */
export function wordsOf(text: string): string[] {
  return (fold(text).folded.match(WORD) ?? []).map(compact);
}

/** How many words `wordsOf` gives. Each text is counted once: balance, lessons and blind pages ask again for the same ones. */
export function wordCount(text: string): number {
  const count = COUNTS.get(text) ?? wordsOf(text).length;
  COUNTS.set(text, count);
  return count;
}

const COUNTS = new Map<string, number>();

/**
 * The words that `wordsOf` gives, each with its place, to show it as it was written.
 * @param text any text; the places are in `text.normalize('NFC')`
 */
export function locateWords(text: string): LocatedWord[] {
  const { folded, steps } = fold(text);
  let next = 0;
  const stepAt = (index: number): Step => {
    while ((steps[next]?.folded ?? Infinity) <= index) next++;
    return steps[next - 1] ?? { folded: 0, written: 0, width: Infinity };
  };
  return [...folded.matchAll(WORD)].map(({ 0: word, index }) => {
    const first = stepAt(index);
    const start = first.written + Math.min(index - first.folded, first.width - 1);
    const lastIndex = index + word.length - 1;
    const last = stepAt(lastIndex);
    return { word: compact(word), start, end: last.written + (last.width === Infinity ? lastIndex - last.folded + 1 : last.width) };
  });
}

/** From `folded` on in the folded text, letters come from `written` on; `width` is finite inside one folded character. */
interface Step {
  folded: number;
  written: number;
  width: number;
}

/** Folds a text and notes each place where folding made it longer or shorter. */
function fold(text: string): { folded: string; steps: Step[] } {
  const steps: Step[] = [];
  let grown = 0;
  const plain = text.normalize('NFC').replace(NOT_ASCII, (character, at: number, whole: string) => {
    const folded = character.replace(UNSEEN, '').replace(SINGLE_QUOTES, "'").normalize('NFKC').toLowerCase();
    const apart = RAISED.test(character) && /[0-9]/u.test(whole[at - 1] ?? '') ? ` ${folded}` : folded;
    if (apart.length !== character.length) {
      steps.push({ folded: at + grown, written: at, width: character.length });
      grown += apart.length - character.length;
      steps.push({ folded: at + character.length + grown, written: at + character.length, width: Infinity });
    }
    return apart;
  });
  const folded = plain
    .replace(INSERTION, (insertion) => ' '.repeat(insertion.length))
    .replaceAll('`', "'")
    .replace(MINUS, '$1\u0001')
    .replace(POINT, '$1\u0002')
    .replace(DASHES, ' ')
    .toLowerCase();
  return { folded, steps };
}

/** "£ 5" and "10 %" are one word each, however they are spaced; a minus sign is written as one. */
function compact(word: string): string {
  return word.replace(/\s/gu, '').replace('\u0001', '-').replace('\u0002', '.');
}
