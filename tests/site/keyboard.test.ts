import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';
import { pageTypes } from '../support/page-types.ts';

const browser = siteBrowser();
const TYPES = new Map(pageTypes(record));
const TOPIC = TYPES.get('topic')!;

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

test('the first Tab offers to skip to the main part; Enter goes there, and Tab goes on inside it', async () => {
  const page = await browser.open(TOPIC);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the main content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')?.querySelector('a, button, input') === document.activeElement)).toBe(true);
});

test('Enter and Space open and close what folds; what is folded away is no stop', async () => {
  const page = await browser.open(TYPES.get('pair')!);
  const fold = page.locator('main details').first();
  const isOpen = () => fold.evaluate((details: HTMLDetailsElement) => details.open);
  const next = async () => {
    await page.keyboard.press('Tab');
    return fold.evaluate((details) => details.contains(document.activeElement));
  };
  await fold.locator('summary').focus();
  expect(await next()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await isOpen()).toBe(true);
  expect(await next()).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  expect(await isOpen()).toBe(false);
});

test('on a phone the arrow keys move the row of cards', async () => {
  const page = await browser.open(TOPIC, { viewport: { width: 320, height: 256 }, reducedMotion: 'reduce' });
  const row = page.locator('.columns').first();
  await row.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => row.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test('the arrow keys choose what a comparison of two parties shows', async () => {
  const page = await browser.open(TYPES.get('pair')!);
  const shown = () => page.locator('[data-relation]').filter({ visible: true }).count();
  const all = await page.locator('[data-relation]').count();
  await page.locator('#relation-all').focus();
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('[name=relation]:checked');
  expect(await chosen.getAttribute('value')).not.toBe('all');
  expect(await chosen.evaluate((input) => input === document.activeElement)).toBe(true);
  // Who asks for one kind of question sees them all, in every topic.
  expect(await shown()).toBe(await page.locator(`[data-relation=${await chosen.getAttribute('value')}]`).count());
  expect(await shown()).toBeLessThan(all);
});

test('a filter of the search is chosen by typing, and keeps the focus', async () => {
  const page = await browser.open('search/?q=deterrent');
  const status = page.locator('main [role=status]').first();
  await expect.poll(() => status.textContent(), { timeout: 15_000 }).toMatch(/found/u);
  const before = await status.textContent();
  await page.locator('[data-part=filters] summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('#filter-party').focus();
  await page.keyboard.type('Green');
  await page.keyboard.press('Enter');
  await expect.poll(() => status.textContent(), { timeout: 15_000 }).not.toBe(before);
  expect(page.url()).toContain('party=Green');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-party');
});

/** Pages with buttons; the quiz, the blind sheet and the questions have tests of their own. */
test.each(['topic', 'quote', 'search results', 'data', 'match with results', 'lesson slides'])('no button loses the focus when Enter presses it: %s', async (type) => {
  const page = await browser.open(TYPES.get(type)!, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.waitForLoadState('networkidle');
  const buttons = page.locator('main button');
  let pressed = 0;
  for (let index = 0; index < (await buttons.count()); index++) {
    const button = buttons.nth(index);
    if (!(await button.isVisible())) continue;
    await button.focus();
    await page.keyboard.press('Enter');
    pressed += 1;
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.activeElement?.localName), `button ${index + 1}`).not.toBe('body');
  }
  expect(pressed).toBeGreaterThan(1);
});

test('Enter on a copy button copies, and says so to those who cannot see it', async () => {
  const page = await browser.open(TYPES.get('quote')!, { permissions: ['clipboard-read', 'clipboard-write'] });
  const copy = page.locator('copy-button').first();
  await copy.locator('button').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => copy.locator('[role=status]').textContent()).toBe('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
});
