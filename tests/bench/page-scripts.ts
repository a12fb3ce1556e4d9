import type { Browser, Page } from 'playwright-core';

/** A phone of a few years ago beside a desk, as Lighthouse has it. */
const SLOWER = 4;
const RUNS = 3;

/** What Chromium's trace calls the work of scripts: their first run, and each call from an event, a timer or a promise. */
const SCRIPT_WORK = new Set(['EvaluateScript', 'v8.evaluateModule', 'FunctionCall', 'RunMicrotasks', 'TimerFire', 'V8Console::runTask']);

interface TraceEvent {
  name: string;
  pid: number;
  dur?: number;
  args?: { name?: string };
}

/**
 * The longest that one script holds a page up on a slow processor, the median of three visits with empty caches.
 * @param url of the page
 * @param act what a reader does once it stands
 * @returns milliseconds
 */
export async function longestScript(browser: Browser, url: string, act?: (page: Page) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await using context = await browser.newContext({ viewport: { width: 412, height: 823 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await browser.startTracing(page, { categories: ['devtools.timeline', 'v8', 'blink.user_timing'] });
    await page.goto(url, { waitUntil: 'networkidle' });
    await act?.(page);
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    times.push(Math.max(0, ...trace.traceEvents.filter(({ name }) => SCRIPT_WORK.has(name)).map(({ dur = 0 }) => dur / 1000)));
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}

/** Starts the quiz, as a reader does. */
export async function startQuiz(page: Page): Promise<void> {
  await page.locator('who-said-it form .button-ink').first().click();
  await page.locator('who-said-it blockquote').first().waitFor();
}

/** Checks words for the first time, as a reader does. */
export async function checkFirst(page: Page): Promise<void> {
  await page.getByLabel('Words to check').fill('We will build a bridge to every town, and we will pay for it with a new tax on ferries.');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.locator('.verdicts li').first().waitFor();
}
