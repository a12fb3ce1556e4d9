import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { record } from '../support/edition.ts';
import { siteBrowser } from '../support/browser.ts';

const browser = siteBrowser();

test('from the home page to a cited, proven quote in under five clicks', async () => {
  const page = await browser.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
  let clicks = 0;
  const click = async (name: RegExp) => {
    clicks += 1;
    await page
      .locator('main')
      .getByRole(/^(?:Search|Copy)/u.test(name.source) ? 'button' : 'link', { name })
      .first()
      .click();
  };
  await page.locator('#home-find').fill('"an equal number of people"');
  await click(/Search/u);
  await page.waitForURL(/\/search\//u);
  await click(/equal number of people/u);
  await page.waitForURL(/\/quotes\//u);
  expect(await page.locator('.proof').first().textContent()).toMatch(/^Word for word in the source \((?:whole text|passage) checked 22 Nov 2026\)$/u);
  await click(/Copy Harvard/u);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Cooper, Y\. \(2025\)/u);
  const source = page.getByRole('link', { name: 'See the words in the source' });
  expect(await source.getAttribute('href')).toMatch(/#:~:text=This%20pilot%20will%20enable/u);
  expect(clicks + 1).toBeLessThan(5);
  await page.context().close();
});

test('a file for a reference manager is copied as it stands', async () => {
  const page = await browser.open('quotes/anderson-one-for-one-2025-04-16/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy BibTeX' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@\w+\{/u);
  await page.context().close();
});

describe('every quote', () => {
  const folder = () => path.join(inject('siteFolder'), 'quotes');

  test('has its page with the words, the proof and JSON-LD that agrees with the record', async () => {
    for (const quote of record.quotes) {
      const html = await fs.readFile(path.join(folder(), quote.id, 'index.html'), 'utf8');
      const json = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '';
      const data = JSON.parse(json) as { '@type': string; text: string; isBasedOn?: { url?: string } | string; spokenByCharacter?: { name?: string }; creator?: { name?: string } };
      expect(data['@type'], quote.id).toBe('Quotation');
      expect(data.text, quote.id).toBe(quote.text);
      expect(JSON.stringify(data), quote.id).toContain(quote.source.url);
      expect(JSON.stringify(data.creator ?? data.spokenByCharacter), quote.id).toContain(quote.speaker.kind === 'party' ? quote.party.name : quote.speaker.name);
      expect(html, quote.id).toContain('Word for word in the source');
    }
  });

  test('has at most six files: its page, its citations, its data, its frame, its card and its place in the search', async () => {
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
