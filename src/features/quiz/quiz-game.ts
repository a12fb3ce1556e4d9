import type { QuizAnswer } from './quiz.ts';

/** One game as it stands; it is plain data, so that a page can keep it and go on after it was loaded again. */
export interface Game {
  code: string;
  /** Ids of the quotes that are asked, in their order. */
  questions: readonly string[];
  /** Which of them is shown, from 0; after the last the game is over. */
  at: number;
  /** The party that a pupil chose for it; empty when the answer is shown without one; missing as long as it is asked. */
  chosen?: string | undefined;
  /** Players (the one pupil, or the teams) that have the question right, from 0. */
  right: readonly number[];
  /** Right answers to the questions before it, one number a player. */
  scores: readonly number[];
  /** Seconds that are left for it; missing when the clock does not run. */
  left?: number | undefined;
  /** What was answered, in earlier games too. */
  answers: readonly QuizAnswer[];
}

/**
 * A game at its first question.
 * @param code its code
 * @param questions ids of its quotes
 * @param players how many play
 * @param seconds for each question; 0 means no limit
 * @param answers those of earlier games
 */
export function newGame(code: string, questions: readonly string[], players: number, seconds: number, answers: readonly QuizAnswer[]): Game {
  return { code, questions, at: 0, right: [], scores: Array.from({ length: players }, () => 0), left: seconds || undefined, answers };
}

/** The next question, or the end; the one that was shown is counted. */
export function onward(game: Game, seconds: number): Game {
  const { at, questions, right, answers } = game;
  const players = game.scores.length;
  return { ...game, at: at + 1, chosen: undefined, right: [], scores: scoresOf(game), left: seconds || undefined, answers: [...answers, { question: questions[at]!, wrong: players - right.length, of: players }] };
}

/** Right answers so far, one number a player, that of the shown question with them. */
export function scoresOf({ scores, right }: Game): number[] {
  return scores.map((score, player) => score + (right.includes(player) ? 1 : 0));
}
