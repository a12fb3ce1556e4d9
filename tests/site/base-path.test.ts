import fs from 'node:fs/promises';
import path from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { site } from '../../src/site/settings.ts';
import { type PreviewServer, startPreview } from '../../src/cli/preview-server.ts';
import { siteBrowser } from '../support/browser.ts';
import { buildVariant } from '../support/build-variant.ts';

/** As on a project page of GitHub Pages, where other projects live beside ours. */
const BASE = '/on-record/';
const FOLDER = '.tmp/base-path';
const PATIENT = { timeout: 15_000 };

const browser = siteBrowser();
let server: PreviewServer;

beforeAll(async () => {
  await buildVariant(FOLDER, { BASE_PATH: BASE });
  server = await startPreview(FOLDER, 4480, BASE);
});
afterAll(() => server.close());

/** Opens a page and notes every request that leaves the base. */
async function open(route: string): Promise<{ page: Page; outside: string[] }> {
  const page = await browser.open('robots.txt');
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) outside.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(server.url + route, { waitUntil: 'load' });
  return { page, outside };
}

const route = (page: Page) => page.url().slice(server.url.length);

test('a reader gets from the home page to a topic, a question, a quote and its source', async () => {
  const { page, outside } = await open('');
  await page.locator('main a[href$="/topics/channel-returns/"]').first().click();
  await page.waitForURL(`${server.url}topics/channel-returns/`);
  await page.locator('main a[href$="/topics/channel-returns/one-for-one/"]').first().click();
  await page.waitForURL(`${server.url}topics/channel-returns/one-for-one/`);
  await page.locator('main a[href*="/quotes/"]').first().click();
  await page.waitForURL(`${server.url}quotes/**`);
  expect(await page.locator('main blockquote').first().textContent()).toMatch(/\S/u);
  await page.locator('main a[href*="/sources/"]').first().click();
  await page.waitForURL(`${server.url}sources/**`);
  await page.locator('header a').first().click();
  await page.waitForURL(server.url);
  expect(outside).toEqual([]);
});

test('search finds, and opens what it found', async () => {
  const { page, outside } = await open('');
  await page.locator('#home-find').fill('"securing and closing our borders"');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.url}search/**`);
  await expect.poll(() => page.locator('a.result').count(), PATIENT).toBe(1);
  await page.locator('a.result').click();
  await page.waitForURL(`${server.url}quotes/anderson-one-for-one-2025-04-16/**`);
  expect(outside).toEqual([]);
});

test('a choice of parties is kept in the address and in the links that lead on', async () => {
  const { page, outside } = await open('topics/channel-returns/');
  await page.locator('#show-greens').uncheck();
  await expect.poll(() => new URL(page.url()).search).toBe('?parties=conservatives,labour,lib-dems,reform');
  const address = page.url();
  await page.goto(address);
  expect(await page.locator('#one-for-one-greens').isVisible()).toBe(false);
  await page.locator('main a[href*="/topics/channel-returns/one-for-one/"]').first().click();
  await page.waitForURL(/one-for-one/u);
  expect(route(page)).toBe('topics/channel-returns/one-for-one/?parties=conservatives,labour,lib-dems,reform');
  expect(outside).toEqual([]);
});

test.each([
  ['check/', 'quotes'],
  ['match/', 'questions'],
  ['class/who-said-it/', 'the quiz'],
  ['blind/channel-returns/', 'quotes without names'],
  ['offline/', 'what can be kept'],
  ['data/', 'the data'],
  ['embed/quotes/anderson-one-for-one-2025-04-16/', 'an embedded quote'],
])('%s loads %s from under the base alone', async (at) => {
  const { page, outside } = await open(at);
  await page.waitForLoadState('networkidle');
  expect(outside).toEqual([]);
});

test('a page that is not there says so, with links that lead back', async () => {
  const page = await browser.open('robots.txt');
  const response = await page.goto(`${server.url}nowhere/`);
  expect(response?.status()).toBe(404);
  const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !link.startsWith(BASE))).toEqual([]);
  expect((await fetch(server.url.replace(BASE, '/'))).status).toBe(404);
});

test('every internal link and fragment resolves under the base', async () => {
  const { links } = await new LinkChecker().check({ path: server.url, recurse: true, checkFragments: true, concurrency: 20, linksToSkip: async (link) => !link.startsWith(new URL(server.url).origin) });
  // This build has no share pictures, PDFs and zips.
  const checked = links.filter(({ state, url }) => state !== LinkState.SKIPPED && !/\/cards\/|\.(?:pdf|zip)$/u.test(url));
  expect(checked.length).toBeGreaterThan(500);
  expect(checked.filter(({ state, url }) => state === LinkState.BROKEN || !url.startsWith(server.url)).map(({ url, parent }) => `${parent} → ${url}`)).toEqual([]);
});

test('no file names an address of ours outside the base', async () => {
  const files = (await fs.readdir(FOLDER, { recursive: true })).filter((file) => /\.(?:html|xml|json|csv|bib|ris|cff|txt|js)$/u.test(file));
  const own = new RegExp(`${RegExp.escape(site.url)}(?!${RegExp.escape(BASE.slice(0, -1))}[/"<”\\s])[^\\s"<]*`, 'gu');
  const wrong = await Promise.all(
    files.map(async (file) => {
      const text = await fs.readFile(path.join(FOLDER, file), 'utf8');
      const addresses = [...text.matchAll(own)].map(([address]) => address);
      const links = file.endsWith('.html') ? [...text.matchAll(/\s(?:href|src|action|data-[\w-]+)="(\/[^"]*)"/gu)].map(([, link = '']) => link).filter((link) => !link.startsWith(BASE)) : [];
      return [...new Set([...addresses, ...links])].map((address) => `${file}: ${address}`);
    }),
  );
  expect(files.length).toBeGreaterThan(1000);
  // The search page adds its links, which begin with the base, to the address of the host.
  expect(wrong.flat().filter((line) => line !== `search/index.html: ${site.url}`)).toEqual([]);
});

test('robots.txt names the sitemap by its full address, and the sitemap leads to every page of its list', async () => {
  const home = `${site.url}${BASE}`;
  const addresses = async (file: string, pattern: RegExp) => [...(await (await fetch(server.url + file)).text()).matchAll(pattern)].map(([, address = '']) => address.replace(home, ''));
  const [index = 'none'] = await addresses('robots.txt', /^Sitemap: (\S+)$/gmu);
  const [pages = 'none'] = await addresses(index, /<loc>([^<]+)<\/loc>/gu);
  const listed = await addresses(pages, /<loc>([^<]+)<\/loc>/gu);
  expect(listed).toEqual(expect.arrayContaining(['', 'topics/channel-returns/']));
  const statuses = await Promise.all(listed.map(async (page) => (await fetch(server.url + page, { method: 'HEAD' })).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
});
