import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchBrowser } from '../../src/build/browser.ts';

/** A browser for one test file, and pages of a built site in it. */
export interface SiteBrowser {
  /**
   * Opens a page of the site in a context of its own, which is closed after the test.
   * @param route path from the home page, without a slash in front
   */
  open(route: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens it and hears, from its first byte on, what goes wrong with it. */
  openHearing(route: string, options?: BrowserContextOptions): Promise<{ page: Page; wrong: string[] }>;
  /** The address of a route. */
  url(route: string): string;
}

/**
 * Starts a browser before the tests of a file and closes it after them.
 * @param home address of the site's home page, asked for when it is needed; by default the edition's
 */
export function siteBrowser(home: () => string = () => inject('siteUrl')): SiteBrowser {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
  });
  const url = (route: string) => home() + route;
  const blank = async (options: BrowserContextOptions) => {
    if (!browser) throw new Error('the browser has not started');
    const context = await browser.newContext(options);
    contexts.push(context);
    return context.newPage();
  };
  return {
    url,
    async open(route, options = {}) {
      const page = await blank(options);
      await page.goto(url(route), { waitUntil: 'load' });
      return page;
    },
    async openHearing(route, options = {}) {
      const page = await blank(options);
      const { wrong, settled } = hear(page, home());
      await page.goto(url(route), { waitUntil: 'load' });
      await settled();
      return { page, wrong };
    },
  };
}

/** What is heard of a page. */
export interface Hearing {
  /** Grows: errors of its console, refused policies among them, and of its scripts, dialogues, answers that are errors, and what it asks of other places. */
  wrong: string[];
  /** Waits until a page that has loaded waits for no answer. Playwright's `networkidle` waits half a second longer. */
  settled(): Promise<void>;
}

/**
 * Hears what goes wrong in a page from now on.
 * @param page a page that is not open yet
 * @param home the only address below which it may ask for anything
 */
export function hear(page: Page, home: string): Hearing {
  const wrong: string[] = [];
  const asked = new Set<Request>();
  const answered = (request: Request) => void asked.delete(request);
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('requestfinished', answered).on('requestfailed', answered);
  page.on('request', (request) => {
    asked.add(request);
    if (!/^(?:data|blob):/u.test(request.url()) && !request.url().startsWith(home)) wrong.push(`asks ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  const aMoment = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));
  return {
    wrong,
    async settled() {
      do await aMoment();
      while (asked.size > 0);
    },
  };
}
