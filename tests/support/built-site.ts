import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { BUILD } from './build-variant.ts';
import { startPreview } from '../../src/cli/preview-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site's home page. */
    siteUrl: string;
    /** Folder of the built site. */
    siteFolder: string;
    /** What the build printed. */
    buildSaid: string;
  }
}

/** A folder of its own, so that the tests never serve an older build. */
const FOLDER = '.tmp/site';

/** Builds the site once and serves it to every browser test. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, BUILD, { env: { ...process.env, OUT_DIR: FOLDER, NODE_ENV: 'production' }, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The site could not be built:\n${built.stdout}${built.stderr}`);
  const server = await startPreview(FOLDER, 4400);
  provide('siteUrl', server.url);
  provide('siteFolder', FOLDER);
  provide('buildSaid', built.stdout + built.stderr);
  return () => server.close();
}
