import { findProblems } from '../domain/integrity.ts';
import { contentFolder } from '../loaders/collections.ts';
import { readContent } from '../loaders/read-content.ts';
import type { Entries } from '../schemas/entries.ts';
import { problemReport } from '../schemas/problem.ts';
import { CommandError, runCommand } from './command.ts';

/**
 * Checks every file and every rule across files.
 * @param folder the content folder
 * @returns the entries, all of them right
 * @throws CommandError that lists every problem of every file
 */
export async function checkContent(folder: string = contentFolder()): Promise<Entries> {
  const { entries, problems } = await readContent(folder).catch((error: Error) => {
    throw new CommandError(error.message);
  });
  const all = [...problems, ...findProblems(entries)].sort((a, b) => a.file.localeCompare(b.file) || a.field.localeCompare(b.field));
  if (all.length > 0) throw new CommandError(problemReport(all));
  return entries;
}

if (import.meta.main) {
  await runCommand(async () => {
    const entries = await checkContent();
    const quotes = entries.positions.reduce((sum, { data }) => sum + data.quotes.length, 0);
    console.log(`The content is right: ${entries.topics.length} topics, ${entries.positions.length} positions, ${quotes} quotes, ${entries.speakers.length} speakers, ${entries.sources.length} sources.`);
  });
}
