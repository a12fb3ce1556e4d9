import { spawn } from 'node:child_process';

/** What `npm run build` runs. */
const BUILD = ['node_modules/astro/bin/astro.mjs', 'build'];

/** What a build said on its way, and how it ended. */
export interface Built {
  code: number | null;
  said: string;
}

/**
 * Builds the site, whether it can be built or not.
 * @param folder where it is built
 * @param settings environment of the build
 */
export function tryBuild(folder: string, settings: Readonly<Record<string, string>>): Promise<Built> {
  // Vitest puts its own BASE_URL, MODE and the like into the environment, and Astro would believe them.
  const { BASE_URL, MODE, DEV, PROD, SSR, VITEST, ...outer } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, BUILD, { env: { ...outer, NODE_OPTIONS: '', NODE_ENV: 'production', OUT_DIR: folder, ...settings }, timeout: 180_000, killSignal: 'SIGKILL' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject).on('close', (code) => resolve({ code, said }));
  });
}

/**
 * Builds the site. Two builds at once would share Astro's store of the content: call one after another.
 * @param folder where it is built
 * @param settings environment of the build
 * @returns what the build printed
 * @throws Error with what the build printed when it fails
 */
export async function buildSite(folder: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const { code, said } = await tryBuild(folder, settings);
  if (code !== 0) throw new Error(`The site could not be built:\n${said}`);
  return said;
}
