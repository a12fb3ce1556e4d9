import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { record } from '../support/edition.ts';
import { siteBrowser } from '../support/browser.ts';

const browser = siteBrowser();

/** How many links it takes from the home page to each page of the site, by the page's path. */
async function distances(): Promise<Map<string, number>> {
  const found = new Map([['/', 0]]);
  for (const [at, distance] of found) {
    const html = await fs.readFile(path.join(inject('siteFolder'), at, 'index.html'), 'utf8').catch(() => '');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    for (const [, link = ''] of main.matchAll(/<a\s[^>]*href="(\/[^"#?]*\/)(?:[#?][^"]*)?"/gu)) if (!found.has(link)) found.set(link, distance + 1);
  }
  return found;
}

test('every quote is at most three clicks from the home page; the fourth copies its citation or opens its source', async () => {
  const clicks = await distances();
  expect(record.quotes.filter(({ id }) => (clicks.get(`/quotes/${id}/`) ?? Infinity) > 3).map(({ id }) => id)).toEqual([]);
  const pages = await Promise.all(record.quotes.map(async ({ id }) => ({ id, html: await fs.readFile(path.join(inject('siteFolder'), 'quotes', id, 'index.html'), 'utf8') })));
  expect(pages.filter(({ html }) => !html.includes('id="harvard"') || !html.includes('See the words in the source')).map(({ id }) => id)).toEqual([]);
});

test('a quote is found by its words, is said to be proven, and gives its citation and its place in the source', async () => {
  const page = await browser.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
  const main = page.locator('main');
  await page.locator('#home-find').fill('"an equal number of people"');
  await main.getByRole('button', { name: 'Search' }).click();
  await main.locator('a.result').first().click();
  await page.waitForURL(/\/quotes\//u);
  expect(await main.textContent()).toMatch(/Word for word in the source \((?:whole text|passage) checked 22 Nov 2026\)/u);
  await main.getByRole('button', { name: 'Copy Harvard' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Cooper, Y\. \(2025\)/u);
  expect(await main.getByRole('link', { name: 'See the words in the source' }).getAttribute('href')).toMatch(/#:~:text=This%20pilot%20will%20enable/u);
});

test('what a reference manager reads is copied and saved as it stands', async () => {
  const quote = 'anderson-one-for-one-2025-04-16';
  const page = await browser.open(`quotes/${quote}/`, { permissions: ['clipboard-read', 'clipboard-write'] });
  for (const [label, place, ending] of [
    ['BibTeX', 'bibtex', 'bib'],
    ['RIS', 'ris', 'ris'],
    ['CSL-JSON', 'csl-json', 'csl.json'],
  ] as const) {
    const text = (await page.locator(`#${place}`).textContent())?.trim();
    await page.getByRole('button', { name: `Copy ${label}` }).click();
    await expect.poll(async () => (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n')).toBe(text);
    await page.locator('summary', { hasText: label }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: `Save ${label}` }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(`${quote}.${ending}`);
    expect((await fs.readFile(await file.path(), 'utf8')).trim()).toBe(text);
  }
});

describe('every quote', () => {
  const folder = () => path.join(inject('siteFolder'), 'quotes');

  test('has its page with the words, the proof and JSON-LD that agrees with the record', async () => {
    for (const quote of record.quotes) {
      const html = await fs.readFile(path.join(folder(), quote.id, 'index.html'), 'utf8');
      const json = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '';
      const { '@type': type, text, isBasedOn, creator } = JSON.parse(json) as { '@type': string; text: string; isBasedOn: { url: string }; creator: { name: string } };
      expect([type, text, isBasedOn.url, creator.name], quote.id).toEqual(['Quotation', quote.text, quote.source.url, quote.speaker.kind === 'party' ? quote.party.name : quote.speaker.name]);
      expect(html, quote.id).toContain('Word for word in the source');
      expect(html, quote.id).toContain(`<a href="/data/v1/quotes/${quote.id}.json">`);
    }
  });

  test('has at most six files: its page, the same as Markdown, its data, its frame, its card and its place in the search', async () => {
    const files = await fs.readdir(inject('siteFolder'), { recursive: true });
    const named = files.filter((file) => /\.\w+$/u.test(file) && record.quotes.some(({ id }) => file.split(/[/.]/u).includes(id)));
    const fragments = files.filter((file) => file.endsWith('.pf_fragment'));
    expect(Map.groupBy(named, (file) => record.quotes.find(({ id }) => file.split(/[/.]/u).includes(id))?.id ?? '').size).toBe(record.quotes.length);
    expect(named.length + fragments.length).toBe(6 * record.quotes.length);
  });

  test('says for programs what was compared', async () => {
    for (const { id, text, proof } of record.quotes) {
      const data = JSON.parse(await fs.readFile(path.join(inject('siteFolder'), `data/v1/quotes/${id}.json`), 'utf8')) as { quote: { id: string; text: string }; proof: { verdict: string } };
      expect([data.quote.id, data.quote.text, data.proof.verdict], id).toEqual([id, text, proof.verdict]);
    }
  });
});
