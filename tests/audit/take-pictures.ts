import fs from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/build/browser.ts';
import { startPreview } from '../../src/cli/preview-server.ts';

/** Widths of a small telephone, a tablet and a desk, in CSS pixels. */
const WIDTHS = [320, 768, 1440] as const;
const HEIGHT = 900;
/** Visits side by side: one is drawn while another settles. */
const AT_ONCE = 4;

/** The ways a page is looked at. */
const WAYS = {
  light: { media: 'screen', colorScheme: 'light' },
  dark: { media: 'screen', colorScheme: 'dark' },
  print: { media: 'print', colorScheme: 'light' },
} as const;

/** Page types by name, each with the address of its page from the home page. */
export type Routes = Record<string, string>;

/** Every picture of a page type: what tells it from the others, in the table and in the name of its file. */
export const VIEWS: readonly (readonly [width: number, way: keyof typeof WAYS])[] = WIDTHS.flatMap((width) => (Object.keys(WAYS) as (keyof typeof WAYS)[]).map((way) => [width, way] as const));

/** The file of a picture in its folder. */
export function pictureFile(type: string, width: number, way: string): string {
  return `${type.replaceAll(/\W+/gu, '-')}-${width}-${way}.png`;
}

/**
 * What a folder of pictures holds.
 * @returns nothing where the folder is none of pictures
 */
export async function picturesIn(folder: string): Promise<Routes | undefined> {
  const list = await fs.readFile(path.join(folder, 'pictures.json'), 'utf8').catch(() => undefined);
  return list === undefined ? undefined : (JSON.parse(list) as Routes);
}

/**
 * Takes every picture of some page types of a built site.
 * @param site the built site
 * @param routes the page types; one whose page the site lacks is left out
 * @param out where the pictures go, with a list of them
 * @returns the page types that were taken
 * @throws CommandError when there is no built site
 */
export async function takePictures(site: string, routes: Routes, out: string): Promise<Routes> {
  await fs.mkdir(out, { recursive: true });
  const server = await startPreview(site, 4700);
  const browser = await launchBrowser();
  try {
    const there = await Promise.all(Object.entries(routes).map(async (entry) => ((await fetch(server.url + entry[1])).ok ? [entry] : [])));
    const taken = there.flat();
    const visits = taken.flatMap(([type, route]) => WIDTHS.map((width) => ({ type, url: server.url + route, width })));
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let visit = visits.shift(); visit; visit = visits.shift()) await takeVisit(browser, visit, out);
      }),
    );
    await fs.writeFile(path.join(out, 'pictures.json'), `${JSON.stringify(Object.fromEntries(taken), undefined, 2)}\n`);
    return Object.fromEntries(taken);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** One load of a page, in every way of looking. */
async function takeVisit(browser: Browser, { type, url, width }: { type: string; url: string; width: number }, out: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: HEIGHT }, deviceScaleFactor: 1 });
  // What is drawn by lot (an order, a quiz) must be the same each time.
  await context.addInitScript(() => {
    crypto.getRandomValues = (array) => (array as unknown as Uint8Array).fill(7) as unknown as typeof array;
  });
  const page = await context.newPage();
  const browserItself = await context.newCDPSession(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(askForFonts);
  for (const [way, media] of Object.entries(WAYS)) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    const clip = await page.evaluate(stillSize);
    // Playwright's own screenshot packs files better and takes 1.6 times as long. Pages over 16,384 rows come whole: nothing is drawn on a graphics card.
    const { data } = await browserItself.send('Page.captureScreenshot', { optimizeForSpeed: true, captureBeyondViewport: true, clip: { x: 0, y: 0, ...clip, scale: 1 } });
    await fs.writeFile(path.join(out, pictureFile(type, width, way)), data, 'base64');
  }
  await context.close();
}

/** Faces that a page shows only where they come at once (`font-display: optional`) are shown each time. Runs inside the page. */
async function askForFonts(): Promise<void> {
  for (const { cssRules } of document.styleSheets) {
    for (const rule of cssRules) {
      // What stands in for a face is the reader's own, where they have it.
      if (!(rule instanceof CSSFontFaceRule) || !rule.style.getPropertyValue('src').includes('url(')) continue;
      const said = (name: string, otherwise: string) => rule.style.getPropertyValue(name) || otherwise;
      const face = new FontFace(said('font-family', '').replaceAll('"', ''), said('src', ''), { weight: said('font-weight', 'normal'), style: said('font-style', 'normal'), unicodeRange: said('unicode-range', 'U+0-10FFFF') });
      document.fonts.add(await face.load());
    }
  }
}

/** Lets nothing move or blink, and measures the page once it stands. Runs inside the page. */
async function stillSize(): Promise<{ width: number; height: number }> {
  const { documentElement: root } = document;
  root.style.caretColor = 'transparent';
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  for (const animation of document.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    else animation.cancel();
  }
  return { width: root.scrollWidth, height: Math.max(root.scrollHeight, innerHeight) };
}
