import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PreviewServer, startPreview } from '../../src/cli/preview-server.ts';
import { siteBrowser } from '../support/browser.ts';
import { buildVariant } from '../support/build-variant.ts';

/** A record in which things have happened: a quote withdrawn, one corrected, one superseded, one disowned. */
const CONTENT = '.tmp/changed-content';
const SITE = '.tmp/changed-site';
const WITHDRAWN = 'anderson-one-for-one-2025-04-16-3';
const CORRECTED = 'smart-one-for-one-2025-07-14';
const EARLIER = 'greenwood-one-for-one-2025-04-16';
const LATER = 'mahmood-one-for-one-2026-01-27';
const DISOWNED = 'conservatives-one-for-one-2025-08-06';

const browser = siteBrowser();
let server: PreviewServer;

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await fs.readFile(path.join(CONTENT, file), 'utf8');
  const changed = change(text);
  expect(changed, file).not.toBe(text);
  await fs.writeFile(path.join(CONTENT, file), changed);
}

beforeAll(async () => {
  await fs.rm(CONTENT, { recursive: true, force: true });
  await fs.cp('content', CONTENT, { recursive: true });
  const folder = 'positions/channel-returns/one-for-one';
  await edit(`${folder}/reform.mdx`, (text) => text.replace(new RegExp(` {2}- id: ${WITHDRAWN}\\n[\\s\\S]*?(?=\\n {2}- id:|\\nsilent:)\\n`, 'u'), ''));
  await edit('withdrawn.yaml', () => `- quote: ${WITHDRAWN}\n  topic: channel-returns\n  dimension: one-for-one\n  party: reform\n  date: 2026-10-01\n  reason: Withdrawn for a test.\n`);
  await edit('codings.yaml', (text) => text.replace(new RegExp(`^- quote: ${WITHDRAWN}\\n(?: .*\\n)+`, 'mu'), ''));
  await edit(`${folder}/labour.mdx`, (text) => text.replace(`  - id: ${LATER}\n`, `  - id: ${LATER}\n    supersedes: ${EARLIER}\n`));
  await edit(`${folder}/conservatives.mdx`, (text) => text.replace(`  - id: ${DISOWNED}\n`, `  - id: ${DISOWNED}\n    disowned:\n      date: 2026-09\n      note: Disowned for a test.\n`));
  await fs.mkdir(path.join(CONTENT, 'corrections'), { recursive: true });
  await fs.writeFile(path.join(CONTENT, 'corrections/2026-10-02-test.yaml'), `date: 2026-10-02\nquote: ${CORRECTED}\nwas: What the page said for a test.\nnow: What it says now for a test.\nwhy: Corrected for a test.\n`);
  await buildVariant(SITE, { CONTENT_DIR: CONTENT });
  server = await startPreview(SITE, 4540);
});
afterAll(() => server.close());

const text = async (route: string) => (await fetch(server.url + route)).text();

describe('nothing disappears', () => {
  test('a withdrawn quote keeps its address as a notice with date and reason', async () => {
    const page = await browser.open('robots.txt');
    await page.goto(`${server.url}quotes/${WITHDRAWN}/`);
    expect(await page.locator('h1').textContent()).toBe('This quote was withdrawn');
    expect(await page.locator('main').textContent()).toContain('Withdrawn on 1 October 2026. Withdrawn for a test.');
    expect(await page.locator('blockquote').count()).toBe(0);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  });

  test('it is left out of the topic, the search and the quotes, and stands in the data as withdrawn', async () => {
    expect(await text('topics/channel-returns/')).not.toContain(WITHDRAWN);
    const quotes = JSON.parse(await text('data/v1/quotes.json')) as { id: string }[];
    expect(quotes.map(({ id }) => id)).not.toContain(WITHDRAWN);
    const withdrawn = JSON.parse(await text('data/v1/withdrawn.json')) as { id: string; date: string }[];
    expect(withdrawn.map(({ id, date }) => [id, date])).toEqual([[WITHDRAWN, '2026-10-01']]);
    const page = await browser.open('robots.txt');
    await page.goto(`${server.url}search/?q=${encodeURIComponent('"reducing the number of illegal migrants"')}`);
    await expect.poll(() => page.locator('[role=status]').first().textContent()).toBe('No quote found.');
  });

  test('the list of corrections and withdrawals, and the feed, say so', async () => {
    const list = await text('about/corrections/');
    expect(list).toContain('Corrected for a test.');
    expect(list).toContain('Withdrawn for a test.');
    expect(await text('feeds/corrections.xml')).toContain('Corrected for a test.');
  });

  test('a corrected quote shows what it said, when and why', async () => {
    const html = await text(`quotes/${CORRECTED}/`);
    expect(html).toContain('Corrected on 2 October 2026.');
    expect(html).toContain('What the page said for a test.');
  });
});

describe('later positions never overwrite earlier ones', () => {
  test('the later quote names the earlier, the earlier the later', async () => {
    expect(await text(`quotes/${EARLIER}/`)).toMatch(new RegExp(`Superseded[\\s\\S]{0,300}/quotes/${LATER}/`, 'u'));
    expect(await text(`quotes/${LATER}/`)).toMatch(new RegExp(`Supersedes[\\s\\S]{0,300}/quotes/${EARLIER}/`, 'u'));
  });

  test('both stand on the question’s page, the newest first', async () => {
    const html = await text('topics/channel-returns/one-for-one/');
    const at = (id: string) => html.indexOf(`/quotes/${id}/`);
    expect(at(LATER)).toBeGreaterThan(-1);
    expect(at(EARLIER)).toBeGreaterThan(at(LATER));
  });

  test('a statement that its party has disowned says so', async () => {
    expect(await text(`quotes/${DISOWNED}/`)).toContain('Disowned for a test.');
    expect(await text('topics/channel-returns/one-for-one/')).toContain('Disowned for a test.');
  });
});
