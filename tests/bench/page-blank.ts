import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { POOR_LINE } from './poor-line.ts';

/** How long a reader's pointer rests on a link before the click, in milliseconds: less than people do. */
const REST = 200;

/** How it went from one page to the next. */
export interface Step {
  /** Milliseconds from the click to the first paint of the next page. */
  wait: number;
  /** Of these, how long the screen showed neither page. */
  blank: number;
  /** Does Back show the first page with nothing loaded? */
  kept: boolean;
}

/** One picture of the screen, and when it came there, in milliseconds. */
interface Screen {
  at: number;
  png: Buffer;
}

/**
 * Follows a link on a slow line with the first page's files in the cache, and watches the screen.
 * @param from address of the first page
 * @param to a part of the link’s address
 */
export async function followLink(browser: Browser, from: string, to: string): Promise<Step> {
  await using context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', POOR_LINE);
  await page.goto(from, { waitUntil: 'networkidle' });
  const link = page.locator(`main a[href*="${to}"]:visible`).first();
  const address = new URL((await link.getAttribute('href'))!, from).href;
  await link.hover();
  await page.waitForTimeout(REST);
  const screens: Screen[] = [];
  session.on('Page.screencastFrame', ({ data, metadata: { timestamp = 0 }, sessionId }) => {
    screens.push({ at: timestamp * 1000, png: Buffer.from(data, 'base64') });
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  const clicked = Date.now();
  await link.click();
  await page.waitForURL(address, { waitUntil: 'load' });
  const times = await page.evaluate(async () => {
    const [paint] = await new Promise<PerformanceEntryList>((resolve) => new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: 'paint', buffered: true }));
    return { origin: performance.timeOrigin, paint: paint!.startTime };
  });
  await page.waitForLoadState('networkidle');
  await session.send('Page.stopScreencast');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goBack({ waitUntil: 'networkidle' });
  return { wait: times.origin + times.paint - clicked, blank: await blankIn(screens), kept: bytes === 0 };
}

/** For how many milliseconds a screen had one colour only, until the next came. */
async function blankIn(screens: readonly Screen[]): Promise<number> {
  if (screens.length < 2) throw new Error('the browser gave no pictures of the screen');
  let blank = 0;
  for (const [index, { at, png }] of screens.entries()) {
    const { channels } = await sharp(png).stats();
    if (channels.every(({ stdev }) => stdev === 0)) blank += (screens[index + 1]?.at ?? at) - at;
  }
  return blank;
}
