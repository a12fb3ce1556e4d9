import fs from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../record/canonical-json.ts';
import { notInSource } from '../record/check/proofs.ts';
import { FILES } from '../record/collections.ts';
import { fingerprintText } from '../record/fingerprint.ts';
import { parseFile } from '../record/parse-file.ts';
import { type Proof, prove } from '../record/proof.ts';
import { contentFolder } from '../record/read.ts';
import type { Entries } from '../record/schema/entries.ts';
import { positionSchema, type QuoteEntry } from '../record/schema/position.ts';
import { type Problem, problemLine, problemsFromIssues } from '../record/schema/problem.ts';
import type { Fingerprint, SourceEntry } from '../record/schema/source.ts';
import type { Stance } from '../record/schema/stance.ts';
import { stanceOf } from '../record/stance.ts';
import { contentToMend, inOneFile, newProblems, refuse } from './change.ts';
import { CommandError } from './command.ts';
import { divideProblems } from './content-check.ts';
import { type ContentFile, writeFiles } from './content-files.ts';
import { shortWordsNeighbours } from './import/neighbours.ts';
import { extendLedger } from './ledger.ts';
import { addQuoteToText, withQuote } from './position-text.ts';
import { QUOTE_FIELDS, type QuoteAnswers } from './quote-fields.ts';
import { suggestQuoteId, takenQuoteIds } from './quote-id.ts';
import { sourceText } from './source-text.ts';
import { readTextFile } from './text-file.ts';

/** A new quote, proven and checked, and the files that say so. */
export interface QuoteChange {
  quote: QuoteEntry;
  /** The file it stands in, from the content folder. */
  file: string;
  proof: Proof;
  /** The words around it, where they were given. */
  passage: string | undefined;
  /** In this order the content is right after each. */
  files: ContentFile[];
  /** What its words say on the question, as far as they are coded. */
  stance: Stance;
  /** What the change leaves to an editor. */
  forEditor: Problem[];
}

/**
 * What a new quote changes; nothing is written.
 * @param answers the fields of the quote and its place
 * @throws CommandError that says what is wrong with the answers, or which problems the quote would make
 */
export async function changeFor(answers: QuoteAnswers): Promise<QuoteChange> {
  const given = (name: string) => (answers[name] === undefined ? undefined : String(answers[name]));
  const place = `${given('topic')}/${given('dimension')}/${given('party')}`;
  const entries = await contentToMend([`positions/${place}.mdx`, `sources/${given('source')}.yaml`, FILES.published.file, FILES.withdrawn.file]);
  const position = entries.positions.find(({ id }) => id === place);
  if (!position) throw new CommandError(`There is no file positions/${place}.mdx. To mend: correct --topic, --dimension or --party, or add the dimension to its topic first.`);
  const suggested = suggestQuoteId(entries, { party: given('party') ?? '', dimension: given('dimension') ?? '', speaker: given('speaker') ?? '', date: given('date') ?? '' });
  const id = given('id') ?? suggested;
  if (takenQuoteIds(entries).has(id)) throw new CommandError(`--id: ${id} is taken; a quote’s id is permanent. To mend: leave --id out, or give ${suggested}.`);
  const passage = answers['passage'] === undefined ? undefined : await readTextFile(String(answers['passage']));
  const quote = toQuote({ ...answers, id }, passage);
  const source = entries.sources.find((entry) => entry.id === quote.source);
  const fingerprint = source && withPassage(quote, source.data.fingerprint, passage, answers);
  const proof = prove(quote, quote.source, fingerprint);
  if (proof.verdict === 'refuted') {
    const copied = `copy the words again from the source${fingerprint?.covers === 'whole' ? '' : ', or give the passage they stand in with --passage'}`;
    throw new CommandError(`Nothing was written. ${problemLine(notInSource(position.file, 'text', quote.source, { ...proof, mend: proof.mend ?? copied }))}.`);
  }

  // The same words would only be laid out anew.
  const summary = given('summary') === position.data.summary ? undefined : given('summary');
  const expected = withQuote(position.data, quote, summary);
  const result = positionSchema.safeParse(expected);
  if (!result.success) refuse(problemsFromIssues(position.file, expected, positionSchema, result.error.issues));
  const sources = entries.sources.map((entry) => (entry === source && fingerprint ? { ...entry, data: { ...entry.data, fingerprint } as SourceEntry } : entry));
  const after: Entries = { ...entries, sources, positions: entries.positions.map((entry) => (entry === position ? { ...entry, data: result.data! } : entry)) };
  const { refused, forEditor } = divideProblems(newProblems(entries, after));
  if (refused.length > 0) refuse(inOneFile(refused, quote.source, given('passage') ?? 'the passage', 'passage'));

  const changedSource = source && fingerprint !== source.data.fingerprint ? [{ file: source.file, text: await sourceText(source.file, { ...source.data, fingerprint }) }] : [];
  const files = [...changedSource, { file: position.file, text: await positionText(position.file, quote, summary, result.data) }, extendLedger(after, { only: id }).file];
  return { quote, file: position.file, proof, passage, files, stance: stanceOf(entries.codings.find((coding) => coding.id === id)?.data), forEditor };
}

/** How a quote that is not refuted is known, for the end of a sentence. */
export function proofInShort(proof: Proof): string {
  return proof.verdict === 'unchecked' ? 'not machine-checked: its source has no fingerprint' : `proven word for word (${proof.covers})`;
}

/** The quote as it will stand in its file. Words around a short one are taken from the passage unless they were given. */
function toQuote(answers: QuoteAnswers, passage: string | undefined): QuoteEntry {
  const given: QuoteAnswers = { ...shortWordsNeighbours(String(answers['text']), passage), ...answers };
  return Object.fromEntries(QUOTE_FIELDS.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, given[name]]]))) as unknown as QuoteEntry;
}

/** The source's fingerprint with the passage, where the quote needs it; a fingerprint of the whole text needs none. */
function withPassage(quote: QuoteEntry, fingerprint: Fingerprint | undefined, passage: string | undefined, answers: QuoteAnswers): Fingerprint | undefined {
  if (passage === undefined || fingerprint?.covers === 'whole' || prove(quote, quote.source, fingerprint).verdict === 'proven') return fingerprint;
  try {
    const checked = answers['checked'] ?? new Date().toISOString().slice(0, 10);
    return { covers: 'passage', checked: String(checked), runs: [...(fingerprint?.runs ?? []), fingerprintText(quote.source, passage)] };
  } catch (error) {
    throw new CommandError(`${String(answers['passage'])}: ${error instanceof Error ? error.message : String(error)}. To mend: give the words around the quote as well.`);
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

/** Writes a quote and says what was written. */
export async function writeQuote({ quote, file, proof, files, stance, forEditor }: QuoteChange): Promise<void> {
  await writeFiles(contentFolder(), files);
  console.log(`Added ${quote.id} to content/${file}, ${proofInShort(proof)}; its stance is ${stance}${stance === 'unclear' ? ' until two readers have coded it in codings.yaml' : ''}.`);
  for (const problem of forEditor) console.log(`For an editor: ${problemLine(problem)}`);
}
