import { type ChildProcess, spawn } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { startPreview } from '../../src/cli/preview-server.ts';
import { buildSite } from './build-site.ts';
import { EDITION } from './edition.ts';
import { variantContent } from './variant-content.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site's home page. */
    siteUrl: string;
    /** Folder of the built site. */
    siteFolder: string;
    /** What the build printed. */
    buildSaid: string;
    /** The same of the variant: an invented record, with its editor, on a project page. */
    variantUrl: string;
    variantFolder: string;
  }
}

/** Folders of their own, so that the tests never serve an older build. */
const [SITE, VARIANT] = ['.tmp/site', '.tmp/variant'];
/** As on a project page of GitHub Pages, where other projects live beside ours. */
const VARIANT_SETTINGS = { BASE_PATH: '/on-record/', ADMIN: '1' };

/** Builds the site of the edition and its variant once, one after the other, and serves both to every browser test. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  provide('buildSaid', await buildSite(SITE, { CONTENT_DIR: EDITION }));
  await buildSite(VARIANT, { CONTENT_DIR: await variantContent(), ...VARIANT_SETTINGS });
  const server = await startPreview(SITE, 4400);
  // In a process of its own, because the editor's setting decides what is sent.
  const other = spawn(process.execPath, ['src/cli/serve.ts'], { env: { ...process.env, ...VARIANT_SETTINGS, OUT_DIR: VARIANT, PORT: '4440' }, stdio: ['ignore', 'pipe', 'inherit'] });
  provide('siteUrl', server.url);
  provide('siteFolder', SITE);
  provide('variantUrl', await addressOf(other));
  provide('variantFolder', VARIANT);
  return async () => {
    other.kill();
    await server.close();
  };
}

/** What a server says of itself once it listens. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('the variant is not served')));
    server.stdout?.setEncoding('utf8').on('data', (said: string) => {
      const [address] = /http:\S+/u.exec(said) ?? [];
      if (address) resolve(address);
    });
  });
}
