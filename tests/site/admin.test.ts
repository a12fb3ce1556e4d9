import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { parseFile } from '../../src/record/parse-file.ts';
import { FILES, FOLDERS } from '../../src/record/collections.ts';
import { cmsConfig } from '../../src/site/cms-config.ts';
import { siteBrowser } from '../support/browser.ts';
import { findProblems } from '../../src/record/check/rules.ts';
import { readContent } from '../../src/record/read.ts';
import { smallContent } from '../support/small-content.ts';
import { variantContent } from '../support/variant-content.ts';

const PATIENT = { timeout: 30_000 };

const browser = siteBrowser(() => inject('variantUrl'));
let content: string;

beforeAll(async () => {
  content = await smallContent();
  await fs.writeFile(path.join(content, 'withdrawn.yaml'), '[]\n');
});

/** The content's files as they lie in a repository. */
async function files(): Promise<[name: string, text: string][]> {
  const names = (await fs.readdir(content, { recursive: true })).filter((name) => path.extname(name) !== '');
  return Promise.all(names.map(async (name) => [`content/${name}`, await fs.readFile(path.join(content, name), 'utf8')] as [string, string]));
}

/**
 * Opens the editor on a copy of the repository. No test can choose a folder in the system's dialogue, so the browser's
 * private folder takes its place; everything after that is the editor's own way of working on a local repository.
 */
async function openEditor(): Promise<{ page: Page; refused: string[] }> {
  const page = await browser.open('robots.txt');
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/iu.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  await page.evaluate(writeRepository, await files());
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('repository') });
  });
  await page.goto(browser.url('admin/'));
  await page.getByRole('button', { name: 'Work with Local Repository' }).click(PATIENT);
  await page.getByText('Collections', { exact: true }).waitFor(PATIENT);
  return { page, refused };
}

/** Runs in the page. */
async function writeRepository(all: [name: string, text: string][]): Promise<void> {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('repository', { create: true });
  await root.getDirectoryHandle('.git', { create: true });
  for (const [name, text] of all) {
    const steps = name.split('/');
    let folder = root;
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, { create: true });
    const writable = await (await folder.getFileHandle(steps.at(-1) ?? '', { create: true })).createWritable();
    await writable.write(text);
    await writable.close();
  }
}

/** Runs in the page. */
async function readRepository(name: string): Promise<string> {
  const steps = name.split('/');
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('repository');
  for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
  return (await (await folder.getFileHandle(steps.at(-1) ?? '')).getFile()).text();
}

describe('a site with its editor', () => {
  test('shows every collection under its own policy, which nothing breaks', async () => {
    const { page, refused } = await openEditor();
    const { collections, singletons } = cmsConfig(FOLDERS, FILES);
    for (const { label } of [...collections, ...singletons]) await page.getByRole('tree').first().getByText(label, { exact: true }).waitFor(PATIENT);
    await page.getByText('Party A', { exact: true }).waitFor(PATIENT);
    expect(refused).toEqual([]);
  });

  test.each([
    ['a position', 'positions/entries/bridge/build/party-a', 'content/positions/bridge/build/party-a.mdx', 'Summary', 'Would build the bridge.', 'Would build a bridge.'],
    ['a source with its fingerprint', 'sources/entries/daily-example-2025-03-01', 'content/sources/daily-example-2025-03-01.yaml', 'Title', 'Talks on the bridge', 'Talks on a bridge'],
    ['a topic', 'topics/entries/bridge', 'content/topics/bridge.mdx', 'Title', 'The bridge', 'A bridge'],
  ])('saves %s with one field changed and everything else as it was', async (_, route, file, label, from, to) => {
    const { page } = await openEditor();
    const before = await page.evaluate(readRepository, file);
    await page.goto(browser.url(`admin/#/collections/${route}`));
    const box = page.getByRole('textbox', { name: label, exact: true }).first();
    await box.waitFor(PATIENT);
    expect(await box.inputValue()).toBe(from);
    await box.fill(to);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => page.evaluate(readRepository, file), PATIENT).not.toBe(before);
    const read = (text: string) => parseFile(new TextEncoder().encode(text), file.endsWith('.mdx') ? '.mdx' : '.yaml');
    const [was, is] = [read(before), read(await page.evaluate(readRepository, file))];
    const key = label.toLowerCase();
    expect(is).toEqual({ ...was, data: { ...(was.data as object), [key]: to } });
  });

  test('withdraws a quote', async () => {
    const { page } = await openEditor();
    await page.goto(browser.url('admin/#/collections/_singletons/entries/withdrawn'));
    await page.getByRole('button', { name: /Withdrawn quote/u }).click(PATIENT);
    const entry = { quote: 'one-build-2024-01-10', topic: 'bridge', dimension: 'build', party: 'party-a', reason: 'It was not said.' };
    for (const name of ['quote', 'dimension', 'reason'] as const) await page.getByRole('textbox', { name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, exact: true }).fill(entry[name]);
    for (const chosen of ['The bridge', 'Party A']) await page.getByRole('radio', { name: chosen, exact: true }).click();
    await page.locator('input[type=date]').fill('2025-04-01');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => page.evaluate(readRepository, 'content/withdrawn.yaml'), PATIENT).toContain('2025-04-01');
    const written = await page.evaluate(readRepository, 'content/withdrawn.yaml');
    expect(FILES.withdrawn.schema.parse(parseFile(new TextEncoder().encode(written), '.yaml').data)).toEqual([{ ...entry, date: '2025-04-01' }]);
  });

  test('saves a list with one entry changed and every other as it was', async () => {
    const { page } = await openEditor();
    const codings = async () => parseFile(new TextEncoder().encode(await page.evaluate(readRepository, 'content/codings.yaml')), '.yaml').data as { quote: string }[];
    const [first, ...others] = await codings();
    await page.goto(browser.url('admin/#/collections/_singletons/entries/codings'));
    await page.getByRole('button', { name: 'Expand All' }).first().click(PATIENT);
    const quote = page.getByRole('textbox', { name: 'Quote', exact: true }).first();
    expect(await quote.inputValue()).toBe(first?.quote);
    await quote.fill('another-quote');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(async () => (await codings())[0]?.quote, PATIENT).toBe('another-quote');
    expect(await codings()).toEqual([{ ...first, quote: 'another-quote' }, ...others]);
  });

  test('is kept from search engines and has a policy of its own', async () => {
    const response = await fetch(browser.url('admin/'));
    expect(await response.text()).toContain('<meta name="robots" content="noindex">');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(response.headers.get('content-security-policy')).toContain('https://api.github.com');
    expect((await fetch(browser.url(''))).headers.get('content-security-policy')).not.toContain('github');
    expect(await fs.readFile(path.join(inject('variantFolder'), '_headers'), 'utf8')).toContain('/admin/*');
    expect(await fs.readFile(path.join(inject('variantFolder'), 'sitemap-0.xml'), 'utf8')).not.toContain('admin');
  });
});

test('a site without the setting has no editor', async () => {
  await expect(fs.access(path.join(inject('siteFolder'), 'admin'))).rejects.toThrow();
  expect(await fs.readFile(path.join(inject('siteFolder'), '_headers'), 'utf8')).not.toContain('/admin/');
});

describe('the page for one quote', () => {
  const WORDS = 'The ferry is good enough for everyone here.';

  /** What GitHub's interface answers, on a folder in place of the repository. */
  async function asGitHub(page: Page, folder: string, asked: { method: string; path: string; token: string | undefined; body: Record<string, string> }[]): Promise<void> {
    await page.route('https://api.github.com/**', async (route) => {
      const request = route.request();
      const at = new URL(request.url()).pathname.replace(/^\/repos\/[^/]+\/[^/]+\//u, '');
      const body = (request.postDataJSON() ?? {}) as Record<string, string>;
      asked.push({ method: request.method(), path: at, token: request.headers()['authorization'], body });
      const file = path.join(folder, at.replace(/^contents\/content\//u, ''));
      const answer = (json: object, status = 200) => route.fulfill({ status, json, headers: { 'access-control-allow-origin': '*' } });
      if (at === 'git/ref/heads/main') return answer({ object: { sha: 'main' } });
      if (at === 'pulls') return answer({ html_url: 'https://github.com/on-record/on-record/pull/1' }, 201);
      if (at === 'git/refs') return answer({}, 201);
      if (request.method() === 'PUT') {
        await fs.writeFile(file, Buffer.from(body['content']!, 'base64'));
        return answer({});
      }
      const text = await fs.readFile(file).catch(() => undefined);
      return text ? answer({ sha: 'before', content: text.toString('base64').replaceAll(/.{60}/gu, '$&\n') }) : answer({ message: 'Not Found' }, 404);
    });
  }

  test('shows the proof as words are pasted and where they differ, and sends source, speaker and quote as a pull request that is right', async () => {
    const page = await browser.open('admin/quote/');
    const repository = await variantContent();
    const asked: Parameters<typeof asGitHub>[2] = [];
    await asGitHub(page, repository, asked);
    const field = (name: string) => page.locator(`[name="${name}"]`);
    const proof = page.locator('[data-part=proof]');
    await field('passage').fill(`The leader answered: “${WORDS} No bridge!” and sat down again.`);
    await field('words').fill('The ferry is enough for everyone here.');
    await expect.poll(() => proof.textContent()).toMatch(/^Not word for word/u);
    expect(await proof.locator('ins').textContent()).toBe('good ');
    await field('words').fill(WORDS);
    await expect.poll(() => proof.textContent()).toBe('Word for word in the whole text.');

    const send = page.getByRole('button', { name: 'Open a pull request' });
    const says = page.locator('[data-part=status]');
    expect(await says.textContent()).toMatch(/^Still missing: topic, dimension, party/u);
    expect(await send.isDisabled()).toBe(true);
    const facts = { title: 'The ferry', publisher: 'Daily Example', url: 'https://daily.example/ferry', published: '2025-03-02' };
    for (const [name, value] of Object.entries(facts)) await field(`fact-${name}`).fill(value);
    const chosen = { 'fact-licence': 'quotation', 'fact-kind': 'press', question: 'bridge/build', party: 'party-b', capacity: 'party' };
    for (const [name, value] of Object.entries(chosen)) await field(name).selectOption(value);
    for (const [name, value] of Object.entries({ name: 'Ann Other', role: 'Leader', date: '2025-03-02', summary: 'Prefers the ferry.' })) await field(name).fill(value);
    await expect.poll(() => says.textContent()).toMatch(/^Ready: other-build-2025-03-02 would stand in content\/positions\/bridge\/build\/party-b\.mdx/u);
    expect(await page.locator('[data-part=files]').textContent()).toContain('content/sources/daily-example-2025-03-02-the-ferry.yaml (new)');
    expect(asked).toEqual([]);

    await field('token').fill('a-token');
    await send.click();
    await page.getByRole('link', { name: 'https://github.com/on-record/on-record/pull/1' }).waitFor();
    expect(new Set(asked.map(({ token }) => token))).toEqual(new Set(['Bearer a-token']));
    expect(asked.filter(({ method }) => method === 'PUT').map(({ path: at, body }) => [at.replace('contents/content/', ''), body['branch'], body['sha']])).toEqual([
      ['speakers/ann-other.yaml', 'quote-other-build-2025-03-02', undefined],
      ['sources/daily-example-2025-03-02-the-ferry.yaml', 'quote-other-build-2025-03-02', undefined],
      ['positions/bridge/build/party-b.mdx', 'quote-other-build-2025-03-02', 'before'],
      ['published.yaml', 'quote-other-build-2025-03-02', 'before'],
    ]);
    expect(JSON.stringify(asked)).not.toContain('No bridge!');
    const { entries } = await readContent(repository);
    expect(entries.positions.find(({ id }) => id === 'bridge/build/party-b')?.data.quotes).toMatchObject([{ text: WORDS, speaker: 'ann-other' }]);
    // What the change leaves to an editor was said, on the page and in the pull request.
    expect(findProblems(entries).map(({ field }) => field)).toEqual(['balanceReason']);
    expect(await says.textContent()).toMatch(/For an editor: topics\/bridge\.mdx: balanceReason: is not needed/u);
    expect(asked.at(-1)?.body['body']).toMatch(/For an editor: topics\/bridge\.mdx: balanceReason/u);
  });

  test('is found from the lists of positions and sources', async () => {
    const { page } = await openEditor();
    await page.goto(browser.url('admin/#/collections/positions'));
    expect(await page.getByRole('link', { name: 'add a quote' }).getAttribute('href', PATIENT)).toBe('/on-record/admin/quote/');
  });
});
