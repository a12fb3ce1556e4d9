import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { realRecord } from '../support/real-record.ts';
import { siteBrowser } from '../support/browser.ts';
import { CARD_BYTES, FONT_BYTES, MOST_SHIFT, PAGE_BUDGETS } from '../support/budgets.ts';
import { type PageBytes, weighPages } from '../support/page-bytes.ts';
import { PAGE_TYPES } from '../support/page-types.ts';

const browser = siteBrowser();
let pages: PageBytes[];

const read = (file: string) => fs.readFile(path.join(inject('siteFolder'), file), 'utf8');

async function sizesIn(folder: string): Promise<{ file: string; bytes: number }[]> {
  const files = await fs.readdir(path.join(inject('siteFolder'), folder));
  return Promise.all(files.map(async (file) => ({ file, bytes: (await fs.stat(path.join(inject('siteFolder'), folder, file))).size })));
}

beforeAll(async () => {
  pages = await weighPages(inject('siteFolder'));
});

test('every page is of a type with a budget', () => {
  expect(pages.length).toBeGreaterThan(900);
  expect(pages.filter(({ budget }) => !budget).map(({ file }) => file)).toEqual([]);
});

describe.each(PAGE_BUDGETS)('$type', (budget) => {
  const own = () => pages.filter((page) => page.budget === budget);

  test(`each page with its style is at most ${budget.html} bytes compressed`, () => {
    expect(own().length).toBeGreaterThan(0);
    expect(
      own()
        .filter(({ html }) => html > budget.html)
        .map(({ file, html }) => `${file}: ${html} bytes`),
    ).toEqual([]);
  });

  test(`the scripts of each page are at most ${budget.scripts} bytes compressed`, () => {
    expect(
      own()
        .filter(({ scripts }) => scripts > budget.scripts)
        .map(({ file, scripts }) => `${file}: ${scripts} bytes`),
    ).toEqual([]);
  });
});

test('every quote of the record has its page weighed', async () => {
  const { record } = await realRecord();
  const weighed = new Set(pages.filter(({ budget }) => budget?.type === 'quote').map(({ file }) => file));
  expect(record.quotes.map(({ id }) => `quotes/${id}/index.html`).filter((file) => !weighed.has(file))).toEqual([]);
});

test('no page waits for a style sheet or a script before its words', async () => {
  for (const { file } of pages) {
    const html = await read(file);
    expect(html, file).not.toMatch(/<link[^>]+rel="stylesheet"/u);
    expect(html, file).not.toMatch(/<script(?![^>]+type="(?:module|application\/(?:ld\+)?json)")/u);
  }
});

test.each(['topics/channel-returns/', 'topics/climate-and-energy/'])('%s reads whole without JavaScript', async (route) => {
  const words = async (javaScriptEnabled: boolean) => {
    const page = await browser.open(route, { javaScriptEnabled });
    const texts = await page.locator('.card').allTextContents();
    await page.context().close();
    return texts.map((text) => text.replaceAll(/\s+/gu, ' ').trim());
  };
  const without = await words(false);
  expect(without.length).toBeGreaterThan(10);
  expect(without).toEqual(await words(true));
});

test('a topic of more than 40 quotes leaves what it does not show to its questions’ pages, and says how much', async () => {
  const { record } = await realRecord();
  const topic = record.topics.find(({ quotes }) => quotes.length > 40);
  const page = await browser.open(`topics/${topic?.id}/`, { javaScriptEnabled: false });
  const labour = topic?.dimensions[0]?.positions.find(({ party }) => party.id === 'labour');
  const card = page.locator(`#${topic?.dimensions[0]?.id}-labour`);
  expect(labour?.statements.length).toBeGreaterThan(1);
  expect(await card.locator('.said').count()).toBe(1);
  await card.getByRole('link', { name: `${(labour?.statements.length ?? 0) - 1} earlier statements` }).click();
  expect(await page.locator(`#${topic?.dimensions[0]?.id}-labour .said`).count()).toBe(labour?.statements.length);
  await page.context().close();
});

describe('fonts', () => {
  test(`are at most ${FONT_BYTES} bytes in all`, async () => {
    const fonts = await sizesIn('_astro/fonts');
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(FONT_BYTES);
  });

  test('are only those that pages use, and each is preloaded where it shows first', async () => {
    const shipped = (await sizesIn('_astro/fonts')).map(({ file }) => `/_astro/fonts/${file}`).sort();
    for (const { file, budget } of pages.filter((one) => one.budget?.type !== 'embed')) {
      const html = await read(file);
      const preloaded = [...html.matchAll(/<link rel="preload" href="([^"]+)" as="font"/gu)].map((match) => match[1]).sort();
      const faces = [...html.matchAll(/src:url\(([^)]+)\)\s*format\("woff2"\)/gu)].map((match) => match[1]).sort();
      expect(preloaded, `${file} (${budget?.type})`).toEqual(shipped);
      expect(faces, file).toEqual(shipped);
    }
  });

  test.each(['', 'topics/channel-returns/', 'quotes/anderson-one-for-one-2025-04-16/'])('"%s" shows both faces', async (route) => {
    const page = await browser.open(route);
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBe(2);
    await page.context().close();
  });
});

describe('pictures', () => {
  test('every <img> says its width and height', async () => {
    for (const { file } of pages) expect((await read(file)).match(/<img(?![^>]*\swidth="\d+")[^>]*>|<img(?![^>]*\sheight="\d+")[^>]*>/gu), file).toBeNull();
  });

  test(`every share picture is at most ${CARD_BYTES} bytes`, async () => {
    const cards = [...(await sizesIn('cards/quotes')), ...(await sizesIn('cards/topics'))];
    expect(cards.length).toBeGreaterThan(290);
    expect(cards.filter(({ bytes }) => bytes > CARD_BYTES).map(({ file, bytes }) => `${file}: ${bytes} bytes`)).toEqual([]);
  });
});

test.each(PAGE_TYPES)('nothing shifts on %s as fonts and scripts come late', async (_, route) => {
  const page = await browser.open('robots.txt', { viewport: { width: 412, height: 823 } });
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) shifts.total += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Later than the first picture, so that a shift shows on a fast machine too.
  await page.route(/\.(?:woff2|js)$/u, async (late) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await late.continue();
  });
  await page.goto(browser.url(route), { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total)).toBeLessThan(MOST_SHIFT);
  await page.context().close();
});
