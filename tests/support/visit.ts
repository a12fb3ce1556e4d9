import type { BrowserContext, Page } from 'playwright-core';
import { violationsOn, type Way } from './axe.ts';
import { hear } from './browser.ts';
import { MOST_SHIFT } from './budgets.ts';
import { LARGE_TEXT, moving, TEXT_SPACING, unreadable } from './fit.ts';
import { type Stop, walk, type Walked } from './keyboard.ts';
import { focusOnScreen } from './pixels.ts';

/** What is looked at while a page stands open. */
export const CHECKS = [
  'breaks no policy, logs no error and asks nothing of another host',
  'shifts nothing as fonts and scripts come late',
  'has no axe violation, light, dark, in forced colours, and at 320 px',
  'loses nothing at 400% zoom, with text of 200% and with wide text spacing',
  'moves nothing for who asked for less motion',
  'lets Shift and Tab go back through every control in order, at 1280 px',
  'shows on the screen where Tab is',
  'lets Tab come to every control in order at 400% zoom, with nothing over it',
] as const;

/** What was found wrong, by check; nothing where all is well. */
export type Findings = Record<(typeof CHECKS)[number], string[]>;

/** How long fonts and scripts are kept back, in milliseconds: longer than the first picture takes. */
const LATE = 200;

/** `WAYS`, each width looked at once with every rule, and then with other colours. */
const LOOKS: Readonly<Record<string, Way>> = {
  light: { width: 1280, colorScheme: 'light' },
  dark: { width: 1280, colorScheme: 'dark', coloursOnly: true },
  'forced colours': { width: 1280, colorScheme: 'light', forced: true, coloursOnly: true },
  '320 px': { width: 320, colorScheme: 'light' },
};

/** The ways in which the text must fit; 1280 × 1024 pixels at 400% are 320 × 256. */
const FITS = [
  ['400% zoom', 320, 256, ''],
  ['text of 200%', 1280, 800, LARGE_TEXT],
  ['wide text spacing', 1280, 800, TEXT_SPACING],
  ['wide text spacing on a phone', 320, 800, TEXT_SPACING],
] as const;

/** The share of a line round a control that must change when the focus comes (WCAG 2.2, 2.4.13). */
const LEAST_OUTLINE = 0.5;

/**
 * Visits a page once and makes every check that needs it open.
 * @param context where a page is opened for the visit
 * @param home address of the site's home page
 * @param route path from there
 * @param seenKinds kinds of control that were looked at on the screen already; those of this page are added
 */
export async function visit(context: BrowserContext, home: string, route: string, seenKinds: Set<string>): Promise<Findings> {
  await using page = await context.newPage();
  const { wrong } = hear(page, home);
  const shift = await openLate(page, home + route);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const axe = await violationsOn(page, LOOKS);
  const lost: string[] = [];
  for (const [way, width, height, css] of FITS) lost.push(...(await lostIn(page, width, height, css)).map((line) => `${way}: ${line}`));
  const moved = await page.evaluate(moving);
  await page.setViewportSize({ width: 1280, height: 800 });
  const faint: string[] = [];
  const wide = await walk(page, 'Shift+Tab', async ({ kind, name }) => {
    if (seenKinds.has(kind)) return;
    seenKinds.add(kind);
    const shown = await focusOnScreen(page);
    if (shown < LEAST_OUTLINE) faint.push(`${name}: ${shown.toFixed(2)}`);
  });
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload({ waitUntil: 'networkidle' });
  const narrow = await walk(page);
  const findings = [wrong, shift, axe.map(({ way, rule, at }) => `${way}: ${rule}: ${at}`), lost, moved, wrongWith(wide, (stops) => stops.toReversed()), faint, wrongWith(narrow)];
  return Object.fromEntries(CHECKS.map((check, index) => [check, findings[index]])) as Findings;
}

/** Opens a page whose fonts and scripts come late, and tells by how much that shifts it, where it is too much. */
async function openLate(page: Page, url: string): Promise<string[]> {
  await page.setViewportSize({ width: 412, height: 823 });
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) shifts.total += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const late = /\.(?:woff2|js)$/u;
  await page.route(late, async (request) => {
    await new Promise((resolve) => setTimeout(resolve, LATE));
    await request.continue();
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.unroute(late);
  const shift = await page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total);
  return shift < MOST_SHIFT ? [] : [`shifts by ${shift}`];
}

/** A reader's own style sheet is not bound by the page's policy. */
async function lostIn(page: Page, width: number, height: number, css: string): Promise<string[]> {
  await page.setViewportSize({ width, height });
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  const lost = await page.evaluate(unreadable);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return lost;
}

/** What a walk missed, and what is wrong where it came to. */
function wrongWith({ controls, stops, leaves }: Walked, inOrder: (stops: Stop[]) => Stop[] = (all) => all): string[] {
  const places = inOrder(stops).map(({ at }) => at);
  return [
    ...(controls > 1 ? [] : [`has ${controls} controls`]),
    ...(places.length === controls && places.every((place, index) => place === index) ? [] : [`goes through ${controls} controls as ${stops.map((stop) => `${stop.at} (${stop.name})`).join(', ')}`]),
    ...(leaves ? [] : ['never leaves the last control']),
    ...stops.flatMap(({ name, wrong }) => wrong.map((problem) => `${name}: ${problem}`)),
  ];
}
