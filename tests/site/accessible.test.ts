import { describe, expect, test } from 'vitest';
import { violationsOn, WAYS } from '../support/axe.ts';
import { siteBrowser } from '../support/browser.ts';
import { PAGE_TYPES } from '../support/page-types.ts';

const browser = siteBrowser();
const NARROW = { viewport: { width: 320, height: 800 } };

describe.each(PAGE_TYPES)('%s', (_, route) => {
  test(`has no axe violation: ${Object.keys(WAYS).join(', ')}, 320 px in the dark`, async () => {
    const page = await browser.open(route);
    if (route.includes('?')) await page.locator('a.result').first().waitFor();
    expect(await violationsOn(page, { ...WAYS, '320 px in the dark': { width: 320, colorScheme: 'dark' } })).toEqual([]);
    await page.context().close();
  });

  test('does not scroll sideways at 320 px', async () => {
    const page = await browser.open(route, NARROW);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });
});
