import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, inject, test } from 'vitest';
import { findLeaks } from '../../src/record/blind/blind.ts';
import { lesson } from '../../src/features/class/lesson.ts';
import { lessonKey } from '../../src/features/class/lesson-key.ts';
import { makeLessonFiles } from '../../src/build/lesson-pdfs.ts';
import { entries, record } from '../support/edition.ts';
import { siteBrowser } from '../support/browser.ts';
import { LESSON_PDF_BYTES } from '../support/budgets.ts';
import { readPdf } from '../support/read-pdf.ts';

const browser = siteBrowser();
const { parties, speakers } = record;
const topics = record.topics.map(({ id, title }) => [id, title] as const);
const file = (topic: string, name: string) => path.join(inject('siteFolder'), 'class', topic, name);
const KEY = 'Answer key (for the teacher)';

describe.each(topics)('the pack on %s', (id, title) => {
  const topic = record.topics.find((one) => one.id === id)!;

  test('plans 50 minutes, and every link of the plan leads to its step', async () => {
    const html = await fs.readFile(file(id, 'index.html'), 'utf8');
    const minutes = Array.from(html.matchAll(/data-minutes="(\d+)"/gu), ([, number]) => Number(number));
    expect(minutes.reduce((sum, number) => sum + number, 0)).toBe(50);
    for (const step of lesson(topic, record).plan) {
      expect(html).toContain(`href="#${step.id}"`);
      expect(html).toContain(`id="${step.id}"`);
    }
  });

  test('leaks nothing in its page and its slides, in words or in markup', async () => {
    for (const name of ['index.html', 'slides/index.html']) expect(findLeaks(await fs.readFile(file(id, name), 'utf8'), parties, speakers), name).toEqual([]);
  });

  test('holds the answer to every card and every text on a page of its own', async () => {
    const [pack, key] = [lesson(topic, record), lessonKey(topic, record)];
    const page = await browser.open(`class/${id}/key/`, { javaScriptEnabled: false });
    const answers = await page.locator('[data-answer]').evaluateAll((items) => items.map((item) => [item.getAttribute('data-answer') ?? '', item.textContent ?? ''] as const));
    expect(answers.map(([label]) => label)).toEqual([...pack.cards, ...pack.sources.texts].map(({ label }) => label));
    const expected = [...key.questions.flatMap((question) => question.answers), ...key.texts];
    for (const [index, { quote }] of expected.entries()) {
      expect(answers[index]?.[1]).toContain(quote.party.name);
      expect(answers[index]?.[1]).toContain(quote.speaker.name);
    }
  });

  test('is a PDF of at most 1 MB with title, language, tags, bookmarks and alternative text', async () => {
    const bytes = await fs.readFile(file(id, 'pack.pdf'));
    expect(bytes.length).toBeLessThanOrEqual(LESSON_PDF_BYTES);
    const pdf = await readPdf(bytes);
    expect(pdf.title).toContain(title);
    expect(pdf.language).toBe('en-GB');
    expect(pdf.tagged).toBe(true);
    expect(pdf.tags.every((roles) => roles.length > 3)).toBe(true);
    expect(pdf.tags.flat()).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Figure', 'Link', 'BlockQuote']));
    expect(pdf.bookmarks).toEqual(expect.arrayContaining([`${title}: lesson pack`, 'Starter', 'Sort the cards', 'Look at the sources', 'Talk', 'Exit ticket', 'Words to know', KEY, 'Statement of balance']));
    for (const { question } of topic.dimensions) expect(pdf.bookmarks.some((bookmark) => bookmark.endsWith(question))).toBe(true);
    expect(pdf.alternatives.some((text) => text.startsWith('QR code') && text.endsWith(`/topics/${id}/`))).toBe(true);
    expect(pdf.bookmarks.filter((bookmark) => findLeaks(bookmark, parties, speakers).length > 0)).toEqual([]);
  });

  test('keeps its answers on the last pages of the PDF, and leaks nothing before', async () => {
    const { pages } = await readPdf(await fs.readFile(file(id, 'pack.pdf')));
    const pack = lesson(topic, record);
    const first = pages.findIndex((text) => text.includes(KEY));
    expect(first).toBeGreaterThan(pack.sheets.length + 5);
    const before = pages.slice(0, first);
    expect(before.flatMap((text) => findLeaks(text, parties, speakers))).toEqual([]);
    const after = pages.slice(first).join('\n');
    for (const party of parties) expect(after).toContain(party.name);
    for (const line of [...pack.exit, 'Ask of each text', 'My reason']) expect(after).not.toContain(line);
  });

  test('prints four whole cards to a page', async () => {
    const { pages } = await readPdf(await fs.readFile(file(id, 'pack.pdf')));
    for (const sheet of lesson(topic, record).sheets) {
      const found = pages.filter((text) => sheet.every(({ label }) => new RegExp(`(?:^|\\s)${label}(?:\\s|$)`, 'u').test(text)) && /Cards? \d[A-E]/u.test(text));
      expect(found.length, sheet.map(({ label }) => label).join(' ')).toBeGreaterThanOrEqual(1);
    }
  });

  test.each([
    ['A4', 794],
    ['Letter', 816],
  ])('lets no words run over the edge of a card on %s', async (_, width) => {
    const page = await browser.open(`class/${id}/`, { viewport: { width: width - 113, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const over = await page.locator('.cut-card').evaluateAll((cards) => cards.filter((card) => card.scrollHeight > card.clientHeight + 1).map((card) => card.getAttribute('data-card')));
    expect(over).toEqual([]);
  });
});

test('the zip opens from disk, asks nothing of the network, and its links inside the pack work', async () => {
  const folder = await fs.mkdtemp(path.join(inject('siteFolder'), '..', 'pack-'));
  const files = unzipSync(await fs.readFile(file('housing', 'pack.zip')));
  for (const [name, bytes] of Object.entries(files)) await fs.writeFile(path.join(folder, name), bytes);
  expect(Object.keys(files).sort()).toEqual(['README.txt', 'housing-answer-key.html', 'housing-lesson.html', 'housing-lesson.pdf']);
  expect(findLeaks(strFromU8(files['housing-lesson.html']!), parties, speakers)).toEqual([]);
  expect(strFromU8(files['housing-lesson.html']!)).not.toMatch(/(?:href|src)="\//u);
  const page = await browser.open('404.html');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(path.join(folder, 'housing-lesson.html')).href);
  expect(await page.locator('.cut-card').count()).toBe(
    lesson(
      record.topics.find(({ id }) => id === 'housing')!,
      record,
    ).cards.length,
  );
  // A card keeps its edge: the styles are in the file.
  expect(
    await page
      .locator('.cut-card')
      .first()
      .evaluate((card) => getComputedStyle(card).borderTopStyle),
  ).toBe('dashed');
  await page.getByRole('link', { name: 'Answer key' }).first().click();
  expect(await page.locator('h1').textContent()).toBe(KEY);
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
  await fs.rm(folder, { recursive: true });
});

test('printing twice gives the same bytes', async () => {
  const hashes = () =>
    Promise.all(
      topics.flatMap(([id]) =>
        ['pack.pdf', 'pack.zip'].map(
          async (name) =>
            `${id}/${name} ${createHash('sha256')
              .update(await fs.readFile(file(id, name)))
              .digest('hex')}`,
        ),
      ),
    );
  const before = await hashes();
  await makeLessonFiles(inject('siteFolder'), { record, entries });
  expect(await hashes()).toEqual(before);
});

describe('the slides', () => {
  const SLIDES = 'class/channel-returns/slides/';
  const shown = '.slide:visible';

  test('turn by keyboard, with the number in the address and in words', async () => {
    const page = await browser.open(SLIDES, { viewport: { width: 1920, height: 1080 } });
    const total = await page.locator('.slide').count();
    const at = async () => ({ ids: await page.locator(shown).evaluateAll((slides) => slides.map(({ id }) => id)), status: (await page.locator('[role=status]').textContent())?.split(':')[0] });
    expect(await at()).toEqual({ ids: ['slide-1'], status: `1 of ${total}` });
    for (const [key, number] of [
      ['ArrowRight', 2],
      ['ArrowDown', 3],
      [' ', 4],
      ['PageDown', 5],
      ['ArrowLeft', 4],
      ['ArrowUp', 3],
      ['Shift+Space', 2],
      ['End', total],
      ['ArrowRight', total],
      ['Home', 1],
      ['ArrowLeft', 1],
    ] as const) {
      await page.keyboard.press(key);
      expect(await at(), key).toEqual({ ids: [`slide-${number}`], status: `${number} of ${total}` });
    }
    await page.keyboard.press('ArrowRight');
    expect(page.url()).toMatch(/#slide-2$/u);
    await page.locator('[data-next]').focus();
    await page.keyboard.press(' ');
    expect((await at()).ids).toEqual(['slide-3']);
  });

  test('open where a link says, and follow it', async () => {
    const page = await browser.open(`${SLIDES}#slide-7`);
    expect(await page.locator(shown).getAttribute('id')).toBe('slide-7');
    await page.evaluate(() => (location.hash = '#slide-9'));
    await expect.poll(() => page.locator(shown).getAttribute('id')).toBe('slide-9');
    await page.evaluate(() => (location.hash = '#slide-999'));
    await expect.poll(() => page.locator(shown).getAttribute('id')).toBe(`slide-${await page.locator('.slide').count()}`);
  });

  test('turn by touch at 320 px, by button and by swipe', async () => {
    const page = await browser.open(SLIDES, { viewport: { width: 320, height: 640 }, hasTouch: true });
    await page.locator('[data-next]').tap();
    expect(await page.locator(shown).getAttribute('id')).toBe('slide-2');
    const swipe = (from: number, to: number) =>
      page.evaluate(
        ([start, end]) => {
          const deck = document.querySelector('slide-deck')!;
          const finger = (clientX: number) => [new Touch({ identifier: 1, target: deck, clientX, clientY: 200 })];
          deck.dispatchEvent(new TouchEvent('touchstart', { touches: finger(start!), bubbles: true }));
          deck.dispatchEvent(new TouchEvent('touchend', { changedTouches: finger(end!), bubbles: true }));
        },
        [from, to],
      );
    await swipe(280, 60);
    expect(await page.locator(shown).getAttribute('id')).toBe('slide-3');
    await swipe(60, 280);
    expect(await page.locator(shown).getAttribute('id')).toBe('slide-2');
  });

  test.each(topics)('on %s fit a projector of 1920 px, one a screen, in letters that can be read from the back', async (id) => {
    const page = await browser.open(`class/${id}/slides/`, { viewport: { width: 1920, height: 1080 } });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const total = await page.locator('.slide').count();
    for (let number = 1; number <= total; number++) {
      const { over, small } = await page.evaluate(() => ({
        over: document.documentElement.scrollHeight - innerHeight,
        small: [...document.querySelectorAll('.slide[data-shown] :is(p, li, blockquote, h1, h2)')].filter((part) => Number.parseFloat(getComputedStyle(part).fontSize) < 28).length,
      }));
      expect({ number, over: over > 1, small }).toEqual({ number, over: false, small: 0 });
      await page.keyboard.press('ArrowRight');
    }
  });

  test('are a plain long page without JavaScript, a section a screen', async () => {
    const page = await browser.open(SLIDES, { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const count = await page.locator('.slide').count();
    expect(await page.locator(shown).count()).toBe(count);
    expect((await page.locator('.slide').first().boundingBox())?.height).toBeGreaterThan(600);
    expect(await page.locator('.deck-bar').isVisible()).toBe(false);
  });
});
