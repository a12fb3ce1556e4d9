import type { Answer, MatchLine, MatchResult } from './match.ts';

/** "1 question", "7 questions". */
function questions(count: number): string {
  return `${count} ${count === 1 ? 'question' : 'questions'}`;
}

/** One party's agreement in words: always with the number of questions that it rests on. */
export function agreementInWords({ same, n, of }: MatchResult): string {
  if (n === 0) return `No stated position on your ${questions(of)}`;
  return `Same answer as you on ${same} of ${questions(n)} on which it has a stated position`;
}

/** The same with what matters counted twice; undefined when nothing that matters is among these questions. */
export function weightInWords({ n, points, possible }: MatchResult): string | undefined {
  return possible === n ? undefined : `With what matters to you counted twice: ${points} of ${possible}`;
}

/**
 * True when a party has a stated position on fewer than half of the questions answered, so that its agreement says little.
 * It is shown beside the party and changes no number.
 */
export function hasSaidLittle({ n, of }: MatchResult): boolean {
  return n * 2 < of;
}

/** What stands beside a party that has said little; undefined beside the others. */
export function littleInWords(result: MatchResult): string | undefined {
  if (!hasSaidLittle(result) || result.n === 0) return undefined;
  return `It has a stated position on only ${result.n} of your ${questions(result.of)}, so this says little.`;
}

const ANSWER_WORDS: Readonly<Record<Answer['answer'], string>> = { agree: 'Agree', disagree: 'Disagree', depends: 'Depends', skip: 'Skip' };

/** An answer in words: "Agree", or "Agree, matters". */
export function answerInWords({ answer, matters }: Answer): string {
  return ANSWER_WORDS[answer] + (matters ? ', matters' : '');
}

/** What one question adds to a party's number. */
export const RESULT_WORDS: Readonly<Record<MatchLine['result'], string>> = { same: 'The same.', different: 'Not the same.', 'no-position': 'Not counted.' };
