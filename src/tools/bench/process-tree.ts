import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory that a process and all below it have in use at this moment, in MB. What they share, such as Node's own program, is
 * counted in each. https://docs.kernel.org/filesystems/proc.html
 * @param pid the process's id
 * @returns 0 where there is no `/proc`, and when the process has ended
 */
export function treeMegabytes(pid: number): number {
  try {
    const resident = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean));
    return (Number(resident) * 1024) / 1_000_000 + children.reduce((sum, child) => sum + treeMegabytes(Number(child)), 0);
  } catch {
    return 0;
  }
}
