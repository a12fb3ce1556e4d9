import { findProblems } from '../domain/integrity.ts';
import { contentFolder } from '../loaders/collections.ts';
import { readContent } from '../loaders/read-content.ts';
import type { Entries } from '../schemas/entries.ts';
import { type Problem, problemReport } from '../schemas/problem.ts';
import { findBodyProblems } from './body-check.ts';
import { CommandError, readArguments, runCommand } from './command.ts';

/**
 * Reads a content folder in which nothing need be right.
 * @param folder the content folder
 * @returns the entries that are right, and every problem of every file, across files and in bodies
 * @throws CommandError when there is no such folder
 */
export async function inspectContent(folder: string = contentFolder()): Promise<{ entries: Entries; problems: Problem[] }> {
  const { entries, problems } = await readContent(folder).catch((error: Error) => {
    throw new CommandError(`${error.message}. To mend: call this from the project's folder, or name the folder in CONTENT_DIR.`);
  });
  const all = [...problems, ...findProblems(entries), ...(await findBodyProblems(entries))];
  return { entries, problems: all.sort((a, b) => a.file.localeCompare(b.file) || a.field.localeCompare(b.field)) };
}

/**
 * Checks every file, every body and every rule across files.
 * @param folder the content folder
 * @returns the entries, all of them right
 * @throws CommandError that lists every problem of every file
 */
export async function checkContent(folder: string = contentFolder()): Promise<Entries> {
  const { entries, problems } = await inspectContent(folder);
  if (problems.length > 0) throw new CommandError(problemReport(problems));
  return entries;
}

/**
 * Divides what is wrong after a change: most of it refuses the change; a topic's `balanceReason` can only be written once
 * the change is there, so it is left to the editor and `content:check` asks for it.
 */
export function divideProblems(problems: readonly Problem[]): { refused: Problem[]; forEditor: Problem[] } {
  const isForEditor = ({ field }: Problem) => field === 'balanceReason';
  return { refused: problems.filter((problem) => !isForEditor(problem)), forEditor: problems.filter(isForEditor) };
}

/**
 * The content as a command that changes it needs it: right, but for what is left to the editor.
 * @throws CommandError that lists every other problem
 */
export async function contentToChange(): Promise<Entries> {
  const { entries, problems } = await inspectContent();
  const { refused } = divideProblems(problems);
  if (refused.length > 0) throw new CommandError(`Nothing was written, because the content has problems already. ${problemReport(refused)}`);
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
