import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildQuoteIndex, judge } from '../../src/features/check/misquote.ts';
import { readContent } from '../../src/record/read.ts';
import { readArguments, runCommand } from '../../src/cli/command.ts';
import { generateContent } from '../support/generate-record.ts';
import { CHECK_GOAL } from './goals.ts';
import { table } from '../support/table.ts';

/** Sentences judged a size: quotes evenly spread, each as it is and with one word changed. */
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
  const all = entries.positions.flatMap(({ data }) => data.quotes.map(({ id, text }) => ({ id, text })));
  const [index, building] = clocked(() => buildQuoteIndex(all));
  const chosen = all.filter((_, at) => at % Math.ceil(all.length / SENTENCES) === 0).map(({ text }) => text);
  const times = [...chosen, ...chosen.map((text) => text.replace(/^(\S+ \S+) \S+/u, '$1 altered'))].map((sentence) => clocked(() => judge(sentence, index))[1]);
  return { quotes, building, times: times.sort((a, b) => a - b) };
}

function clocked<Result>(work: () => Result): [result: Result, ms: number] {
  const started = performance.now();
  return [work(), performance.now() - started];
}
