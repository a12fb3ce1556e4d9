import { dateInWords } from '../../record/dates.ts';
import type { WordMeaning } from '../../record/hard-words.ts';
import type { KeyAnswer } from './lesson-key.ts';

/** One screen of the projector view, and one slide of the file. */
export interface Slide {
  /** Counted from 1; `slide-1` is its fragment. */
  number: number;
  /** The step of the plan; `title` before the first and `home` after the last. */
  step: string;
  /** Small words above: where we are. */
  place: string;
  heading: string;
  /** What the class does now: one task. */
  task?: string;
  /** Minutes of its step, for the timer. */
  minutes?: number;
  /** Words of a quote, with masks; shown in the quotes' own face. */
  quote?: string;
  /** What a reader of it must know, and that names nobody. */
  caveats?: readonly string[];
  /** Our words, a line each. */
  lines: readonly string[];
  /** Hard words on it, with what they mean. */
  words?: readonly WordMeaning[];
  /** Whose words the quote is, a line each, the party first; shown only when it is asked for. */
  answer?: readonly string[];
}

/** What slides show beyond the lesson's own view. */
export interface SlideExtras {
  /** The answer to each card and text, by its label. */
  answers: ReadonlyMap<string, KeyAnswer>;
  /** The hard words in a text. */
  wordsIn: (text: string) => readonly WordMeaning[];
}

/** Slides in their order, each with its number. */
export function numbered(slides: readonly Omit<Slide, 'number'>[]): Slide[] {
  return slides.map((slide, index) => ({ number: index + 1, ...slide }));
}

/**
 * The words of a quote as a slide, with what is asked for beside it.
 * @param label of the card or text
 * @param text its words, with masks
 */
export function quoteParts(label: string, text: string, extras: SlideExtras | undefined): Pick<Slide, 'quote' | 'words' | 'answer'> {
  const answer = extras?.answers.get(label);
  return { quote: text, words: extras?.wordsIn(text) ?? [], ...(answer ? { answer: answerLines(answer) } : {}) };
}

/** Whose words they are, when, on which side and why, and what a reader must know. */
function answerLines({ quote, side, reasons, now }: KeyAnswer): string[] {
  const newer = now ? [`The newest words of the party that take a side, of ${dateInWords(now.date)}: ${now.side.toLowerCase()}.`] : [];
  return [quote.party.name, `${quote.speaker.name}, ${quote.role}, ${dateInWords(quote.date)}`, [side, ...reasons].map((sentence) => `${sentence}.`).join(' '), ...newer, ...quote.notices];
}

/** A text's sentences. */
export function sentences(text: string): string[] {
  return text.split(/(?<=[.?!]) (?=[A-Z])/u);
}
