import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory that a process and all below it have in use at this moment, in MB. What they map from files, such as Node's own
 * program, is shared: it is counted once, for the process that has most of it.
 * https://docs.kernel.org/filesystems/proc.html
 * @param pid the process's id
 * @returns 0 where there is no `/proc`, and when the process has ended
 */
export function treeMegabytes(pid: number): number {
  const tree = processesBelow(pid);
  return tree.reduce((sum, { own }) => sum + own, 0) + Math.max(0, ...tree.map(({ mapped }) => mapped));
}

/** Memory in MB. */
interface Resident {
  own: number;
  mapped: number;
}

function processesBelow(pid: number): Resident[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1] ?? 0) * 1024) / 1_000_000;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean));
    return [{ own: field('RssAnon') + field('RssShmem'), mapped: field('RssFile') }, ...children.flatMap((child) => processesBelow(Number(child)))];
  } catch {
    return [];
  }
}
