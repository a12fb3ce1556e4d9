import fs from 'node:fs/promises';
import path from 'node:path';
import { newestFirst } from '../../record/dates.ts';
import type { z } from 'astro/zod';
import { canonicalJson } from '../../record/canonical-json.ts';
import { findProblems } from '../../record/check/rules.ts';
import { FILES, FOLDERS } from '../../record/collections.ts';
import { contentFolder } from '../../record/read.ts';
import { fileWith } from '../../record/single-files.ts';
import { day, dayOrMonth } from '../../record/schema/date.ts';
import type { Entries, Entry } from '../../record/schema/entries.ts';
import { type Problem, problemLine, problemReport, problemsFromIssues } from '../../record/schema/problem.ts';
import { CommandError, readArguments, runCommand } from '../command.ts';
import { divideProblems } from '../../features/desk/problems.ts';
import { contentToChange } from '../content-check.ts';
import { writeFiles } from '../content-files.ts';
import { type ContentFile, mdxText, withoutDefaults, yamlText, yamlWith } from '../../features/desk/yaml.ts';
import { extendLedger } from '../../features/desk/ledger.ts';
import { type Conversion, convertRecord } from './convert.ts';
import { readRecordFolder, type RecordFolder } from './record-folder.ts';

const USAGE = 'npm run record:import -- <folder> [--as-of YYYY-MM] [--checked YYYY-MM-DD]';

const IMPORTED = ['topics', 'positions', 'sources', 'speakers'] as const;

/** Of an MDX file: its YAML, and all that follows. */
const FRONT_MATTER = /^\uFEFF?---\r?\n(?<yaml>[\s\S]*?)\r?\n---(?<rest>[\s\S]*)$/u;

await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, { 'as-of': { type: 'string' }, checked: { type: 'string' } }, { words: true });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new CommandError(`Name the one folder that holds the record.\nUsage: ${USAGE}`);
  checkDate('--as-of', values['as-of'], dayOrMonth);
  checkDate('--checked', values.checked, day);
  const record = await readRecordFolder(folder);
  const existing = await contentToChange();
  checkParties(record, existing);

  const newest = record.quotes.map(({ date }) => date).sort(newestFirst)[0] ?? '';
  const conversion = convertRecord(record, existing, { asOf: values['as-of'] ?? newest.slice(0, 7), checked: values.checked ?? new Date().toISOString().slice(0, 10) });
  const after = merge(existing, conversion);
  const wrong = schemaProblems(conversion);
  const { refused, forEditor } = divideProblems([...wrong, ...(divideProblems(wrong).refused.length > 0 ? [] : findProblems(after))]);
  if (refused.length > 0) throw new CommandError(`Nothing was written. ${problemReport(refused)}`);

  const report = await compare(existing, conversion);
  const ledger = extendLedger(after, { today: new Date().toISOString().slice(0, 10) });
  const codings = codingsFile(existing, after);
  await writeFiles(contentFolder(), [...report.files, ...(codings.changed ? [codings.file] : []), ...(ledger.added.length > 0 ? [ledger.file] : [])]);
  console.log(`Added ${report.added.length}, changed ${report.changed.length}, left ${report.left} files as they were; ${ledger.added.length} new quotes.`);
  for (const file of report.added) console.log(`  added    ${file}`);
  for (const file of report.changed) console.log(`  changed  ${file}`);
  const left = [...conversion.forEditor, ...forEditor.map(problemLine)];
  if (left.length > 0) console.log(`For an editor:\n${left.map((line) => `  ${line}`).join('\n')}`);
});

function checkDate(option: string, value: string | undefined, schema: z.ZodType): void {
  const issue = value === undefined ? undefined : schema.safeParse(value).error?.issues[0];
  if (issue) throw new CommandError(`${option}: “${value}” ${issue.message}.\nUsage: ${USAGE}`);
}

/** A row of a party without a file would be left out without a word. */
function checkParties(record: RecordFolder, { parties }: Entries): void {
  const known = new Set(parties.map(({ id }) => id));
  const rows = [...record.quotes.map((row) => ({ ...row, file: 'quotes.json', field: `${row.id}.party` })), ...record.gaps.map((row, index) => ({ ...row, file: 'gaps.json', field: `[${index}].party` }))];
  const problems = rows
    .filter(({ party }) => !known.has(party))
    .map(({ file, field, party }): Problem => ({ file, field, problem: `is ${party}, but there is no party with that id`, mend: `add content/parties/${party}.yaml first, or correct the row` }));
  if (problems.length > 0) throw new CommandError(`Nothing was written.\n${problems.map((problem) => `  ${problemLine(problem)}`).join('\n')}`);
}

function merge(existing: Entries, conversion: Conversion): Entries {
  const over = <Data>(old: Entry<Data>[], made: Entry<Data>[]) => [...old.filter(({ id }) => !made.some((entry) => entry.id === id)), ...made];
  return {
    ...existing,
    topics: over(existing.topics, conversion.topics),
    positions: over(existing.positions, conversion.positions),
    sources: over(existing.sources, conversion.sources),
    speakers: over(existing.speakers, conversion.speakers),
    codings: over(existing.codings, conversion.codings),
  };
}

function codingsFile(existing: Entries, after: Entries): { file: ContentFile; changed: boolean } {
  const sorted = [...after.codings].sort((a, b) => a.id.localeCompare(b.id));
  const file = { file: FILES.codings.file, text: yamlText(fileWith('codings', sorted)) };
  const before = new Map(existing.codings.map(({ id, data }) => [id, canonicalJson(data)]));
  return { file, changed: sorted.some(({ id, data }) => before.get(id) !== canonicalJson(data)) };
}

function schemaProblems(conversion: Conversion): Problem[] {
  return IMPORTED.flatMap((name) =>
    conversion[name].flatMap(({ file, data }) => {
      const result = FOLDERS[name].schema.safeParse(data);
      return result.success ? [] : problemsFromIssues(file, data, FOLDERS[name].schema, result.error.issues);
    }),
  );
}

async function compare(existing: Entries, conversion: Conversion): Promise<{ files: ContentFile[]; added: string[]; changed: string[]; left: number }> {
  const result = { files: [] as ContentFile[], added: [] as string[], changed: [] as string[], left: 0 };
  for (const name of IMPORTED) {
    const old = new Map((existing[name] as Entry<object>[]).map((entry) => [entry.id, entry]));
    for (const entry of conversion[name]) {
      const before = old.get(entry.id);
      if (before && canonicalJson(before.data) === canonicalJson(entry.data)) {
        result.left += 1;
        continue;
      }
      (before ? result.changed : result.added).push(entry.file);
      result.files.push({ file: entry.file, text: before ? await changed(before.file, entry) : added(entry) });
    }
  }
  return result;
}

function added({ file, data, body }: Entry<object>): string {
  return file.endsWith('.mdx') ? mdxText(withoutDefaults(data), body) : yamlText(withoutDefaults(data));
}

/** The file as an editor left it, with what the record says now. */
async function changed(file: string, { data }: Entry<object>): Promise<string> {
  const text = await fs.readFile(path.join(contentFolder(), file), 'utf8');
  if (!file.endsWith('.mdx')) return yamlWith(text, withoutDefaults(data));
  const { yaml = '', rest = '' } = FRONT_MATTER.exec(text)?.groups ?? {};
  return `---\n${yamlWith(yaml, withoutDefaults(data))}---${rest}`;
}
