import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readContent } from '../../src/record/read.ts';
import { CommandError, readArguments, runCommand } from '../../src/cli/command.ts';
import { generateContent } from '../support/generate-record.ts';
import { table } from '../support/table.ts';
import { frameOf, type Site, siteIn } from './built-site.ts';
import { BUILD_GOALS } from './goals.ts';
import { writePeers } from './peer-content.ts';
import { copyProject, plainEnvironment } from './project-copy.ts';
import { type Run, timed } from './timed.ts';

const USAGE = 'npm run bench:build -- [today 1000 3000] [--beside <another checkout, installed>] [--rounds 1]';

/** The project's own content, in place of a number of generated quotes. */
const TODAY = 'today';

const PEERS = [
  { builder: 'Hugo', command: ['hugo', '--quiet', '--destination', 'public'], folder: 'hugo', site: 'public' },
  { builder: 'Eleventy', command: [process.execPath, path.resolve('node_modules/@11ty/eleventy/cmd.cjs'), '--quiet', '--output=_site'], folder: 'eleventy', site: '_site' },
] as const;

/** One builder's row for one record. */
interface Row {
  record: string;
  builder: string;
  /** Of cards and whatever else a build keeps for the next. */
  cache: 'empty' | 'filled' | '';
  run: Run;
  site: Site;
}

await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, { beside: { type: 'string' }, rounds: { type: 'string', default: '1' } }, { words: true });
  const records = positionals.length > 0 ? positionals : [TODAY, '1000', '3000'];
  const rounds = Number(values.rounds);
  const isRecord = (name: string) => name === TODAY || (Number(name) >= 100 && Number.isInteger(Number(name) / 10));
  if (!records.every(isRecord) || !Number.isInteger(rounds) || rounds < 1) throw new CommandError(`A record is "${TODAY}" or a number of quotes, a multiple of 10 and at least 100; rounds are at least 1.\nUsage: ${USAGE}`);
  const missing = spawnSync('hugo', ['version']).error !== undefined;
  if (missing) console.log('Hugo is not installed, so no row below is its. To mend: apt-get install hugo\n');
  await using root = await fs.mkdtempDisposable(path.join(os.tmpdir(), 'on-record-bench-build-'));
  const rows: Row[] = [];
  for (const record of records) rows.push(...(await measure(record, values.beside, rounds, PEERS.slice(missing ? 1 : 0), path.join(root.path, record))));
  console.log(drawn(rows));
  const judged = verdicts(rows);
  for (const { line } of judged) console.log(line);
  return judged.every(({ reached }) => reached) ? 0 : 1;
});

/** Builds one record with every builder, each round one after the other, so that a slow minute of the machine hits all. */
async function measure(record: string, beside: string | undefined, rounds: number, peers: readonly (typeof PEERS)[number][], folder: string): Promise<Row[]> {
  const runs = new Map<string, { row: Omit<Row, 'run'>; all: Run[] }>();
  const keep = async (builder: string, cache: Row['cache'], run: Run, site: string) => {
    const key = cache === '' ? builder : `${builder}, ${cache} cache`;
    console.error(`${record} quotes, ${key}: ${run.seconds.toFixed(1)} s`);
    const known = runs.get(key) ?? { row: { record, builder, cache, site: await siteIn(site) }, all: [] };
    known.all.push(run);
    runs.set(key, known);
  };
  const checkouts = [['this checkout', '.'], ...(beside === undefined ? [] : [['the one beside', beside]])] as [builder: string, checkout: string][];
  for (let round = 0; round < rounds; round++) {
    const copies = await Promise.all(checkouts.map(async ([builder, checkout]) => ({ builder, copy: await copyWith(record, checkout, path.join(folder, builder)) })));
    for (const cache of ['empty', 'filled'] as const) {
      for (const { builder, copy } of copies) {
        const site = path.join(copy, 'dist');
        await fs.rm(site, { recursive: true, force: true });
        await keep(builder, cache, await timed(['npm', 'run', 'build'], copy, plainEnvironment()), site);
      }
    }
    const [ours] = copies;
    const content = path.join(ours!.copy, 'content');
    const [topics, quotes] = await Promise.all([frameOf(path.join(ours!.copy, 'dist/topics')), frameOf(path.join(ours!.copy, 'dist/quotes'))]);
    await writePeers((await readContent(content)).entries, { topics, quotes }, folder);
    for (const peer of peers) {
      const cwd = path.join(folder, peer.folder);
      await keep(`${peer.builder}, topics and quotes`, '', await timed(peer.command, cwd, plainEnvironment()), path.join(cwd, peer.site));
    }
    await fs.rm(folder, { recursive: true });
  }
  const median = (all: readonly Run[]) => [...all].sort((a, b) => a.seconds - b.seconds)[Math.floor(all.length / 2)]!;
  return [...runs.values()].map(({ row, all }) => ({ ...row, run: median(all) }));
}

/** A copy of a checkout that holds the record: the same generated words in each, or each one's own content. */
async function copyWith(record: string, checkout: string, folder: string): Promise<string> {
  await copyProject(checkout, folder);
  if (record === TODAY) return folder;
  const content = path.join(folder, 'content');
  const typedStances = await typesStances(path.join(content, 'positions'));
  await fs.rm(content, { recursive: true });
  await generateContent(content, { quotes: Number(record), seed: 'build', typedStances });
  return folder;
}

/** Does this checkout want a stance in a quote's entry, as its own content shows? */
async function typesStances(positions: string): Promise<boolean> {
  const files = (await fs.readdir(positions, { recursive: true })).filter((file) => file.endsWith('.mdx'));
  const texts = await Promise.all(files.map((file) => fs.readFile(path.join(positions, file), 'utf8')));
  return texts.some((text) => /^ +stance: /mu.test(text));
}

function drawn(rows: readonly Row[]): string {
  const cells = rows.map(({ record, builder, cache, run, site }) => [
    record,
    builder,
    cache,
    ...[run.seconds, run.cpu].map((seconds) => seconds.toFixed(1)),
    ...(['seconds', 'cpu'] as const).map((of) => ratio(rows, { record, builder, cache, run, site }, of)?.toFixed(2) ?? ''),
    ...[run.largest, run.together, site.pages, site.files].map((number) => number.toFixed(0)),
    ...[site.megabytes, site.topic, site.quote].map((size) => size.toFixed(1)),
  ]);
  return table(['record', 'builder', 'cache', 'seconds', 'CPU s', 'this ÷ it', 'in CPU', 'peak MB', 'at once', 'pages', 'files', 'MB', 'kB a topic', 'kB a quote'], cells);
}

/** Our time divided by another's; beside builders without cards, ours with a filled cache. */
function ratio(rows: readonly Row[], other: Row, of: 'seconds' | 'cpu'): number | undefined {
  const ours = rows.find(({ record, builder, cache }) => record === other.record && builder === 'this checkout' && cache === (other.cache || 'filled'));
  return ours === undefined || other.builder === ours.builder ? undefined : ours.run[of] / other.run[of];
}

/** The goals in words, and whether each is reached. */
function verdicts(rows: readonly Row[]): { line: string; reached: boolean }[] {
  const judged = rows.filter(({ record }) => record === String(BUILD_GOALS.quotes));
  const ours = judged.filter(({ builder }) => builder === 'this checkout');
  if (ours.length === 0) return [{ line: `No goal is judged: they are for ${BUILD_GOALS.quotes} quotes.`, reached: true }];
  const verdict = (what: string, value: number, goal: number, digits = 0) => ({ line: `${what}: ${value.toFixed(digits)}; the goal is at most ${goal}: ${value <= goal ? 'reached' : 'missed'}.`, reached: value <= goal });
  return [
    verdict('Files', Math.max(...ours.map(({ site }) => site.files)), BUILD_GOALS.files),
    verdict('Memory of all processes at once, in MB', Math.max(...ours.map(({ run }) => run.together)), BUILD_GOALS.megabytes),
    ...judged.filter(({ builder }) => builder === 'the one beside').map((row) => verdict(`Times the time of the one beside, ${row.cache} cache`, ratio(judged, row, 'seconds')!, BUILD_GOALS.ofBeside, 2)),
  ];
}
