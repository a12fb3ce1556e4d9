import { isMap, isSeq, type Pair, parseDocument, type Scalar } from 'yaml';
import { canonicalJson } from '../../record/canonical-json.ts';
import { parseFile } from '../../record/parse-file.ts';
import { type PositionEntry, positionSchema, type QuoteEntry } from '../../record/schema/position.ts';
import { Refusal } from './problems.ts';
import { yamlText } from './yaml.ts';

const FRONT_MATTER = /^---\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/u;

/** A quote for a position, and what the position’s file must say then. */
interface Addition {
  file: string;
  quote: QuoteEntry;
  /** Replaces the summary, where given. */
  summary: string | undefined;
  expected: PositionEntry;
}

/**
 * The text of a position file with a quote added below those that are there, and everything else as it was.
 * @throws Refusal where the file does not say exactly what was meant then
 */
export function addQuoteToText(before: string, { file, quote, summary, expected }: Addition): string {
  const changed = withQuoteInText(before, quote, summary);
  const read = changed === undefined ? undefined : positionSchema.safeParse(parseFile(new TextEncoder().encode(changed), '.mdx').data);
  if (changed === undefined || canonicalJson(read?.data) !== canonicalJson(expected))
    throw new Refusal(`${file}: its fields are written in a form that this command cannot add to without touching the rest. To mend: add the quote by hand, or write the fields as a plain block.`);
  return changed;
}

/**
 * Adds a quote to the text of a position file and leaves every other character as it was: comments, order and the body.
 * The first quote ends the silence.
 * @param text the file
 * @param quote goes below the quotes that are there
 * @param summary replaces the summary, where given
 * @returns the new text; undefined where the file is written in a way this cannot follow (fields inside braces)
 */
export function withQuoteInText(text: string, quote: QuoteEntry, summary: string | undefined): string | undefined {
  const front = FRONT_MATTER.exec(text)?.[1];
  if (front === undefined) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text.indexOf(front);
  const edits = [quoteEdit(front, quote), silenceEdit(front), summaryEdit(front, summary)];
  if (edits.includes(undefined)) return undefined;
  const changed = (edits as Edit[]).sort((a, b) => b.from - a.from || b.to - a.to).reduce((fields, { from, to, put }) => fields.slice(0, from) + put.replaceAll('\n', newline) + fields.slice(to), front);
  return text.slice(0, start) + changed + text.slice(start + front.length);
}

/** Replaces the letters `from` to `to` of the front matter. */
interface Edit {
  from: number;
  to: number;
  put: string;
}

type Field = Pair<Scalar<string>, { range?: [number, number, number] | null } | null>;

function fieldsOf(front: string): Field[] | undefined {
  const { contents } = parseDocument(front);
  return isMap(contents) && !contents.flow ? (contents.items as Field[]) : undefined;
}

/** The lines of a field, without comments above it. */
function linesOf(front: string, field: Field): { from: number; to: number } {
  const from = field.key.range?.[0] ?? 0;
  const end = field.value?.range?.[1] ?? field.key.range?.[1] ?? from;
  return { from, to: lineEnd(front, end) };
}

function lineEnd(front: string, at: number): number {
  if (front[at - 1] === '\n') return at;
  const newline = front.indexOf('\n', at);
  return newline === -1 ? front.length : newline + 1;
}

function quoteEdit(front: string, quote: QuoteEntry): Edit | undefined {
  const fields = fieldsOf(front);
  const quotes = fields?.find(({ key }) => key.value === 'quotes');
  if (!fields) return undefined;
  const item = (indent: string) => yamlText([quote]).replace(/^(?=.)/gmu, indent);
  if (!quotes) {
    const summary = fields.find(({ key }) => key.value === 'summary');
    const at = summary ? linesOf(front, summary).to : 0;
    return { from: at, to: at, put: `quotes:\n${item('  ')}` };
  }
  const { value } = quotes;
  if (isSeq(value) && !value.flow && value.items.length > 0) {
    const start = value.range?.[0] ?? 0;
    const at = lineEnd(front, (value.items.at(-1) as { range?: [number, number, number] }).range?.[1] ?? front.length);
    return { from: at, to: at, put: item(' '.repeat(start - (front.lastIndexOf('\n', start - 1) + 1))) };
  }
  if (isSeq(value) && value.items.length > 0) return undefined;
  return { ...linesOf(front, quotes), put: `quotes:\n${item('  ')}` };
}

function silenceEdit(front: string): Edit | undefined {
  const fields = fieldsOf(front);
  const silence = fields?.find(({ key }) => key.value === 'silence');
  return fields && (silence ? { ...linesOf(front, silence), put: '' } : { from: 0, to: 0, put: '' });
}

function summaryEdit(front: string, summary: string | undefined): Edit | undefined {
  const fields = fieldsOf(front);
  if (!fields || summary === undefined) return fields && { from: 0, to: 0, put: '' };
  const before = fields.find(({ key }) => key.value === 'summary');
  return { ...(before ? linesOf(front, before) : { from: 0, to: 0 }), put: yamlText({ summary }) };
}

/**
 * Takes a field out of the front matter, and with it nothing else.
 * @returns the new text; undefined where the file is written in a way this cannot follow
 */
export function withoutField(text: string, name: string): string | undefined {
  const front = FRONT_MATTER.exec(text)?.[1];
  const field = front === undefined ? undefined : fieldsOf(front)?.find(({ key }) => key.value === name);
  if (front === undefined || !field) return undefined;
  const { from, to } = linesOf(front, field);
  const start = text.indexOf(front);
  return text.slice(0, start + from) + text.slice(start + to);
}

/** What the file must say after the quote is added. */
export function withQuote(position: PositionEntry, quote: QuoteEntry, summary: string | undefined): PositionEntry {
  const { silence: _, ...rest } = position;
  return { ...rest, ...(summary === undefined ? {} : { summary }), quotes: [...position.quotes, quote] };
}
