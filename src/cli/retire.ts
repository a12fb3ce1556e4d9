import fs from 'node:fs/promises';
import path from 'node:path';
import { type Document, isSeq, parseDocument } from 'yaml';
import { canonicalJson } from '../record/canonical-json.ts';
import { FILES, FOLDERS } from '../record/collections.ts';
import { parseFile } from '../record/parse-file.ts';
import { contentFolder, readContent } from '../record/read.ts';
import { standing } from '../record/retired.ts';
import type { Entries, Entry } from '../record/schema/entries.ts';
import { retiredSchema } from '../record/schema/retired.ts';
import type { WithdrawnEntry } from '../record/schema/withdrawn.ts';
import { fileWith } from '../record/single-files.ts';
import { newProblems, refuse } from '../features/desk/problems.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { writeFiles } from './content-files.ts';
import { type ContentFile, yamlText } from '../features/desk/yaml.ts';
import { withoutField } from '../features/desk/position-text.ts';

/** Which part of a position's id names it, and how many must stay: one party alone cannot be compared. */
const KINDS = {
  party: { collection: 'parties', part: 2, atLeast: 2 },
  topic: { collection: 'topics', part: 0, atLeast: 1 },
} as const;

/** Just before the line that ends the front matter. */
const END_OF_FIELDS = /(?<=^---\r?\n[\s\S]*?\n)(?=---[ \t]*(?:\r?\n|$))/u;

/**
 * Takes a party or a topic out of the record: its quotes are withdrawn, its positions removed, and its own file says when
 * and why it left. Ids stay taken and every address stays, with a notice. Run again, it finishes what is left.
 */
await runCommand(async () => {
  const kind = process.argv[2] === 'topic' ? 'topic' : 'party';
  const usage = `npm run ${kind}:retire -- <id> --reason "Why, in our words." [--date YYYY-MM-DD]`;
  const { values, positionals } = readArguments(usage, { reason: { type: 'string' }, date: { type: 'string', default: new Date().toISOString().slice(0, 10) } }, { words: true });
  const [, id, ...more] = positionals;
  if (!id || more.length > 0) throw new CommandError(`Name the one ${kind} that leaves the record.\nUsage: ${usage}`);
  const { collection, part, atLeast } = KINDS[kind];
  const { folder, extension } = FOLDERS[collection];
  const file = `${folder}/${id}${extension}`;
  const isIts = (position: string) => position.split('/')[part] === id;

  const { entries, problems } = await readContent(contentFolder());
  // A quote that cannot be read cannot be withdrawn, and would be lost.
  const inTheWay = problems.filter((problem) => [file, FILES.withdrawn.file].includes(problem.file) || (problem.file.startsWith('positions/') && isIts(problem.file.slice('positions/'.length, -'.mdx'.length))));
  if (inTheWay.length > 0) refuse(inTheWay);
  const own = entries[collection].find((entry) => entry.id === id);
  const others = standing(entries)[collection].flatMap((entry) => (entry.id === id ? [] : [entry.id]));
  if (!own) throw new CommandError(`There is no ${kind} ${id}. To mend: name one of: ${others.join(', ')}.`);
  if (others.length < atLeast) throw new CommandError(`${id} cannot leave the record: ${others.length === 0 ? 'none' : `only ${others.join(', ')}`} would be left. To mend: add another ${kind} first.`);
  const said = own.data.retired ?? { date: values.date, reason: values.reason };
  const wrong = retiredSchema.safeParse(said).error?.issues[0];
  if (wrong) throw new CommandError(`--${String(wrong.path[0])}: ${values.reason === undefined ? 'is missing' : wrong.message}.\nUsage: ${usage}`);
  const retired = retiredSchema.parse(said);

  const gone = entries.positions.filter((position) => isIts(position.id));
  const known = new Set(entries.withdrawn.map((entry) => entry.id));
  const withdrawn = gone.flatMap((position) => position.data.quotes.filter((quote) => !known.has(quote.id)).map((quote) => withdrawal(quote.id, position.id, retired)));
  const leave = { ...own, data: { ...own.data, retired } };
  const left: Entries = {
    ...entries,
    withdrawn: [...entries.withdrawn, ...withdrawn],
    positions: entries.positions.filter((position) => !isIts(position.id)),
    [collection]: entries[collection].map((entry) => (entry === own ? leave : entry)),
  };
  // Without the party that had most or least, a topic may be balanced; it then needs no reason.
  const balanced = newProblems(entries, left).flatMap((problem) => (problem.field === 'balanceReason' && problem.problem.startsWith('is not needed') ? [problem.file] : []));
  const after: Entries = { ...left, topics: left.topics.map((topic) => (balanced.includes(topic.file) ? withoutReason(topic) : topic)) };
  const made = newProblems(entries, after);
  if (made.length > 0) refuse(made);

  const texts = await Promise.all([
    ...(withdrawn.length > 0 ? [withdrawnFile(withdrawn)] : []),
    ...(own.data.retired ? [] : [changedFile(file, leave.data, (text) => (extension === '.mdx' ? text.replace(END_OF_FIELDS, () => yamlText({ retired })) : `${text.trimEnd()}\n${yamlText({ retired })}`))]),
    ...after.topics.filter((topic) => balanced.includes(topic.file)).map((topic) => changedFile(topic.file, topic.data, (text) => withoutField(text, 'balanceReason'))),
  ]);
  const removed = gone.map((position) => position.file);
  await writeFiles(contentFolder(), texts, removed);
  console.log(`${id} has left the record: ${counted(withdrawn.length, 'quote')} withdrawn, ${counted(removed.length, 'position')} removed. Its file stays as content/${file}, and a notice stands at each of its addresses.`);
  for (const topic of balanced) console.log(`content/${topic}: needs no balanceReason any more; it was removed.`);
});

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function withdrawal(quote: string, position: string, { date, reason }: { date: string; reason: string }): Entry<WithdrawnEntry> {
  const [topic = '', dimension = '', party = ''] = position.split('/');
  return { id: quote, file: FILES.withdrawn.file, data: { topic, dimension, party, date, reason }, body: '' };
}

function withoutReason(topic: Entries['topics'][number]): Entries['topics'][number] {
  const { balanceReason: _, ...data } = topic.data;
  return { ...topic, data };
}

/** The list of withdrawn quotes with more of them; what stands there stays as it is. */
async function withdrawnFile(entries: readonly Entry<WithdrawnEntry>[]): Promise<ContentFile> {
  const { file } = FILES.withdrawn;
  const list = fileWith('withdrawn', entries) as object[];
  const document: Document = parseDocument(await fs.readFile(path.join(contentFolder(), file), 'utf8').catch(() => ''));
  if (isSeq(document.contents)) {
    document.contents.flow = false;
    for (const entry of list) document.contents.add(document.createNode(entry));
  } else document.contents = document.createNode(list);
  return { file, text: document.toString({ lineWidth: 0 }) };
}

/** A file with a change to its fields; read again, it must say exactly what was meant. */
async function changedFile(file: string, expected: object, change: (text: string) => string | undefined): Promise<ContentFile> {
  const { extension, schema } = file.endsWith('.mdx') ? FOLDERS.topics : FOLDERS.parties;
  const text = change(await fs.readFile(path.join(contentFolder(), file), 'utf8'));
  const read = text === undefined ? undefined : schema.safeParse(parseFile(new TextEncoder().encode(text), extension).data).data;
  if (text === undefined || canonicalJson(read) !== canonicalJson(expected)) throw new CommandError(`${file}: its fields are written in a form that this command cannot change. To mend: write them as a plain block.`);
  return { file, text };
}
