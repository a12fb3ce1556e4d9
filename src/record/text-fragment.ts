import { stretches } from './quote-text.ts';
import { FEWEST_WORDS_FOR_A_LINK } from './thresholds.ts';

/** Words at each end of a long quote: enough that they seldom recur in one page. */
const END_WORDS = 5;

/** Punctuation at the ends, which newspapers and record may set differently; currency and per cent signs belong to their number. */
const OUTER_PUNCTUATION = /^[^\p{L}\p{N}£$€]+|[^\p{L}\p{M}\p{N}%]+$/gu;

/**
 * A link that opens the source at the quote's words, in browsers that know text fragments; others open the page.
 * A text directive matches one unbroken text, so it never spans a cut […] or an insertion: the first stretch of the
 * speaker's words that has at least three words is linked (the longest where none has).
 * Syntax and encoding: https://wicg.github.io/scroll-to-text-fragment/#syntax
 * @param url address of the source; a fragment it has stays, a directive it has is replaced
 * @param text the quote as the record holds it
 * @returns the address with `:~:text=`, or unchanged where the text has no words
 */
export function textFragmentUrl(url: string, text: string): string {
  const directive = textDirective(text);
  if (directive === undefined) return url;
  const plain = url.replace(/#?:~:.*$/su, '');
  return `${plain}${plain.includes('#') ? '' : '#'}:~:text=${directive}`;
}

function textDirective(text: string): string | undefined {
  const parts = stretches(text)
    .filter(({ kind }) => kind === 'words')
    .map((stretch) =>
      stretch.text
        .split(/\r?\n/u)
        .map(words)
        .filter((line) => line.length > 0),
    );
  const length = (lines: readonly string[][]) => lines.flat().length;
  const lines = parts.find((part) => length(part) >= FEWEST_WORDS_FOR_A_LINK) ?? [...parts].sort((a, b) => length(b) - length(a))[0] ?? [];
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  if (lines.length === 1 && first.length <= 2 * END_WORDS) return encode(first);
  return `${encode(first.slice(0, END_WORDS))},${encode(last.slice(-END_WORDS))}`;
}

/** Words with the punctuation inside them; a lone dash stays, because the page has it too. */
function words(line: string): string[] {
  const trimmed = line.replace(OUTER_PUNCTUATION, '');
  return trimmed === '' ? [] : trimmed.split(/\s+/u);
}

function encode(run: readonly string[]): string {
  const trimmed = run.join(' ').replace(OUTER_PUNCTUATION, '');
  return encodeURIComponent(trimmed).replace(/[-!'()*~]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
