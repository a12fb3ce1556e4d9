import fs from 'node:fs/promises';
import path from 'node:path';
import { askLine, type LineAnswer } from '../../src/cli/ask.ts';
import { readArguments, runCommand } from '../../src/cli/command.ts';
import { withEngine } from '../../src/cli/search-engine.ts';
import { answerFirst, prepare, questionId } from '../../src/features/search/answer.ts';
import { scoreQuestions } from '../../src/features/search/find-questions.ts';
import { questionIndex } from '../../src/features/search/question-index.ts';
import { joinRecord } from '../../src/record/join.ts';
import { contentFolder, readContent } from '../../src/record/read.ts';
import { table } from '../support/table.ts';
import { ASK_GOALS } from './goals.ts';

const USAGE = 'npm run bench:ask -- [--all] [queries.json ...]';

/** A query as a voter types it, and the question of the record that it is about; null where there is none. */
interface VoterQuery {
  q: string;
  want: string | null;
  party?: string;
}

await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, { all: { type: 'boolean', default: false } }, { words: true });
  const files = positionals.length > 0 ? positionals : [path.join(import.meta.dirname, 'voter-queries.json')];
  const record = joinRecord((await readContent(contentFolder())).entries);
  const search = prepare(questionIndex(record));
  const missed = await withEngine(record, async (engine) => {
    const short: string[] = [];
    for (const file of files) {
      const queries = JSON.parse(await fs.readFile(file, 'utf8')) as VoterQuery[];
      const judged = [];
      for (const query of queries) judged.push({ ...query, ...judge(query, await askLine(engine, search, query.q)) });
      const rows = judged
        .filter(({ right }) => values.all || !right)
        .map(({ q, want, right, answer }) => {
          const { understood } = answerFirst(search, { typed: q, filters: {} });
          const scores = scoreQuestions(search.lookup, understood)
            .slice(0, 2)
            .map((found) => `${questionId(search.index, found)} ${found.share.toFixed(2)}`);
          return [right ? '' : 'missed', q, want ?? 'nothing', answer.questions[0]?.party ?? '', scores.join(', '), understood.lacking.join(' '), String(answer.quotes.length)];
        });
      console.log(table(['', 'query', 'wanted', 'party', 'best questions, and how much each answers', 'not held', 'quotes'], rows));
      const [held, absent, named] = [judged.filter(({ want }) => want !== null), judged.filter(({ want }) => want === null), judged.filter(({ party }) => party !== undefined)];
      for (const [says, passed, of, least] of [
        ['wanted question first', held.filter(({ first }) => first).length, held.length, ASK_GOALS.first],
        ['among the first three', held.filter(({ three }) => three).length, held.length, ASK_GOALS.three],
        ['with the named party', named.filter(({ party, answer }) => answer.questions[0]?.party === party).length, named.length, 1],
        ['nothing where there is nothing', absent.filter(({ answer }) => !answer.found).length, absent.length, ASK_GOALS.nothing],
      ] as const) {
        console.log(`${path.basename(file)}: ${says}: ${passed} of ${of}`);
        if (passed < least * of) short.push(says);
      }
    }
    return short;
  });
  return missed.length > 0 ? 1 : 0;
});

function judge({ want, party }: VoterQuery, answer: LineAnswer) {
  const got = answer.questions.map(({ topic, dimension }) => `${topic}/${dimension}`);
  const [first, three] = [got[0] === want, want !== null && got.includes(want)];
  const right = want === null ? !answer.found : first && (party === undefined || answer.questions[0]?.party === party);
  return { answer, first, three, right };
}
