import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/build/browser.ts';
import { record } from '../support/edition.ts';
import { pageTypes } from '../support/page-types.ts';
import { CHECKS, type Findings, visit } from '../support/visit.ts';

const PAGES = pageTypes(record);
/** Pages visited side by side: one loads while another is looked at. */
const AT_ONCE = 3;

let browser: Browser;
/** What each visit found, by route. */
const visits = new Map(PAGES.map(([, route]) => [route, Promise.withResolvers<Findings>()]));

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext();
  const queue = [...visits];
  const seenKinds = new Set<string>();
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [route, { promise, resolve, reject }] = next;
      promise.catch(() => {});
      await visit(context, inject('siteUrl'), route, seenKinds).then(resolve, reject);
    }
  };
  void Promise.all(Array.from({ length: AT_ONCE }, work));
});
afterAll(() => browser.close());

describe.each(PAGES)('%s', (_, route) => {
  test.each(CHECKS)('%s', async (check) => expect((await visits.get(route)?.promise)?.[check]).toEqual([]));
});
