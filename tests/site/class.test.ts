import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { lesson } from '../../src/features/class/lesson.ts';
import { lessonKey, questionKey } from '../../src/features/class/lesson-key.ts';
import { questionLesson } from '../../src/features/class/question-lesson.ts';
import { dateInWords } from '../../src/record/dates.ts';
import { findLeaks } from '../../src/record/blind/blind.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';
import { readPdf } from '../support/read-pdf.ts';
import { temporaryFolder } from '../support/small-content.ts';
import { PROJECTOR_TYPE } from '../support/thresholds.ts';

const browser = siteBrowser();
const { parties, speakers } = record;
const bySize = record.topics.toSorted((a, b) => b.quotes.length - a.quotes.length);
/** The longest pack and the shortest. */
const topics = [bySize[0]!, bySize.at(-1)!];
const KEY = 'Answer key (for the teacher)';

const read = (topic: string, name: string) => fs.readFile(path.join(inject('siteFolder'), 'class', topic, name));
const leaksIn = (text: string) => findLeaks(text, parties, speakers);
/** A reader need not wait for the fonts, but paper and a projector show them. */
const loadFonts = (page: Page) => page.evaluate(() => document.fonts.ready.then(() => undefined));

describe.each(topics)('the pack on $id', (topic) => {
  const { id, title, dimensions } = topic;
  const pack = lesson(topic, record);

  test('plans 50 minutes, and every link of the plan leads to its step', async () => {
    const html = (await read(id, 'index.html')).toString();
    const minutes = Array.from(html.matchAll(/data-minutes="(\d+)"/gu), ([, number]) => Number(number));
    expect(minutes.reduce((sum, number) => sum + number, 0)).toBe(50);
    for (const step of pack.plan) for (const part of [`href="#${step.id}"`, `id="${step.id}"`]) expect(html).toContain(part);
  });

  test('leaks nothing in its page and its slides, in words or in markup', async () => {
    for (const name of ['index.html', 'slides/index.html', ...dimensions.flatMap((dimension) => [`${dimension.id}/index.html`, `${dimension.id}/slides/index.html`])]) expect(leaksIn((await read(id, name)).toString()), name).toEqual([]);
  });

  test('holds the answer to every card and every text on a page of its own, each shown only when asked for', async () => {
    const key = lessonKey(topic, record);
    const page = await browser.open(`class/${id}/key/`, { javaScriptEnabled: false });
    expect(await page.locator('details[open]').count()).toBe(0);
    const answers = await page.locator('[data-answer]:not([data-only="question"] *)').evaluateAll((items) => items.map((item) => [item.getAttribute('data-answer') ?? '', item.textContent ?? ''] as const));
    expect(answers.map(([label]) => label)).toEqual([...pack.cards, ...pack.sources.texts].map(({ label }) => label));
    for (const [index, { quote }] of [...key.questions.flatMap((question) => question.answers), ...key.texts].entries()) for (const name of [quote.party.name, quote.speaker.name]) expect(answers[index]?.[1]).toContain(name);
  });

  test('opens the answers to a question by its link', async () => {
    const page = await browser.open(`class/${id}/key/#${dimensions[1]?.id}`, { javaScriptEnabled: false });
    expect(await page.locator('details[open]').getAttribute('id')).toBe('answers-2');
  });

  test('is a PDF that has every step in its bookmarks and prints whole cards', async () => {
    const { pages, bookmarks, alternatives, tags } = await readPdf(await read(id, 'pack.pdf'));
    expect(tags.flat()).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Figure', 'Link', 'BlockQuote']));
    expect(bookmarks).toEqual(expect.arrayContaining([`${title}: lesson pack`, 'Starter', 'Sort the cards', 'Look at the sources', 'Talk', 'Exit ticket', 'Words to know', KEY, 'Statement of balance']));
    expect(dimensions.filter(({ question }) => !bookmarks.some((bookmark) => bookmark.endsWith(question)))).toEqual([]);
    expect(alternatives.some((text) => text.startsWith('QR code') && text.endsWith(`/topics/${id}/`))).toBe(true);
    const holds = (text: string, label: string) => new RegExp(`(?:^|\\s)${label}(?:\\s|$)`, 'u').test(text);
    expect(pack.sheets.filter((sheet) => !pages.some((text) => /Cards? \d[A-Z]/u.test(text) && sheet.every(({ label }) => holds(text, label))))).toEqual([]);
  });

  test.each([
    ['A4', `class/${id}/`, 794],
    ['Letter', `class/${id}/`, 816],
    ['A4, in the lesson on a question', `class/${id}/${dimensions[0]?.id}/`, 794],
  ])('lets no words run over the edge of a card on %s', async (_, route, width) => {
    const page = await browser.open(route, { viewport: { width: width - 113, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    await loadFonts(page);
    const cards = page.locator('[data-card]');
    expect(await cards.count()).toBeGreaterThan(3);
    expect(await cards.evaluateAll((all) => all.filter((card) => card.scrollHeight > card.clientHeight + 1).map((card) => card.getAttribute('data-card')))).toEqual([]);
  });
});

test('the zip unpacks readable by everyone, and from a folder without a network every page, link and script in it works', async () => {
  const topic = topics[0]!;
  const { id } = topic;
  const folder = await temporaryFolder();
  const zip = await read(id, 'pack.zip');
  expect(modesOf(zip)).toEqual(new Set([0o100644]));
  const files = unzipSync(zip);
  for (const [name, bytes] of Object.entries(files)) await fs.writeFile(path.join(folder, name), bytes);
  const beside = (await fs.readdir(path.join(inject('siteFolder'), 'class', id), { recursive: true })).filter((name) => /\.(?!zip)\w+$/u.test(name));
  // All that the site has of this topic, the quiz and the first page.
  expect(Object.keys(files)).toHaveLength(beside.length + 2);

  const page = await browser.open('404.html');
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.context().setOffline(true);
  const open = (file: string) => page.goto(pathToFileURL(path.join(folder, file)).href);
  const dead: string[] = [];
  for (const file of Object.keys(files).filter((name) => name.endsWith('.html'))) {
    await open(file);
    if (!/key|teacher|index/u.test(file) && file !== 'quiz.html') expect(leaksIn(strFromU8(files[file]!)), file).toEqual([]);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    for (const link of links.filter((one) => !one.startsWith('https://'))) {
      const [target = '', fragment] = link.split('#');
      const to = files[target || file];
      if (!to || (fragment && !strFromU8(to).includes(` id="${fragment}"`))) dead.push(`${file}: ${link}`);
    }
  }
  expect(dead).toEqual([]);

  await open('index.html');
  const listed = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  expect(Object.keys(files).filter((name) => name !== 'index.html' && !listed.includes(name))).toEqual([]);
  await page.getByRole('link', { name: 'The lesson: plan' }).last().click();
  // A card keeps its edge: the styles are in the file.
  expect(
    await page
      .locator('[data-card]')
      .first()
      .evaluate((element) => getComputedStyle(element).borderTopStyle),
  ).toBe('dashed');
  await page.getByRole('link', { name: 'Answer key' }).first().click();
  expect(await page.locator('h1').textContent()).toBe(KEY);

  await open(`lesson-${topic.dimensions[0]!.id}-slides.html`);
  await page.keyboard.press('End');
  expect(await page.locator('slide-deck section:visible').count()).toBe(1);
  await page.evaluate(
    (hash) => (location.hash = hash),
    `#${await page
      .locator('[data-answer]')
      .first()
      .evaluate((answer) => answer.closest('section')!.id)}`,
  );
  await page.locator('[data-do=reveal]:visible').click();
  expect(leaksIn((await page.locator('.slide-answer:visible').textContent()) ?? '')).not.toEqual([]);

  await open('index.html');
  await page.getByRole('link', { name: /^A quiz/u }).click();
  const code = (await page.locator('[data-part=made]').textContent()) ?? '';
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.keyboard.press('1');
  const verdict = await page.locator('[data-part=verdict]').textContent();
  expect(verdict).toMatch(/^(?:Right|Wrong)\. Answer: /u);
  await page.reload();
  await expect.poll(() => page.locator('[data-part=verdict]').textContent()).toBe(verdict);
  const words = await page.locator('[data-part=quote]').textContent();
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
  expect(errors).toEqual([]);
  // The same code is the same quiz on the site.
  const online = await browser.open(`class/who-said-it/#code=${code}`);
  await expect.poll(() => online.locator('[data-part=quote]').textContent()).toBe(words);
});

/** The modes of a zip's files, as its list of them says: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3.12). */
function modesOf(zip: Buffer): Set<number> {
  const modes = new Set<number>();
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) modes.add(zip.readUInt8(at + 5) === 3 ? zip.readUInt32LE(at + 38) >>> 16 : 0);
  return modes;
}

describe('the slides', () => {
  const SLIDES = `class/${topics[0]!.id}/slides/`;
  const shown = 'slide-deck section:visible';
  /** Of whole topics, and of one question of each. */
  const decks = [...topics.map(({ id }) => `class/${id}/slides/`), ...topics.map(({ id, dimensions }) => `class/${id}/${dimensions.at(-1)!.id}/slides/`)];

  test('turn by keyboard, with the number in the address and in words', async () => {
    const page = await browser.open(SLIDES, { viewport: { width: 1920, height: 1080 } });
    const total = await page.locator('slide-deck section').count();
    const at = async () => ({ ids: await page.locator(shown).evaluateAll((slides) => slides.map(({ id }) => id)), status: (await page.locator('.deck-count [role=status]').textContent())?.split(':')[0] });
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
    await page.locator('[data-do=next]').focus();
    await page.keyboard.press(' ');
    expect((await at()).ids).toEqual(['slide-3']);
  });

  test('open where a link says, and follow it', async () => {
    const page = await browser.open(`${SLIDES}#slide-7`);
    expect(await page.locator(shown).getAttribute('id')).toBe('slide-7');
    await page.evaluate(() => (location.hash = '#slide-9'));
    await expect.poll(() => page.locator(shown).getAttribute('id')).toBe('slide-9');
    await page.evaluate(() => (location.hash = '#slide-999'));
    await expect.poll(() => page.locator(shown).getAttribute('id')).toBe(`slide-${await page.locator('slide-deck section').count()}`);
  });

  test('turn by touch at 320 px, by button and by swipe', async () => {
    const page = await browser.open(SLIDES, { viewport: { width: 320, height: 640 }, hasTouch: true });
    await page.locator('[data-do=next]').tap();
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

  test.each([
    [1024, 768, 24],
    [1920, 1080, PROJECTOR_TYPE.choice],
  ])('fit a projector of %i px, one a screen and with its answer, in letters that can be read from the back', async (width, height, least) => {
    const page = await browser.open('404.html', { viewport: { width, height } });
    for (const address of decks) {
      await page.goto(browser.url(address));
      await loadFonts(page);
      const total = await page.locator('slide-deck section').count();
      for (let number = 1; number <= total; number++) {
        for (const key of ['', 'r']) {
          if (key !== '') await page.keyboard.press(key);
          const { over, small } = await page.evaluate(
            (smallest) => ({
              over: document.documentElement.scrollHeight - innerHeight,
              small: [...document.querySelectorAll('slide-deck [data-shown] *')]
                .filter((part) => [...part.childNodes].some((node) => node instanceof Text && node.data.trim() !== '') && Number.parseFloat(getComputedStyle(part).fontSize) < smallest)
                .map(({ outerHTML }) => outerHTML),
            }),
            least,
          );
          expect({ address, number, key, over: over > 1, small }).toEqual({ address, number, key, over: false, small: [] });
        }
        await page.keyboard.press('ArrowRight');
      }
    }
  });

  test('say whose words a card holds when they are asked, and hide it again when the slide turns', async () => {
    const { id, dimensions } = topics[0]!;
    const dimension = dimensions[0]!;
    const [answer] = questionKey(topics[0]!, dimension, record).answers;
    const { party, speaker, date, notices } = answer!.quote;
    const page = await browser.open(`class/${id}/${dimension.id}/slides/`, { viewport: { width: 1024, height: 768 } });
    const deck = page.locator('slide-deck');
    const card = deck.locator('section', { hasText: `Card ${answer!.label}` }).first();
    await page.evaluate((hash) => (location.hash = hash), `#${await card.getAttribute('id')}`);
    await expect.poll(() => card.isVisible()).toBe(true);
    expect(leaksIn(await page.content())).toEqual([]);
    await page.keyboard.press('r');
    const told = (await card.locator('.slide-answer p').allTextContents()).join('\n');
    for (const part of [party.name, speaker.name, dateInWords(date), answer!.side, ...answer!.reasons, ...notices]) expect(told).toContain(part);
    expect(await page.locator('.deck-count [role=status]').textContent()).toContain(party.name);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(leaksIn(await page.content())).toEqual([]);
    await card.getByRole('button', { name: 'Whose words are these?' }).click();
    expect(await card.textContent()).toContain(party.name);
    await card.getByRole('button', { name: 'Hide whose words these are' }).click();
    expect(leaksIn(await page.content())).toEqual([]);
  });

  test('go black and come back, count the minutes of a step and explain hard words', async () => {
    const topic = topics[0]!;
    const [dimension] = topic.dimensions;
    const { plan } = questionLesson(topic, dimension!, record);
    const page = await browser.open('404.html', { viewport: { width: 1024, height: 768 } });
    await page.clock.install();
    await page.goto(browser.url(`class/${topic.id}/${dimension!.id}/slides/`));
    const blank = page.locator('.deck-blank');
    const timer = page.locator('[data-do=time]');
    for (const [on, off] of [
      ['b', 'b'],
      ['B', 'Escape'],
      ['b', 'Enter'],
    ] as const) {
      await page.keyboard.press(on);
      expect(await blank.evaluate((cover) => [cover.getBoundingClientRect().width >= innerWidth, getComputedStyle(cover).backgroundColor, document.activeElement === cover])).toEqual([true, 'rgb(0, 0, 0)', true]);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press(off);
      expect(await blank.isVisible()).toBe(false);
    }
    expect(await page.locator(shown).getAttribute('id')).toBe('slide-1');
    expect(await timer.isVisible()).toBe(false);
    await page.keyboard.press('ArrowRight');
    expect(await timer.textContent()).toBe(`Timer: ${plan[0]!.minutes} minutes`);
    await page.keyboard.press('t');
    await page.clock.runFor(61_000);
    expect(await timer.textContent()).toBe(`${plan[0]!.minutes - 2}:59`);
    await timer.click();
    await page.clock.runFor(30_000);
    expect(await timer.textContent()).toBe(`${plan[0]!.minutes - 2}:59`);
    await timer.click();
    await page.clock.runFor(plan[0]!.minutes * 60_000);
    expect(await timer.textContent()).toBe('Time is up');
    expect(await page.locator('.deck-count [role=status]').textContent()).toContain('Time is up.');
    const words = page.locator('slide-deck section', { has: page.locator('dl') }).first();
    await page.evaluate((hash) => (location.hash = hash), `#${await words.getAttribute('id')}`);
    await page.keyboard.press('w');
    expect(await words.locator('dl').isVisible()).toBe(true);
  });

  test('are a plain long page without JavaScript, a section a screen', async () => {
    const page = await browser.open(SLIDES, { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const count = await page.locator('slide-deck section').count();
    expect(await page.locator(shown).count()).toBe(count);
    expect((await page.locator('slide-deck section').first().boundingBox())?.height).toBeGreaterThan(600);
    expect(await page.locator('[data-do=next]').isVisible()).toBe(false);
  });
});
