import path from 'node:path';
import { joinRecord } from '../record/join.ts';
import { checkContent } from '../record/read.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { sheetPage } from './coding/page.ts';
import { readSheet, sheetCsv, sheetRows } from './coding/sheet.ts';
import { writeFiles } from './content-files.ts';
import { readTextFile } from './text-file.ts';

const USAGE = 'npm run coding:sheet -- --reader <name> [--of disputes.csv] [--passages passages.json] [--out folder]';
const OPTIONS = { reader: { type: 'string' }, of: { type: 'string' }, passages: { type: 'string' }, out: { type: 'string', default: 'reports' } } as const;

await runCommand(async () => {
  const { values } = readArguments(USAGE, OPTIONS);
  const { reader = '', of, passages, out } = values;
  if (!/^\p{L}[\p{L}\p{N} .’'-]{0,39}$/u.test(reader)) throw new CommandError(`--reader is the name of the person who will read: letters and spaces, at most 40.\nUsage: ${USAGE}`);
  const record = joinRecord(await checkContent());
  const wanted = of === undefined ? undefined : readSheet(of, await readTextFile(of)).rows;
  const all = sheetRows(record, reader, passages === undefined ? {} : passagesIn(passages, await readTextFile(passages)));
  const rows = all.filter(({ key }) => wanted?.has(key) ?? true);
  const name = `coding-${reader.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
  await writeFiles(out, [
    { file: `${name}.html`, text: sheetPage(reader, rows) },
    { file: `${name}.csv`, text: sheetCsv(reader, rows) },
  ]);
  console.log(`${path.join(out, name)}.html and .csv hold ${rows.length} quotes${wanted ? '' : `; ${record.quotes.length - rows.length} are left out, because their words cannot be masked`}.`);
});

function passagesIn(file: string, text: string): Record<string, string> {
  try {
    const data = JSON.parse(text) as Record<string, string>;
    if (Object.values(data).every((one) => typeof one === 'string')) return data;
  } catch {
    // Said below.
  }
  throw new CommandError(`${file}: is no JSON of passages. To mend: give an object with a passage for each quote’s id.`);
}
