import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../../src/build/browser.ts';
import { CommandError, readArguments, runCommand } from '../../src/cli/command.ts';
import { EDIT_GOAL } from './goals.ts';
import { copyProject, plainEnvironment } from './project-copy.ts';

/** Edits of which the median counts. */
const EDITS = 5;

/** Milliseconds between two looks at the page. */
const LOOK = 20;

/** Our words on a position, which may run over several lines. */
const SUMMARY = /^summary:.*(?:\n[ \t]+.*)*$/mu;

await runCommand(async () => {
  readArguments('npm run bench:edit', {});
  const copy = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-bench-edit-'));
  await copyProject('.', path.join(copy, 'project'));
  const server = spawn('npm', ['run', 'dev'], { cwd: path.join(copy, 'project'), env: plainEnvironment(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const times = await edit(path.join(copy, 'project/content/positions'), await addressOf(server));
    const median = times.toSorted((a, b) => a - b)[Math.floor(EDITS / 2)]!;
    console.log(`Seconds from saving a quote's file until the open page shows it: ${times.map((time) => time.toFixed(2)).join(', ')}.`);
    console.log(`Median: ${median.toFixed(2)}; the goal is at most ${EDIT_GOAL}: ${median <= EDIT_GOAL ? 'reached' : 'missed'}.`);
    return median <= EDIT_GOAL ? 0 : 1;
  } finally {
    // The whole group: npm would leave the server behind.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid);
    await fs.rm(copy, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Where the server says that it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const address = /http:\/\/localhost:\d+\//u.exec(said)?.[0];
        if (address !== undefined) resolve(address);
      });
    }
    server.on('exit', () => reject(new CommandError(`The development server did not start:\n${said}`)));
  });
}

/** Changes our summary of a party's quotes again and again while the page of their question is open. */
async function edit(positions: string, address: string): Promise<number[]> {
  const [file, text] = await firstWithSummary(positions);
  await using browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${address}topics/${path.dirname(file)}/`, { waitUntil: 'networkidle' });
  const times: number[] = [];
  for (let round = 1; round <= EDITS; round++) {
    const words = `Summary number ${round} of a benchmark.`;
    const started = performance.now();
    await fs.writeFile(path.join(positions, file), text.replace(SUMMARY, `summary: ${words}`));
    await page.waitForFunction((shown) => document.body.innerText.includes(shown), words, { polling: LOOK });
    times.push((performance.now() - started) / 1000);
    await page.waitForLoadState('networkidle');
  }
  return times;
}

/** The first position with our words on it: its path from the folder of all, and its text. */
async function firstWithSummary(positions: string): Promise<[file: string, text: string]> {
  for (const file of (await fs.readdir(positions, { recursive: true })).filter((one) => one.endsWith('.mdx')).sort()) {
    const text = await fs.readFile(path.join(positions, file), 'utf8');
    if (SUMMARY.test(text)) return [file, text];
  }
  throw new CommandError('No position has a summary, so there is nothing to edit.');
}
