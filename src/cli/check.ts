import { text as readAll } from 'node:stream/consumers';
import { buildQuoteIndex, type Change, judge, type Judgement, type QuoteIndex } from '../features/check/misquote.ts';
import { contentFolder, readContent } from '../record/read.ts';
import { problemReport } from '../record/schema/problem.ts';
import { CommandError, readArguments, runCommand } from './command.ts';

const USAGE = 'npm run check -- "sentence"   or   npm run -s check -- --json < sentences.txt';

/** What `--json` prints for a line. */
export interface LineVerdict {
  verdict: 'in-record' | 'altered' | 'not-in-record';
  /** Id of the quote; null when there is none. */
  quote: string | null;
  changes: Change[];
}

/**
 * One verdict for a line that may hold several sentences: the worst, for whoever checks quotations by machine. Altered is
 * the worst, then not in the record. The changes are those of every sentence altered from the same quote. A line without
 * words, or longer than `judge` takes, is not in the record.
 */
export function worstOf(judgements: readonly Judgement[]): LineVerdict {
  const altered = judgements.filter(({ verdict }) => verdict === 'altered');
  const [first] = altered;
  if (first) return { verdict: 'altered', quote: first.quote, changes: altered.filter(({ quote }) => quote === first.quote).flatMap(({ changes }) => changes) };
  const found = judgements.length > 0 && judgements.every(({ verdict }) => verdict === 'in-record');
  return { verdict: found ? 'in-record' : 'not-in-record', quote: found ? judgements[0]!.quote : null, changes: [] };
}

/** The lines of a text; a last line without a line break counts, nothing after the last line break does not. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\r?\n$/u, '').split(/\r?\n/u);
}

if (import.meta.main) {
  await runCommand(async () => {
    const { values, positionals } = readArguments(USAGE, { json: { type: 'boolean', default: false } }, { words: true });
    if (values.json && positionals.length > 0) throw new CommandError(`--json reads sentences from standard input, one a line, not from the command line.\nUsage: ${USAGE}`);
    if (!values.json && positionals.join('').trim() === '') throw new CommandError(`Give the sentence to check, in quotation marks.\nUsage: ${USAGE}`);
    const index = await recordIndex();
    if (!values.json) return print(judge(positionals.join(' '), index));
    const lines = linesOf(await readAll(process.stdin));
    process.stdout.write(lines.map((line) => `${JSON.stringify(worstOf(judge(line, index)))}\n`).join(''));
  });
}

async function recordIndex(): Promise<QuoteIndex> {
  const { entries, problems } = await readContent(contentFolder());
  if (problems.length > 0) throw new CommandError(problemReport(problems));
  return buildQuoteIndex(entries.positions.flatMap(({ data }) => data.quotes));
}

function print(judgements: readonly Judgement[]): void {
  if (judgements.length === 0) console.log('There are no words in this to check.');
  for (const { verdict, quote, whole, text, changes } of judgements) {
    if (verdict === 'in-record') console.log(`In the record: “${text}”\n  ${whole ? 'the whole of' : 'a part of'} ${quote}`);
    if (verdict === 'altered') console.log(`Altered: “${text}”\n  nearest: ${quote}\n${changes.map((change) => `  ${inWords(change)}`).join('\n')}`);
    if (verdict === 'not-in-record') console.log(`Not in this record: “${text}”\n  That does not mean that nobody said it.`);
    if (verdict === 'too-long') console.log('Too long to check at once: paste a few paragraphs at a time.');
  }
}

function inWords({ said, pasted }: Change): string {
  if (said === '') return `inserted: “${pasted}”`;
  return pasted === '' ? `missing: “${said}”` : `said “${said}”, pasted “${pasted}”`;
}
