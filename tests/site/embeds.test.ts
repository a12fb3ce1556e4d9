import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { quoteEmbed } from '../../src/features/embed/embeds.ts';
import { site } from '../../src/site/settings.ts';
import { record } from '../support/edition.ts';
import { siteBrowser } from '../support/browser.ts';

const QUOTE = 'davies-one-for-one-2025-07-17';
const browser = siteBrowser();
/** Every embed: path below `/embed/` and its HTML. */
let embeds: { name: string; html: string }[];

/** Where programs read what oEmbed says of an embed. */
const oembedOf = (name: string) => (name.startsWith('quotes/') ? `data/v1/${name}.json` : `oembed/${name}.json`);

const read = (file: string) => fs.readFile(path.join(inject('siteFolder'), file), 'utf8');

beforeAll(async () => {
  const dimensions = record.topics.flatMap((topic) => topic.dimensions.map(({ id }) => `${topic.id}/${id}`));
  const names = [...record.quotes.map(({ id }) => `quotes/${id}`), ...dimensions];
  embeds = await Promise.all(names.map(async (name) => ({ name, html: await read(`embed/${name}/index.html`) })));
});

/** What no embed may hold, so that a page it stands in loads nothing but it. */
const FETCHED = /<script\s|<img|<iframe|<link[^>]+rel="(?:stylesheet|preload|modulepreload)"|@import|@font-face|url\(|\sstyle="/iu;

describe('every embed', () => {
  test('fetches nothing and stays out of search engines', () => {
    expect(embeds.filter(({ html }) => FETCHED.test(html)).map(({ name }) => name)).toEqual([]);
    expect(embeds.filter(({ html }) => !/<meta name="robots" content="noindex"/u.test(html)).map(({ name }) => name)).toEqual([]);
  });

  test('opens each link in a new tab that cannot reach back', () => {
    for (const { name, html } of embeds) {
      expect(html, name).toMatch(/<base target="_blank"/u);
      const reaching = (html.match(/<a\s[^>]*>/gu) ?? []).filter((link) => !/rel="[^"]*noopener/u.test(link));
      expect(reaching, name).toEqual([]);
    }
  });

  test('keeps the attribution out of the blockquote and leads back to its page', () => {
    for (const { name, html } of embeds) {
      for (const quoted of html.match(/<blockquote[\s\S]*?<\/blockquote>/gu) ?? []) expect(quoted, name).not.toMatch(/<(?:a|cite|footer|figcaption)\b/u);
      expect(html, name).toContain(`<a class="home" href="/${name.startsWith('quotes/') ? name : `topics/${name}`}/"`);
    }
  });

  test('has an oEmbed document whose frame shows it', async () => {
    for (const { name } of embeds) {
      const document = JSON.parse(await read(oembedOf(name))) as Record<string, string | number>;
      expect(document, name).toMatchObject({ version: '1.0', type: 'rich', provider_name: site.name, provider_url: `${site.url}/`, cache_age: 86_400 });
      expect(document['html'], name).toContain(`src="${site.url}/embed/${name}/"`);
      expect(document['html'], name).toContain(`width="${document['width']}" height="${document['height']}"`);
      expect(String(document['title']).length, name).toBeGreaterThan(5);
    }
  });
});

test('a quote’s page leads programs to its oEmbed document and its card', async () => {
  for (const { id } of record.quotes) {
    const html = await read(`quotes/${id}/index.html`);
    expect(html, id).toContain(`<link rel="alternate" type="application/json+oembed"`);
    expect(html, id).toContain(`href="${site.url}/data/v1/quotes/${id}.json"`);
    expect(html, id).toContain(`<meta property="og:image" content="${site.url}/cards/quotes/${id}.png">`);
    await expect(fs.stat(path.join(inject('siteFolder'), `cards/quotes/${id}.png`)), id).resolves.toBeTruthy();
  }
});

test.each(['light', 'dark'] as const)('a browser asks for nothing but the embed itself: %s', async (colorScheme) => {
  const page = await browser.open('404.html', { colorScheme });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of [`quotes/${QUOTE}`, 'channel-returns/one-for-one']) await page.goto(browser.url(`embed/${name}/`), { waitUntil: 'networkidle' });
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([browser.url(`embed/quotes/${QUOTE}/`), browser.url('embed/channel-returns/one-for-one/')]);
  expect(await page.context().cookies()).toEqual([]);
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(paper).toBe(colorScheme === 'dark' ? 'rgb(23, 22, 19)' : 'rgb(251, 250, 246)');
});

test('the frame code of a quote copies as it stands on its page', async () => {
  const page = await browser.open(`quotes/${QUOTE}/`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy Frame for a site' }).click();
  await expect.poll(() => page.locator('copy-button', { hasText: 'Copied' }).count()).toBe(1);
  const frame = await page.evaluate(() => navigator.clipboard.readText());
  expect(frame).toContain(`<iframe src="${site.url}/embed/quotes/${QUOTE}/"`);
  expect((await page.locator('#frame').textContent())?.trim()).toBe(frame);
  expect(await page.locator('#html').textContent()).toMatch(/<blockquote cite="https:[\s\S]+<\/blockquote>[\s\S]+Lord Davies of Gower/u);
});

test('a frame of the offered size shows a quote without a scroll bar', async () => {
  const quotes = record.quotes.filter((_, index) => index % 12 === 0).map(quoteEmbed);
  const page = await browser.open('404.html');
  for (const { url, width, height } of quotes) {
    await page.setViewportSize({ width, height });
    await page.goto(url.replace(`${site.url}/`, browser.url('')));
    expect(await page.evaluate(() => document.documentElement.scrollHeight), url).toBeLessThanOrEqual(height);
  }
});

test('without JavaScript every code can be read, and no dead button stands beside it', async () => {
  const page = await browser.open(`quotes/${QUOTE}/`, { javaScriptEnabled: false });
  const codes = page.locator('section[aria-labelledby=cite] details');
  expect(await codes.locator('summary').allTextContents()).toEqual(['Harvard', 'Plain text', 'HTML', 'Markdown', 'BibTeX', 'RIS', 'CSL-JSON', 'Frame for a site']);
  for (const code of await codes.all()) {
    if (!(await code.locator('pre').isVisible())) await code.locator('summary').click();
    expect((await code.locator('pre').innerText()).trim()).not.toBe('');
  }
  expect(await page.locator('copy-button').count()).toBe(0);
});

test('without JavaScript the frame code of a question can be read', async () => {
  const page = await browser.open('topics/channel-returns/one-for-one/', { javaScriptEnabled: false });
  await page.getByText('As a frame').click();
  expect(await page.locator('#embed-iframe').isVisible()).toBe(true);
  expect(await page.locator('copy-button:visible').count()).toBe(0);
});
