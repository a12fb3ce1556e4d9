import fs from 'node:fs/promises';
import path from 'node:path';
import { findProblems } from '../record/check/rules.ts';
import { fingerprintText } from '../record/fingerprint.ts';
import { prove } from '../record/proof.ts';
import { contentFolder } from '../record/read.ts';
import { parseFile } from '../record/parse-file.ts';
import type { Entries } from '../record/schema/entries.ts';
import { positionSchema, type QuoteEntry } from '../record/schema/position.ts';
import { stanceOf } from '../record/stance.ts';
import { type Problem, problemLine, problemReport, problemsFromIssues } from '../record/schema/problem.ts';
import type { Fingerprint, SourceEntry } from '../record/schema/source.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { contentToChange, divideProblems } from './content-check.ts';
import { writeFiles } from './content-files.ts';
import { extendLedger } from './ledger.ts';
import { addQuoteToText, withQuote } from './position-text.ts';
import { suggestQuoteId, takenQuoteIds } from './quote-id.ts';
import { askForQuote } from './quote-questions.ts';
import { shortWordsNeighbours } from './import/neighbours.ts';
import { sourceText } from './source-text.ts';
import { readTextFile } from './text-file.ts';

const USAGE = 'npm run quote:add -- --topic --dimension --party --text --speaker --role --capacity --date --source [--summary] [--partial] [--passage file.txt] [--checked YYYY-MM-DD] [--section] [--prefix] [--suffix] [--note] [--id]';

const text = { type: 'string' } as const;
const OPTIONS = {
  topic: text,
  dimension: text,
  party: text,
  text,
  speaker: text,
  role: text,
  capacity: text,
  date: text,
  source: text,
  section: text,
  prefix: text,
  suffix: text,
  note: text,
  id: text,
  summary: text,
  passage: text,
  checked: text,
  partial: { type: 'boolean' },
} as const;

/** What the command line or the questions give; every value still unchecked. */
export type QuoteAnswers = Partial<Record<Exclude<keyof typeof OPTIONS, 'partial'>, string> & { partial: boolean }>;

const NEEDED = ['topic', 'dimension', 'party', 'text', 'speaker', 'role', 'capacity', 'date', 'source'] as const;
type Needed = QuoteAnswers & Record<(typeof NEEDED)[number], string>;

await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, OPTIONS);
  if (positionals.length > 0) throw new CommandError(`“${positionals[0]}” belongs to no option; put words with spaces in quotation marks.\nUsage: ${USAGE}`);
  const asks = Object.keys(values).length === 0 && process.stdin.isTTY && process.stdout.isTTY;
  if (!asks) needAll(values);
  const entries = await contentToChange();
  const answers: QuoteAnswers = asks ? await askForQuote(entries) : values;
  needAll(answers);

  const position = entries.positions.find(({ id }) => id === `${answers.topic}/${answers.dimension}/${answers.party}`);
  if (!position) throw new CommandError(`There is no file positions/${answers.topic}/${answers.dimension}/${answers.party}.mdx. To mend: correct --topic, --dimension or --party, or add the dimension to its topic first.`);
  if (answers.id !== undefined && takenQuoteIds(entries).has(answers.id)) throw new CommandError(`--id: ${answers.id} is taken; a quote’s id is permanent. To mend: leave --id out, or give ${suggestQuoteId(entries, answers)}.`);
  const source = entries.sources.find(({ id }) => id === answers.source);
  const passage = answers.passage === undefined ? undefined : await readTextFile(answers.passage);
  const quote = toQuote(answers, entries, passage);
  const fingerprint = source && withPassage(quote, source.id, source.data.fingerprint, passage, answers);
  const proof = prove(quote, answers.source, fingerprint);
  if (proof.verdict === 'refuted')
    throw new CommandError(
      `Nothing was written. ${position.file}: text: is not word for word in ${answers.source}: ${proof.why}. To mend: copy the words again from the source${fingerprint?.covers === 'whole' ? '' : ', or give the passage they stand in with --passage'}.`,
    );

  const expected = withQuote(position.data, quote, answers.summary);
  const result = positionSchema.safeParse(expected);
  if (!result.success) refuse(problemsFromIssues(position.file, expected, positionSchema, result.error.issues));
  const sources = entries.sources.map((entry) => (entry.id === source?.id && fingerprint ? { ...entry, data: { ...entry.data, fingerprint } as SourceEntry } : entry));
  const after: Entries = { ...entries, sources, positions: entries.positions.map((entry) => (entry === position ? { ...entry, data: result.data! } : entry)) };
  const ledger = extendLedger(after);
  const { refused, forEditor } = divideProblems(findProblems(after));
  if (refused.length > 0) refuse(refused);

  const changedSource = source && fingerprint !== source.data.fingerprint ? [{ file: source.file, text: await sourceText(source.file, { ...source.data, fingerprint }) }] : [];
  await writeFiles(contentFolder(), [{ file: position.file, text: await positionText(position.file, quote, answers.summary, result.data) }, ...changedSource, ledger.file]);
  const stance = stanceOf(entries.codings.find(({ id }) => id === quote.id)?.data);
  console.log(
    `Added ${quote.id} to content/${position.file}, ${proof.verdict === 'proven' ? `proven word for word (${proof.covers})` : 'not machine-checked: its source has no fingerprint'}; its stance is ${stance}${stance === 'unclear' ? ' until two readers have coded it in codings.yaml' : ''}.`,
  );
  for (const problem of forEditor) console.log(`For an editor: ${problemLine(problem)}`);
});

function needAll(answers: QuoteAnswers): asserts answers is Needed {
  const missing = NEEDED.filter((name) => (answers[name] ?? '').trim() === '');
  if (missing.length > 0) throw new CommandError(`${missing.map((name) => `--${name}`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. To mend: give every option that is not in square brackets.\nUsage: ${USAGE}`);
}

function refuse(problems: readonly Problem[]): never {
  throw new CommandError(`Nothing was written. ${problemReport(problems)}`);
}

/** The quote as it will stand in its file. Words around a short one are taken from the passage unless they were given. */
function toQuote(answers: Needed, entries: Entries, passage: string | undefined): QuoteEntry {
  const id = answers.id ?? suggestQuoteId(entries, answers);
  const { prefix, suffix } = { ...shortWordsNeighbours(answers.text, passage), ...defined({ prefix: answers.prefix, suffix: answers.suffix }) };
  const { text: words, speaker, role, capacity, date, source, section, note, partial } = answers;
  return {
    id,
    text: words,
    ...(partial ? { partial: true as const } : {}),
    ...defined({ prefix, suffix }),
    speaker,
    role,
    capacity: capacity as QuoteEntry['capacity'],
    date,
    source,
    ...defined({ section, note }),
  };
}

function defined<Name extends string>(fields: Record<Name, string | undefined>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries<string | undefined>(fields).filter(([, value]) => value !== undefined && value !== '')) as Partial<Record<Name, string>>;
}

/** The source's fingerprint with the passage, where the quote needs it; a fingerprint of the whole text needs none. */
function withPassage(quote: QuoteEntry, source: string, fingerprint: Fingerprint | undefined, passage: string | undefined, { checked, passage: file }: QuoteAnswers): Fingerprint | undefined {
  if (passage === undefined || fingerprint?.covers === 'whole' || prove(quote, source, fingerprint).verdict === 'proven') return fingerprint;
  try {
    return { covers: 'passage', checked: checked ?? new Date().toISOString().slice(0, 10), runs: [...(fingerprint?.runs ?? []), fingerprintText(source, passage)] };
  } catch (error) {
    throw new CommandError(`${file}: ${error instanceof Error ? error.message : String(error)}. To mend: give the words around the quote as well.`);
  }
}

/** The file with the quote added; read again, it must say exactly what was meant. */
async function positionText(file: string, quote: QuoteEntry, summary: string | undefined, expected: object): Promise<string> {
  const before = await fs.readFile(path.join(contentFolder(), file), 'utf8');
  const changed = addQuoteToText(before, quote, summary);
  const read = changed === undefined ? undefined : positionSchema.safeParse(parseFile(new TextEncoder().encode(changed), '.mdx').data);
  if (changed === undefined || JSON.stringify(sorted(read?.data)) !== JSON.stringify(sorted(expected)))
    throw new CommandError(`${file}: its fields are written in a form that this command cannot add to without touching the rest. To mend: add the quote by hand, or write the fields as a plain block.`);
  return changed;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;
}
