import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { buildRecord } from '../../src/domain/build-record.ts';
import type { OnRecord } from '../../src/domain/record.ts';
import { wordsOf } from '../../src/domain/words.ts';
import { contentFolder } from '../../src/loaders/collections.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { launchBrowser } from '../../src/tools/browser.ts';
import { CommandError, readArguments, runCommand } from '../../src/tools/command.ts';
import { generateContent } from '../fixtures/generate-record.ts';
import { SEARCH_GOALS } from './goals.ts';
import { type Engine, ENGINES, serveEngines } from './search-site.ts';
import { table } from '../support/table.ts';

const USAGE = 'npm run bench:search -- [--quotes 10000] [--rounds 3]';

/** A phone on a slow line, as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: (1.6 * 1_000_000) / 8, uploadThroughput: 750_000 / 8 };

interface Measured {
  /** Over the wire, compressed, with headers; without the page that asks. */
  bytes: number;
  /** Milliseconds from the call to the text of the first results, on this machine. */
  fast: number;
  /** The same on the slow line. */
  slow: number;
  found: number;
}

await runCommand(async () => {
  const { values } = readArguments(USAGE, { quotes: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } });
  const [quotes, rounds] = [Number(values.quotes), Number(values.rounds)];
  if (!Number.isInteger(rounds) || rounds < 1) throw new CommandError(`--rounds: ${values.rounds} is no whole number above 0.\nUsage: ${USAGE}`);
  const temporary = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-bench-'));
  const browser = await launchBrowser();
  try {
    await generateContent(temporary, { quotes, seed: 'bench' });
    const here = await compare(browser, 'this record', await recordIn(contentFolder()), rounds);
    const generated = await compare(browser, 'generated', await recordIn(temporary), rounds);
    const rows = [...here, ...generated];
    console.log(
      table(
        ['record', 'quotes', 'query', 'engine', 'KB cold', '× site', 'ms', 'ms slow line', '× site', 'shown'],
        rows.map(({ cells }) => cells),
      ),
    );
    const most = generated.filter(({ engine }) => engine === 'site');
    const worst = Math.max(...most.map(({ measured, mini }) => measured.bytes / mini.bytes));
    const common = most[0]?.measured.bytes ?? 0;
    console.log(`Goals at 10,000 quotes: a common word within ${SEARCH_GOALS.bytes / 1000} KB: ${kilobytes(common)}. At most ${SEARCH_GOALS.ofMiniSearch} × MiniSearch, whatever the query: ${worst.toFixed(2)}.`);
    return quotes === 10_000 && (common > SEARCH_GOALS.bytes || worst > SEARCH_GOALS.ofMiniSearch) ? 1 : 0;
  } finally {
    await browser.close();
    await fs.rm(temporary, { recursive: true, force: true });
  }
});

interface Row {
  engine: Engine;
  measured: Measured;
  mini: Measured;
  cells: string[];
}

async function compare(browser: Browser, name: string, record: OnRecord, rounds: number): Promise<Row[]> {
  const server = await serveEngines(record);
  try {
    const rows: Row[] = [];
    for (const [kind, query] of queriesFor(record)) {
      const results = new Map<Engine, Measured>();
      for (const engine of ENGINES) results.set(engine, await median(browser, `${server.url}/${engine}`, query, rounds));
      const site = results.get('site')!;
      for (const [engine, measured] of results) {
        const { bytes, fast, slow, found } = measured;
        rows.push({
          engine,
          measured,
          mini: results.get('minisearch')!,
          cells: [name, String(record.quotes.length), kind, engine, kilobytes(bytes), (bytes / site.bytes).toFixed(2), fast.toFixed(0), slow.toFixed(0), (slow / site.slow).toFixed(2), String(found)],
        });
      }
    }
    return rows;
  } finally {
    await server.close();
  }
}

/** The commonest long word, two words and five words in a row of the middle quote. */
function queriesFor({ quotes }: OnRecord): [kind: string, query: string][] {
  const counts = new Map<string, number>();
  for (const { text } of quotes) for (const word of new Set(wordsOf(text).filter((one) => /^\p{L}{5,}$/u.test(one)))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const middle = wordsOf(quotes[Math.floor(quotes.length / 2)]?.text ?? '');
  const long = middle.filter((word) => /^\p{L}{5,}$/u.test(word));
  return [
    ['common word', common],
    ['two words', `${long[2]} ${long[0]}`],
    ['phrase', `"${middle.slice(1, 6).join(' ')}"`],
  ];
}

async function median(browser: Browser, page: string, query: string, rounds: number): Promise<Measured> {
  const fast: Measured[] = [];
  for (let round = 0; round < rounds; round++) fast.push(await measure(browser, page, query, false));
  const { ms: slow } = await measure(browser, page, query, true).then(({ fast: ms }) => ({ ms }));
  return { ...fast.sort((a, b) => a.fast - b.fast)[Math.floor(rounds / 2)]!, slow };
}

/** One search in a browser that has nothing in its cache. */
async function measure(browser: Browser, page: string, query: string, isSlow: boolean): Promise<Measured> {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    await tab.goto(page, { waitUntil: 'load' });
    const protocol = await context.newCDPSession(tab);
    await protocol.send('Network.enable');
    if (isSlow) await protocol.send('Network.emulateNetworkConditions', SLOW_LINE);
    let bytes = 0;
    protocol.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    const { ms, found } = await tab.evaluate(async (typed) => {
      const started = performance.now();
      const results = await (globalThis as unknown as { find(query: string): Promise<string[]> }).find(typed);
      return { ms: performance.now() - started, found: results.length };
    }, query);
    return { bytes, fast: ms, slow: ms, found };
  } finally {
    await context.close();
  }
}

async function recordIn(folder: string): Promise<OnRecord> {
  const { entries } = await readContent(folder);
  return buildRecord(entries);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
