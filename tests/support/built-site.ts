import type { TestProject } from 'vitest/node';
import { startPreview } from '../../src/cli/preview-server.ts';
import { buildSite } from './build-site.ts';
import { EDITION } from './edition.ts';

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

/** Builds the site of the edition once and serves it to every browser test. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const said = await buildSite(FOLDER, { CONTENT_DIR: EDITION });
  const server = await startPreview(FOLDER, 4400);
  provide('siteUrl', server.url);
  provide('siteFolder', FOLDER);
  provide('buildSaid', said);
  return () => server.close();
}
