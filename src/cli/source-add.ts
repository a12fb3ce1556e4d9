import fs from 'node:fs/promises';
import path from 'node:path';
import { damagedPassages, fingerprintText } from '../record/fingerprint.ts';
import { FOLDERS } from '../record/collections.ts';
import { parseFile } from '../record/parse-file.ts';
import { contentFolder, readContent } from '../record/read.ts';
import { type Problem, problemsFromIssues } from '../record/schema/problem.ts';
import type { Fingerprint, SourceEntry } from '../record/schema/source.ts';
import { id as idSchema } from '../record/schema/text.ts';
import { inOneFile, newProblems, refuse } from './change.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
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
  const target = `sources/${id}.yaml`;
  const { entries, problems } = await readContent(contentFolder());
  const broken = problems.filter((problem) => problem.file === target);
  const before = broken.length > 0 ? await withoutFingerprint(target, broken) : entries.sources.find((source) => source.id === id)?.data;
  if (covers === 'passage' && before?.fingerprint?.covers === 'whole')
    throw new CommandError(`${target}: fingerprint: already covers the whole text, so a passage adds nothing. To mend: leave it, or give the whole text again with --covers whole.`);

  const fingerprint = { covers, checked, runs: runsOf(id, file, text, covers === 'passage' ? before?.fingerprint : undefined) } as Fingerprint;
  const data = { ...before, ...definedOnly(fields), fingerprint } as SourceEntry;
  const result = FOLDERS.sources.schema.safeParse(data);
  if (!result.success) refuse(problemsFromIssues(target, data, FOLDERS.sources.schema, result.error.issues));
  const sources = [...entries.sources.filter((source) => source.id !== id), { id, file: target, data, body: '' }];
  const made = newProblems(entries, { ...entries, sources, broken: entries.broken.filter((entry) => entry.file !== target) });
  if (made.length > 0) refuse(inOneFile(made, id, file, covers));
  await writeFiles(contentFolder(), [{ file: target, text: await sourceText(target, data) }]);
  console.log(`${before ? 'Changed' : 'Added'} content/${target}: the ${covers === 'whole' ? 'whole text' : 'passage'} is fingerprinted; the text itself is not kept.`);
});

/** A source whose file is refused, as it is without its fingerprint: a new one may be all that it needs. */
async function withoutFingerprint(file: string, problems: readonly Problem[]): Promise<SourceEntry> {
  try {
    const { fingerprint: _, ...rest } = parseFile(await fs.readFile(path.join(contentFolder(), file)), '.yaml').data as SourceEntry;
    return rest;
  } catch {
    return refuse(problems);
  }
}

/** The runs of this text, after those of the passages that are known already and can be read. */
function runsOf(id: string, file: string, text: string, earlier: Fingerprint | undefined): string[] {
  const damaged = earlier ? damagedPassages(earlier) : [];
  try {
    return [...new Set([...(earlier?.runs ?? []).filter((_, index) => !damaged.includes(index)), fingerprintText(id, text)])];
  } catch (error) {
    throw new CommandError(`${file}: cannot be fingerprinted: ${error instanceof Error ? error.message : String(error)}. To mend: give the source's own words, at least a sentence.`);
  }
}

function definedOnly(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined));
}
