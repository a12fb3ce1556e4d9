import { describe, expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';

const browser = siteBrowser();
const TOPIC = 'topics/channel-returns/';
const PARTIES = ['Conservatives', 'Greens', 'Labour', 'Lib Dems', 'Reform UK'];

describe('the topic page without JavaScript', () => {
  test('shows four questions, each with five parties in alphabetical order', async () => {
    const page = await browser.open(TOPIC, { javaScriptEnabled: false });
    const names = await page.locator('.dimension').evaluateAll((sections) => sections.map((section) => [...section.querySelectorAll('h3')].map((heading) => heading.textContent?.trim())));
    expect(names).toEqual([PARTIES, PARTIES, PARTIES, PARTIES]);
  });

  test('gives every card a quote with speaker, role, date and source link, or a stated gap', async () => {
    const page = await browser.open(TOPIC, { javaScriptEnabled: false });
    const cards = await page.locator('.card').evaluateAll((all) =>
      all.map((card) => {
        const said = card.querySelector('.said');
        const links = [...(said?.querySelectorAll('.by a') ?? [])].map((link) => link.getAttribute('href') ?? '');
        return { id: card.id, quote: said?.querySelector('blockquote')?.textContent ?? '', by: said?.querySelector('.by')?.textContent ?? '', links, gap: card.querySelector('.gap-words')?.textContent ?? '' };
      }),
    );
    expect(cards).toHaveLength(20);
    for (const card of cards.filter(({ gap }) => gap === '')) {
      expect(card.quote, card.id).toMatch(/^\s*“.+”\s*$/su);
      expect(card.by, card.id).toMatch(/, .+, (?:\d{1,2} )?[A-Z][a-z]{2} 20\d\d/u);
      expect(
        card.links.some((link) => link.startsWith('/speakers/')),
        card.id,
      ).toBe(true);
      expect(
        card.links.some((link) => link.startsWith('/quotes/')),
        card.id,
      ).toBe(true);
      expect(
        card.links.some((link) => /^https?:/u.test(link)),
        card.id,
      ).toBe(true);
    }
    const gaps = cards.filter(({ gap }) => gap !== '');
    expect(gaps.map(({ id }) => id)).toEqual(['one-for-one-greens']);
    expect(gaps[0]?.gap).toContain('BBC News approached the party on 16 April 2025 and printed no statement');
  });

  test('hides a party when its box is cleared, and shows all when none is ticked', async () => {
    const page = await browser.open(TOPIC, { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    await page.locator('#show-greens').uncheck();
    await expect.poll(() => page.locator('#one-for-one-greens').isVisible()).toBe(false);
    expect(await page.locator('#one-for-one-labour').isVisible()).toBe(true);
    for (const party of ['conservatives', 'labour', 'lib-dems', 'reform']) await page.locator(`#show-${party}`).uncheck();
    expect(await page.locator('.card:visible').count()).toBe(20);
  });

  test('makes the columns wider when fewer parties are chosen', async () => {
    const page = await browser.open(TOPIC, { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const width = async () => (await page.locator('#one-for-one-labour').boundingBox())?.width ?? 0;
    const five = await width();
    for (const party of ['conservatives', 'greens', 'reform']) await page.locator(`#show-${party}`).uncheck();
    expect(await width()).toBeGreaterThan(five * 2);
  });
});

describe('the choice of parties with JavaScript', () => {
  test('is kept in the URL, and a link with it shows the same', async () => {
    const page = await browser.open(TOPIC, { viewport: { width: 1280, height: 800 } });
    for (const party of ['conservatives', 'greens', 'reform']) await page.locator(`#show-${party}`).uncheck();
    const shared = page.url();
    expect(shared).toMatch(/\?parties=labour,lib-dems$/u);
    const other = await browser.open(shared.slice(browser.url('').length), { viewport: { width: 1280, height: 800 } });
    expect(await other.locator('#one-for-one .card:visible h3').allTextContents()).toEqual(['Labour', 'Lib Dems']);
  });

  test.each([
    ['?parties=nobody', 5],
    ['?parties=', 5],
    ['?parties=labour,<script>', 1],
    ['?parties=%FF', 5],
  ])('forgives %s', async (query, shown) => {
    const page = await browser.open(`${TOPIC}${query}`, { viewport: { width: 1280, height: 800 } });
    expect(await page.locator('#one-for-one .card:visible').count()).toBe(shown);
  });
});

describe('words that must be told apart', () => {
  test('an insertion by the source is marked as not the speaker’s', async () => {
    const page = await browser.open(`${TOPIC}one-for-one/`);
    expect(await page.locator('.insertion').allTextContents()).toContain('[the Channel]');
  });

  test('the two paragraphs of one statement stand together', async () => {
    const page = await browser.open(TOPIC);
    const said = page.locator('#one-for-one-reform .said').first();
    expect(await said.locator('blockquote').count()).toBe(3);
    expect(await said.locator('blockquote').nth(1).textContent()).toContain('Such a strategy would be more effective');
  });

  test('the 2024 Contract carries the notice that it is no longer party policy', async () => {
    const page = await browser.open('quotes/reform-manifesto-2024-deterrence-rwanda/');
    expect(await page.locator('.proof').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('no longer party policy')]));
  });
});
