import { stretches } from '../../record/quote-text.ts';
import { wordsOf } from '../../record/words.ts';

/** The four ways in which a card's text is set; widths differ from one to the next. */
export type Face = 'serif' | 'serif-bold' | 'sans' | 'sans-bold';

/** Width of a text set on one line, in ems: a width of 2 is twice the font size. */
export type WidthOf = (text: string, face: Face) => number;

/** Where a text must fit. */
export interface TextBox {
  face: Face;
  /** Pixels. */
  width: number;
  height: number;
  /** Font sizes to try, in pixels, largest first. */
  sizes: readonly number[];
  /** Line height as a multiple of the font size. */
  leading: number;
}

/** A text that fits its box. */
export interface FittedText {
  /** Font size in pixels. */
  size: number;
  lines: readonly string[];
  /** True where words at the end were left out; the text then ends in the mark of a cut. */
  cut: boolean;
}

/** A line's stretch, set in one colour. */
export interface LineStretch {
  text: string;
  /** False for a cut or an insertion, which are not the speaker's words. */
  spoken: boolean;
}

/** What stands for words that were left out. */
export const CUT_MARK = '[…]';

/**
 * Sets a text as large as its box allows. Where even the smallest size is too large, whole words are left out at the
 * end, never half of an insertion in square brackets, and " […]" says so. A word wider than its box is broken.
 * @param text the words; line breaks count as spaces
 * @param box where they must fit
 * @param widthOf measures a text
 * @param around what stands before and after the words, such as quotation marks
 * @throws RangeError when the box names no size
 */
export function fitText(text: string, box: TextBox, widthOf: WidthOf, around: readonly [before: string, after: string] = ['', '']): FittedText {
  const smallest = box.sizes.at(-1);
  if (smallest === undefined) throw new RangeError('a text box without font sizes');
  const width = box.width - widthOf(`${around[0]} ${CUT_MARK}${around[1]}`, box.face) * smallest;
  const words = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (widthOf(around[0] + word + around[1], box.face) * smallest <= box.width ? word : pieces(word, (piece) => widthOf(piece, box.face) * smallest <= width)));
  const whole = around[0] + words.join(' ') + around[1];
  for (const size of box.sizes) {
    const lines = breakLines(whole, size, box, widthOf);
    if (lines) return { size, lines, cut: false };
  }
  for (let count = words.length - 1; count > 0; count--) {
    const kept = words.slice(0, count).join(' ');
    if (kept.lastIndexOf('[') > kept.lastIndexOf(']') || kept.endsWith(CUT_MARK)) continue;
    const lines = breakLines(`${around[0]}${kept} ${CUT_MARK}${around[1]}`, smallest, box, widthOf);
    if (lines) return { size: smallest, lines, cut: true };
  }
  return { size: smallest, lines: [around[0] + CUT_MARK + around[1]], cut: true };
}

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/**
 * Sets a quote as large as its box allows, whole. Where even the smallest size is too large, whole sentences are left out
 * with a mark of the cut: the one that has most of the question's words stays, with as many after and before it as have
 * room. Only a single sentence that is longer than its box is cut within, as `fitText` does.
 * @param text the words
 * @param question what they answer
 * @param box where they must fit
 * @param widthOf measures a text
 */
export function fitAnswer(text: string, question: string, box: TextBox, widthOf: WidthOf): FittedText {
  const set = (words: string) => fitText(words, box, widthOf, ['“', '”']);
  const whole = set(text);
  if (!whole.cut) return whole;
  const sentences = [...SENTENCES.segment(text.replace(/\s+/gu, ' '))].map(({ segment }) => segment.trim());
  const asked = new Set(wordsOf(question).filter((word) => word.length > SHORT_WORD));
  const answers = sentences.map((sentence) => new Set(wordsOf(sentence).filter((word) => asked.has(word))).size);
  const between = (from: number, to: number) => {
    const words = sentences.slice(from, to).join(' ');
    return `${from > 0 && !words.startsWith(CUT_MARK) ? `${CUT_MARK} ` : ''}${words}${to < sentences.length && !words.endsWith(CUT_MARK) ? ` ${CUT_MARK}` : ''}`;
  };
  const fits = (from: number, to: number) => from >= 0 && to <= sentences.length && isWhole(between(from, to)) && !set(between(from, to)).cut;
  const best = sentences.map((_, index) => index).sort((a, b) => answers[b]! - answers[a]! || a - b);
  const start = best.find((index) => fits(index, index + 1));
  if (start === undefined) return whole;
  let [from, to] = [start, start + 1];
  while (fits(from, to + 1)) to++;
  while (fits(from - 1, to)) from--;
  return { ...set(between(from, to)), cut: true };
}

/** Words such as "the" and "for" say nothing of what a question asks. */
const SHORT_WORD = 3;

/** Is no insertion in square brackets cut in two? */
function isWhole(text: string): boolean {
  return text.split('[').length === text.split(']').length;
}

/** A word in pieces as long as they may be. */
function pieces(word: string, fits: (piece: string) => boolean): string[] {
  const found: string[] = [];
  for (const letter of word) {
    const longer = (found.at(-1) ?? '') + letter;
    if (found.length > 0 && fits(longer)) found[found.length - 1] = longer;
    else found.push(letter);
  }
  return found;
}

/** The lines of a text at one size, first fit as browsers do it; undefined where they do not fit. */
function breakLines(text: string, size: number, { face, width, height, leading }: TextBox, widthOf: WidthOf): string[] | undefined {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, face) * size <= width) lines[lines.length - 1] = longer;
    else if (widthOf(word, face) * size <= width) lines.push(word);
    else return undefined;
    if (lines.length * size * leading > height) return undefined;
  }
  return lines;
}

/**
 * Takes lines apart into the speaker's words and what is not theirs; an insertion may run over the end of a line.
 * @param lines of one text, as `fitText` gives them
 */
export function lineStretches(lines: readonly string[]): LineStretch[][] {
  const parts = stretches(lines.join('\n')).map(({ kind, text }) => ({ text, spoken: kind === 'words' }));
  const result: LineStretch[][] = [[]];
  for (const { text, spoken } of parts) {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) result.push([]);
      if (piece !== '') result.at(-1)?.push({ text: piece, spoken });
    }
  }
  return result;
}
