/** Removed before comparing: soft hyphens, zero-width marks and byte-order marks, which a reader cannot see. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4]/gu;
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d-]/gu;
/** A minus sign belongs to its number; every other dash only separates words. */
const MINUS = /(^|[\s(])[\u2212\u2013-](?=[£$€]?\d)/gu;
/** A word: letters and digits, with inner apostrophes (won't), decimal points and thousands (8,888), currency and per cent. */
const WORD = /[£$€]?[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+|[.,]\d+)*%?/gu;

/** An insertion in square brackets, but not the mark of a cut, […] or [...]. */
export const INSERTION = /\[(?!\s*(?:…|\.{3})\s*\])[^\]]*\]/gu;
/** The mark of a cut. */
export const CUT = /\[\s*(?:…|\.{3})\s*\]/u;

/**
 * The words of a text as they are compared. Folded: Unicode compatibility forms and ligatures (NFKC,
 * https://unicode.org/reports/tr15/), case, quotation marks, dashes, soft hyphens, white space and punctuation.
 * Kept: every word in its order, every number with its sign, currency and per cent, every "not" and "n't".
 * Insertions in square brackets are left out: they are not the speaker's words.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .replace(INSERTION, ' ')
    .replace(SINGLE_QUOTES, "'")
    .replace(MINUS, '$1minus ')
    .replace(DASHES, ' ')
    .toLowerCase();
  return folded.match(WORD) ?? [];
}
