import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { KeptFile, OfflineManifest, OfflineSummary } from '../domain/offline.ts';
import { isCompressible, isKept, jsonOf, typeOf } from './keepable.ts';
import { offlineWorker } from './worker.ts';

/** Where the manifest, the summary and the bundle are served. */
const FOLDER = 'offline';

const compress = promisify(gzip);

/**
 * Writes the service worker and what it takes to keep a built site: `sw.js`, `offline/manifest.json`,
 * `offline/latest.json` and one bundle with all files. One bundle is one request, where a thousand would be too many for a phone, and
 * a third of the bytes, because pages resemble each other.
 * @param folder the built site
 * @param base the folder the site is served from, with a slash at both ends
 * @returns the summary
 */
export async function writeOffline(folder: string, base: string): Promise<OfflineSummary> {
  const kept = await keptFiles(folder, base);
  const files = kept.map(({ file }) => file);
  const version = hashOf(files.map(({ path: address, hash }) => `${address} ${hash}\n`).join('')).slice(0, 12);
  const manifest: OfflineManifest = { version, bundle: `site-${version}.bin`, files };
  const list = JSON.stringify(manifest);
  const [bundle, smallList] = await Promise.all([gzipped(Buffer.concat(kept.map(({ bytes }) => bytes))), gzipped(Buffer.from(list))]);
  const stored = kept.reduce((sum, one) => sum + one.stored, 0);
  const pages = files.filter(({ type }) => type.startsWith('text/html')).length;
  const summary: OfflineSummary = { version, pages, files: files.length, bytes: bundle.length + smallList.length, stored };
  const target = path.join(folder, FOLDER);
  await fs.mkdir(target, { recursive: true });
  await Promise.all([
    fs.writeFile(path.join(target, manifest.bundle), bundle),
    fs.writeFile(path.join(target, 'manifest.json'), list),
    fs.writeFile(path.join(target, 'latest.json'), JSON.stringify(summary)),
    fs.writeFile(path.join(folder, 'sw.js'), `(${offlineWorker.toString()})(self);\n`),
  ]);
  return summary;
}

interface KeptBytes {
  file: KeptFile;
  bytes: Buffer;
  /** Bytes on the device. */
  stored: number;
}

async function keptFiles(folder: string, base: string): Promise<KeptBytes[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const pages = await Promise.all(names.filter((name) => name.endsWith('.html')).map((name) => fs.readFile(path.join(folder, name), 'utf8')));
  const needed = new Set(pages.flatMap((html) => jsonOf(html, base)));
  return Promise.all(names.filter((name) => isKept(name, needed)).map((name) => keptFile(folder, name)));
}

async function keptFile(folder: string, name: string): Promise<KeptBytes> {
  const bytes = await fs.readFile(path.join(folder, name));
  const gzip = isCompressible(name);
  const file = { path: name.replace(/(?<=^|\/)index\.html$/u, ''), type: typeOf(name), size: bytes.length, gzip, hash: hashOf(bytes) };
  return { file, bytes, stored: gzip ? (await gzipped(bytes)).length : bytes.length };
}

/** Byte 9 names the system that compressed; 255, unknown, makes it the same everywhere (https://www.rfc-editor.org/rfc/rfc1952#page-8). */
async function gzipped(bytes: Buffer): Promise<Buffer> {
  const result = await compress(bytes, { level: 9 });
  result[9] = 255;
  return result;
}

function hashOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
