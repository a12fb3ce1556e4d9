import fs from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { LinkChecker, LinkState } from 'linkinator';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CITATION_FORMATS } from '../../src/domain/cite.ts';
import { type PreviewServer, startPreview } from '../../src/tools/preview-server.ts';
import { realRecord } from '../fixtures/real-record.ts';
import { siteBrowser } from '../support/browser.ts';
import { buildVariant } from '../support/build-variant.ts';

const FOLDER = '.tmp/large-record';
const QUOTE = 'anderson-one-for-one-2025-04-16';
const PLACE = 'topics/channel-returns/one-for-one/';
const PATIENT = { timeout: 15_000 };

const browser = siteBrowser();
const { record } = await realRecord();
let server: PreviewServer;
let files: string[] = [];

beforeAll(async () => {
  await buildVariant(FOLDER, { LARGE_RECORD: '1' });
  server = await startPreview(FOLDER, 4500);
  files = (await fs.readdir(FOLDER, { recursive: true })).map((file) => file.split(path.sep).join('/')).filter((file) => path.extname(file) !== '');
});
afterAll(() => server.close());

async function open(route: string): Promise<Page> {
  const page = await browser.open('robots.txt');
  await page.goto(server.url + route, { waitUntil: 'load' });
  return page;
}

const read = (file: string) => fs.readFile(path.join(FOLDER, file), 'utf8');

test('no file is made for a single quote, and none is written by question but its page', () => {
  expect(files.filter((file) => file.split(/[/.]/u).includes(QUOTE))).toEqual([]);
  const questions = record.topics.flatMap(({ dimensions }) => dimensions);
  expect(files.filter((file) => questions.some(({ id }) => file.split(/[/.]/u).includes(id))).sort()).toEqual(questions.map(({ topic, id }) => `topics/${topic.id}/${id}/index.html`).sort());
});

test('every link and fragment leads somewhere', async () => {
  const { links } = await new LinkChecker().check({ path: server.url, recurse: true, checkFragments: true, concurrency: 20, linksToSkip: async (link) => !link.startsWith(server.url) });
  const checked = links.filter(({ state }) => state !== LinkState.SKIPPED);
  expect(checked.length).toBeGreaterThan(500);
  expect(checked.filter(({ state }) => state === LinkState.BROKEN).map(({ url, parent }) => `${parent} -> ${url}`)).toEqual([]);
});

test.each([
  PLACE,
  'parties/greens/',
  'compare/greens/labour/',
  'match/',
  'match/channel-returns/',
  'coverage/',
  'coverage/channel-returns/',
  'sources/',
  'sources/published/2025/',
  'sources/conservatives-2024-manifesto/',
  'speakers/lee-anderson/',
  'data/',
  'offline/',
  '',
])('/%s is valid HTML', async (route) => {
  const report = await new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'valid-id': ['error', { relaxed: true }], 'no-implicit-button-type': 'off', 'tel-non-breaking': 'off', 'long-title': 'off' } }).validateFile(
    path.join(FOLDER, route, 'index.html'),
  );
  expect(report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`))).toEqual([]);
});

test('a quote stands on its question’s page with source, proof, citation and its own address', async () => {
  const page = await open(`${PLACE}#${QUOTE}`);
  const quote = record.quotes.find(({ id }) => id === QUOTE)!;
  const words = page.locator(`[id="${QUOTE}"]`);
  expect(await words.textContent()).toContain(quote.text);
  expect(await words.evaluate((element) => element.matches(':target'))).toBe(true);
  const details = words.locator('xpath=following-sibling::details[1]');
  await details.locator('summary').click();
  const harvard = CITATION_FORMATS.find(({ id }) => id === 'harvard')!.write(quote, { permalink: `https://on-record.example/${PLACE}#${QUOTE}` });
  expect(await details.innerText()).toContain(harvard);
  expect(await details.locator('a[href*=":~:text="]').count()).toBe(1);
  expect(await details.getByRole('link', { name: quote.source.title }).getAttribute('href')).toBe(`/sources/${quote.source.id}/`);
  await page.context().close();
});

test.each([
  ['a speaker', 'speakers/lee-anderson/', () => record.quotes.filter(({ speaker }) => speaker.id === 'lee-anderson')],
  ['a source', 'sources/conservatives-2024-manifesto/', () => record.quotes.filter(({ source }) => source.id === 'conservatives-2024-manifesto')],
])('the page of %s leads to the place of each quote, in the record’s order, and repeats no words', async (_, route, quotes) => {
  const page = await open(route);
  const links = await page.locator('ul.index a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(quotes().length).toBeGreaterThan(1);
  expect(links).toEqual(quotes().map(({ id, topic, dimension }) => `/topics/${topic.id}/${dimension.id}/#${id}`));
  expect(await page.locator('blockquote').count()).toBe(0);
  await page.context().close();
});

test('search leads to the quote’s place', async () => {
  const page = await open(`search/?q=${encodeURIComponent('"securing and closing our borders"')}`);
  await expect.poll(() => page.locator('a.result').count(), PATIENT).toBe(1);
  expect(await page.locator('a.result').getAttribute('href')).toBe(`/${PLACE}#${QUOTE}`);
  await page.context().close();
});

test('the misquote check and the quiz lead to the quote’s place', async () => {
  const checkable = JSON.parse(await read('check/quotes.json')) as { id: string; page: string }[];
  expect(checkable.find(({ id }) => id === QUOTE)?.page).toBe(`/${PLACE}#${QUOTE}`);
  const { questions } = JSON.parse(await read('class/who-said-it/questions.json')) as { questions: { id: string; page: string }[] };
  expect(questions.every(({ id, page }) => page.startsWith('/topics/') && page.endsWith(`/#${id}`))).toBe(true);
});

test('a party’s and a pair’s page lead to each topic with only them', async () => {
  for (const [route, parties] of [
    ['parties/greens/', ['greens']],
    ['compare/greens/labour/', ['greens', 'labour']],
  ] as const) {
    const page = await open(route);
    await page.locator('main a[href^="/topics/channel-returns/"]').click();
    await page.waitForURL(/\/topics\/channel-returns\/\?parties=/u);
    const shown = await page.locator('.card:visible').evaluateAll((cards) => [...new Set(cards.map((card) => card.getAttribute('data-party')))]);
    expect(shown.sort()).toEqual([...parties].sort());
    await page.context().close();
  }
});

test('“Where do I stand?” asks one topic at a time', async () => {
  const page = await open('match/');
  await page.locator('main a[href="/match/channel-returns/"]').click();
  await page.waitForURL('**/match/channel-returns/');
  expect(await page.locator('main').textContent()).toContain(`these ${record.topics.find(({ id }) => id === 'channel-returns')!.dimensions.length} questions`);
  await page
    .getByRole('radio', { name: /^agree/iu })
    .first()
    .check();
  await page.locator('[data-show]').click();
  await expect.poll(() => page.locator('[data-parties] > li').count(), PATIENT).toBe(5);
  await page.context().close();
});

test('the quotes’ data stand by topic, and together they are all', async () => {
  expect(files).not.toContain('data/v1/quotes.json');
  expect(files).not.toContain('data/v1/record.json');
  const rows = (await Promise.all(record.topics.map(async ({ id }) => JSON.parse(await read(`data/v1/topics/${id}.json`)) as { id: string; url: string }[]))).flat();
  expect(rows.map(({ id }) => id).sort()).toEqual(record.quotes.map(({ id }) => id).sort());
  expect(rows.find(({ id }) => id === QUOTE)?.url).toBe(`https://on-record.example/${PLACE}#${QUOTE}`);
  const page = await open('data/');
  expect(await page.locator('#example-curl').textContent()).toMatch(/\/data\/v1\/topics\/[\w-]+\.csv$/u);
  await page.context().close();
});

test('for offline the topics are kept, and not what a phone has no room for', async () => {
  const { files: kept } = JSON.parse(await read('offline/manifest.json')) as { files: { path: string }[] };
  const paths = kept.map((file) => file.path);
  expect(paths).toContain('topics/channel-returns/');
  expect(paths.filter((file) => /^(?:sources|speakers|blind|search|pagefind|match)\/|^topics\/[^/]+\/[^/]/u.test(file))).toEqual([]);
});
