import { describe, expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';

const browser = siteBrowser();

async function checked(text: string) {
  const page = await browser.open('check/');
  await page.locator('#pasted').fill(text);
  await page.locator('quote-check .button').click();
  await expect.poll(() => page.locator('quote-check [role=status]').textContent()).toMatch(/checked|Paste/u);
  return page;
}

describe('checking a pasted quote', () => {
  test('word for word: says so and links the quote', async () => {
    const page = await checked('Such a strategy would be more effective, less costly, and far simpler.');
    expect(await page.locator('.verdict h2').allTextContents()).toEqual(['In the record']);
    expect(await page.locator('.verdict a').getAttribute('href')).toBe('/quotes/anderson-one-for-one-2025-04-16-2/');
  });

  test('altered: names the changed word, and tells missing from inserted', async () => {
    const page = await checked('Such a strategy would not be more effective, more costly, and simpler.');
    expect(await page.locator('.verdict h2').allTextContents()).toEqual(['Altered']);
    expect(await page.locator('.changes li').allTextContents()).toEqual(expect.arrayContaining(['“not” was inserted.', '“less” was said; “more” was pasted.']));
    expect((await page.locator('.compared ins').allTextContents()).join(' ')).toContain('not');
    expect((await page.locator('.compared del').allTextContents()).join(' ')).toContain('less');
  });

  test('not in the record: says that this is not the same as never said', async () => {
    const page = await checked('The committee will publish its timetable for the harbour repairs next Tuesday.');
    expect(await page.locator('.verdict h2').allTextContents()).toEqual(['Not in this record']);
    expect(await page.locator('.verdict').textContent()).toContain('does not mean that nobody said them');
  });

  test('several sentences are judged one by one, and counted aloud', async () => {
    const page = await checked('Such a strategy would be more effective, less costly, and far simpler. The harbour repairs will begin on the second Tuesday of the month.');
    expect(await page.locator('.verdict h2').allTextContents()).toEqual(['In the record', 'Not in this record']);
    expect(await page.locator('quote-check [role=status]').textContent()).toBe('2 passages checked: 1 in the record, 1 not in this record.');
  });

  test('markup that is pasted stays text', async () => {
    const page = await checked('<img src=x onerror="document.title=1"> Such a strategy would be <b>far</b> more effective, less costly, and far simpler.');
    expect(await page.locator('.verdicts img, .verdicts b').count()).toBe(0);
    expect(await page.title()).toContain('Check a quote');
  });

  test('nothing pasted leaves the browser, and it works offline once loaded', async () => {
    const page = await browser.open('check/');
    const loaded = page.waitForResponse(/quotes\.json/u);
    await page.locator('#pasted').focus();
    await (await loaded).finished();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.context().setOffline(true);
    await page.locator('#pasted').fill('Such a strategy would be more effective, less costly, and far simpler.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.verdict h2').allTextContents()).toEqual(['In the record']);
    expect(requests).toEqual([]);
  });
});
