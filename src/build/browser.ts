import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** SHA-256 of what the locked `@sparticuz/chromium` unpacks, as `hashOf` reckons it; a newer package has another, which the error names. */
const UNPACKED = '7390ced1b7da5a5b608230e66712ac94a29574716704836c6a9f2a51a243b4d9';

/**
 * Starts the browser of the tests and of the lesson packs' PDFs: the one that npm installed, without a window.
 * @throws Error when it does not start, for example on a system that the package has no browser for
 */
export async function launchBrowser(): Promise<Browser> {
  // Never the package's own arguments: they switch web security off.
  return chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'] });
}

/**
 * Where the browser's program is: in a folder of this user alone, unpacked there first where it is not what the locked package holds.
 * @param cache the user's cache folder (https://specifications.freedesktop.org/basedir-spec/latest/)
 * @throws Error when the folder is somebody else's, or the package is not the locked one
 */
export async function browserPath(cache: string = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache')): Promise<string> {
  const kept = path.join(await ownFolder(path.resolve(cache, 'on-record')), `browser-${UNPACKED.slice(0, 12)}`);
  if ((await hashOf(kept)) !== UNPACKED) await unpackInto(kept);
  return path.join(kept, 'chromium');
}

/**
 * Makes a folder that nobody else can write into, so that what lies there is what we put there.
 * @param folder its path
 * @param user id of the user who must own it; Windows has none, and gives everybody a cache folder of their own
 * @throws Error when it is a link, or belongs to somebody else
 */
export async function ownFolder(folder: string, user: number | undefined = process.getuid?.()): Promise<string> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const stats = await fs.lstat(folder);
  if (!stats.isDirectory() || (user !== undefined && stats.uid !== user)) throw new Error(`${folder} is not a folder of your own, so no browser is kept or run there. To mend: set XDG_CACHE_HOME to a folder that is.`);
  await fs.chmod(folder, 0o700);
  return folder;
}

/** Unpacks aside and takes the name last, so that two processes at once never start half a browser. */
async function unpackInto(folder: string): Promise<void> {
  const aside = await fs.mkdtemp(`${folder}-`);
  try {
    await unpack(aside);
    const hash = await hashOf(aside);
    if (hash !== UNPACKED) throw new Error(`the package @sparticuz/chromium holds another browser (${hash}) than src/build/browser.ts knows. To mend: npm ci; after an update of the package, name its hash there.`);
    // Another process may have been quicker, and what it put there is right.
    if ((await hashOf(folder)) !== UNPACKED) await fs.rm(folder, { recursive: true, force: true });
    await fs.rename(aside, folder).catch(() => undefined);
  } finally {
    await fs.rm(aside, { recursive: true, force: true });
  }
}

/** The package unpacks into the temporary folder of the moment. */
async function unpack(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** One hash of the names and bytes of all files of a folder; of no folder that of nothing. What the package adds on Amazon Linux is left out. */
async function hashOf(folder: string): Promise<string> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const hash = createHash('sha256');
  for (const file of files.filter((name) => !name.startsWith('al2023/')).sort()) {
    hash.update(`${file}\0`);
    for await (const bytes of createReadStream(path.join(folder, file), { highWaterMark: 2 ** 20 })) hash.update(bytes as Buffer);
  }
  return hash.digest('hex');
}
