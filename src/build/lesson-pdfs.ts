import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Content } from '../record/door.ts';
import { newestDay } from '../record/newest-day.ts';
import { basePath } from '../site/address.ts';
import { site } from '../site/settings.ts';
import { launchBrowser } from './browser.ts';
import { CommandError } from '../cli/command.ts';
import { fixDates, fixNames } from './lesson-pdf-bytes.ts';
import { lessonZip } from './lesson-zip.ts';
import { startPreview } from '../cli/preview-server.ts';
import { progressBar } from './progress.ts';

/** Where the site is served while its pages are printed; the next free port is taken. */
const PORT = 4700;

/**
 * Prints the lesson pack of every topic as a PDF, with its key at the end, packs it with its pages into a zip, and says how
 * many it made.
 * @param folder the built site; the files are written into it
 * @param content what the site was built from
 * @throws CommandError when the browser does not start
 */
export async function makeLessonFiles(folder: string, { entries, record: { topics } }: Content): Promise<void> {
  const day = newestDay(entries);
  const server = await startPreview(folder, PORT, basePath(process.env['BASE_PATH']));
  try {
    const browser = await launchBrowser().catch((error: unknown) => {
      throw new CommandError(`The browser that prints the lesson packs did not start: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\nTo mend: npm ci, or build without PDFs and zips: PDFS=0 npm run build`);
    });
    const bar = progressBar('Lesson packs', topics.length);
    try {
      for (const { id, title } of topics) {
        const pack = path.join(folder, 'class', id);
        const pdf = fixNames(fixDates(await printPack(browser, `${server.url}class/${id}/`), day));
        const [page, key] = await Promise.all(['index.html', 'key/index.html'].map((file) => fs.readFile(path.join(pack, file), 'utf8')));
        await fs.writeFile(path.join(pack, 'pack.pdf'), pdf);
        await fs.writeFile(path.join(pack, 'pack.zip'), lessonZip({ topic: id, title, page: page!, key: key!, pdf, day }));
        bar.advance();
      }
    } finally {
      bar.stop();
      await browser.close();
    }
  } finally {
    await server.close();
  }
  console.log(`Printed ${topics.length} lesson packs`);
}

/**
 * One pack on A4 as a tagged PDF with bookmarks: its page, and after a page break its key.
 * @param browser a browser
 * @param url the pack's page
 */
export async function printPack(browser: Browser, url: string): Promise<Uint8Array> {
  // The key's styles are added to the page, which the site's own policy would not allow.
  const page = await browser.newPage({ bypassCSP: true });
  try {
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate(addKey, { key: `${url}key/`, site: site.url });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(loadFonts, await sansOnPaper());
    return await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    await page.close();
  }
}

/** Runs in the page: adds the key after a page break, and makes links lead to the site from wherever the paper is read. */
async function addKey({ key, site }: { key: string; site: string }): Promise<void> {
  const html = await (await fetch(key)).text();
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const pages = parsed.querySelector<HTMLElement>('.key-pages');
  if (!pages) throw new Error('the key has no pages');
  document.head.append(...parsed.head.querySelectorAll('style'));
  pages.style.breakBefore = 'page';
  document.querySelector('main')?.append(pages);
  for (const link of document.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? '';
    if (address.startsWith('/')) link.setAttribute('href', site + address);
  }
}

/** Pages are drawn in the reader's own sans; a sheet has one that is the same wherever it is printed. */
async function sansOnPaper(): Promise<string> {
  const file = await fs.readFile(fileURLToPath(import.meta.resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2')));
  return `@font-face{font-family:Atkinson;src:url(data:font/woff2;base64,${file.toString('base64')});font-weight:200 800}:root{--sans:Atkinson,sans-serif}`;
}

/** Runs in the page: a reader need not wait for the fonts, but paper shows them. */
async function loadFonts(sans: string): Promise<void> {
  for (const style of document.querySelectorAll('style')) style.textContent = (style.textContent ?? '').replaceAll('font-display:optional', 'font-display:block');
  document.head.append(Object.assign(document.createElement('style'), { textContent: sans }));
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
  await document.fonts.ready;
}
