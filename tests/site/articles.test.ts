import { describe, expect, inject, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';
import { CHANGED, HOSTILE, PLAIN } from '../support/variant-content.ts';

const browser = siteBrowser(() => inject('variantUrl'));
const ofEdition = siteBrowser();
const ROUTE = 'articles/bridge/';
const [ARTICLE] = record.articles;

/** The text of what stands on an article's page, white space folded. */
async function textOf(selector: string): Promise<string> {
  const page = await browser.open(ROUTE);
  return (await page.locator(selector).allInnerTexts()).join(' ').replaceAll(/\s+/gu, ' ');
}

describe('an article is never stale in silence', () => {
  test('it lists what has happened to its quotes since, each with its day', async () => {
    const notices = await textOf('.proof');
    for (const words of [
      '1 October 2026: A quote that stood here was withdrawn. Withdrawn for a test.',
      '2 October 2026: Words of Speaker Two were corrected. Corrected for a test.',
      'are no longer held by the party. Disowned for a test.',
      'were replaced by a later statement',
    ])
      expect(notices).toContain(words);
    expect(notices.indexOf('2 October 2026')).toBeLessThan(notices.indexOf('1 October 2026'));
  });

  test('a withdrawn quote is a notice that leads to its reason, and its words are gone', async () => {
    const page = await browser.open(ROUTE);
    expect(await page.getByText('A quote that stood here was withdrawn. When and why').locator('a').getAttribute('href')).toContain(`/quotes/${CHANGED.withdrawn}/`);
  });

  test('a block shows its mark as it was, and since then the newer quote that changed it', async () => {
    const block = await textOf('[data-party=party-b]:has(.stance):has(b)');
    expect(block).toMatch(/Unclear, 2024.*Since then, 1 March 2025 Opposes, 2025/u);
    expect(block).toContain(PLAIN);
    expect(await textOf('li:has-text("Since then")')).toContain('Party B');
  });

  test('a block of a topic that has left says so', async () => expect(await textOf('main')).toContain('What stood here has left the record.'));
});

test('a draft is no part of a built site, and the list, the feed and the question lead to what is published', async () => {
  const text = async (route: string) => (await fetch(browser.url(route))).text();
  expect((await fetch(browser.url('articles/draft/'))).status).toBe(404);
  for (const route of ['articles/', 'feeds/articles.xml', 'topics/bridge/toll/', 'llms.txt']) {
    expect(await text(route), route).toContain('/on-record/articles/bridge/');
    expect(await text(route), route).not.toContain('/articles/draft/');
  }
  expect(await text(ROUTE)).toContain('href="/on-record/topics/bridge/"');
  expect(await text(`${ROUTE}index.md`)).toContain(PLAIN);
  expect((await fetch(browser.url('articles/draft/index.md'))).status).toBe(404);
});

test('programs read the article and each of its quotes', async () => {
  const page = await browser.open(ROUTE);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as { hasPart: { text: string }[] };
  expect(data).toMatchObject({ '@type': 'Article', headline: HOSTILE.title, datePublished: '2024-12-01' });
  expect(data.hasPart.map(({ text }) => text)).toEqual(expect.arrayContaining([HOSTILE.words, HOSTILE.sum, PLAIN]));
});

test('the seed article shows its quotes with speaker, date and source, and prints on two sheets in a readable size', async () => {
  const page = await ofEdition.open(`articles/${ARTICLE?.id}/`);
  for (const { name, attributes } of ARTICLE?.parts ?? []) {
    if (name !== 'Quote') continue;
    const quote = record.quotes.find(({ id }) => id === attributes['id'])!;
    const figure = page.locator('figure', { has: page.locator(`a[href="/quotes/${quote.id}/"]`) });
    for (const words of [quote.text, quote.speaker.name, quote.source.publisher]) expect(await figure.innerText()).toContain(words);
    expect(await figure.locator(`a[href="/quotes/${quote.id}/#cite"]`).count(), 'its frame').toBe(1);
  }
  for (const { name, attributes } of ARTICLE?.parts ?? []) if (name === 'SideBySide') expect(await page.locator(`section a[href="/topics/${attributes['dimension']}/#embed"]`).count(), 'its frame').toBe(1);
  await page.emulateMedia({ media: 'print' });
  // 10.5 pt.
  expect(
    await page
      .locator('article p', { hasText: 'In April 2025' })
      .first()
      .evaluate((text) => parseFloat(getComputedStyle(text).fontSize)),
  ).toBeGreaterThanOrEqual(14);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length).toBeLessThanOrEqual(2);
});
