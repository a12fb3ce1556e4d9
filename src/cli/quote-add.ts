import fs from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../record/canonical-json.ts';
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
import { onlyValue, QUOTE_FIELDS, type QuoteAnswers, type QuoteValues } from './quote-fields.ts';
import { askForQuote } from './quote-questions.ts';
import { shortWordsNeighbours } from './import/neighbours.ts';
import { sourceText } from './source-text.ts';
import { readTextFile } from './text-file.ts';

/** Where the quote belongs, and what the command needs besides its fields. */
const PLACE = ['topic', 'dimension', 'party'] as const;
const BESIDES = ['summary', 'passage', 'checked'] as const;

/** What a quote must be given; an id is suggested where none is. */
const NEEDED = QUOTE_FIELDS.filter(({ name, needed }) => needed && name !== 'id').map(({ name }) => name);
const OPTIONAL = QUOTE_FIELDS.map(({ name }) => name).filter((name) => !NEEDED.includes(name));

const USAGE = `npm run quote:add -- ${[...PLACE, ...NEEDED].map((name) => `--${name}`).join(' ')} [--summary] [--passage file.txt] [--checked YYYY-MM-DD] ${OPTIONAL.map((name) => `[--${name}]`).join(' ')}`;

type Option = { type: 'string' | 'boolean' };
const OPTIONS: Readonly<Record<string, Option>> = Object.fromEntries([
  ...[...PLACE, ...BESIDES].map((name): [string, Option] => [name, { type: 'string' }]),
  ...QUOTE_FIELDS.map((field): [string, Option] => [field.name, { type: onlyValue(field) === true ? 'boolean' : 'string' }]),
]);

type Needed = QuoteAnswers & Record<(typeof PLACE)[number], string>;

await runCommand(async () => {
  const { values } = readArguments(USAGE, OPTIONS);
  const asks = Object.keys(values).length === 0 && process.stdin.isTTY && process.stdout.isTTY;
  const given = toAnswers(values);
  if (!asks) needAll(given);
  const entries = await contentToChange();
  const answers = asks ? await askForQuote(entries) : given;
  needAll(answers);

  const position = entries.positions.find(({ id }) => id === `${answers.topic}/${answers.dimension}/${answers.party}`);
  if (!position) throw new CommandError(`There is no file positions/${answers.topic}/${answers.dimension}/${answers.party}.mdx. To mend: correct --topic, --dimension or --party, or add the dimension to its topic first.`);
  const suggested = suggestQuoteId(entries, { ...answers, speaker: String(answers.quote['speaker']), date: String(answers.quote['date']) });
  const id = answers.quote['id'] ?? suggested;
  if (takenQuoteIds(entries).has(String(id))) throw new CommandError(`--id: ${id} is taken; a quote’s id is permanent. To mend: leave --id out, or give ${suggested}.`);
  const passage = answers.passage === undefined ? undefined : await readTextFile(answers.passage);
  const quote = toQuote({ ...answers.quote, id }, passage);
  const source = entries.sources.find((entry) => entry.id === quote.source);
  const fingerprint = source && withPassage(quote, source.id, source.data.fingerprint, passage, answers);
  const proof = prove(quote, quote.source, fingerprint);
  if (proof.verdict === 'refuted')
    throw new CommandError(
      `Nothing was written. ${position.file}: text: is not word for word in ${quote.source}: ${proof.why}. To mend: copy the words again from the source${fingerprint?.covers === 'whole' ? '' : ', or give the passage they stand in with --passage'}.`,
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
  const given: Readonly<Record<string, unknown>> = { ...answers, ...answers.quote };
  const missing = [...PLACE, ...NEEDED].filter((name) => String(given[name] ?? '').trim() === '');
  if (missing.length > 0) throw new CommandError(`${missing.map((name) => `--${name}`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. To mend: give every option that is not in square brackets.\nUsage: ${USAGE}`);
}

function refuse(problems: readonly Problem[]): never {
  throw new CommandError(`Nothing was written. ${problemReport(problems)}`);
}

function toAnswers(values: Readonly<Record<string, unknown>>): QuoteAnswers {
  const quote = QUOTE_FIELDS.flatMap(({ name }) => (values[name] === undefined || values[name] === '' ? [] : [[name, values[name]]]));
  return { ...Object.fromEntries([...PLACE, ...BESIDES].map((name) => [name, values[name]])), quote: Object.fromEntries(quote) as QuoteValues };
}

/** The quote as it will stand in its file. Words around a short one are taken from the passage unless they were given. */
function toQuote(values: QuoteValues, passage: string | undefined): QuoteEntry {
  const given: QuoteValues = { ...shortWordsNeighbours(String(values['text']), passage), ...values };
  return Object.fromEntries(QUOTE_FIELDS.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, given[name]]]))) as unknown as QuoteEntry;
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
  if (changed === undefined || canonicalJson(read?.data) !== canonicalJson(expected))
    throw new CommandError(`${file}: its fields are written in a form that this command cannot add to without touching the rest. To mend: add the quote by hand, or write the fields as a plain block.`);
  return changed;
}
