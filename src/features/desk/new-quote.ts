import { notInSource } from '../../record/check/proofs.ts';
import { fingerprintText } from '../../record/fingerprint.ts';
import { type Proof, prove } from '../../record/proof.ts';
import type { Entries, Entry } from '../../record/schema/entries.ts';
import { type PositionEntry, positionSchema, type QuoteEntry } from '../../record/schema/position.ts';
import { type Problem, problemLine, problemsFromIssues } from '../../record/schema/problem.ts';
import type { Fingerprint, SourceEntry } from '../../record/schema/source.ts';
import { extendLedger } from './ledger.ts';
import { shortWordsNeighbours } from './neighbours.ts';
import { addQuoteToText, withQuote } from './position-text.ts';
import { divideProblems, inOneFile, newProblems, refuse, Refusal } from './problems.ts';
import { QUOTE_FIELDS, type QuoteAnswers } from './quote-fields.ts';
import { suggestQuoteId, takenQuoteIds } from './quote-id.ts';
import { sourceWith } from './source-text.ts';
import type { ContentFile } from './yaml.ts';

/** A new quote, proven and checked. */
export interface NewQuote {
  quote: QuoteEntry;
  /** The position as it is without it. */
  position: Entry<PositionEntry>;
  /** The position’s summary, where it becomes another. */
  summary: string | undefined;
  /** What the position’s file must say then. */
  expected: PositionEntry;
  proof: Proof;
  /** The words around it, where they were given. */
  passage: string | undefined;
  /** The source, where its fingerprint gets the passage. */
  source?: Entry<SourceEntry>;
  /** The content with the quote. */
  after: Entries;
  /** What the change leaves to an editor. */
  forEditor: Problem[];
}

/** The words around the quote, and what they are called in messages. */
export interface Passage {
  text: string | undefined;
  name: string;
  /** The day on which it is fingerprinted. */
  checked: string;
}

/** The file that a quote with these answers stands in. */
export function placeOf(answers: QuoteAnswers): string {
  return ['topic', 'dimension', 'party'].map((name) => String(answers[name])).join('/');
}

/**
 * Proves a new quote against its source and holds it against every rule of the content.
 * @param answers the fields of the quote and its place
 * @throws Refusal that says what is wrong with the answers, or which problems the quote would make
 */
export function newQuote(entries: Entries, answers: QuoteAnswers, passage: Passage): NewQuote {
  const given = (name: string) => (answers[name] === undefined ? undefined : String(answers[name]));
  const place = placeOf(answers);
  const position = entries.positions.find(({ id }) => id === place);
  if (!position) throw new Refusal(`There is no file positions/${place}.mdx. To mend: correct --topic, --dimension or --party, or add the dimension to its topic first.`);
  const suggested = suggestQuoteId(entries, { party: given('party') ?? '', dimension: given('dimension') ?? '', speaker: given('speaker') ?? '', date: given('date') ?? '' });
  const id = given('id') ?? suggested;
  if (takenQuoteIds(entries).has(id)) throw new Refusal(`--id: ${id} is taken; a quote’s id is permanent. To mend: leave --id out, or give ${suggested}.`);
  const quote = toQuote({ ...answers, id }, passage.text);
  const source = entries.sources.find((entry) => entry.id === quote.source);
  const fingerprint = source && withPassage(quote, source.data.fingerprint, passage);
  const proof = prove(quote, quote.source, fingerprint);
  if (proof.verdict === 'refuted') {
    const copied = `copy the words again from the source${fingerprint?.covers === 'whole' ? '' : ', or give the passage they stand in with --passage'}`;
    throw new Refusal(`Nothing was written. ${problemLine(notInSource(position.file, 'text', quote.source, { ...proof, mend: proof.mend ?? copied }))}.`);
  }

  // The same words would only be laid out anew.
  const summary = given('summary') === position.data.summary ? undefined : given('summary');
  const expected = withQuote(position.data, quote, summary);
  const result = positionSchema.safeParse(expected);
  if (!result.success) refuse(problemsFromIssues(position.file, expected, positionSchema, result.error.issues));
  const sources = entries.sources.map((entry) => (entry === source && fingerprint ? { ...entry, data: { ...entry.data, fingerprint } as SourceEntry } : entry));
  const after: Entries = { ...entries, sources, positions: entries.positions.map((entry) => (entry === position ? { ...entry, data: result.data! } : entry)) };
  const { refused, forEditor } = divideProblems(newProblems(entries, after));
  if (refused.length > 0) refuse(inOneFile(refused, quote.source, passage.name, 'passage'));
  const changed = source && fingerprint !== source.data.fingerprint ? { source: { ...source, data: { ...source.data, fingerprint } as SourceEntry } } : {};
  return { quote, position, summary, expected: result.data!, proof, passage: passage.text, ...changed, after, forEditor };
}

/**
 * The files that say so; after each, in this order, the content is right.
 * @param textOf a file as it stands
 * @throws Refusal where a file is written in a way that this cannot follow
 */
export async function filesOf({ quote, position, summary, expected, source, after }: NewQuote, today: string, textOf: (file: string) => Promise<string | undefined>): Promise<ContentFile[]> {
  return [
    ...(source ? [{ file: source.file, text: sourceWith(await textOf(source.file), source.data) }] : []),
    { file: position.file, text: addQuoteToText((await textOf(position.file)) ?? '', { file: position.file, quote, summary, expected }) },
    extendLedger(after, { only: quote.id, today }).file,
  ];
}

/** The quote as it will stand in its file. Words around a short one are taken from the passage unless they were given. */
function toQuote(answers: QuoteAnswers, passage: string | undefined): QuoteEntry {
  const given: QuoteAnswers = { ...shortWordsNeighbours(String(answers['text']), passage), ...answers };
  return Object.fromEntries(QUOTE_FIELDS.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, given[name]]]))) as unknown as QuoteEntry;
}

/** The source's fingerprint with the passage, where the quote needs it; a fingerprint of the whole text needs none. */
function withPassage(quote: QuoteEntry, fingerprint: Fingerprint | undefined, { text, name, checked }: Passage): Fingerprint | undefined {
  if (text === undefined || fingerprint?.covers === 'whole' || prove(quote, quote.source, fingerprint).verdict === 'proven') return fingerprint;
  try {
    return { covers: 'passage', checked, runs: [...(fingerprint?.runs ?? []), fingerprintText(quote.source, text)] };
  } catch (error) {
    throw new Refusal(`${name}: ${error instanceof Error ? error.message : String(error)}. To mend: give the words around the quote as well.`);
  }
}
