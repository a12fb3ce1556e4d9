import type { Answer, MatchResult } from './match.ts';

/** "1 question", "7 questions". */
export function questionsInWords(count: number): string {
  return `${count} ${count === 1 ? 'question' : 'questions'}`;
}

/**
 * True when a party has a stated position on fewer than half of the questions answered, so that its agreement says little.
 * It is said below the grid and changes no number.
 */
export function hasSaidLittle({ n, of }: MatchResult): boolean {
  return n * 2 < of;
}

/** What is said of a party that has said little; undefined of the others. */
export function littleInWords(result: MatchResult): string | undefined {
  if (!hasSaidLittle(result)) return undefined;
  const { n, of, party } = result;
  return n === 0 ? `${party.name}: no stated position on your ${questionsInWords(of)}.` : `${party.name}: a stated position on only ${n} of your ${questionsInWords(of)}, so this says little.`;
}

/** What someone who says yes to everything would share, party by party, A to Z. */
export function yesInWords(results: readonly MatchResult[]): string {
  const shares = results.map(({ party, same, n }) => `${same} of ${n} with ${party.name}`);
  const last = shares.pop() ?? '';
  return `Someone who says yes to everything would share ${shares.length > 0 ? `${shares.join(', ')} and ` : ''}${last}.`;
}

const ANSWER_WORDS: Readonly<Record<Answer['answer'], string>> = { yes: 'Yes', no: 'No', depends: 'Depends', skip: 'Skip' };

/** An answer in words: "Yes", or "Yes, matters". */
export function answerInWords({ answer, matters }: Answer): string {
  return ANSWER_WORDS[answer] + (matters ? ', matters' : '');
}
