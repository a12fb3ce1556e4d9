import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { walkBack, walkForward } from '../support/keyboard.ts';
import { PAGE_TYPES } from '../support/page-types.ts';
import { focusOnScreen } from '../support/pixels.ts';

const browser = siteBrowser();
/** A laptop's window, and the same at 400%, where whatever sticks to an edge covers most. */
const WINDOWS = {
  '1280 px': { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  '400%': { viewport: { width: 320, height: 256 }, colorScheme: 'dark' },
} as const;
/** Each kind of control is looked at on the screen once. */
const seenKinds = new Set<string>();

/** Opens a page and waits for what its scripts add; without smooth scrolling, so that nothing is looked at on its way. */
async function openStill(route: string, window: (typeof WINDOWS)[keyof typeof WINDOWS]): Promise<Page> {
  const page = await browser.open(route, { ...window, reducedMotion: 'reduce' });
  if (route.includes('?')) await page.waitForLoadState('networkidle');
  if ((await page.locator('keep-offline').count()) > 0) await page.locator('keep-offline button:visible').first().waitFor();
  return page;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

describe.each(PAGE_TYPES)('%s', (_, route) => {
  test('at 1280 px Tab comes to every control in order, shows where it is, and goes back', async () => {
    const page = await openStill(route, WINDOWS['1280 px']);
    const faint: string[] = [];
    const { controls, stops, leaves } = await walkForward(page, async ({ kind, name }) => {
      if (seenKinds.has(kind)) return;
      seenKinds.add(kind);
      const shown = await focusOnScreen(page);
      if (shown < 0.5) faint.push(`${name}: ${shown.toFixed(2)}`);
    });
    expect(controls).toBeGreaterThan(1);
    expect(stops.map(({ at }) => at)).toEqual(upTo(controls));
    expect(stops.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(faint).toEqual([]);
    expect(leaves).toBe(true);
    expect(await walkBack(page, controls)).toEqual(upTo(controls).reverse());
    await page.context().close();
  });

  test('at 400% Tab comes to every control in order and nothing lies over it', async () => {
    const page = await openStill(route, WINDOWS['400%']);
    const { controls, stops } = await walkForward(page);
    expect(stops.map(({ at }) => at)).toEqual(upTo(controls));
    expect(stops.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    await page.context().close();
  });
});

test('the first Tab offers to skip to the main part; Enter goes there, and Tab goes on inside it', async () => {
  const page = await browser.open('topics/channel-returns/');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the main content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')?.querySelector('a, button, input') === document.activeElement)).toBe(true);
  await page.context().close();
});

test('Enter and Space open and close what folds; what is folded away is no stop', async () => {
  const page = await browser.open('topics/nhs/');
  const fold = page.locator('.card details').first();
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
  await page.context().close();
});

test('on a phone the arrow keys move the row of cards', async () => {
  const page = await browser.open('topics/channel-returns/', WINDOWS['400%']);
  const row = page.locator('.columns').first();
  await row.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => row.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await page.context().close();
});

test('the arrow keys choose what a comparison of two parties shows', async () => {
  const page = await browser.open('compare/conservatives/reform/');
  const shown = () => page.locator('[data-relation]').filter({ visible: true }).count();
  const before = await shown();
  await page.locator('#relation-all').focus();
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('.relations input:checked');
  expect(await chosen.getAttribute('value')).not.toBe('all');
  expect(await chosen.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await shown()).toBeLessThan(before);
  await page.context().close();
});

test('a filter of the search is chosen by typing, and keeps the focus', async () => {
  const page = await browser.open('search/?q=deterrent');
  await page.locator('a.result').first().waitFor();
  const before = await page.locator('.status').textContent();
  await page.locator('#filter-party').focus();
  await page.keyboard.type('Green');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.status').textContent()).not.toBe(before);
  expect(page.url()).toContain('party=Green');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-party');
  await page.context().close();
});

/** Pages with buttons, and how many of them there are at first; the quiz, the blind sheet and the questions have tests of their own. */
test.each([
  ['topic', 'topics/channel-returns/', 2],
  ['quote', 'quotes/anderson-one-for-one-2025-04-16/', 8],
  ['search results', 'search/?q=deterrent', 4],
  ['data', 'data/', 4],
  ['match', 'match/#a=a7I9uNsQlCy', 4],
  ['lesson slides', 'class/channel-returns/slides/', 2],
])('no button loses the focus when Enter presses it: %s', async (_, route, least) => {
  const page = await browser.open(route, { permissions: ['clipboard-read', 'clipboard-write'] });
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
  expect(pressed).toBeGreaterThanOrEqual(least);
  await page.context().close();
});

test('Enter on a copy button copies, and says so to those who cannot see it', async () => {
  const page = await browser.open('quotes/anderson-one-for-one-2025-04-16/', { permissions: ['clipboard-read', 'clipboard-write'] });
  const copy = page.locator('copy-button').first();
  await copy.locator('button').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => copy.locator('[role=status]').textContent()).toBe('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Anderson');
  await page.context().close();
});
