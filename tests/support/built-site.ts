import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type PreviewServer, startPreview } from '../../src/cli/preview-server.ts';
import { type BuildReport, forgetReport, writeReport } from './build-report.ts';
import { buildSite } from './build-site.ts';
import { EDITION } from './edition.ts';
import { variantContent } from './variant-content.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site's home page. */
    siteUrl: string;
    /** Folder of the built site. */
    siteFolder: string;
    /** The same of the variant: an invented record, with its editor, on a project page. */
    variantUrl: string;
    variantFolder: string;
  }
}

/** Folders of their own, so that the tests never serve an older build. */
const [SITE, VARIANT] = ['.tmp/site', '.tmp/variant'];
/** As on a project page of GitHub Pages, where other projects live beside ours. */
const VARIANT_SETTINGS = { BASE_PATH: '/on-record/', ADMIN: '1' };

/**
 * Builds the site of the edition and its variant once, one after the other, and serves both to every browser test. A build
 * keeps one core busy: the unit tests run meanwhile.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await fs.mkdir('.tmp', { recursive: true });
  forgetReport();
  const [port, variantPort] = await Promise.all([freePort(), freePort()]);
  provide('siteUrl', `http://127.0.0.1:${port}/`);
  provide('siteFolder', SITE);
  provide('variantUrl', `http://127.0.0.1:${variantPort}${VARIANT_SETTINGS.BASE_PATH}`);
  provide('variantFolder', VARIANT);
  const serving: { site?: PreviewServer; variant?: ChildProcess } = {};
  const build = async (): Promise<BuildReport> => {
    const said = await buildSite(SITE, { CONTENT_DIR: EDITION });
    await buildSite(VARIANT, { CONTENT_DIR: await variantContent(), ...VARIANT_SETTINGS });
    serving.site = await startPreview(SITE, port);
    // In a process of its own, because the editor's setting decides what is sent.
    serving.variant = spawn(process.execPath, ['src/cli/serve.ts'], { env: { ...process.env, ...VARIANT_SETTINGS, OUT_DIR: VARIANT, PORT: String(variantPort) }, stdio: ['ignore', 'pipe', 'inherit'] });
    await listening(serving.variant);
    return { said };
  };
  const building = build()
    .catch((error: unknown) => ({ said: '', error: String(error) }))
    .then(writeReport);
  return async () => {
    await building;
    serving.variant?.kill();
    await serving.site?.close();
  };
}

/** A port that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A server says its address once it listens. */
function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('the variant is not served')));
    server.stdout?.once('data', () => resolve());
  });
}
