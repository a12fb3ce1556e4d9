import type { QuestionLesson } from './question-lesson.ts';
import { numbered, quoteParts, sentences, type Slide, type SlideExtras } from './slide.ts';

/**
 * The deck of the lesson on one question: one task a slide, each card, and the homework.
 * @param lesson what `questionLesson` gave
 * @param extras answers and hard words; without them the slides have neither
 */
export function questionSlides(lesson: QuestionLesson, extras?: SlideExtras): Slide[] {
  const { topic, dimension, question, status, sheet, cards } = lesson;
  const of = (id: string, slide: Pick<Slide, 'lines'> & Partial<Slide>): Omit<Slide, 'number'> => {
    const { title, task, minutes } = lesson.plan.find((step) => step.id === id)!;
    return { step: id, place: question, heading: title, task, minutes, ...slide };
  };
  const stands = status ? [`Where things stand: ${status.text}`] : [];
  return numbered([
    { step: 'title', place: topic.title, heading: dimension.title, lines: lesson.aims },
    of('starter', { place: 'First view', heading: question, caveats: stands, lines: sheet.views, words: extras?.wordsIn([question, ...stands].join(' ')) ?? [] }),
    of('cards', { lines: lesson.sides }),
    ...cards.map(({ label, text, caveats }) => of('cards', { heading: `Card ${label}`, task: 'Where does it fit? Which words tell you?', caveats, lines: [], ...quoteParts(label, text, extras) })),
    of('talk', { lines: sheet.reasons }),
    of('look', { lines: ['Your teacher goes back to the cards: each can show whose words it holds.'] }),
    of('exit', { lines: lesson.exit }),
    { step: 'home', place: question, heading: 'Homework', lines: sentences(lesson.homework) },
  ]);
}
