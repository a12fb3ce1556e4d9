import { KIND_MEANINGS, type Lesson, SOURCE_QUESTIONS, type StepId } from './lesson.ts';

/** One screen of the projector view. */
export interface Slide {
  /** Counted from 1; `slide-1` is its fragment. */
  number: number;
  step: StepId | 'title';
  /** Small words above: where we are. */
  place: string;
  heading: string;
  /** Words of a quote, with masks; shown in the quotes' own face. */
  quote?: string;
  /** What a reader of it must know, and that names nobody. */
  caveats?: readonly string[];
  /** Our words, a line each. */
  lines: readonly string[];
}

/**
 * The deck of one pack: its questions, cards, texts and prompts, one a screen; no answers.
 * @param pack what `lesson` gave
 */
export function lessonSlides(pack: Lesson): Slide[] {
  const slides: Omit<Slide, 'number'>[] = [
    { step: 'title', place: 'Lesson', heading: pack.topic.title, lines: pack.aims },
    ...pack.questions.map(({ number, title, question }) => ({ step: 'starter' as const, place: `Starter: question ${number} of ${pack.questions.length}`, heading: question, lines: [title, 'Yes, no, or not sure?'] })),
    ...pack.cards.map(({ label, question, text, caveats }) => ({ step: 'cards' as const, place: question, heading: `Card ${label}`, quote: text, caveats, lines: [] })),
    ...pack.sources.texts.map(({ label, kind, year, question, text, partial }) => ({
      step: 'sources' as const,
      place: question,
      heading: `Text ${label}: ${KIND_MEANINGS[kind].name.toLowerCase()}, ${year}`,
      quote: text,
      caveats: partial ? ['Part of a sentence'] : [],
      lines: [KIND_MEANINGS[kind].meaning],
    })),
    { step: 'sources', place: 'Look at the sources', heading: 'Ask of each text', lines: SOURCE_QUESTIONS },
    ...pack.talk.map(({ number, question, prompt }) => ({ step: 'talk' as const, place: `Talk: question ${number} of ${pack.talk.length}`, heading: question, lines: sentences(prompt) })),
    ...pack.general.map((prompt) => ({ step: 'talk' as const, place: 'Talk: the whole topic', heading: sentences(prompt)[0]!, lines: sentences(prompt).slice(1) })),
    { step: 'look', place: 'Who said it?', heading: 'Time for the key', lines: ['Your teacher has the answers.', 'Which card surprised you?'] },
    { step: 'exit', place: 'Exit ticket', heading: 'Before you go', lines: pack.exit },
  ];
  return slides.map((slide, index) => ({ number: index + 1, ...slide }));
}

/** The number of the first slide of a step. */
export function firstSlide(slides: readonly Slide[], step: StepId): number {
  return slides.find((slide) => slide.step === step)?.number ?? 1;
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.?!]) (?=[A-Z])/u);
}
