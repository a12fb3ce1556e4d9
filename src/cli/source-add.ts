import { findProblems } from '../record/check/rules.ts';
import { fingerprintText } from '../record/fingerprint.ts';
import { FOLDERS } from '../record/collections.ts';
import { contentFolder } from '../record/read.ts';
import { type Problem, problemReport, problemsFromIssues } from '../record/schema/problem.ts';
import type { Fingerprint, SourceEntry } from '../record/schema/source.ts';
import { id as idSchema } from '../record/schema/text.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { contentToChange, divideProblems } from './content-check.ts';
import { writeFiles } from './content-files.ts';
import { sourceText } from './source-text.ts';
import { readTextFile } from './text-file.ts';

const USAGE = 'npm run source:add -- <file.txt> --id <id> [--covers whole|passage] [--checked YYYY-MM-DD] and, for a new source, --url --title --publisher --published --licence --kind';

const OPTIONS = {
  id: { type: 'string' },
  covers: { type: 'string', default: 'whole' },
  checked: { type: 'string' },
  url: { type: 'string' },
  title: { type: 'string' },
  publisher: { type: 'string' },
  published: { type: 'string' },
  licence: { type: 'string' },
  kind: { type: 'string' },
} as const;

await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, OPTIONS, { words: true });
  const [file, ...more] = positionals;
  const { id, covers, checked = new Date().toISOString().slice(0, 10), ...fields } = values;
  if (!file || more.length > 0 || !id) throw new CommandError(`Name one text file and the source's id.\nUsage: ${USAGE}`);
  // Checked before anything else: the id becomes a file name.
  const wrongId = idSchema.safeParse(id).error?.issues[0];
  if (wrongId) throw new CommandError(`--id: “${id}” ${wrongId.message}.\nUsage: ${USAGE}`);
  const text = await readTextFile(file);
  const entries = await contentToChange();
  const before = entries.sources.find((source) => source.id === id)?.data;
  if (covers === 'passage' && before?.fingerprint?.covers === 'whole')
    throw new CommandError(`sources/${id}.yaml: fingerprint: already covers the whole text, so a passage adds nothing. To mend: leave it, or give the whole text again with --covers whole.`);

  const target = `sources/${id}.yaml`;
  const fingerprint = { covers, checked, runs: runsOf(id, file, text, covers === 'passage' ? before?.fingerprint : undefined) } as Fingerprint;
  const data = { ...before, ...definedOnly(fields), fingerprint } as SourceEntry;
  const result = FOLDERS.sources.schema.safeParse(data);
  if (!result.success) refuse(problemsFromIssues(target, data, FOLDERS.sources.schema, result.error.issues));
  const { refused } = divideProblems(findProblems({ ...entries, sources: [...entries.sources.filter((source) => source.id !== id), { id, file: target, data, body: '' }] }));
  if (refused.length > 0) refuse(refused);
  await writeFiles(contentFolder(), [{ file: target, text: await sourceText(target, data) }]);
  console.log(`${before ? 'Changed' : 'Added'} content/${target}: the ${covers === 'whole' ? 'whole text' : 'passage'} is fingerprinted; the text itself is not kept.`);
});

function refuse(problems: readonly Problem[]): never {
  throw new CommandError(`Nothing was written. ${problemReport(problems)}`);
}

/** The runs of this text, after those of the passages that are known already. */
function runsOf(id: string, file: string, text: string, earlier: Fingerprint | undefined): string[] {
  try {
    return [...new Set([...(earlier?.runs ?? []), fingerprintText(id, text)])];
  } catch (error) {
    throw new CommandError(`${file}: cannot be fingerprinted: ${error instanceof Error ? error.message : String(error)}. To mend: give the source's own words, at least a sentence.`);
  }
}

function definedOnly(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined));
}
