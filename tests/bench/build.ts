import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inFigures } from '../../src/domain/figures.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { CommandError, readArguments, runCommand } from '../../src/tools/command.ts';
import { generateContent } from '../fixtures/generate-record.ts';
import { SCALE_GOALS } from './goals.ts';
import { type PeerStyles, writePeers } from './peer-content.ts';
import { treeMegabytes } from './process-tree.ts';
import { table } from '../support/table.ts';

const USAGE = 'npm run bench:scale -- [1000 10000 50000] [--cards] [--pdfs]';
const ROOT = path.resolve('.tmp/bench-scale');
/** From here on a host would set LARGE_RECORD: a page a quote would pass the 20,000 files that many take. */
const LARGE_FROM = 5_000;

/** Milliseconds between two looks at the memory of all processes: short enough to see each step of a build. */
const LOOK = 200;

/** Quotes of the small site whose pages are compared in bytes: a large one has no page a quote. */
const SAMPLE = 100;

const PEERS = [
  { builder: 'Hugo', command: ['hugo', '--quiet', '--destination', 'public'], folder: 'hugo', site: 'public', mend: 'apt-get install hugo' },
  { builder: 'Eleventy', command: [process.execPath, path.resolve('node_modules/@11ty/eleventy/cmd.cjs'), '--quiet', '--output=_site'], folder: 'eleventy', site: '_site', mend: 'npm install --no-save @11ty/eleventy@3.1.8' },
] as const;

/** How one build went. */
interface Run {
  /** Wall clock. */
  seconds: number;
  /** Of all its processes, in seconds: steadier than the clock on a busy machine. */
  cpu: number;
  /** The largest of its processes. */
  megabytes: number;
  /** All of them at once, looked at every `LOOK` milliseconds. */
  together: number;
}

interface Site {
  pages: number;
  files: number;
  megabytes: number;
}

/** One builder's row for one size. */
interface Row {
  quotes: number;
  builder: string;
  run: Run;
  site: Site;
  search: string[];
}

await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, { cards: { type: 'boolean', default: false }, pdfs: { type: 'boolean', default: false } });
  const sizes = (positionals.length > 0 ? positionals : ['1000', '10000', '50000']).flatMap((text) => text.split(',')).map(Number);
  if (sizes.some((size) => !Number.isInteger(size / 10) || size < 100)) throw new CommandError(`A size is a multiple of 10 and at least 100.\nUsage: ${USAGE}`);
  const settings = { CARDS: values.cards ? '1' : '0', PDFS: values.pdfs ? '1' : '0' };
  console.log(`Share pictures ${values.cards ? 'included' : 'left out (--cards includes them)'}, PDFs ${values.pdfs ? 'included' : 'left out (--pdfs includes them)'}; LARGE_RECORD=1 from ${LARGE_FROM} quotes on.`);
  const styles = await compareBytes(settings);
  const rows: Row[] = [];
  for (const quotes of sizes) rows.push(...(await measure(quotes, settings, styles)));
  const ours = new Map(rows.filter(({ builder }) => builder === 'ours').map((row) => [row.quotes, row]));
  console.log(
    table(
      ['quotes', 'builder', 'seconds', 'CPU s', '× ours', '× CPU', 'peak MB', 'at once', 'pages', 'files', 'MB', 'index KB', 'KB first query'],
      rows.map(({ quotes, builder, run, site, search }) => {
        const own = ours.get(quotes)!.run;
        return [
          String(quotes),
          builder,
          run.seconds.toFixed(1),
          run.cpu.toFixed(1),
          (run.seconds / own.seconds).toFixed(2),
          (run.cpu / own.cpu).toFixed(2),
          run.megabytes.toFixed(0),
          run.together.toFixed(0),
          String(site.pages),
          String(site.files),
          site.megabytes.toFixed(1),
          ...search,
        ];
      }),
    ),
  );
  const judged = verdicts(rows);
  for (const { line } of judged) console.log(line);
  await fs.rm(ROOT, { recursive: true, force: true });
  return judged.every(({ reached }) => reached) ? 0 : 1;
});

/** Ours and the others on one generated record, one after the other. */
async function measure(quotes: number, settings: Record<string, string>, styles: PeerStyles): Promise<Row[]> {
  const folder = path.join(ROOT, String(quotes));
  await fs.rm(folder, { recursive: true, force: true });
  const content = path.join(folder, 'content');
  await generateContent(content, { quotes, seed: 'scale' });
  const out = path.join(folder, 'ours');
  const run = await buildOurs(content, out, { ...settings, LARGE_RECORD: quotes >= LARGE_FROM ? '1' : '0' });
  const rows: Row[] = [{ quotes, builder: 'ours', run, site: await siteIn(out), search: await searchCost(out) }];
  const peers = path.join(folder, 'peers');
  await writePeers((await readContent(content)).entries, styles, peers);
  for (const { builder, command, folder: directory, site } of PEERS) {
    const cwd = path.join(peers, directory);
    const peer = await timed(command, cwd, {}).catch(() => undefined);
    if (peer) rows.push({ quotes, builder: `${builder}, topics and quotes`, run: peer, site: await siteIn(path.join(cwd, site)), search: ['–', '–'] });
  }
  await fs.rm(folder, { recursive: true, force: true });
  return rows;
}

/**
 * Builds a small site with everyone and prints how large their pages are, for pages that differ would be another race.
 * @returns the styles of our pages
 */
async function compareBytes(settings: Record<string, string>): Promise<PeerStyles> {
  const folder = path.join(ROOT, 'sample');
  await fs.rm(folder, { recursive: true, force: true });
  const [content, ours, peers] = ['content', 'ours', 'peers'].map((name) => path.join(folder, name)) as [string, string, string];
  await generateContent(content, { quotes: SAMPLE, seed: 'scale' });
  await buildOurs(content, ours, settings);
  const styles = { topics: await styleOf(path.join(ours, 'topics')), quotes: await styleOf(path.join(ours, 'quotes')) };
  await writePeers((await readContent(content)).entries, styles, peers);
  const sites = [{ builder: 'ours', site: ours }];
  for (const { builder, command, folder: directory, site, mend } of PEERS) {
    const cwd = path.join(peers, directory);
    try {
      await timed(command, cwd, {});
      sites.push({ builder, site: path.join(cwd, site) });
    } catch (error) {
      console.log(`${builder} is left out: ${error instanceof Error ? error.message : String(error)}. To mend: ${mend}`);
    }
  }
  const rows = sites.map(async ({ builder, site }) => [builder, ...(await Promise.all(['topics', 'quotes'].map(async (kind) => inFigures(await meanBytes(path.join(site, kind))))))]);
  console.log(`Bytes of a page, at ${SAMPLE} quotes:\n${table(['builder', 'topic', 'quote'], await Promise.all(rows))}\n`);
  await fs.rm(folder, { recursive: true, force: true });
  return styles;
}

/** The pages one folder below this one. */
async function pagesIn(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name, 'index.html'));
}

async function styleOf(folder: string): Promise<string> {
  const [first = ''] = await pagesIn(folder);
  return /<style>([\s\S]*?)<\/style>/u.exec(await fs.readFile(first, 'utf8'))?.[1] ?? '';
}

async function meanBytes(folder: string): Promise<number> {
  const sizes = await Promise.all((await pagesIn(folder)).map(async (page) => (await fs.stat(page)).size));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
}

/** As `npm run build` does. */
async function buildOurs(content: string, out: string, settings: Record<string, string>): Promise<Run> {
  const { scripts } = JSON.parse(await fs.readFile('package.json', 'utf8')) as { scripts: { build: string } };
  const [, ...args] = scripts.build.split(' ');
  return timed([process.execPath, ...args], process.cwd(), { ...settings, CONTENT_DIR: content, OUT_DIR: out, NODE_ENV: 'production' });
}

/** Runs a command to its end under GNU `time`, which counts the processor time and the largest process of the whole tree. */
async function timed(command: readonly string[], cwd: string, env: Record<string, string>): Promise<Run> {
  const report = path.join(ROOT, 'time.txt');
  let together = 0;
  // No build waits for what was written before it.
  spawnSync('sync');
  const started = performance.now();
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn('/usr/bin/time', ['-o', report, '-f', '%U %S %M', ...command], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const looking = setInterval(() => (together = Math.max(together, child.pid === undefined ? 0 : treeMegabytes(child.pid))), LOOK);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
    child
      .on('error', () => reject(new Error('/usr/bin/time is missing (apt-get install time)')))
      .on('close', (status) => resolve({ code: status, output: text }))
      .once('close', () => clearInterval(looking));
  });
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(output.trim().split('\n').slice(-3).join(' ') || `${command[0]} ended with ${code}`);
  const [user = 0, system = 0, kilobytes = 0] = (await fs.readFile(report, 'utf8')).trim().split('\n').at(-1)!.split(' ').map(Number);
  return { seconds, cpu: user + system, megabytes: (kilobytes * 1024) / 1_000_000, together };
}

async function siteIn(folder: string): Promise<Site> {
  const entries = (await fs.readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  let bytes = 0;
  for (const entry of entries) bytes += (await fs.stat(path.join(entry.parentPath, entry.name))).size;
  return { pages: entries.filter(({ name }) => name.endsWith('.html')).length, files: entries.length, megabytes: bytes / 1_000_000 };
}

/** KB of the whole index, and KB that a first query of one word loads: code, program, metadata, one part of the index and five results. */
async function searchCost(site: string): Promise<string[]> {
  const folder = path.join(site, 'pagefind');
  const names = (await fs.readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const sizes = new Map<string, number>();
  for (const name of names) {
    const bytes = await fs.readFile(path.join(folder, name));
    // The text files are compressed by the host, Pagefind's own are already.
    sizes.set(name, /\.js(?:on)?$/u.test(name) ? gzipSync(bytes, { level: 9 }).length : bytes.length);
  }
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const mean = (pattern: RegExp) => {
    const found = [...sizes].filter(([name]) => pattern.test(name)).map(([, size]) => size);
    return found.length === 0 ? 0 : found.reduce((sum, size) => sum + size, 0) / found.length;
  };
  const first = ['pagefind.js', 'pagefind-entry.json', 'wasm.en.pagefind'].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0) + mean(/\.pf_meta$/u) + mean(/\.pf_index$/u) + 5 * mean(/\.pf_fragment$/u);
  return [all, first].map((bytes) => (bytes / 1000).toFixed(0));
}

/** The goals that the sizes measured can show, in words, and whether each is reached. */
function verdicts(rows: readonly Row[]): { line: string; reached: boolean }[] {
  const of = (quotes: number, builder: string) => rows.find((row) => row.quotes === quotes && row.builder.startsWith(builder))?.run;
  const [ours, hugo, larger] = [of(10_000, 'ours'), of(10_000, 'Hugo'), of(50_000, 'ours')];
  const verdict = (what: string, value: number, goal: number, digits: number) => ({ line: `${what}: ${value.toFixed(digits)}; the goal is at most ${goal}: ${value <= goal ? 'reached' : 'missed'}.`, reached: value <= goal });
  return [
    ...(ours && hugo ? [verdict(`All pages at 10,000 quotes, times Hugo's topic and quote pages (${(ours.cpu / hugo.cpu).toFixed(2)} in CPU time)`, ours.seconds / hugo.seconds, SCALE_GOALS.ofHugo, 2)] : []),
    ...(ours ? [verdict(`Peak memory of the largest process at 10,000 quotes, in MB (of all at once: ${ours.together.toFixed(0)})`, ours.megabytes, SCALE_GOALS.megabytes, 0)] : []),
    ...(ours && larger ? [verdict('From 10,000 to 50,000 quotes, times the time', larger.seconds / ours.seconds, SCALE_GOALS.growth, 2)] : []),
  ];
}
