import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/**
 * A temporary folder of this project's own: the package unpacks its browser there and would reuse one of any version
 * that another project left in the system's.
 */
const TEMPORARY = path.join(os.tmpdir(), 'on-record-browser-153');

async function launch(): Promise<Browser> {
  fs.mkdirSync(TEMPORARY, { recursive: true });
  process.env['TMPDIR'] = TEMPORARY;
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  // Never the package's own arguments: they switch web security off.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'] });
}

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
    browser = await launch();
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
