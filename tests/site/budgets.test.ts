import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { CARD_BYTES, FIRST_VISIT, FONT_BYTES, LOADS_LATER, PAGE_BUDGETS, SCRIPT_FILES } from '../support/budgets.ts';
import { leftOutInWords } from '../../src/features/topic/left-out.ts';
import { record } from '../support/edition.ts';
import { weighPages } from '../support/page-bytes.ts';

const browser = siteBrowser();
const folder = inject('siteFolder');
const pages = await weighPages(folder);

async function sizesIn(under: string): Promise<{ file: string; bytes: number }[]> {
  const files = await fs.readdir(path.join(folder, under));
  return Promise.all(files.map(async (file) => ({ file, bytes: (await fs.stat(path.join(folder, under, file))).size })));
}

test('every page is of a type with a budget', () => expect(pages.filter(({ budget }) => !budget).map(({ file }) => file)).toEqual([]));

describe.each(PAGE_BUDGETS)('$type', (budget) => {
  const own = pages.filter((page) => page.budget === budget);

  test.each(['html', 'scripts'] as const)(`the compressed bytes of each page keep within $html and $scripts: %s`, (part) => {
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((page) => page[part] > budget[part]).map((page) => `${page.file}: ${page[part]} of ${budget[part]} bytes`)).toEqual([]);
  });
});

describe('a first visit', () => {
  const over = (type: string) => pages.filter(({ budget, firstVisit }) => budget?.type === type && firstVisit > FIRST_VISIT.bytes);
  test.each(FIRST_VISIT.types)(`loads at most ${FIRST_VISIT.bytes} bytes, fonts, scripts and icon included: %s`, (type) => expect(over(type).map(({ file, firstVisit }) => `${file}: ${firstVisit} bytes`)).toEqual([]));

  test(`loads at most ${SCRIPT_FILES} scripts, whatever the page`, () =>
    expect(pages.filter(({ file, scriptFiles }) => scriptFiles > SCRIPT_FILES + Number(LOADS_LATER.test(file))).map(({ file, scriptFiles }) => `${file}: ${scriptFiles}`)).toEqual([]));
});

describe('a topic’s page', () => {
  const [fullest, ...others] = record.topics.toSorted((a, b) => b.quotes.length - a.quotes.length);

  test.each([fullest!, others.at(-1)!])('reads whole without JavaScript: $id', async ({ id, dimensions }) => {
    const words = async (javaScriptEnabled: boolean) => {
      const page = await browser.open(`topics/${id}/`, { javaScriptEnabled });
      return (await page.getByRole('article').allTextContents()).map((text) => text.replaceAll(/\s+/gu, ' ').trim());
    };
    const without = await words(false);
    expect(without).toHaveLength(dimensions.length * record.parties.length);
    expect(without).toEqual(await words(true));
  });

  test('leaves what it does not show to its questions’ pages, and says how much', async () => {
    const dimension = fullest!.dimensions.find(({ positions }) => positions.some(({ statements }) => statements.length > 2));
    const position = dimension!.positions.find(({ statements }) => statements.length > 2)!;
    const page = await browser.open(`topics/${fullest!.id}/`, { javaScriptEnabled: false });
    const card = page.locator(`#${dimension!.id}-${position.party.id}`);
    expect(await card.locator('blockquote').count()).toBe(position.statements[0]!.quotes.length);
    await card.getByRole('link', { name: leftOutInWords(position) }).click();
    expect(await card.locator('blockquote').count()).toBe(position.quotes.length);
  });
});

describe('fonts', () => {
  test(`are at most ${FONT_BYTES} bytes in all`, async () => {
    const fonts = await sizesIn('_astro/fonts');
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(FONT_BYTES);
  });

  test('are only those that pages use, and none is asked for before the text', async () => {
    const shipped = (await sizesIn('_astro/fonts')).map(({ file }) => `/_astro/fonts/${file}`).sort();
    for (const { file } of pages.filter(({ budget }) => budget?.type !== 'embed')) {
      const html = await fs.readFile(path.join(folder, file), 'utf8');
      expect(html.match(/<link rel="preload"[^>]*as="font"/u), file).toBeNull();
      expect([...html.matchAll(/src:url\("?([^)"]+\.woff2)"?\)/gu)].map((match) => match[1]).sort(), file).toEqual(shipped);
    }
  });

  test('show on the second page of a visit', async () => {
    const page = await browser.open(`topics/${record.topics[0]?.id}/`);
    await page.evaluate(() => document.fonts.ready);
    await page.getByRole('banner').getByRole('link').first().click();
    await page.waitForLoadState('networkidle');
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.map(({ familyName, isCustomFont }) => [familyName, isCustomFont])).toEqual([['Source Serif 4', true]]);
  });
});

test(`every quote, topic and article has a share picture of at most ${CARD_BYTES} bytes`, async () => {
  const cards = [...(await sizesIn('cards/quotes')), ...(await sizesIn('cards/topics')), ...(await sizesIn('cards/articles'))];
  expect(cards).toHaveLength(record.quotes.length + record.topics.length + record.articles.length);
  expect(cards.filter(({ bytes }) => bytes > CARD_BYTES).map(({ file, bytes }) => `${file}: ${bytes} bytes`)).toEqual([]);
});
