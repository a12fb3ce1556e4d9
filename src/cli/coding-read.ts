import fs from 'node:fs/promises';
import path from 'node:path';
import { krippendorffAlpha } from '../record/agreement.ts';
import { FILES } from '../record/collections.ts';
import { joinRecord } from '../record/join.ts';
import type { Quote } from '../record/record.ts';
import { checkContent, contentFolder } from '../record/read.ts';
import type { CodingEntry } from '../record/schema/coding.ts';
import type { Stance } from '../record/schema/stance.ts';
import { fileWith } from '../record/single-files.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { keyOf, readSheet, type ReadSheet, sheetCsv, sheetRows } from './coding/sheet.ts';
import { writeFiles } from './content-files.ts';
import { yamlWith } from '../features/desk/yaml.ts';
import { readTextFile } from './text-file.ts';

const USAGE = 'npm run coding:read -- a.csv b.csv [--third c.csv] [--read YYYY-MM-DD] [--out folder]';
const OPTIONS = { third: { type: 'string' }, read: { type: 'string' }, out: { type: 'string', default: 'reports' } } as const;

/** A quote that two people have read. */
interface Both {
  quote: Quote;
  first: Stance;
  second: Stance;
  third?: Stance | undefined;
}

await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, OPTIONS, { words: true });
  const { third, read = new Date().toISOString().slice(0, 10), out } = values;
  if (positionals.length !== 2) throw new CommandError(`Name the two sheets that were filled.\nUsage: ${USAGE}`);
  const entries = await checkContent();
  const record = joinRecord(entries);
  const files = [...positionals, ...(third === undefined ? [] : [third])];
  const sheets = await Promise.all(files.map(async (file) => readSheet(file, await readTextFile(file))));
  refuseWrong(files, sheets, new Map(sheetRows(record, '', {}).map((row) => [row.key, plain(`${row.question} ${row.words}`)])));
  const [a, b, c] = sheets as [ReadSheet, ReadSheet, ReadSheet?];
  const said = (sheet: ReadSheet | undefined, quote: Quote) => sheet?.rows.get(keyOf(quote.id))?.stance || undefined;
  const both = record.quotes.flatMap((quote): Both[] => {
    const [first, second] = [said(a, quote), said(b, quote)];
    return first && second ? [{ quote, first, second, third: first === second ? undefined : said(c, quote) }] : [];
  });
  if (both.length === 0) throw new CommandError(`The two sheets have no quote that both readers have read. To mend: fill the column stance in both.`);

  const alpha = (some: readonly Both[]) => krippendorffAlpha(some.map(({ first, second }) => [first, second]))?.toFixed(3) ?? 'cannot be computed';
  const agreed = (some: readonly Both[]) => some.filter(({ first, second }) => first === second).length;
  console.log(`${both.length} quotes read by both, ${agreed(both)} alike. Krippendorff’s alpha: ${alpha(both)}`);
  for (const some of Map.groupBy(both, ({ quote }) => `${quote.topic.id}/${quote.dimension.id}`).entries()) console.log(`  ${some[0]}: ${some[1].length} read, ${agreed(some[1])} alike, alpha ${alpha(some[1])}`);

  const readings = new Map(both.map((one) => [one.quote.id, one]));
  const known = new Map(entries.codings.map(({ id, data }) => [id, data]));
  for (const { quote, first, second, third: settled } of both) {
    const before = known.get(quote.id);
    const only = !before || before.people?.only ? { only: true as const } : {};
    const people = { first, second, ...(settled ? { third: settled } : {}), readers: [a, b, ...(settled ? [c!] : [])].map(({ reader }) => reader).join(', '), read, ...only };
    known.set(quote.id, { ...(before && !before.people?.only ? before : ({ first, second, basis: 'words', why: ['Read by a person.', 'Read by a person.'] } satisfies CodingEntry)), people });
  }
  const file = path.join(contentFolder(), FILES.codings.file);
  const list = fileWith(
    'codings',
    [...known].map(([id, data]) => ({ id, data })).sort((one, other) => one.id.localeCompare(other.id, 'en')),
  );
  await writeFiles(contentFolder(), [{ file: FILES.codings.file, text: yamlWith(await fs.readFile(file, 'utf8').catch(() => ''), list) }]);

  const disputes = [...readings.values()].filter(({ first, second, third: settled }) => first !== second && settled === undefined);
  const keys = new Set(disputes.map(({ quote }) => keyOf(quote.id)));
  if (keys.size > 0)
    await writeFiles(out, [
      {
        file: 'coding-disputes.csv',
        text: sheetCsv(
          'third',
          sheetRows(record, 'third', {}).filter(({ key }) => keys.has(key)),
        ),
      },
    ]);
  for (const { quote, first, second } of disputes) console.log(`Disputed: ${quote.id}: ${a.reader} ${first}, ${b.reader} ${second}`);
  console.log(`Wrote ${both.length} readings by people to content/${FILES.codings.file}.${keys.size > 0 ? ` ${keys.size} are for a third reader: npm run coding:sheet -- --reader <name> --of ${path.join(out, 'coding-disputes.csv')}` : ''}`);
});

/** Spreadsheets change breaks of lines, and an apostrophe keeps words that begin with a sign from being a formula. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/(?<= )'(?=[=+@-])/gu, '');
}

/** A sheet must be of this record, and each of somebody else. */
function refuseWrong(files: readonly string[], sheets: readonly ReadSheet[], shown: ReadonlyMap<string, string>): void {
  if (new Set(sheets.map(({ reader }) => reader.toLowerCase())).size < sheets.length) throw new CommandError(`Two sheets are by ${sheets[0]!.reader}. To mend: give sheets of different people, who read apart.`);
  for (const [index, { rows }] of sheets.entries()) {
    const changed = [...rows.values()].find(({ key, question, words, stance }) => stance !== '' && shown.get(key) !== plain(`${question} ${words}`));
    if (changed) throw new CommandError(`${files[index]}: ${changed.key}: these words or this question are not, or no longer, in the record. To mend: make a new sheet; a stance answers the words and the question as they were put.`);
  }
}
