import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { browserPath } from '../../src/build/browser.ts';
import { CommandError, readArguments, runCommand } from '../../src/cli/command.ts';
import { type PreviewServer, startPreview } from '../../src/cli/preview-server.ts';
import { getRecord } from '../../src/record/door.ts';
import { headersFor } from '../../src/site/headers.ts';
import { pageTypes } from '../support/page-types.ts';
import { table } from '../support/table.ts';
import { PAGE_GOALS } from './goals.ts';
import { followLink, type Step } from './page-blank.ts';
import { checkFirst, longestScript, startQuiz } from './page-scripts.ts';
import { buildStarlight } from './starlight.ts';

const USAGE = 'npm run bench:pages -- [--runs 5] [--scripts], with OUT_DIR in the environment; --scripts: every page type on a slow processor, in place of the comparison';

/** Where the browser listens for Lighthouse, and where the sites are served; the next free ports are taken. */
const DEBUGGING = 9444;
const PORT = 4800;

const MEASURES = ['total-byte-weight', 'first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] as const;

/** One load by Lighthouse on a simulated phone, from an empty cache. */
type Load = Record<(typeof MEASURES)[number] | 'requests', number>;

await runCommand(async () => {
  const { values } = readArguments(USAGE, { runs: { type: 'string', default: '5' }, scripts: { type: 'boolean', default: false } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new CommandError(`Runs are a whole number, at least 1.\nUsage: ${USAGE}`);
  const ours = await startPreview(process.env['OUT_DIR'] ?? 'dist', PORT);
  try {
    return (values.scripts ? await scripts(ours) : await compare(ours, runs)) ? 0 : 1;
  } finally {
    await ours.close();
  }
});

/** Our pages beside the same topic as a page of Starlight; true when every goal is reached. */
async function compare(ours: PreviewServer, runs: number): Promise<boolean> {
  const record = await getRecord();
  const routes = Object.fromEntries(pageTypes(record));
  const topic = record.topics.toSorted((a, b) => b.quotes.length - a.quotes.length)[0]!;
  await using folder = await fs.mkdtempDisposable(path.join(os.tmpdir(), 'on-record-bench-pages-'));
  console.error(`Building “${topic.title}” as a page of Starlight`);
  // The same headers, but our policy, which would keep its own scripts from running.
  const peer = await startPreview(await buildStarlight(await (await fetch(`${ours.url}topics/${topic.id}/`)).text(), folder.path), PORT + 1, '/', undefined, (pathname) => {
    const { 'Content-Security-Policy': _, ...headers } = headersFor(pathname);
    return headers;
  });
  await using browser = await openBrowser();
  try {
    const pages: [name: string, url: string][] = [
      ...(['home', 'topic', 'dimension', 'quote', 'search'] as const).map((type): [string, string] => [type === 'dimension' ? 'question' : type, ours.url + (type === 'topic' ? `topics/${topic.id}/` : routes[type]!)]),
      ['Starlight', `${peer.url}topic/`],
    ];
    const loads = new Map(pages.map(([name]) => [name, [] as Load[]]));
    // Each round goes through all, so that a slow minute of the machine hits all.
    for (let run = 0; run < runs; run++) for (const [name, url] of pages) loads.get(name)!.push(await load(url));
    const medians = new Map([...loads].map(([name, all]) => [name, medianLoad(all)]));
    const rows = [...medians].map(([name, one]) => [name, (one['total-byte-weight'] / 1000).toFixed(1), String(one.requests), ...MEASURES.slice(1, 4).map((measure) => one[measure].toFixed(0)), one['cumulative-layout-shift'].toFixed(3)]);
    console.log(table(['page', 'kB', 'requests', 'first paint ms', 'largest ms', 'blocking ms', 'shift'], rows));
    const steps: Step[] = [];
    for (let run = 0; run < runs; run++) steps.push(await followLink(browser, `${ours.url}topics/${topic.id}/`, `/topics/${topic.id}/`));
    const [wait, blank] = [medianOf(steps.map((step) => step.wait)), medianOf(steps.map((step) => step.blank))];
    console.log(`From topic to question on a line of 400 kbit/s and 400 ms: ${wait.toFixed(0)} ms after the click; Back loads ${steps.every(({ kept }) => kept) ? 'nothing' : 'again'}.`);
    const [own, other] = [medians.get('topic')!, medians.get('Starlight')!];
    const all = [...medians].filter(([name]) => name !== 'Starlight').map(([, one]) => one);
    return judged([
      ['The topic’s bytes, times Starlight’s', own['total-byte-weight'] / other['total-byte-weight'], PAGE_GOALS.ofBytes],
      ['Its largest paint, times Starlight’s', own['largest-contentful-paint'] / other['largest-contentful-paint'], PAGE_GOALS.ofPaint],
      ['Most blocking of a page of ours, in ms', Math.max(...all.map((one) => one['total-blocking-time'])), PAGE_GOALS.blocking],
      ['Most shift of a page of ours', Math.max(...all.map((one) => one['cumulative-layout-shift'])), PAGE_GOALS.shift],
      ['Blank from topic to question, in ms', blank, PAGE_GOALS.blank],
    ]);
  } finally {
    await peer.close();
  }
}

/** The longest script of every page type on a slow processor; true when every goal is reached. */
async function scripts(ours: PreviewServer): Promise<boolean> {
  await using browser = await openBrowser();
  const found: [what: string, value: number, goal: number][] = [];
  for (const [type, route] of pageTypes(await getRecord())) found.push([type, await longestScript(browser, ours.url + route), PAGE_GOALS.script]);
  found.push(['quiz, as it starts', await longestScript(browser, `${ours.url}class/who-said-it/`, startQuiz), PAGE_GOALS.firstRun]);
  found.push(['check, its first run', await longestScript(browser, `${ours.url}check/`, checkFirst), PAGE_GOALS.firstRun]);
  console.log(
    table(
      ['longest script, processor 4 times slower', 'ms'],
      found.map(([type, ms]) => [type, ms.toFixed(0)]),
    ),
  );
  return judged(found.filter(([, ms, goal]) => ms > goal));
}

function judged(goals: readonly [what: string, value: number, goal: number][]): boolean {
  for (const [what, value, goal] of goals) console.log(`${what}: ${value.toFixed(2)}; the goal is at most ${goal}: ${value <= goal ? 'reached' : 'missed'}.`);
  return goals.every(([, value, goal]) => value <= goal);
}

async function openBrowser() {
  return chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--remote-debugging-port=${DEBUGGING}`] });
}

async function load(url: string): Promise<Load> {
  const result = await lighthouse(url, { port: DEBUGGING, logLevel: 'error', output: 'json', onlyCategories: ['performance'] });
  if (!result) throw new CommandError(`Lighthouse gave no result for ${url}`);
  const { audits } = result.lhr;
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const requests = audits['network-requests']?.details;
  return { ...(Object.fromEntries(MEASURES.map((measure) => [measure, value(measure)])) as Load), requests: requests?.type === 'table' ? requests.items.length : Number.NaN };
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

function medianLoad(loads: readonly Load[]): Load {
  return Object.fromEntries((Object.keys(loads[0]!) as (keyof Load)[]).map((measure) => [measure, medianOf(loads.map((one) => one[measure]))])) as Load;
}
