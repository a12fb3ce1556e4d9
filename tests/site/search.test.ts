import fs from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';

const browser = siteBrowser();

/** Time for a machine that is busy with other tests, in milliseconds. */
const PATIENT = { timeout: 15_000 };

async function results(query: string) {
  const page = await browser.open(`search/?${query}`);
  await expect.poll(() => page.locator('[role=status]').textContent(), PATIENT).toMatch(/found/u);
  return page;
}

describe('searching', () => {
  test('an exact phrase gives the quote that holds it first', async () => {
    const page = await results(`q=${encodeURIComponent('"securing and closing our borders"')}`);
    expect(await page.locator('a.result').first().textContent()).toContain('Lee Anderson');
    expect(await page.locator('a.result').first().getAttribute('href')).toBe('/quotes/anderson-one-for-one-2025-04-16/');
    expect((await page.locator('a.result mark').allTextContents()).join(' ')).toContain('securing and closing our');
  });

  test.each(['“securing and closing our borders”', '"securing and closing our borders', 'anderson "securing and closing our borders"'])('%s is understood as a phrase', async (query) => {
    const page = await results(`q=${encodeURIComponent(query)}`);
    expect(await page.locator('a.result').count()).toBe(1);
  });

  test('words in another order inside quotation marks find nothing, and the page helps', async () => {
    const page = await results(`q=${encodeURIComponent('"borders our closing and securing"')}`);
    expect(await page.locator('[role=status]').textContent()).toBe('No quote found.');
    expect(await page.locator('.nothing').textContent()).toContain('does not mean that nobody said them');
    await page.locator('[data-unquote]').click();
    await expect.poll(() => page.locator('a.result').count(), PATIENT).toBeGreaterThan(0);
  });

  test('a filter by party gives only that party', async () => {
    const page = await results('q=deterrent&party=Conservatives');
    const who = await page.locator('.result-who').allTextContents();
    expect(who.length).toBeGreaterThan(2);
    expect(who.filter((text) => !text.includes('(Conservatives)'))).toEqual([]);
  });

  test.each([
    ['newest', 'crossings', -1],
    ['oldest', 'crossings', 1],
    ['newest', 'labour housing', -1],
    ['oldest', '', 1],
  ])('sorting by date puts the %s first for “%s”', async (sort, query, sign) => {
    const page = await results(`q=${encodeURIComponent(query)}&sort=${sort}&topic=${query === '' ? 'Housing' : ''}`);
    await expect.poll(() => page.locator('.result-where').count(), PATIENT).toBeGreaterThan(5);
    const dates = (await page.locator('.result-where').allTextContents()).map((text) => Date.parse(text.split(',')[0]?.replace(/^([A-Z])/u, '1 $1') ?? ''));
    expect(dates).toEqual([...dates].sort((a, b) => sign * (a - b)));
  });

  test('by mouse: type, choose filters, open a result', async () => {
    const page = await browser.open('search/');
    await page.locator('#q').click();
    await page.keyboard.type('smuggling gangs');
    await expect.poll(() => page.locator('a.result').count(), PATIENT).toBeGreaterThan(1);
    await page.locator('#filter-party').selectOption('Liberal Democrats');
    await expect.poll(() => page.url(), PATIENT).toContain('party=Liberal+Democrats');
    await expect.poll(async () => (await page.locator('.result-who').allTextContents()).every((text) => text.includes('(Liberal Democrats)')), PATIENT).toBe(true);
    await page.locator('a.result').first().click();
    await page.waitForURL(/\/quotes\//u);
  });

  test('by keyboard alone: / focuses, arrows move, Escape comes back and then clears, Enter opens', async () => {
    const page = await browser.open('search/');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.type('deterrent');
    await expect.poll(() => page.locator('[role=status]').textContent(), PATIENT).toMatch(/quotes found/u);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(
      await page
        .locator('a.result')
        .nth(1)
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.press('Escape');
    expect(await page.locator('#q').inputValue()).toBe('');
    await expect.poll(() => page.locator('a.result').count(), PATIENT).toBe(0);
    await page.keyboard.type('deterrent');
    await expect.poll(() => page.locator('a.result').count(), PATIENT).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/quotes\//u);
  });

  test('the header’s field searches from any page, and / reaches it', async () => {
    const page = await browser.open('about/');
    await page.keyboard.press('/');
    await page.keyboard.type('"step in the right direction"');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/u);
    await expect.poll(() => page.locator('a.result').count(), PATIENT).toBeGreaterThan(0);
  });

  test('a phrase stands in the quote itself, not in the question that we ask', async () => {
    const page = await results(`q=${encodeURIComponent('"an equal number of people"')}`);
    expect(await page.locator('a.result').count()).toBe(1);
    expect(await page.locator('.result-quote').textContent()).toContain('an equal number of people');
  });

  test('each result shows quote, speaker, role, party, date, publisher and topic', async () => {
    const page = await results('q=badenoch');
    const first = page.locator('a.result').first();
    expect(await first.locator('.result-who').textContent()).toMatch(/^Kemi Badenoch, .+ \(Conservatives\)$/u);
    expect(await first.locator('.result-where').textContent()).toMatch(/^\d{1,2} [A-Z][a-z]+ \d{4}, .+\. .+$/u);
    expect(await first.locator('.result-quote').textContent()).toMatch(/^“.+”$/su);
  });

  test('a misspelt name is corrected, and the reader can refuse', async () => {
    const page = await results('q=kemi+badenok');
    expect(await page.locator('.corrected strong').textContent()).toBe('kemi badenoch');
    expect(await page.locator('.result-who').first().textContent()).toContain('Kemi Badenoch');
    await page.locator('[data-as-typed]').click();
    await expect.poll(() => page.locator('.corrected').isVisible(), PATIENT).toBe(false);
    expect(page.url()).toContain('q=kemi+badenok');
  });

  test('a word of the record is not taken for a misspelt name', async () => {
    const page = await results('q=start');
    expect(await page.locator('.corrected').isVisible()).toBe(false);
  });

  test('when no quote holds all the words, those with most of them are found, and the page says so', async () => {
    const page = await results('q=crossings+zebra+deterrent+pensions+sewage');
    expect(await page.locator('[role=status]').textContent()).toContain('No quote holds all these words.');
    expect(await page.locator('a.result').count()).toBeGreaterThan(3);
  });

  test.each([
    ['words', 'deterrent', ''],
    ['a party and a topic', 'labour housing', ''],
    ['words of a topic', 'small boats', ''],
    ['words and a filter', 'tax', 'party=Conservatives'],
    ['two phrases', '"right to buy" "social"', ''],
    ['a filter alone', '', 'topic=Housing'],
  ])('the filters count the results of %s rightly', async (_, query, filter) => {
    const page = await results(`q=${encodeURIComponent(query)}&${filter}`);
    const total = Number(/\d+/u.exec((await page.locator('[role=status]').textContent()) ?? '')?.[0]);
    const option = page.locator(`#filter-speaker option[data-all]`);
    const counted = async () => (await option.allTextContents()).reduce((sum, text) => sum + Number(/\((\d+)\)$/u.exec(text)?.[1] ?? Number.NaN), 0);
    await expect.poll(counted, PATIENT).toBe(total);
    const [value, count] = await page
      .locator('#filter-year option[data-all]')
      .evaluateAll((options: HTMLOptionElement[]) => options.map((one): [string, number] => [one.value, Number(/\((\d+)\)$/u.exec(one.textContent)?.[1])]).sort((a, b) => b[1] - a[1])[0] ?? ['', 0]);
    await page.locator('#filter-year').selectOption(value);
    await expect.poll(() => page.locator('[role=status]').textContent(), PATIENT).toBe(`${count} ${count === 1 ? 'quote' : 'quotes'} found.`);
  });

  test('a chosen filter still shows what its other values would give', async () => {
    const page = await results('q=tax&party=Conservatives');
    const other = page.locator('#filter-party option', { hasText: 'Labour' });
    const before = (await other.getAttribute('data-all')) ?? '';
    await expect.poll(() => other.textContent(), PATIENT).not.toContain(`(${before})`);
    const count = Number(/\((\d+)\)/u.exec((await other.textContent()) ?? '')?.[1]);
    await page.locator('#filter-party').selectOption('Labour');
    await expect.poll(() => page.locator('[role=status]').textContent(), PATIENT).toBe(`${count} quotes found.`);
  });

  test('all results can be copied as citations', async () => {
    const page = await browser.open('search/?q=labour+housing', { permissions: ['clipboard-read', 'clipboard-write'] });
    await expect.poll(() => page.locator('[role=status]').textContent(), PATIENT).toMatch(/found/u);
    await page.locator('[data-copy]').click();
    await expect.poll(() => page.locator('[role=status]').textContent(), PATIENT).toMatch(/Copied as citations/u);
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n\n');
    const total = Number(/\d+/u.exec((await page.locator('[role=status]').textContent()) ?? '')?.[0]);
    expect(copied.length).toBe(total);
    expect(copied[0]).toMatch(/^[“‘].+[”’] .+ \d{4}\. .+: https?:\/\/.+\. Quote page: https?:\/\/.+\/quotes\/.+\/$/su);
  });

  test('all results, not only those drawn, can be downloaded as CSV', async () => {
    const page = await results('q=tax');
    const total = Number(/\d+/u.exec((await page.locator('[role=status]').textContent()) ?? '')?.[0]);
    expect(total).toBeGreaterThan(20);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save]').click()]);
    const text = await fs.readFile(await download.path(), 'utf8');
    expect(text.startsWith('\ufeffid,quote,speaker,role,party,date,topic,question,publisher,url\r\n')).toBe(true);
    expect(text.split(/\r\n(?=[a-z0-9-]+,)/u).length - 1).toBe(total);
  });

  test('the header’s field loads the search as soon as it is focused, not before', async () => {
    const page = await browser.open('about/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    expect(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/pagefind/')))).toBe(false);
    await page.locator('#find').focus();
    await expect.poll(() => asked.filter((file) => /pagefind\.js$|\.pagefind$|\.pf_meta$/u.test(file)).length, PATIENT).toBe(3);
  });

  test('without JavaScript the page says so and offers other ways', async () => {
    const page = await browser.open('search/', { javaScriptEnabled: false });
    expect(await page.locator('noscript').textContent()).toContain('Search needs JavaScript');
  });
});
