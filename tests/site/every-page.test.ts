import { expect, inject, test } from 'vitest';
import { type Violation, violationsOn, WAYS } from '../support/axe.ts';
import { siteBrowser } from '../support/browser.ts';
import { sitemapRoutes } from '../support/sitemap.ts';

const browser = siteBrowser();

/** Pages looked at side by side: one loads while axe is busy with another. */
const AT_ONCE = 2;

// Colours come from a page's type, which the test of every type sees; what stands in a page decides whether it fits.
// `npm run audit:axe` looks at every page in every way.
test('no page of the sitemap has an axe violation or scrolls sideways at 320 px', { timeout: 600_000 }, async () => {
  const routes = await sitemapRoutes(inject('siteFolder'));
  expect(routes.length).toBeGreaterThan(500);
  const queue = [...routes];
  const found: (Violation & { route: string })[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      const page = await browser.open('404.html', { viewport: { width: 320, height: 800 } });
      for (let route = queue.shift(); route !== undefined; route = queue.shift()) {
        await page.goto(browser.url(route), { waitUntil: 'load' });
        for (const violation of await violationsOn(page, { '320 px': WAYS['320 px'] })) found.push({ route, ...violation });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) found.push({ route, way: '320 px', rule: 'scrolls sideways', at: `${width} px` });
      }
      await page.context().close();
    }),
  );
  expect(found).toEqual([]);
});
