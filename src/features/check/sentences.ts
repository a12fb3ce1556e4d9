import { type Quotation, quotationsIn } from './quotations.ts';
import { INSERTION, locateWords, type LocatedWord } from '../../record/words.ts';

/** One sentence of a passage. */
export interface Sentence {
  /** As written. */
  text: string;
  /** Its words; places are in the passage's `shown`. */
  words: PassageWord[];
}

export interface PassageWord extends LocatedWord {
  /** Number of the quotation of the passage in which the word stands, counted from 1; 0 outside of any. */
  quotation: number;
  /** Is an ellipsis or an insertion in square brackets written before it? */
  afterCut: boolean;
}

/** A passage whose words and sentences are known. */
export interface Passage {
  /** The passage in NFC, with single line breaks as spaces; places of words are in this text. */
  shown: string;
  sentences: Sentence[];
  quotations: Quotation[];
}

/** Line breaks inside a sentence come from e-mails and PDFs; an empty line or a bullet is a real break. */
const BREAK_IN_LINE = /\r?\n(?![ \t]*(?:\r?\n|[•*▪◦‣–—-][ \t]|\d+[.)][ \t]|$))/gu;
const PARAGRAPH = /[^\r\n]+/gu;
/** After these a full stop does not end a sentence. */
const ABBREVIATION = /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Rt|[Hh]on|St|Sir|No|Nos|vs|etc|e\.g|i\.e|cf|[A-Z])\.\s*$/u;
const ELLIPSIS = /…|\.\s?\.\s?\./u;

/**
 * Splits a passage into sentences: Unicode's rules (UAX #29, by Intl.Segmenter), mended for abbreviations, line breaks
 * in mid-sentence and bullets. Sentences without any word are left out.
 * @param passage any text
 */
export function splitPassage(passage: string): Passage {
  // A line break stays as long as it was, so places in `shown` hold for every step below.
  const shown = passage.normalize('NFC').replace(BREAK_IN_LINE, (lineBreak, at: number, whole: string) => (/\n\s*$/u.test(whole.slice(0, at)) ? lineBreak : ' '.repeat(lineBreak.length)));
  const quotations = quotationsIn(shown);
  const sentences = [...shown.matchAll(PARAGRAPH)].flatMap(({ 0: paragraph, index }) => splitParagraph(paragraph, index, quotations));
  return { shown, sentences, quotations };
}

function splitParagraph(paragraph: string, offset: number, quotations: readonly Quotation[]): Sentence[] {
  const located = locateWords(paragraph);
  const words = located.map(({ word, start, end }, index): PassageWord => {
    const between = paragraph.slice(located[index - 1]?.end ?? 0, start);
    return { word, start: start + offset, end: end + offset, quotation: quotations.findIndex(({ from, to }) => from <= start + offset && end + offset <= to) + 1, afterCut: ELLIPSIS.test(between) || between.search(INSERTION) !== -1 };
  });
  let next = 0;
  return sentenceEnds(paragraph).flatMap((end, index, ends) => {
    const first = next;
    while (next < words.length && words[next]!.start < end + offset) next++;
    const text = paragraph.slice(ends[index - 1] ?? 0, end).trim();
    return next === first ? [] : [{ text, words: words.slice(first, next) }];
  });
}

/** Where each sentence of a paragraph ends. */
export function sentenceEnds(paragraph: string): number[] {
  const segments = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph)];
  return segments.filter(({ segment }, index) => index === segments.length - 1 || !ABBREVIATION.test(segment)).map(({ segment, index }) => index + segment.length);
}
