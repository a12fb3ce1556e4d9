import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';

/** What `npm run build` runs. */
export const BUILD = ['node_modules/astro/bin/astro.mjs', 'build'];

/** Builds take turns: they share Astro's store of the content. */
const LOCK = '.tmp/build-variant.lock';

/**
 * Builds the site once more, with other settings, without share pictures and PDFs.
 * @param folder where it is built
 * @param settings environment of the build
 * @throws Error with what the build printed when it fails
 */
export async function buildVariant(folder: string, settings: Readonly<Record<string, string>>): Promise<void> {
  await takeTurn();
  try {
    // Vitest puts its own BASE_URL, MODE and the like into the environment, and Astro would believe them.
    const { BASE_URL, MODE, DEV, PROD, SSR, VITEST, ...outer } = process.env;
    const { code, output } = await run(BUILD, { ...outer, NODE_OPTIONS: '', NODE_ENV: 'production', CARDS: '0', PDFS: '0', OUT_DIR: folder, ...settings });
    if (code !== 0) throw new Error(`The site could not be built:\n${output}`);
  } finally {
    await fs.rm(LOCK, { force: true });
  }
}

async function takeTurn(): Promise<void> {
  await fs.mkdir(path.dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      await fs.writeFile(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(await fs.readFile(LOCK, 'utf8').catch(() => '0'));
      if (holder > 0 && !isAlive(holder)) await fs.rm(LOCK, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** A run that was stopped leaves its lock behind. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject).on('close', (code) => resolve({ code, output }));
  });
}
