import { text as readAll } from 'node:stream/consumers';
import { checkable } from '../features/check/checkable.ts';
import { type Checker, checkerOf } from '../features/check/checker.ts';
import type { Change } from '../features/check/matched-pieces.ts';
import type { Judgement, Verdict } from '../features/check/verdict.ts';
import { joinRecord } from '../record/join.ts';
import { contentFolder, readContent } from '../record/read.ts';
import { problemReport } from '../record/schema/problem.ts';
import { quoteUrl } from '../site/urls.ts';
import { CommandError, readArguments, runCommand } from './command.ts';

const USAGE = 'npm run check -- "sentence"   or   npm run -s check -- --json < sentences.txt';

/** What `--json` prints for a line. */
export interface LineVerdict {
  verdict: Exclude<Verdict, 'too-long'>;
  /** Id of the quote; null when there is none. */
  quote: string | null;
  changes: Change[];
  /** Are the words attributed to who spoke them? none: nobody is named, or the words are not known. */
  attribution: Judgement['attribution'];
  /** Who is named for the words, and who spoke them. */
  named: string | null;
  spoke: string | null;
  /** Ids of every quote that words too short to judge stand in, or that a quotation is joined from. */
  places: string[];
}

/** The worst first. */
const RANKS: readonly Verdict[] = ['altered', 'swapped', 'misattributed', 'joined', 'wrong-document', 'wrong-date', 'not-in-record', 'in-record', 'too-short'];

/**
 * One verdict for a line that may hold several sentences: the worst, for whoever checks quotations by machine. The changes
 * are those of every sentence altered from the same quote; one wrong attribution makes the line's wrong. A line without
 * words, or longer than `judge` takes, is not in the record.
 */
export function worstOf(judgements: readonly Judgement[]): LineVerdict {
  const [worst] = [...judgements].sort((a, b) => RANKS.indexOf(a.verdict) - RANKS.indexOf(b.verdict));
  if (!worst || worst.verdict === 'too-long') return { verdict: 'not-in-record', quote: null, changes: [], attribution: 'none', named: null, spoke: null, places: [] };
  const { verdict, quote, places } = worst;
  const told = judgements.find(({ attribution }) => attribution === 'wrong') ?? worst;
  const changes = judgements.filter((judgement) => judgement.verdict === 'altered' && judgement.quote === quote).flatMap((judgement) => judgement.changes);
  return { verdict, quote, changes, attribution: told.attribution, named: told.named, spoke: told.spoke, places };
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
    const checker = await recordChecker();
    if (!values.json) return print(checker.judge(positionals.join(' ')), checker);
    const lines = linesOf(await readAll(process.stdin));
    process.stdout.write(lines.map((line) => `${JSON.stringify(worstOf(checker.judge(line)))}\n`).join(''));
  });
}

async function recordChecker(): Promise<Checker> {
  const { entries, problems } = await readContent(contentFolder());
  if (problems.length > 0) throw new CommandError(problemReport(problems));
  return checkerOf(checkable(joinRecord(entries), quoteUrl));
}

function print(judgements: readonly Judgement[], { whose, names }: Checker): void {
  if (judgements.length === 0) console.log('There are no words in this to check.');
  for (const judgement of judgements) {
    const { verdict, quote, whole, text, changes, places } = judgement;
    const said = whose(judgement);
    console.log(verdict === 'too-long' ? 'Too long to check at once: paste a few paragraphs at a time.' : `${names[verdict]}: “${text}”${said === '' ? '' : `\n  ${said}`}`);
    if (verdict === 'not-in-record') console.log('  That does not mean that nobody said it.');
    else if (verdict === 'altered') console.log([`  nearest: ${quote}`, ...changes.map((change) => `  ${inWords(change)}`)].join('\n'));
    else if (places.length > 0) console.log(places.map((place) => `  ${place}`).join('\n'));
    else if (quote) console.log(`  ${whole ? 'the whole of' : 'a part of'} ${quote}`);
  }
}

function inWords({ said, pasted }: Change): string {
  if (said === '') return `inserted: “${pasted}”`;
  return pasted === '' ? `missing: “${said}”` : `said “${said}”, pasted “${pasted}”`;
}
