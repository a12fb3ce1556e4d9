import { type Outcome, runNode } from './run-node.ts';

/**
 * Builds the site as `npm run build` does, whether it can be built or not.
 * @param folder where it is built
 * @param settings environment of the build
 * @param args what stands behind the command
 */
export function tryBuild(folder: string, settings: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<Outcome> {
  // Vitest puts its own BASE_URL, MODE and the like into the environment, and Astro would believe them.
  const { BASE_URL, MODE, DEV, PROD, SSR, VITEST, ...outer } = process.env;
  return runNode(['node_modules/astro/bin/astro.mjs', 'build', ...args], { ...outer, NODE_ENV: 'production', OUT_DIR: folder, ...settings });
}

/**
 * Builds the site. Of two at once the second is refused: call one after another.
 * @param folder where it is built
 * @param settings environment of the build
 * @returns what the build printed
 * @throws Error with what the build printed when it fails
 */
export async function buildSite(folder: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const { code, stdout, stderr } = await tryBuild(folder, settings);
  if (code !== 0) throw new Error(`The site could not be built:\n${stdout}${stderr}`);
  return stdout + stderr;
}
