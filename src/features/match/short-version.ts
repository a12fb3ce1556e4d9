import type { MatchQuestion } from './match.ts';

/** How many questions the short version has: one a tap, two minutes in all. */
export const SHORT = 12;

/**
 * How far a question divides the parties: how many pairs of them hold different positions on it today. A party without
 * one is in no pair.
 */
export function divides({ stances }: Pick<MatchQuestion, 'stances'>): number {
  const stated = [...stances].filter((letter) => letter !== '-');
  return stated.flatMap((one, index) => stated.slice(index + 1).filter((other) => other !== one)).length;
}

/** The questions that are asked: not those on which all parties with a position hold the same, whose answer tells no two apart. */
export function askedOf<Q extends MatchQuestion>(questions: readonly Q[]): Q[] {
  return questions.filter((question) => divides(question) > 0);
}

/** The same questions, those that divide the parties most first; equals stay in their order. */
export function splitsFirst<Q extends MatchQuestion>(questions: readonly Q[]): Q[] {
  return [...questions].sort((a, b) => divides(b) - divides(a));
}

/**
 * The short version: the questions that divide the parties most. Of equals, first the one whose topic has the fewest so
 * far, then the one that stands first in the record.
 * @param questions all of them, in the order of the record
 * @returns at most `SHORT`, in the order in which they are chosen
 */
export function shortVersion<Q extends MatchQuestion>(questions: readonly Q[]): Q[] {
  const chosen: Q[] = [];
  const left = new Set(askedOf(questions));
  const ofTopic = (question: Q) => chosen.filter(({ id }) => topicOf(id) === topicOf(question.id)).length;
  while (chosen.length < SHORT && left.size > 0) {
    const next = [...left].reduce((best, one) => ((divides(one) - divides(best) || ofTopic(best) - ofTopic(one)) > 0 ? one : best));
    chosen.push(next);
    left.delete(next);
  }
  return chosen;
}

/** The topic of a question. */
export function topicOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
