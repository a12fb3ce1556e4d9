import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startPreview } from '../../src/cli/preview-server.ts';
import { POOR_LINE } from './poor-line.ts';

/** Where a site is served; the next free port is taken. */
const PORT = 4850;

/** A first search of one who types as soon as the page can be read, with nothing in the cache. */
export interface FirstSearch {
  site: string;
  query: string;
  /** Milliseconds from the first letter to the first answer, and to the first quote. */
  answer: number;
  quote: number;
  /** Over the wire, compressed, with headers; the page included. */
  bytes: number;
  requests: number;
}

/**
 * Measures the search page of a built site.
 * @param folder the built site
 * @param query typed letter by letter
 */
export async function measurePage(browser: Browser, folder: string, query: string): Promise<FirstSearch> {
  const server = await startPreview(folder, PORT);
  await using context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const tab = await context.newPage();
    const protocol = await context.newCDPSession(tab);
    await protocol.send('Network.enable');
    await protocol.send('Network.emulateNetworkConditions', POOR_LINE);
    let [bytes, requests] = [0, 0];
    protocol.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await tab.goto(`${server.url}search/`, { waitUntil: 'domcontentloaded', timeout: 120_000 });
    const started = performance.now();
    const shown = async (selector: string) => {
      await tab.locator(selector).first().waitFor({ timeout: 120_000 });
      return performance.now() - started;
    };
    const typed = tab.locator('#q').pressSequentially(query, { delay: 100 });
    const [answer, quote] = await Promise.all([shown('[data-part=questions] > li, .results > li, [data-part=results] > li'), shown('.results > li, [data-part=results] > li'), typed]);
    await tab.waitForLoadState('networkidle', { timeout: 120_000 });
    return { site: path.basename(path.dirname(path.resolve(folder))), query, answer, quote, bytes, requests };
  } finally {
    await server.close();
  }
}
