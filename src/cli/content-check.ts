import { checkContent, contentFolder, readContent } from '../record/read.ts';
import type { Entries } from '../record/schema/entries.ts';
import { type Problem, problemReport } from '../record/schema/problem.ts';
import { CommandError, readArguments, runCommand } from './command.ts';

/**
 * Divides what is wrong after a change: most of it refuses the change; a topic's `balanceReason` can only be written once
 * the change is there, and a short title or tagline only by an editor, so they are left to them and `content:check` asks for them.
 */
export function divideProblems(problems: readonly Problem[]): { refused: Problem[]; forEditor: Problem[] } {
  const isForEditor = ({ field, problem }: Problem) => field === 'balanceReason' || (/(?:^|\.)(?:shortTitle|tagline)$/u.test(field) && problem === 'is missing');
  return { refused: problems.filter((problem) => !isForEditor(problem)), forEditor: problems.filter(isForEditor) };
}

/**
 * The content as a command that changes it needs it: every file by itself is right. The rules across files hold after the
 * change, which may mend what was wrong before, such as a coding that came before its quote.
 * @throws CommandError that lists every problem of every file
 */
export async function contentToChange(): Promise<Entries> {
  const { entries, problems } = await readContent(contentFolder());
  if (problems.length > 0) throw new CommandError(`Nothing was written, because the content has problems already. ${problemReport(problems)}`);
  return entries;
}

if (import.meta.main) {
  await runCommand(async () => {
    readArguments('npm run content:check', {});
    const entries = await checkContent();
    const quotes = entries.positions.reduce((sum, { data }) => sum + data.quotes.length, 0);
    console.log(`The content is right: ${entries.topics.length} topics, ${entries.positions.length} positions, ${quotes} quotes, ${entries.speakers.length} speakers, ${entries.sources.length} sources.`);
  });
}
