import { describe, expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';

const browser = siteBrowser();

async function results(query: string) {
  const page = await browser.open(`search/?${query}`);
  await expect.poll(() => page.locator('[role=status]').textContent()).toMatch(/found/u);
  return page;
}

describe('searching', () => {
  test('an exact phrase gives the quote that holds it first', async () => {
    const page = await results(`q=${encodeURIComponent('"securing and closing our borders"')}`);
    expect(await page.locator('a.result').first().textContent()).toContain('Lee Anderson');
    expect(await page.locator('a.result').first().getAttribute('href')).toBe('/quotes/anderson-one-for-one-2025-04-16/');
    expect((await page.locator('a.result mark').allTextContents()).join(' ')).toContain('securing and closing our');
    await page.context().close();
  });

  test.each(['“securing and closing our borders”', '"securing and closing our borders', 'anderson "securing and closing our borders"'])('%s is understood as a phrase', async (query) => {
    const page = await results(`q=${encodeURIComponent(query)}`);
    expect(await page.locator('a.result').count()).toBe(1);
    await page.context().close();
  });

  test('words in another order inside quotation marks find nothing, and the page helps', async () => {
    const page = await results(`q=${encodeURIComponent('"borders our closing and securing"')}`);
    expect(await page.locator('[role=status]').textContent()).toBe('No quote found.');
    expect(await page.locator('.nothing').textContent()).toContain('does not mean that nobody said them');
    await page.locator('[data-unquote]').click();
    await expect.poll(() => page.locator('a.result').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('a filter by party gives only that party', async () => {
    const page = await results('q=deterrent&party=Conservatives');
    const who = await page.locator('.result-who').allTextContents();
    expect(who.length).toBeGreaterThan(2);
    expect(who.filter((text) => !text.includes('(Conservatives)'))).toEqual([]);
    await page.context().close();
  });

  test('sorting by date puts the newest first', async () => {
    const page = await results('q=crossings&sort=newest');
    const dates = (await page.locator('.result-where').allTextContents()).map((text) => Date.parse(text.split(',')[0]?.replace(/^([A-Z])/u, '1 $1') ?? ''));
    expect(dates.length).toBeGreaterThan(3);
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    await page.context().close();
  });

  test('by mouse: type, choose filters, open a result', async () => {
    const page = await browser.open('search/');
    await page.locator('#q').click();
    await page.keyboard.type('smuggling gangs');
    await expect.poll(() => page.locator('a.result').count()).toBeGreaterThan(1);
    await page.locator('#filter-party').selectOption('Liberal Democrats');
    await expect.poll(() => page.url()).toContain('party=Liberal+Democrats');
    await expect.poll(async () => (await page.locator('.result-who').allTextContents()).every((text) => text.includes('(Liberal Democrats)'))).toBe(true);
    await page.locator('a.result').first().click();
    await page.waitForURL(/\/quotes\//u);
    await page.context().close();
  });

  test('by keyboard alone: / focuses, arrows move, Escape comes back and then clears, Enter opens', async () => {
    const page = await browser.open('search/');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.type('deterrent');
    await expect.poll(() => page.locator('[role=status]').textContent()).toMatch(/quotes found/u);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('a.result').nth(1).evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.press('Escape');
    expect(await page.locator('#q').inputValue()).toBe('');
    await expect.poll(() => page.locator('a.result').count()).toBe(0);
    await page.keyboard.type('deterrent');
    await expect.poll(() => page.locator('a.result').count()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/quotes\//u);
    await page.context().close();
  });

  test('the header’s field searches from any page, and / reaches it', async () => {
    const page = await browser.open('about/');
    await page.keyboard.press('/');
    await page.keyboard.type('"step in the right direction"');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/u);
    await expect.poll(() => page.locator('a.result').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('without JavaScript the page says so and offers other ways', async () => {
    const page = await browser.open('search/', { javaScriptEnabled: false });
    expect(await page.locator('noscript').textContent()).toContain('Search needs JavaScript');
    await page.context().close();
  });
});
