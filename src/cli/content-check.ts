import { checkContent, contentFolder, readContent } from '../record/read.ts';
import type { Entries } from '../record/schema/entries.ts';
import { problemReport } from '../record/schema/problem.ts';
import { CommandError, readArguments, runCommand } from './command.ts';

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
