import { text as readAll } from 'node:stream/consumers';
import { answerFirst, prepare, questionId, type SearchIndex } from '../features/search/answer.ts';
import { findQuotes } from '../features/search/find-quotes.ts';
import { foundQuote } from '../features/search/found-quote.ts';
import { questionIndex } from '../features/search/question-index.ts';
import { joinRecord } from '../record/join.ts';
import { contentFolder, readContent } from '../record/read.ts';
import { problemReport } from '../record/schema/problem.ts';
import type { SearchEngine } from '../site/search-engine.ts';
import { linesOf } from './check.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { withEngine } from './search-engine.ts';

const USAGE = 'npm run ask -- "question"   or   npm run -s ask -- --json < questions.txt';

/** What `--json` prints for a line. */
export interface LineAnswer {
  query: string;
  /** Best first; the party that is named, or null. */
  questions: { topic: string; dimension: string; party: string | null }[];
  /** Ids, best first. */
  quotes: string[];
  found: boolean;
}

/** What the search page shows for a query, by ids. */
export async function askLine(engine: SearchEngine, search: SearchIndex, query: string): Promise<LineAnswer> {
  const request = { typed: query, filters: {} };
  const answer = answerFirst(search, request);
  const { results } = await findQuotes(engine, search, request, answer);
  const party = answer.party === undefined ? null : search.index.parties[answer.party]!.id;
  const questions = answer.questions.map((question) => {
    const [topic = '', dimension = ''] = questionId(search.index, question).split('/');
    return { topic, dimension, party };
  });
  const quotes = await Promise.all(results.map(async (result) => foundQuote(await result.data()).id));
  return { query, questions, quotes, found: questions.length + quotes.length > 0 };
}

if (import.meta.main) {
  await runCommand(async () => {
    const { values, positionals } = readArguments(USAGE, { json: { type: 'boolean', default: false } }, { words: true });
    if (values.json && positionals.length > 0) throw new CommandError(`--json reads questions from standard input, one a line, not from the command line.\nUsage: ${USAGE}`);
    if (!values.json && positionals.join('').trim() === '') throw new CommandError(`Give a question, in quotation marks.\nUsage: ${USAGE}`);
    const { entries, problems } = await readContent(contentFolder());
    if (problems.length > 0) throw new CommandError(problemReport(problems));
    const record = joinRecord(entries);
    const search = prepare(questionIndex(record));
    const lines = values.json ? linesOf(await readAll(process.stdin)) : [positionals.join(' ')];
    await withEngine(record, async (engine) => {
      for (const line of lines) {
        const answer = await askLine(engine, search, line);
        console.log(values.json ? JSON.stringify(answer) : inWords(answer));
      }
    });
  });
}

function inWords({ query, questions, quotes, found }: LineAnswer): string {
  if (!found) return `Nothing in this record about “${query}”. That does not mean that nobody said it.`;
  const about = questions.map(({ topic, dimension, party }) => `Question: ${topic}/${dimension}${party === null ? '' : ` (${party})`}`);
  return [...about, ...quotes.slice(0, 5).map((quote) => `Quote: ${quote}`), ...(quotes.length > 5 ? [`and ${quotes.length - 5} more quotes`] : [])].join('\n');
}
