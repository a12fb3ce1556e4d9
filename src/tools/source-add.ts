import fs from 'node:fs/promises';
import { fingerprintText } from '../domain/proof.ts';
import { contentFolder, FOLDERS } from '../loaders/collections.ts';
import { problemReport, problemsFromIssues } from '../schemas/problem.ts';
import type { SourceEntry } from '../schemas/source.ts';
import { readContent } from '../loaders/read-content.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { writeFiles, yamlText } from './content-files.ts';

const USAGE = 'npm run source:add -- <file.txt> --id <id> --covers whole|passage [--checked YYYY-MM-DD] and, for a new source, --url --title --publisher --published --licence --kind';

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
  const { values, positionals } = readArguments(USAGE, OPTIONS);
  const [file, ...more] = positionals;
  if (!file || more.length > 0 || !values.id) throw new CommandError(`Name one text file and the source's id.\nUsage: ${USAGE}`);
  const { id, covers, checked = new Date().toISOString().slice(0, 10), ...fields } = values;
  const runs = fingerprint(id, await readText(file));
  const { entries } = await readContent(contentFolder());
  const before = entries.sources.find((source) => source.id === id)?.data;
  const earlier = covers === 'passage' && before?.fingerprint?.covers === 'passage' ? before.fingerprint.runs.filter((passage) => passage !== runs) : [];
  const data = { ...before, ...definedOnly(fields), fingerprint: { covers, checked, runs: [...earlier, runs] } } as SourceEntry;
  const target = `sources/${id}.yaml`;
  const result = FOLDERS.sources.schema.safeParse(data);
  if (!result.success) throw new CommandError(`Nothing was written. ${problemReport(problemsFromIssues(target, data, FOLDERS.sources.schema, result.error.issues))}\nUsage: ${USAGE}`);
  await writeFiles(contentFolder(), [{ file: target, text: yamlText(data) }]);
  console.log(`${before ? 'Changed' : 'Added'} content/${target}: the ${covers === 'whole' ? 'whole text' : 'passage'} is fingerprinted; the text itself is not kept.`);
});

async function readText(file: string): Promise<string> {
  const bytes = await fs.readFile(file).catch(() => {
    throw new CommandError(`${file}: there is no such file, or it cannot be read. To mend: check the path.`);
  });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Falls through to the message below: both cases mean the same to the person who called.
  }
  throw new CommandError(`${file}: is not UTF-8 text. To mend: save the article's words as plain text first.`);
}

function fingerprint(id: string, text: string): string {
  try {
    return fingerprintText(id, text);
  } catch (error) {
    throw new CommandError(`The source cannot be fingerprinted: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function definedOnly(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined));
}
