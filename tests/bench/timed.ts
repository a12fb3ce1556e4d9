import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CommandError } from '../../src/cli/command.ts';

/** How a command went. Memory is in MB. */
export interface Run {
  /** Wall clock. */
  seconds: number;
  /** Processor time of all its processes, in seconds: steadier than the clock on a busy machine. */
  cpu: number;
  /** The largest of its processes. */
  largest: number;
  /** All of them at once, looked at every `LOOK` milliseconds. */
  together: number;
}

/** Milliseconds between two looks at the memory of all processes: short enough to see each step of a build. */
const LOOK = 200;

/**
 * Runs a command to its end under GNU `time`, which counts the processor time and the largest process of the whole tree.
 * @param command the program and its arguments
 * @param cwd where to run it
 * @param env the whole environment
 * @throws CommandError with what the command printed last, when it fails
 */
export async function timed(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Run> {
  const report = path.join(os.tmpdir(), `on-record-time-${process.pid}.txt`);
  let together = 0;
  // No build waits for what was written before it.
  spawnSync('sync');
  const started = performance.now();
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn('/usr/bin/time', ['-o', report, '-f', '%U %S %M', ...command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const looking = setInterval(() => (together = Math.max(together, child.pid === undefined ? 0 : treeMegabytes(child.pid))), LOOK);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
    child
      .on('error', () => reject(new CommandError('/usr/bin/time is missing. To mend: apt-get install time')))
      .on('close', (status) => resolve({ code: status, output: text }))
      .once('close', () => clearInterval(looking));
  });
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new CommandError(`${command.join(' ')} failed in ${cwd}:\n${output.trim().split('\n').slice(-20).join('\n')}`);
  const [user = 0, system = 0, kilobytes = 0] = (await fs.readFile(report, 'utf8')).trim().split('\n').at(-1)!.split(' ').map(Number);
  await fs.rm(report);
  const largest = (kilobytes * 1024) / 1_000_000;
  // Without `/proc` nothing is seen of the others.
  return { seconds, cpu: user + system, largest, together: Math.max(largest, together) };
}

/**
 * Memory that a process and all below it have in use at this moment. What they map from files, such as Node's own program,
 * is shared: it is counted once, for the process that has most of it. https://docs.kernel.org/filesystems/proc.html
 */
function treeMegabytes(pid: number): number {
  const tree = processesBelow(pid);
  return tree.reduce((sum, { own }) => sum + own, 0) + Math.max(0, ...tree.map(({ mapped }) => mapped));
}

function processesBelow(pid: number): { own: number; mapped: number }[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1] ?? 0) * 1024) / 1_000_000;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean));
    return [{ own: field('RssAnon') + field('RssShmem'), mapped: field('RssFile') }, ...children.flatMap((child) => processesBelow(Number(child)))];
  } catch {
    return [];
  }
}
