import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { joinRecord } from '../../src/record/join.ts';
import type { OnRecord } from '../../src/record/record.ts';
import { wordsOf } from '../../src/record/words.ts';
import { contentFolder, readContent } from '../../src/record/read.ts';
import { launchBrowser } from '../../src/build/browser.ts';
import { readArguments, runCommand } from '../../src/cli/command.ts';
import { startPreview } from '../../src/cli/preview-server.ts';
import { generateContent } from '../support/generate-record.ts';
import { table } from '../support/table.ts';
import { SEARCH_GOALS } from './goals.ts';
import { measurePage } from './search-page.ts';
import { type Engine, ENGINES, writeEngines } from './search-site.ts';

const USAGE = 'npm run bench:search -- [--quotes 10000] [built site ...]';

/** A phone on a slow line, as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: (1.6 * 1_000_000) / 8, uploadThroughput: 750_000 / 8 };

/** Typed into the page of each built site that is named, letter by letter, on a line of 400 kbit/s with 400 ms there and back. */
const PAGE_QUERIES = ['nuclear', 'who wants to nationalise water'];

/** Where the engines are served; the next free port is taken. */
const PORT = 4750;

interface Measured {
  /** Over the wire, compressed, with headers; without the page that asks. */
  bytes: number;
  /** Milliseconds from the call to the text of the first results, on the slow line. */
  ms: number;
  found: number;
}

/** What every engine needed for one query in one record. */
interface Comparison {
  quotes: number;
  query: string;
  by: Record<Engine, Measured>;
}

await runCommand(async () => {
  const { values, positionals: sites } = readArguments(USAGE, { quotes: { type: 'string', default: String(SEARCH_GOALS.quotes) } }, { words: true });
  const quotes = Number(values.quotes);
  await using temporary = await fs.mkdtempDisposable(path.join(os.tmpdir(), 'on-record-bench-search-'));
  await using browser = await launchBrowser();
  const searches = [];
  for (const site of sites) for (const query of PAGE_QUERIES) searches.push(await measurePage(browser, site, query));
  if (sites.length > 0)
    console.log(
      table(
        ['site', 'typed', 'ms to an answer', 'ms to a quote', 'KB cold', 'requests'],
        searches.map(({ site, query, answer, quote, bytes, requests }) => [site, query, answer.toFixed(0), quote.toFixed(0), kilobytes(bytes), String(requests)]),
      ),
    );
  const content = path.join(temporary.path, 'content');
  // A record so large has more on each topic, too.
  await generateContent(content, { quotes, topics: Math.ceil(quotes / 100), seed: 'search' });
  const today = await compare(browser, contentFolder(), path.join(temporary.path, 'today'));
  const generated = await compare(browser, content, path.join(temporary.path, 'generated'));
  console.log(table(['quotes', 'query', 'engine', 'KB cold', '× site', 'ms slow line', '× site', 'shown'], [...today, ...generated].flatMap(cells)));
  const common = generated[0]!.by.site.bytes;
  const worst = Math.max(...generated.map(({ by }) => by.site.bytes / by.minisearch.bytes));
  console.log(`Goals at ${SEARCH_GOALS.quotes} quotes: a common word within ${kilobytes(SEARCH_GOALS.bytes)} KB: ${kilobytes(common)}. At most ${SEARCH_GOALS.ofMiniSearch} × MiniSearch, whatever the query: ${worst.toFixed(2)}.`);
  return quotes === SEARCH_GOALS.quotes && (common > SEARCH_GOALS.bytes || worst > SEARCH_GOALS.ofMiniSearch) ? 1 : 0;
});

async function compare(browser: Browser, content: string, site: string): Promise<Comparison[]> {
  const record = joinRecord((await readContent(content)).entries);
  await writeEngines(record, site);
  const server = await startPreview(site, PORT);
  try {
    const compared: Comparison[] = [];
    for (const [query, typed] of queriesFor(record)) {
      const by: [Engine, Measured][] = [];
      for (const engine of ENGINES) by.push([engine, await measure(browser, `${server.url}${engine}/`, typed)]);
      compared.push({ quotes: record.quotes.length, query, by: Object.fromEntries(by) as Comparison['by'] });
    }
    return compared;
  } finally {
    await server.close();
  }
}

/** The commonest long word, two words and five words in a row of the middle quote. */
function queriesFor({ quotes }: OnRecord): [query: string, typed: string][] {
  const isLong = (word: string) => /^\p{L}{5,}$/u.test(word);
  const counts = new Map<string, number>();
  for (const { text } of quotes) for (const word of new Set(wordsOf(text).filter(isLong))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const middle = wordsOf(quotes[Math.floor(quotes.length / 2)]?.text ?? '');
  const long = middle.filter(isLong);
  return [
    ['common word', common],
    ['two words', `${long[2]} ${long[0]}`],
    ['phrase', `"${middle.slice(1, 6).join(' ')}"`],
  ];
}

/** One search in a browser that has nothing in its cache. */
async function measure(browser: Browser, page: string, query: string): Promise<Measured> {
  await using context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(page, { waitUntil: 'load' });
  const protocol = await context.newCDPSession(tab);
  await protocol.send('Network.enable');
  await protocol.send('Network.emulateNetworkConditions', SLOW_LINE);
  let bytes = 0;
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const { ms, found } = await tab.evaluate(async (typed) => {
    const started = performance.now();
    const results = await (globalThis as unknown as { find(query: string): Promise<string[]> }).find(typed);
    return { ms: performance.now() - started, found: results.length };
  }, query);
  return { bytes, ms, found };
}

function cells({ quotes, query, by }: Comparison): string[][] {
  return ENGINES.map((engine) => {
    const { bytes, ms, found } = by[engine];
    return [String(quotes), query, engine, kilobytes(bytes), (bytes / by.site.bytes).toFixed(2), ms.toFixed(0), (ms / by.site.ms).toFixed(2), String(found)];
  });
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
