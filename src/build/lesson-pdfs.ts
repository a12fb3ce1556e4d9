import fs from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Content } from '../record/door.ts';
import { newestDay } from '../record/newest-day.ts';
import { basePath } from '../site/address.ts';
import { site as settings } from '../site/settings.ts';
import { launchBrowser } from './browser.ts';
import { CommandError } from '../cli/command.ts';
import { fixDates, fixNames } from './lesson-pdf-bytes.ts';
import { paperFaces } from './paper-faces.ts';
import { startPreview } from '../cli/preview-server.ts';
import { progressBar } from './progress.ts';

/** Where the site is served while its pages are printed; the next free port is taken. */
const PORT = 4700;

/** How many pages are printed at a time: the browser has a process for each, and a machine that builds has two cores. */
const AT_A_TIME = 2;

/** A page of the site whose parts are printed. */
interface Paper {
  /** Its folder in the site, such as `class/housing`. */
  folder: string;
  /** Stands before what each file is. */
  title: string;
  /** The page of its answers, and which of them are for it; without one all. */
  key: string;
  dimension?: string;
  /** Files, and the parts of the page that each holds. */
  files: readonly { name: string; what: string; parts: readonly Part[] }[];
}

type Part = 'pupils' | 'teacher';

const PUPILS = { name: 'pupils.pdf', what: 'for pupils', parts: ['pupils'] } as const;
const TEACHER = { name: 'teacher.pdf', what: 'for the teacher, with key', parts: ['teacher'] } as const;
const BOTH = { name: 'pack.pdf', what: 'lesson pack with key', parts: ['teacher', 'pupils'] } as const;

/**
 * Prints the lesson pack of every topic and the lesson on every question, for pupils and for the teacher,
 * and says how much it made.
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
    const papers = topics.flatMap(({ id, title, dimensions }): Paper[] => [
      { folder: `class/${id}`, title, key: `class/${id}/key/`, files: [PUPILS, TEACHER, BOTH] },
      ...dimensions.map((dimension) => ({ folder: `class/${id}/${dimension.id}`, title: dimension.title, key: `class/${id}/key/`, dimension: dimension.id, files: [PUPILS, TEACHER] })),
    ]);
    const bar = progressBar('Lesson papers', papers.length);
    try {
      const faces = await paperFaces();
      const left = papers[Symbol.iterator]();
      await Promise.all(
        Array.from({ length: AT_A_TIME }, async () => {
          for (const paper of left) {
            for (const [name, pdf] of await printPaper(browser, server.url, paper, faces)) await fs.writeFile(path.join(folder, paper.folder, name), fixNames(fixDates(pdf, day)));
            bar.advance();
          }
        }),
      );
    } finally {
      bar.stop();
      await browser.close();
    }
  } finally {
    await server.close();
  }
  console.log(`Printed ${topics.length} lesson packs and ${topics.reduce((sum, { dimensions }) => sum + dimensions.length, 0)} lessons on one question`);
}

/** The files of one page on A4, tagged and with bookmarks: only the parts that each is for, and in the teacher's the key. */
async function printPaper(browser: Browser, site: string, { folder, title, key, dimension, files }: Paper, faces: string): Promise<[name: string, pdf: Uint8Array][]> {
  // Styles of the key and of paper are added to the page, which the site's own policy would not allow.
  const page = await browser.newPage({ bypassCSP: true });
  try {
    await page.goto(`${site}${folder}/`, { waitUntil: 'load' });
    await page.evaluate(addKey, { key: `${site}${key}`, dimension, site: settings.url });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(loadFaces, faces);
    const printed: [string, Uint8Array][] = [];
    for (const { name, what, parts } of files) {
      await page.evaluate(showParts, { parts, title: `${title}: ${what}` });
      printed.push([name, await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })]);
    }
    return printed;
  } finally {
    await page.close();
  }
}

/**
 * Runs in the page: adds the key after a page break, its folds as plain sections, for one question only what belongs to it;
 * and makes links lead to the site from wherever the paper is read.
 */
async function addKey({ key, dimension, site }: { key: string; dimension: string | undefined; site: string }): Promise<void> {
  const parsed = new DOMParser().parseFromString(await (await fetch(key)).text(), 'text/html');
  const pages = parsed.querySelector<HTMLElement>('[data-for="teacher"]');
  if (!pages) throw new Error('the key has no pages');
  // Before the page's own, whose margins stay.
  document.head.prepend(...parsed.head.querySelectorAll('style'));
  for (const one of pages.querySelectorAll(`[data-only="${dimension === undefined ? 'question' : 'topic'}"]`)) one.remove();
  for (const fold of pages.querySelectorAll('details')) {
    const section = document.createElement('section');
    section.style.marginTop = '5mm';
    section.append(...fold.querySelectorAll('summary h2'), ...[...fold.children].filter(({ tagName }) => tagName !== 'SUMMARY'));
    if (dimension === undefined || section.querySelector(`[id="${dimension}"]`)) fold.replaceWith(section);
    else fold.remove();
    // One question has no number.
    if (dimension !== undefined) for (const { firstChild } of section.querySelectorAll('h2')) firstChild!.textContent = firstChild!.textContent!.replace(/^\d+\. /u, '');
  }
  // A heading stays with the first answer below it: told by break-after alone, Chromium cuts it in two. Above it is room,
  // because letters that reach over a page's edge count for the page before as well.
  for (const list of pages.querySelectorAll('section ol')) {
    const heading = list.previousElementSibling ?? list.parentElement?.previousElementSibling;
    if (!heading?.matches('h2, h3') || !list.firstElementChild) continue;
    const [together, first] = [document.createElement('div'), document.createElement('ol')];
    Object.assign(together.style, { breakInside: 'avoid', paddingTop: '6px' });
    first.append(list.firstElementChild);
    heading.replaceWith(together);
    together.append(heading, first);
    (heading as HTMLElement).style.breakAfter = 'auto';
  }
  const title = document.createElement('div');
  title.style.paddingTop = '6px';
  title.append(...pages.querySelectorAll('h1'));
  pages.prepend(title);
  pages.style.breakBefore = 'page';
  document.querySelector('main')?.append(pages);
  for (const link of document.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? '';
    if (address.startsWith('/')) link.setAttribute('href', site + address);
  }
}

/** Runs in the page: leaves only what a file is for. What comes first follows the page's heading. */
function showParts({ parts, title }: { parts: readonly string[]; title: string }): void {
  document.title = title;
  document.querySelector('main')?.style.setProperty('page', parts[0] ?? '');
  for (const part of document.querySelectorAll<HTMLElement>('main [data-for]')) part.hidden = !parts.includes(part.dataset['for'] ?? '');
  const sections = [...document.querySelectorAll<HTMLElement>('main [data-for] > section')];
  for (const section of sections) if (section.style.breakBefore === 'auto') section.style.breakBefore = '';
  const first = sections.find((section) => !section.closest('[hidden]'));
  if (first) first.style.breakBefore = 'auto';
}

/** Runs in the page: adds the faces of paper, and waits for them. */
async function loadFaces(faces: string): Promise<void> {
  document.head.append(Object.assign(document.createElement('style'), { textContent: faces }));
  await Promise.all([...document.fonts].filter(({ family }) => family.startsWith('paper-')).map((face) => face.load()));
}
