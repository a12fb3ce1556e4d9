import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { checkable } from '../../src/features/check/checkable.ts';
import { checkerOf } from '../../src/features/check/checker.ts';
import { joinRecord } from '../../src/record/join.ts';
import { readContent } from '../../src/record/read.ts';
import { readArguments, runCommand } from '../../src/cli/command.ts';
import { generateContent } from '../support/generate-record.ts';
import { CHECK_GOAL } from './goals.ts';
import { table } from '../support/table.ts';

/** Sentences judged a size: quotes evenly spread, each as it is, with one word changed, given to somebody else, and told without quotation marks. */
const SENTENCES = 100;

await runCommand(async () => {
  readArguments('npm run bench:check', {});
  const measured = [await measure(1000), await measure(10_000)];
  const cells = measured.map(({ quotes, building, times }) => [String(quotes), building.toFixed(0), times[Math.floor(times.length / 2)]!.toFixed(2), times.at(-1)!.toFixed(2)]);
  console.log(table(['quotes', 'index ms (once)', 'median ms a sentence', 'slowest ms'], cells));
  console.log(`Goal: under ${CHECK_GOAL} ms a sentence at 10,000 quotes.`);
  return measured.every(({ times }) => times.at(-1)! < CHECK_GOAL) ? 0 : 1;
});

/** Milliseconds to build the index, and to judge each sentence, the quickest first. */
async function measure(quotes: number): Promise<{ quotes: number; building: number; times: number[] }> {
  await using folder = await fs.mkdtempDisposable(path.join(os.tmpdir(), 'on-record-bench-check-'));
  await generateContent(folder.path, { quotes, seed: 'check' });
  const { entries } = await readContent(folder.path);
  const all = checkable(joinRecord(entries), ({ id }) => id);
  const [checker, building] = clocked(() => checkerOf(all));
  const chosen = all.quotes.filter((_, at) => at % Math.ceil(all.quotes.length / SENTENCES) === 0);
  const texts = chosen.flatMap(({ text, speaker }, at) => [text, text.replace(/^(\S+ \S+) \S+/u, '$1 altered'), `${chosen.at(at - 1)!.speaker} said: “${text}”`, `${speaker} said that ${text}`]);
  const times = texts.map((text) => clocked(() => checker.judge(text))[1]);
  return { quotes, building, times: times.sort((a, b) => a - b) };
}

function clocked<Result>(work: () => Result): [result: Result, ms: number] {
  const started = performance.now();
  return [work(), performance.now() - started];
}
