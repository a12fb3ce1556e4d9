import fs from 'node:fs/promises';
import path from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { site } from '../../src/site/settings.ts';
import { siteBrowser } from '../support/browser.ts';
import { CHANGED, PLAIN } from '../support/variant-content.ts';

const home = inject('variantUrl');
const BASE = new URL(home).pathname;
const FOLDER = inject('variantFolder');
const PATIENT = { timeout: 15_000 };

const browser = siteBrowser(() => home);
const route = (page: Page) => page.url().slice(home.length);

test('a reader gets from the home page to a topic, a question, a quote and its source, and back', async () => {
  const { page, wrong } = await browser.openHearing('');
  const main = page.locator('main');
  for (const [link, arrives] of [
    ['a[href$="/topics/bridge/"]', 'topics/bridge/'],
    ['a[href$="/topics/bridge/build/"]', 'topics/bridge/build/'],
    ['a[href*="/quotes/"]', 'quotes/**'],
    ['a[href*="/sources/"]', 'sources/**'],
  ] as const) {
    await main.locator(link).first().click();
    await page.waitForURL(home + arrives);
  }
  await page.locator('header a').first().click();
  await page.waitForURL(home);
  expect(wrong).toEqual([]);
});

test('search finds, and opens what it found', async () => {
  const { page, wrong } = await browser.openHearing('');
  await page.locator('#home-find').fill(`"${PLAIN.split(' ').slice(0, 5).join(' ')}"`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${home}search/**`);
  await expect.poll(() => page.locator('a.result').count(), PATIENT).toBe(1);
  await page.locator('a.result').click();
  await page.waitForURL(`${home}quotes/${CHANGED.plain}/**`);
  expect(wrong).toEqual([]);
});

test('a choice of parties is kept in the address and in the links that lead on', async () => {
  const { page, wrong } = await browser.openHearing('topics/bridge/');
  await page.locator('#show-party-a').uncheck();
  await expect.poll(() => new URL(page.url()).search).toBe('?parties=party-b');
  await page.reload();
  expect(await page.locator('#build-party-a').isVisible()).toBe(false);
  await page.locator('main a[href*="/topics/bridge/build/"]').first().click();
  await page.waitForURL(/build/u);
  expect(route(page)).toBe('topics/bridge/build/?parties=party-b');
  expect(wrong).toEqual([]);
});

test.each(['check/', 'match/', 'class/who-said-it/', 'blind/bridge/', 'offline/', 'data/', `embed/quotes/${CHANGED.plain}/`])('%s loads what it needs from under the base alone', async (at) => {
  const { wrong } = await browser.openHearing(at);
  expect(wrong).toEqual([]);
});

test('a page that is not there says so, with links that lead back', async () => {
  const page = await browser.open('nowhere/');
  expect((await fetch(`${home}nowhere/`)).status).toBe(404);
  const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !link.startsWith(BASE))).toEqual([]);
  expect((await fetch(new URL('/', home))).status).toBe(404);
});

test('every internal link and fragment resolves under the base', async () => {
  const { links } = await new LinkChecker().check({ path: home, recurse: true, checkFragments: true, concurrency: 20, linksToSkip: async (link) => !link.startsWith(new URL(home).origin) });
  const checked = links.filter(({ state }) => state !== LinkState.SKIPPED);
  expect(checked.length).toBeGreaterThan(50);
  expect(checked.filter(({ state, url }) => state === LinkState.BROKEN || !url.startsWith(home)).map(({ url, parent }) => `${parent} → ${url}`)).toEqual([]);
});

test('no file names an address of ours outside the base', async () => {
  const files = (await fs.readdir(FOLDER, { recursive: true })).filter((file) => /\.(?:html|xml|json|csv|cff|txt|js)$/u.test(file) && !file.startsWith('admin'));
  const own = new RegExp(`${RegExp.escape(site.url)}(?!${RegExp.escape(BASE.slice(0, -1))}[/"<”\\s])[^\\s"<]*`, 'gu');
  const wrong = await Promise.all(
    files.map(async (file) => {
      const text = await fs.readFile(path.join(FOLDER, file), 'utf8');
      const addresses = [...text.matchAll(own)].map(([address]) => address);
      const links = file.endsWith('.html') ? [...text.matchAll(/\s(?:href|src|action|data-[\w-]+)="(\/[^"]*)"/gu)].map(([, link = '']) => link).filter((link) => !link.startsWith(BASE)) : [];
      return [...new Set([...addresses, ...links])].map((address) => `${file}: ${address}`);
    }),
  );
  expect(files.length).toBeGreaterThan(50);
  // The search page adds its links, which begin with the base, to the address of the host.
  expect(wrong.flat().filter((line) => line !== `search/index.html: ${site.url}`)).toEqual([]);
});

test('robots.txt names the sitemap by its full address, and the sitemap leads to every page of its list', async () => {
  const full = `${site.url}${BASE}`;
  const addresses = async (file: string, pattern: RegExp) => [...(await (await fetch(home + file)).text()).matchAll(pattern)].map(([, address = '']) => address.replace(full, ''));
  const [index = 'none'] = await addresses('robots.txt', /^Sitemap: (\S+)$/gmu);
  const [pages = 'none'] = await addresses(index, /<loc>([^<]+)<\/loc>/gu);
  const listed = await addresses(pages, /<loc>([^<]+)<\/loc>/gu);
  expect(listed).toEqual(expect.arrayContaining(['', 'topics/bridge/']));
  const statuses = await Promise.all(listed.map(async (page) => (await fetch(home + page, { method: 'HEAD' })).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
});
