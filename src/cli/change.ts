import { findProblems } from '../record/check/rules.ts';
import { contentFolder, readContent } from '../record/read.ts';
import type { Entries } from '../record/schema/entries.ts';
import { type Problem, problemReport } from '../record/schema/problem.ts';
import { CommandError } from './command.ts';

/**
 * Ends a command that cannot change the content.
 * @throws CommandError that lists the problems
 */
export function refuse(problems: readonly Problem[]): never {
  throw new CommandError(`Nothing was written. ${problemReport(problems)}`);
}

/**
 * The content as a command needs it that changes a few files of it: these are right. What is wrong elsewhere is no reason
 * to refuse, since the change may be what mends it.
 * @param files paths from the content folder
 * @throws CommandError that lists what is wrong with these files
 */
export async function contentToMend(files: readonly string[]): Promise<Entries> {
  const { entries, problems } = await readContent(contentFolder());
  const inTheWay = problems.filter(({ file }) => files.includes(file));
  if (inTheWay.length > 0) refuse(inTheWay);
  return entries;
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
