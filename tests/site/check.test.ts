import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { quoteUrl } from '../../src/site/urls.ts';
import { violationsOn } from '../support/axe.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';

const browser = siteBrowser();
/** A short quote of one sentence, and one that nobody said. */
const QUOTE = record.quotes.find(({ text }) => /^[\p{L} ,]{60,120}\.$/u.test(text))!;
const UNSAID = 'The harbour repairs will begin on the second Tuesday of the month.';
const verdicts = (page: Page) => page.locator('quote-check h2').allTextContents();

async function checked(text: string) {
  const page = await browser.open('check/');
  await page.locator('#pasted').fill(text);
  await page.locator('quote-check .button').click();
  await expect.poll(() => page.locator('quote-check [role=status]').textContent()).toMatch(/checked|Paste/u);
  return page;
}

describe('checking a pasted quote', () => {
  test('word for word: says so and links the quote', async () => {
    const page = await checked(QUOTE.text);
    expect(await verdicts(page)).toEqual(['In the record']);
    expect(await page.locator('quote-check a[href*="/quotes/"]').first().getAttribute('href')).toBe(quoteUrl(QUOTE));
  });

  test('altered: names the changed word, and tells missing from inserted', async () => {
    const words = QUOTE.text.split(' ');
    const page = await checked([...words.slice(0, 2), 'never', ...words.slice(2, 5), 'bridge', ...words.slice(6)].join(' '));
    expect(await verdicts(page)).toEqual(['Altered']);
    expect(await page.locator('quote-check li').allTextContents()).toEqual(expect.arrayContaining(['“never” was inserted.', `“${words[5]}” was said; “bridge” was pasted.`]));
    expect((await page.locator('quote-check ins').allTextContents()).join(' ')).toContain('never');
    expect((await page.locator('quote-check del').allTextContents()).join(' ')).toContain(words[5]);
  });

  test('not in the record: says that this is not the same as never said', async () => {
    const page = await checked(UNSAID);
    expect(await verdicts(page)).toEqual(['Not in this record']);
    expect(await page.locator('quote-check').textContent()).toContain('does not mean that nobody said them');
  });

  test('several sentences are judged one by one, and counted aloud', async () => {
    const page = await checked(`${QUOTE.text} ${UNSAID}`);
    expect(await verdicts(page)).toEqual(['In the record', 'Not in this record']);
    expect(await page.locator('quote-check [role=status]').textContent()).toBe('2 passages checked: 1 in the record, 1 not in this record.');
  });

  test('whose words they are is said first, with a heading of its own', async () => {
    const [one, other] = [QUOTE, record.quotes.find(({ speaker, text }) => speaker.kind === 'person' && speaker.id !== QUOTE.speaker.id && /^[\p{L} ,]{40,120}\.?$/u.test(text))!];
    const page = await checked(`${other.speaker.name} said: “${one.text}”`);
    expect(await verdicts(page)).toEqual(['Another speaker’s words']);
    expect(await page.locator('quote-check li p').first().textContent()).toMatch(new RegExp(`^These are .*${one.speaker.name}’s? words, not ${other.speaker.name}’s?\\.$`, 'u'));
    await page.locator('#pasted').fill(`“${one.text} ${other.text}”`);
    await page.locator('quote-check .button').click();
    await expect.poll(() => verdicts(page)).toEqual(['Joined from two quotes']);
    expect(await page.locator('quote-check li a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([one, other].map((quote) => quoteUrl(quote)));
    expect(await violationsOn(page)).toEqual([]);
  });

  test('too short to judge: lists where the words stand, and a marked cut is shown', async () => {
    const words = QUOTE.text.split(' ');
    const page = await checked(`“${words.slice(1, 4).join(' ')}”`);
    expect(await verdicts(page)).toEqual(['Too short to judge']);
    expect(await page.locator('quote-check li a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain(quoteUrl(QUOTE));
    await page.locator('#pasted').fill(`“${words.slice(0, 4).join(' ')} […] ${words.slice(6).join(' ')}”`);
    await page.locator('quote-check .button').click();
    await expect.poll(() => verdicts(page)).toEqual(['In the record']);
    expect(await page.locator('quote-check del').allTextContents()).toEqual([words.slice(4, 6).join(' ')]);
  });

  test('markup that is pasted stays text', async () => {
    const page = await checked(`<img src=x onerror="document.title=1"> <b>${QUOTE.text}</b>`);
    expect(await page.locator('quote-check :is(img, b)').count()).toBe(0);
    expect(await page.title()).toContain('Check a quote');
  });

  test('nothing pasted leaves the browser, and it works offline once loaded', async () => {
    const page = await browser.open('check/');
    const loaded = [/quotes\.json/u, /checker\.[^/]*\.js/u].map((file) => page.waitForResponse(file));
    await page.locator('#pasted').focus();
    for (const response of await Promise.all(loaded)) await response.finished();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.context().setOffline(true);
    await page.locator('#pasted').fill(QUOTE.text);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => verdicts(page)).toEqual(['In the record']);
    expect(requests).toEqual([]);
  });
});
