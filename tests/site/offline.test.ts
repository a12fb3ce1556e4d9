import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { OfflineManifest, OfflineSummary } from '../../src/features/offline/kept-copy.ts';
import { writeOffline } from '../../src/build/offline-copy.ts';
import { type PreviewServer, startPreview } from '../../src/cli/preview-server.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';
import { OFFLINE_BYTES } from '../support/budgets.ts';

const browser = siteBrowser(() => server.url);
/** A quote that is short enough to be typed, and words of it that no other has. */
const QUOTE = record.quotes.find(({ text }) => /^[\p{L} ,.]{60,120}$/u.test(text))!;
const WORDS = QUOTE.text.split(' ').slice(0, 7).join(' ');
const TOPIC = `topics/${record.topics[0]!.id}/`;
const COPY = '.tmp/offline-site';
let server: PreviewServer;

/** A copy of the site and a server of its own: the tests change the one and stop the other. */
beforeAll(async () => {
  await fs.rm(COPY, { recursive: true, force: true });
  await fs.cp(inject('siteFolder'), COPY, { recursive: true });
  server = await startPreview(COPY, 4460);
});
afterAll(async () => {
  await server.close();
  await fs.rm(COPY, { recursive: true, force: true });
});

const status = (page: Page) => page.locator('keep-offline [role=status]');
const workers = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const caches = (page: Page) => page.evaluate(async () => (await window.caches.keys()).length);

async function open(): Promise<Page> {
  const page = await browser.open('offline/');
  await expect.poll(() => status(page).textContent()).not.toBe('');
  return page;
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Keep for offline/u }).click();
  await expect.poll(() => status(page).textContent(), { timeout: 60_000 }).toMatch(/^Done\./u);
}

/** Takes the network away twice: from the browser, and the server with it. */
async function cut(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  await server.close();
}

async function mend(context: BrowserContext): Promise<void> {
  server = await startPreview(COPY, Number(new URL(server.url).port));
  await context.setOffline(false);
}

describe('before the button is pressed', () => {
  test.each(['', 'about/', 'offline/'])('/%s has no service worker and keeps nothing', async (route) => {
    const page = await browser.open(route);
    await page.waitForLoadState('networkidle');
    expect([await workers(page), await caches(page)]).toEqual([0, 0]);
  });

  test('the page says how large it is, and that is what is downloaded', async () => {
    const page = await open();
    const summary = (await (await fetch(browser.url('offline/latest.json'))).json()) as OfflineSummary;
    const manifest = (await (await fetch(browser.url('offline/manifest.json'))).json()) as OfflineManifest;
    const bundle = (await fs.stat(path.join(COPY, 'offline', manifest.bundle))).size;
    expect(summary.version).toBe(manifest.version);
    expect(summary.bytes - bundle).toBeGreaterThan(0);
    expect(summary.bytes - bundle).toBeLessThan(60_000);
    expect(summary.bytes).toBeLessThanOrEqual(OFFLINE_BYTES);
    expect(summary.stored).toBeLessThanOrEqual(OFFLINE_BYTES);
    const size = (bytes: number) => (bytes < 1e6 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
    expect(await status(page).textContent()).toBe(`Nothing is kept yet. To keep: ${summary.pages} pages, ${size(summary.bytes)} to download, ${size(summary.stored)} on this device.`);
    expect(await page.locator('[data-do=keep]').textContent()).toBe(`Keep for offline (${size(summary.bytes)})`);
  });

  test('nothing that is not for reading is on the list', async () => {
    const { files } = JSON.parse(await fs.readFile(path.join(COPY, 'offline/manifest.json'), 'utf8')) as OfflineManifest;
    expect(files.filter(({ path: file }) => /^(?:cards|embed|feeds|data\/v1)\/|\.(?:png|pdf|zip|csv|xml|bib|ris)$|proof\.json$/u.test(file))).toEqual([]);
    const kept = new Set(files.map(({ path: file }) => file));
    expect(record.quotes.filter(({ id }) => !kept.has(`quotes/${id}/`)).map(({ id }) => id)).toEqual([]);
  });
});

describe('after it is kept', () => {
  test('without a network a topic is read, a phrase is found, a quote checked and the quiz played', async () => {
    const page = await open();
    await keep(page);
    const stored = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    expect(stored).toBeLessThanOrEqual(OFFLINE_BYTES);
    await cut(page.context());
    await page.goto(browser.url(TOPIC));
    expect(await page.getByRole('article').count()).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].map(({ family, status: state }) => `${family} ${state}`)))).toContain('S loaded');
    await page.goto(browser.url(`search/?q=${encodeURIComponent(`"${WORDS}"`)}`));
    await expect.poll(() => page.locator('a.result').count(), { timeout: 15_000 }).toBe(1);
    await page.locator('a.result').click();
    await page.waitForURL(new RegExp(`/quotes/${QUOTE.id}/`, 'u'));
    expect(await page.locator('h1').textContent()).toContain(QUOTE.speaker.name);
    await page.goto(browser.url('check/'));
    await page.locator('#pasted').fill(QUOTE.text);
    await page.locator('quote-check .button').click();
    await expect.poll(() => page.locator('quote-check h2').allTextContents()).toEqual(['In the record']);
    await page.goto(browser.url('class/who-said-it/?n=5'));
    await page.locator('who-said-it .button-ink').first().click();
    await page.locator('#quiz-at').waitFor();
    await page.keyboard.press('1');
    expect(await page.locator('[data-part=verdict]').textContent()).toMatch(/^(?:Right|Wrong)\. Answer: /u);
    await page.goto(browser.url('no-such-page/'));
    expect(await page.locator('h1').textContent()).toBe('This page is not kept for offline');
    await page.goto(browser.url('offline/'));
    await expect.poll(() => status(page).textContent()).toMatch(/^Kept: \d+ pages/u);
    await mend(page.context());
  });

  test('lessons are kept for the topics that are ticked, and no others; removing takes them too', async () => {
    const page = await open();
    await keep(page);
    const [one, other] = record.topics;
    const tick = (title: string) => page.getByRole('checkbox', { name: title });
    await tick(one!.title).check();
    await page.getByRole('button', { name: 'Keep the ticked ones' }).click();
    await expect.poll(() => status(page).textContent(), { timeout: 30_000 }).toContain(`Lessons are kept: ${one!.title}.`);
    const folder = path.join(COPY, 'class', one!.id);
    const papers = (await fs.readdir(folder, { recursive: true })).filter((file) => /\.(?:pdf|docx|pptx)$/u.test(file)).map((file) => `class/${one!.id}/${file}`);
    expect(papers.length).toBeGreaterThan(one!.dimensions.length);
    await cut(page.context());
    const read = (file: string) =>
      page.evaluate(
        async (address) =>
          fetch(address).then(
            async (response) => (await response.blob()).size,
            () => 0,
          ),
        browser.url(file),
      );
    for (const file of papers) expect(await read(file), file).toBe((await fs.stat(path.join(COPY, file))).size);
    expect(await read(`class/${other!.id}/pack.pdf`)).toBe(0);
    await page.goto(browser.url(`class/${one!.id}/${one!.dimensions[0]!.id}/slides/`));
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('slide-deck section:visible').getAttribute('id')).toBe('slide-2');
    await page.goto(browser.url(`class/${other!.id}/${other!.dimensions[0]!.id}/`));
    expect(await page.locator('h1').textContent()).toBe('This page is not kept for offline');
    await page.goto(browser.url('offline/'));
    await mend(page.context());
    await page.reload();
    await expect.poll(() => tick(one!.title).isChecked()).toBe(true);
    expect(await tick(other!.title).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Remove from this device' }).click();
    await expect.poll(() => status(page).textContent()).toMatch(/^Removed\./u);
    expect([await workers(page), await caches(page)]).toEqual([0, 0]);
  });

  test('with a network the newest page is read, and a newer version is offered and taken', async () => {
    const page = await open();
    await keep(page);
    const file = path.join(COPY, TOPIC, 'index.html');
    const html = await fs.readFile(file, 'utf8');
    await server.close();
    await fs.writeFile(file, html.replace(/<h1>[^<]+<\/h1>/u, '<h1>Another heading</h1>'));
    await writeOffline(COPY, '/');
    await mend(page.context());
    await page.goto(browser.url(TOPIC));
    expect(await page.locator('h1').textContent()).toBe('Another heading');
    await page.goto(browser.url('offline/'));
    await expect.poll(() => status(page).textContent()).toMatch(/There is a newer version/u);
    await page.getByRole('button', { name: 'Update' }).click();
    await expect.poll(() => status(page).textContent(), { timeout: 60_000 }).toMatch(/^Done\./u);
    expect(await caches(page)).toBe(1);
    await cut(page.context());
    await page.goto(browser.url(TOPIC));
    expect(await page.locator('h1').textContent()).toBe('Another heading');
    await mend(page.context());
  });

  test('a server that answers with an error, or not at all, is no reason not to read; after removing nothing is left', async () => {
    const page = await open();
    await keep(page);
    const port = Number(new URL(server.url).port);
    await server.close();
    for (const answer of [(response: http.ServerResponse) => void response.writeHead(503).end('Sorry'), () => undefined]) {
      const broken = http.createServer((_, response) => answer(response));
      await new Promise<void>((resolve) => broken.listen(port, resolve));
      await page.goto(browser.url(TOPIC));
      expect(await page.getByRole('article').count()).toBeGreaterThan(5);
      broken.closeAllConnections();
      await new Promise((resolve) => broken.close(resolve));
    }
    await mend(page.context());
    await page.goto(browser.url('offline/'));
    await page.getByRole('button', { name: 'Remove from this device' }).click();
    await expect.poll(() => status(page).textContent()).toMatch(/^Removed\. Nothing is kept yet\./u);
    expect(await page.locator('[data-do=keep]').evaluate((button) => button === document.activeElement)).toBe(true);
    expect([await workers(page), await caches(page)]).toEqual([0, 0]);
    await cut(page.context());
    await expect(page.goto(browser.url(TOPIC))).rejects.toThrow();
    await mend(page.context());
  });

  test('a download that is cut short, or is not what the list says, keeps nothing and says so', async () => {
    const page = await open();
    const { bundle } = JSON.parse(await fs.readFile(path.join(COPY, 'offline/manifest.json'), 'utf8')) as OfflineManifest;
    const bytes = await fs.readFile(path.join(COPY, 'offline', bundle));
    await page.route('**/offline/site-*.bin', (route) => route.fulfill({ body: bytes.subarray(0, bytes.length / 2), contentType: 'application/octet-stream' }));
    await page.getByRole('button', { name: /Keep for offline/u }).click();
    await expect.poll(() => status(page).textContent(), { timeout: 60_000 }).toMatch(/^It did not work\. .* Nothing is kept yet\./u);
    expect([await workers(page), await caches(page)]).toEqual([0, 0]);
  });
});
