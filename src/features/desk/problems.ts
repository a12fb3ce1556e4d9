import { findProblems } from '../../record/check/rules.ts';
import type { Entries } from '../../record/schema/entries.ts';
import { type Problem, problemReport } from '../../record/schema/problem.ts';

/** Why a change was not made: one message for whoever wants it, with what to do. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/**
 * Refuses a change of the content.
 * @throws Refusal that lists the problems
 */
export function refuse(problems: readonly Problem[]): never {
  throw new Refusal(`Nothing was written. ${problemReport(problems)}`);
}

/** The problems across files that a change makes: those that were not there before it. */
export function newProblems(before: Entries, after: Entries): Problem[] {
  // Behind a colon stands how it is wrong, which a change elsewhere may word anew.
  const key = ({ file, field, problem }: Problem) => `${file}: ${field}: ${problem.split(':')[0]}`;
  const known = new Set(findProblems(before).map(key));
  return findProblems(after).filter((problem) => !known.has(key(problem)));
}

/**
 * What a new fingerprint refutes cannot be mended by another: all the text that it is made from must be given at once.
 * @param source id of the source that is fingerprinted
 * @param file the text it is made from
 * @param covers what the text is said to be
 */
export function inOneFile(problems: readonly Problem[], source: string, file: string, covers: string): Problem[] {
  const more = covers === 'whole' ? `give the whole text of the source in ${file}` : `put the passage that it stands in into ${file} as well, with […] between the passages`;
  return problems.map((problem) => (problem.problem.startsWith(`is not word for word in ${source}:`) ? { ...problem, mend: `${more}, or copy its words again from the source` } : problem));
}

/**
 * Divides what is wrong after a change: most of it refuses the change; a topic's `balanceReason` can only be written once
 * the change is there, and a short title or tagline only by an editor, so they are left to them and `content:check` asks for them.
 */
export function divideProblems(problems: readonly Problem[]): { refused: Problem[]; forEditor: Problem[] } {
  const isForEditor = ({ field, problem }: Problem) => field === 'balanceReason' || (/(?:^|\.)(?:shortTitle|tagline)$/u.test(field) && problem === 'is missing');
  return { refused: problems.filter((problem) => !isForEditor(problem)), forEditor: problems.filter(isForEditor) };
}
