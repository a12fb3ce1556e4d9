import type { Browser } from 'playwright-core';

/** A bad mobile line: 400 ms there and back, 400 kbit/s. */
const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

/** How long a reader's pointer rests on a link before the click, in milliseconds: less than people do. */
const REST = 200;

/** How it went from one page to the next. */
export interface Step {
  /** Milliseconds from the click to the first paint of the next page. */
  wait: number;
  /** Of these, how long nothing stood there: the last page stays until the first bytes of the next. */
  blank: number;
  /** Bytes over the line, headers included. */
  bytes: number;
  /** Does Back show the first page with nothing loaded? */
  kept: boolean;
}

/**
 * Follows a link on a slow line with the first page's files in the cache.
 * @param from address of the first page
 * @param to a part of the link’s address
 */
export async function followLink(browser: Browser, from: string, to: string): Promise<Step> {
  await using context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_LINE);
  await page.goto(from, { waitUntil: 'networkidle' });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const link = page.locator(`main a[href*="${to}"]:visible`).first();
  const address = new URL((await link.getAttribute('href'))!, from).href;
  await link.hover();
  await page.waitForTimeout(REST);
  const clicked = Date.now();
  await link.click();
  await page.waitForURL(address, { waitUntil: 'load' });
  const times = await page.evaluate(async () => {
    const [paint] = await new Promise<PerformanceEntryList>((resolve) => new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: 'paint', buffered: true }));
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return { origin: performance.timeOrigin, paint: paint!.startTime, answered: navigation!.responseStart };
  });
  await page.waitForLoadState('networkidle');
  const step = { wait: times.origin + times.paint - clicked, blank: Math.max(0, times.paint - times.answered), bytes };
  const before = bytes;
  await page.goBack({ waitUntil: 'networkidle' });
  return { ...step, kept: bytes === before };
}
