import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where the browser is kept between runs, by the package's version: an older project's browser must not be taken for ours. */
const KEPT = path.join(os.tmpdir(), 'on-record-browser-153');

/**
 * Starts the browser of the tests and of the lesson packs' PDFs: the one that npm installed, without a window.
 * @throws Error when it does not start, for example on a system that the package has no browser for
 */
export async function launchBrowser(): Promise<Browser> {
  // Never the package's own arguments: they switch web security off.
  return chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'] });
}

/** Where the browser's program is; unpacks it first where that has not been done. */
export async function browserPath(): Promise<string> {
  if (!(await exists(KEPT))) await unpackInto(KEPT);
  return unpacked(KEPT);
}

/** Unpacks aside and takes the name last, so that two processes at once never start half a browser. */
async function unpackInto(folder: string): Promise<void> {
  const aside = await fs.mkdtemp(`${folder}-`);
  await unpacked(aside);
  await fs.rename(aside, folder).catch(() => fs.rm(aside, { recursive: true, force: true }));
}

/** The browser's path; the package unpacks into the temporary folder of the moment, unless it is there already. */
async function unpacked(folder: string): Promise<string> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

async function exists(folder: string): Promise<boolean> {
  return fs.access(folder).then(
    () => true,
    () => false,
  );
}
