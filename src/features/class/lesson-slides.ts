import { KIND_MEANINGS, type Lesson, SOURCE_QUESTIONS, type StepId } from './lesson.ts';
import { numbered, quoteParts, sentences, type Slide, type SlideExtras } from './slide.ts';

/** What the class does with what a slide shows; the other steps have their task in the lines. */
const TASKS: Readonly<Partial<Record<StepId, string>>> = {
  starter: 'Mark what you think now, alone.',
  cards: 'Which side do these words take? Which words tell you?',
  sources: 'Where do these words come from? What does that change?',
  talk: 'Find the best case for each side.',
  exit: 'Write three short answers. Hand in your sheet.',
};

/**
 * The deck of one pack: its questions, cards, texts and prompts, one a screen.
 * @param pack what `lesson` gave
 * @param extras answers and hard words; without them the slides have neither
 */
export function lessonSlides(pack: Lesson, extras?: SlideExtras): Slide[] {
  const of = (step: StepId, slide: Omit<Slide, 'number' | 'step'>): Omit<Slide, 'number'> => {
    const task = TASKS[step];
    return { step, minutes: pack.plan.find(({ id }) => id === step)!.minutes, ...(task ? { task } : {}), ...slide };
  };
  return numbered([
    { step: 'title', place: 'Lesson', heading: pack.topic.title, lines: pack.aims },
    ...pack.questions.map(({ number, title, question }) => of('starter', { place: `Starter: question ${number} of ${pack.questions.length}`, heading: question, lines: [title], words: extras?.wordsIn(question) ?? [] })),
    ...pack.cards.map(({ label, question, text, caveats }) => of('cards', { place: question, heading: `Card ${label}`, caveats, lines: [], ...quoteParts(label, text, extras) })),
    ...pack.sources.texts.map(({ label, kind, year, question, text, partial }) =>
      of('sources', {
        place: question,
        heading: `Text ${label}: ${KIND_MEANINGS[kind].name.toLowerCase()}, ${year}`,
        caveats: partial ? ['Part of a sentence'] : [],
        lines: [KIND_MEANINGS[kind].meaning],
        ...quoteParts(label, text, extras),
      }),
    ),
    of('sources', { place: 'Look at the sources', heading: 'Ask of each text', lines: SOURCE_QUESTIONS }),
    ...pack.talk.map(({ number, question, prompt }) => of('talk', { place: `Talk: question ${number} of ${pack.talk.length}`, heading: question, lines: sentences(prompt) })),
    ...pack.general.map((prompt) => of('talk', { place: 'Talk: the whole topic', heading: sentences(prompt)[0]!, lines: sentences(prompt).slice(1) })),
    of('look', { place: 'Who said it?', heading: 'Time for the key', lines: ['Guess first whose words each card holds.', 'Then go back to the cards: each can show it.', 'Which card surprised you?'] }),
    of('exit', { place: 'Exit ticket', heading: 'Before you go', lines: pack.exit }),
  ]);
}

/** The number of the first slide of a step. */
export function firstSlide(slides: readonly Slide[], step: StepId): number {
  return slides.find((slide) => slide.step === step)?.number ?? 1;
}
