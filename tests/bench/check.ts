import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildQuoteIndex, judge } from '../../src/domain/misquote.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { runCommand } from '../../src/tools/command.ts';
import { generateContent } from '../fixtures/generate-record.ts';
import { CHECK_GOAL } from './goals.ts';
import { table } from '../support/table.ts';

/** Sentences judged a size: every hundredth quote as it is, and with one word changed. */
const SENTENCES = 100;

async function measure(quotes: number): Promise<{ row: string[]; slowest: number }> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-bench-check-'));
  try {
    await generateContent(folder, { quotes, seed: 'bench-check' });
    const { entries } = await readContent(folder);
    const all = entries.positions.flatMap(({ data }) => data.quotes.map(({ id, text }) => ({ id, text })));
    const started = performance.now();
    const index = buildQuoteIndex(all);
    const building = performance.now() - started;
    const chosen = all.filter((_, at) => at % Math.ceil(all.length / SENTENCES) === 0).map(({ text }) => text);
    const times = [...chosen, ...chosen.map((text) => text.replace(/^(\S+ \S+) \S+/u, '$1 altered'))].map((sentence) => {
      const begun = performance.now();
      judge(sentence, index);
      return performance.now() - begun;
    });
    const sorted = times.sort((a, b) => a - b);
    const slowest = sorted.at(-1) ?? 0;
    return { slowest, row: [String(all.length), building.toFixed(0), (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2), slowest.toFixed(2)] };
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

await runCommand(async () => {
  const measured = [await measure(1000), await measure(10_000)];
  console.log(
    table(
      ['quotes', 'index ms (once)', 'median ms a sentence', 'slowest ms'],
      measured.map(({ row }) => row),
    ),
  );
  console.log(`Goal: under ${CHECK_GOAL} ms a sentence at 10,000 quotes.`);
  return measured.every(({ slowest }) => slowest < CHECK_GOAL) ? 0 : 1;
});
