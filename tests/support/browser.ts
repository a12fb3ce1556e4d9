import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchBrowser } from '../../src/build/browser.ts';

/** A browser for one test file, and pages of the built site in it. */
export interface SiteBrowser {
  /**
   * Opens a page of the site in a context of its own.
   * @param route path from the home page, without a slash in front
   */
  open(route: string, options?: BrowserContextOptions): Promise<Page>;
  /** The address of a route. */
  url(route: string): string;
}

/** Starts a browser before the tests of a file and closes it after them. */
export function siteBrowser(): SiteBrowser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  const url = (route: string) => inject('siteUrl') + route;
  return {
    url,
    async open(route, options = {}) {
      if (!browser) throw new Error('the browser has not started');
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(url(route), { waitUntil: 'load' });
      return page;
    },
  };
}
