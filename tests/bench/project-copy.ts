import fs from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../../src/cli/command.ts';

/** What a checkout has made itself or keeps for later: a copy begins without. */
const MADE = new Set(['.git', 'node_modules', 'dist', '.astro', '.cache', '.tmp', 'reports', 'coverage']);

/**
 * Copies a checkout, so that a benchmark begins with empty caches and changes neither its content nor its last build.
 * The copy has the checkout's packages, as links, but keeps its own caches beside them.
 * @param checkout an installed checkout of this project
 * @param to the new folder
 * @throws CommandError when nothing is installed there
 */
export async function copyProject(checkout: string, to: string): Promise<void> {
  const installed = path.resolve(checkout, 'node_modules');
  const packages = await fs.readdir(installed).catch(() => {
    throw new CommandError(`${checkout} is no installed checkout of this project. To mend: run npm ci in it.`);
  });
  await fs.cp(checkout, to, { recursive: true, filter: (file) => !MADE.has(path.relative(checkout, file)) });
  await fs.mkdir(path.join(to, 'node_modules'));
  const isCache = (name: string) => /^\.(?!bin$)/u.test(name);
  for (const name of packages.filter((one) => !isCache(one))) await fs.symlink(path.join(installed, name), path.join(to, 'node_modules', name));
}

/** The environment of a shell in which nothing is set for this project or by npm: builds leave nothing out then. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(['PATH', 'HOME', 'TMPDIR'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
