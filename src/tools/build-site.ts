import { readdirSync, statSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { type AstroIntegration, build } from 'astro';
import { type CheckedContent, keepChecked } from '../checked-record.ts';
import { inFigures } from '../domain/figures.ts';
import { adminIsOn } from '../hosting/admin.ts';
import { contentFolder } from '../loaders/collections.ts';
import { site } from '../site.ts';
import { withClock } from './progress.ts';

/** Some hosts take no more in one site: https://developers.cloudflare.com/pages/platform/limits/ */
const MOST_FILES = 20_000;

/**
 * Builds the site into `OUT_DIR`, or `dist`, and says what it built.
 * @param checking the content, which is still being checked
 */
export async function buildSite(checking: Promise<CheckedContent>): Promise<void> {
  const folder = process.env['OUT_DIR'] ?? 'dist';
  keepChecked(contentFolder(), checking);
  const building = build({ logLevel: 'warn', integrations: [filling(folder, checking)] });
  // Refused content stops the pages too, which would say so once more.
  building.catch(() => undefined);
  const content = await withClock('Checking the content', () => checking);
  await withClock('Building the pages', () => building);
  // What only some builds need is loaded when it is asked for: the editor's file, the drawing library, the browser.
  if (adminIsOn()) await (await import('./admin.ts')).makeAdmin(folder);
  if (process.env['CARDS'] !== '0') await (await import('./cards.ts')).drawCards(folder, content.record);
  if (process.env['PDFS'] !== '0') console.log(`Printed ${await (await import('./lesson-pdfs.ts')).makeLessonFiles(folder, content)} lesson packs`);
  const { pages, html, files, bytes } = measure(folder);
  console.log(
    `Built ${inFigures(content.record.topics.length)} topics with ${inFigures(content.record.quotes.length)} quotes as ${inFigures(pages)} pages (${megabytes(html)} of HTML), in all ${inFigures(files)} files (${megabytes(bytes)}), in ${(performance.now() / 1000).toFixed(1)} s, into ${folder}/`,
  );
  if (files > MOST_FILES && !site.largeRecord) console.log(`Some hosts take at most ${inFigures(MOST_FILES)} files. To build fewer: LARGE_RECORD=1 npm run build (see src/README.md)`);
}

/** Removes the last build once the content is right, and has what stands beside the pages written; the offline copy waits for it. */
function filling(folder: string, checking: Promise<CheckedContent>): AstroIntegration {
  // After the bundler and before the pages: https://vite.dev/guide/api-environment-frameworks#plugins
  const write = async () => (await checking).beside.writeInto(path.resolve(folder));
  return {
    name: 'on-record:filling',
    hooks: {
      // Astro would empty the folder file by file, which takes longer than a build.
      'astro:build:start': () => fs.rm(folder, { recursive: true, force: true }),
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [{ name: 'on-record:filling', buildApp: { order: 'post', handler: write } }] } }),
    },
  };
}

/** What is in a built site; sizes in bytes. */
function measure(folder: string): { pages: number; html: number; files: number; bytes: number } {
  // Waiting for each of thousands of files takes ten times as long.
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const sum = { pages: 0, html: 0, files: 0, bytes: 0 };
  for (const entry of entries.filter((one) => one.isFile())) {
    const { size } = statSync(path.join(entry.parentPath, entry.name));
    const isPage = entry.name.endsWith('.html');
    sum.files += 1;
    sum.bytes += size;
    if (isPage) sum.pages += 1;
    if (isPage) sum.html += size;
  }
  return sum;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
