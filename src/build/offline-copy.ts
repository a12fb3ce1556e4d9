import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import type { KeptFile, OfflineManifest, OfflineSummary, TopicLessons } from '../features/offline/kept-copy.ts';
import { sizeInWords } from '../record/figures.ts';
import { isCompressible, isKept, jsonOf, topicOf, typeOf } from '../features/offline/keepable.ts';
import { offlineWorker } from '../features/offline/worker.ts';

/** Where the manifest, the summary and the bundle are served. */
const FOLDER = 'offline';

/** Files read at once: a large record has more of them than a system lets anyone open. */
const AT_ONCE = 16;

/** Byte 9 names the system that compressed; 255, unknown, makes it the same everywhere (https://www.rfc-editor.org/rfc/rfc1952#page-8). */
const SYSTEM_BYTE = 9;
const UNKNOWN_SYSTEM = 255;

/** Browsers compress what they keep at zlib's default. */
const BROWSERS_LEVEL = 6;

/** What we promise readers to stay below, in bytes; said to whoever builds, not enforced: a larger record must not stop a build. */
const PROMISED = 10_000_000;

const compress = promisify(gzip);

/**
 * Writes the service worker and what it takes to keep a built site: `sw.js`, `offline/manifest.json`,
 * `offline/latest.json`, `offline/lessons.json` and one bundle with all files. One bundle is one request, where a thousand would be too many for a phone, and
 * a third of the bytes, because pages resemble each other. It comes after everything that is kept.
 * @param folder the built site, whole
 * @param base the folder the site is served from, with a slash at both ends
 * @param topics whose lessons can be kept too, as `offline/lessons.json` lists them
 * @returns the summary
 */
export async function writeOffline(folder: string, base: string, topics: readonly { id: string; title: string }[] = []): Promise<OfflineSummary> {
  const target = path.join(folder, FOLDER);
  await fs.mkdir(target, { recursive: true });
  const unnamed = path.join(target, 'site.bin');
  const names = await filesIn(folder);
  const pages = names.filter((name) => isPage(name) && isKept(name, new Set()));
  const keptPages = await inTurn(pages, (name) => keptFile(folder, name, base));
  const needed = new Set(keptPages.flatMap(({ needs }) => needs));
  const others = names.filter((name) => !isPage(name) && isKept(name, needed));
  const [bundle, keptOthers] = await Promise.all([writeBundle(folder, [...pages, ...others], unnamed), inTurn(others, (name) => keptFile(folder, name, base))]);
  const kept = [...keptPages, ...keptOthers];
  const files = kept.map(({ file }) => file);
  const version = hashOf(files.map(({ path: address, hash }) => `${address} ${hash}\n`).join('')).slice(0, 12);
  const manifest: OfflineManifest = { version, bundle: `site-${version}.bin`, files };
  await fs.rename(unnamed, path.join(target, manifest.bundle));
  const list = JSON.stringify(manifest);
  const smallList = await gzipped(Buffer.from(list), 9);
  const stored = kept.reduce((sum, one) => sum + one.stored, 0);
  const summary: OfflineSummary = { version, pages: pages.length, files: files.length, bytes: bundle + smallList.length, stored };
  await Promise.all([
    fs.writeFile(path.join(target, 'manifest.json'), list),
    fs.writeFile(path.join(target, 'latest.json'), JSON.stringify(summary)),
    fs.writeFile(path.join(target, 'lessons.json'), JSON.stringify(await lessonsOf(folder, names, topics))),
    fs.writeFile(path.join(folder, 'sw.js'), `(${offlineWorker.toString()})(self);\n`),
  ]);
  if (stored > PROMISED) console.warn(`Kept for offline, the site takes ${sizeInWords(stored)}, more than ${sizeInWords(PROMISED)}. To mend: leave more out in src/features/offline/keepable.ts.`);
  return summary;
}

async function lessonsOf(folder: string, names: readonly string[], topics: readonly { id: string; title: string }[]): Promise<TopicLessons[]> {
  const lessons = await inTurn(topics, async ({ id, title }) => {
    const files = names.filter((name) => topicOf(name) === id);
    const sizes = await Promise.all(files.map(async (file) => (await fs.stat(path.join(folder, file))).size));
    return { title, bytes: sizes.reduce((sum, size) => sum + size, 0), files: files.map(addressOf) };
  });
  return lessons.filter(({ files }) => files.length > 0);
}

interface KeptBytes {
  file: KeptFile;
  /** Bytes on the device. */
  stored: number;
  /** The JSON files that it loads. */
  needs: readonly string[];
}

/** Paths of a folder's files from it, sorted. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** The home page is empty. */
function addressOf(name: string): string {
  return name.replace(/(?<=^|\/)index\.html$/u, '');
}

function isPage(name: string): boolean {
  return name.endsWith('.html');
}

async function keptFile(folder: string, name: string, base: string): Promise<KeptBytes> {
  const bytes = await fs.readFile(path.join(folder, name));
  const gzip = isCompressible(name);
  const file = { path: addressOf(name), type: typeOf(name), size: bytes.length, gzip, hash: hashOf(bytes) };
  return { file, stored: gzip ? (await gzipped(bytes, BROWSERS_LEVEL)).length : bytes.length, needs: isPage(name) ? jsonOf(bytes.toString('utf8'), base) : [] };
}

/** The same for every item, some at once, the results in the items' order. */
async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const next = items.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, item] of next) results[index] = await work(item);
    }),
  );
  return results;
}

/** All files one after another, compressed as they are read: together they may be larger than memory. Gives the bundle's bytes. */
async function writeBundle(folder: string, names: readonly string[], target: string): Promise<number> {
  async function* contents() {
    for (const name of names) yield await fs.readFile(path.join(folder, name));
  }
  await pipeline(Readable.from(contents()), createGzip({ level: 9 }), createWriteStream(target));
  const file = await fs.open(target, 'r+');
  try {
    await file.write(Buffer.of(UNKNOWN_SYSTEM), 0, 1, SYSTEM_BYTE);
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

async function gzipped(bytes: Buffer, level: number): Promise<Buffer> {
  const result = await compress(bytes, { level });
  result[SYSTEM_BYTE] = UNKNOWN_SYSTEM;
  return result;
}

function hashOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
