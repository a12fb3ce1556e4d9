import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { PAGE_TYPES } from '../support/page-types.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const browser = siteBrowser();

describe.each(PAGE_TYPES)('%s', (_, route) => {
  test.each([
    [320, 'light'],
    [320, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('has no axe violation at %i px, %s', async (width, colorScheme) => {
    const page = await browser.open(route, { viewport: { width, height: 800 }, colorScheme });
    if (route.includes('?')) await page.locator('a.result').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    await page.context().close();
  });

  test('does not scroll sideways at 320 px', async () => {
    const page = await browser.open(route, { viewport: { width: 320, height: 700 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });
});
