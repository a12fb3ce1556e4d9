import fs from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dateInWords, firstDay } from '../../src/record/dates.ts';
import { markInWords, markOf } from '../../src/record/mark.ts';
import type { Quote } from '../../src/record/record.ts';
import { wordsOf } from '../../src/record/words.ts';
import { articleUrl, quoteUrl } from '../../src/site/urls.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';

const browser = siteBrowser();
/** Time for a machine that is busy with other tests, in milliseconds. */
const PATIENT = { timeout: 15_000 };

const { parties, topics, quotes } = record;
const topic = topics.toSorted((a, b) => b.quotes.length - a.quotes.length)[0]!;
const HELD = `topic=${encodeURIComponent(topic.title)}`;

/** A quote, and five plain words in a row of it that no other quote holds. */
const QUOTE = quotes.find(({ speaker, text }) => speaker.kind === 'person' && /^(?:[\p{L},]+ ){8}/u.test(text))!;
const WORDS = wordsOf(QUOTE.text).slice(1, 6);
const PHRASE = `"${WORDS.join(' ')}"`;
const surname = (name: string) => name.slice(name.lastIndexOf(' ') + 1);

const status = (page: Page) => page.locator('quote-search [role=status]').textContent();
const links = (page: Page) => page.locator('a.result');
const cards = (page: Page) => page.locator('[data-part=questions] > li');
const option = (page: Page, filter: string, value: string) => page.locator(`#filter-${filter} option[value="${value}"]`);
const inWords = (count: number) => new RegExp(`\\b${count} ${count === 1 ? 'quote' : 'quotes'} found\\.`, 'u');
const totalOf = async (page: Page) => Number(/(\d+) quotes? found/u.exec((await status(page)) ?? '')?.[1]);
/** The filters are folded until a reader opens them. */
const openFilters = (page: Page) => page.locator('[data-part=filters] summary').click();

async function results(query: string): Promise<Page> {
  const page = await browser.open(`search/?${query}`);
  await expect.poll(() => status(page), PATIENT).toMatch(/found|^Nothing/u);
  return page;
}

const searched = (typed: string, filters = '') => results(`q=${encodeURIComponent(typed)}&${filters}`);

/** The quotes that are shown, as the record has them, in the order in which they stand. */
const shown = async (page: Page): Promise<Quote[]> => (await links(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')))).map((href) => quotes.find((quote) => quoteUrl(quote) === href)!);

describe('a phrase', () => {
  test.each([PHRASE, PHRASE.replace(/^"(.*)"$/u, '“$1”'), PHRASE.slice(0, -1), `${surname(QUOTE.speaker.name)} ${PHRASE}`])('%s gives the one quote that holds it, with its words marked', async (query) => {
    const page = await searched(query);
    expect((await shown(page)).map(({ id }) => id)).toEqual([QUOTE.id]);
    expect(wordsOf((await page.locator('[data-part=results] mark').allTextContents()).join(' '))).toEqual(expect.arrayContaining(WORDS.slice(0, 4)));
  });

  test('whose words stand in another order finds nothing, and the page helps', async () => {
    const page = await searched(`"${WORDS.toReversed().join(' ')}"`);
    expect(await status(page)).toMatch(/^Nothing in this record about /u);
    expect(await page.locator('quote-search').textContent()).toContain('does not mean that nobody said anything about it');
    await page.locator('[data-unquote]').click();
    await expect.poll(() => links(page).count(), PATIENT).toBeGreaterThan(0);
  });

  test('stands in the quote itself, not in the question that we ask', async () => {
    const { question } = topic.dimensions.find((dimension) => quotes.every(({ text }) => !text.includes(dimension.question.slice(0, 30))))!;
    const page = await searched(`"${wordsOf(question).slice(0, 5).join(' ')}"`);
    expect(await status(page)).toMatch(/^Nothing in this record about /u);
  });
});

describe('filters', () => {
  test('by party give only that party', async () => {
    const page = await searched(topic.shortTitle, `party=${encodeURIComponent(parties[0]!.name)}`);
    const found = await shown(page);
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter(({ party }) => party.id !== parties[0]!.id)).toEqual([]);
  });

  test.each([
    ['words', 'deterrent', ''],
    ['a party and a topic', `${parties[2]!.shortName} ${topic.shortTitle}`, ''],
    ['words of a topic', 'small boats', ''],
    ['words and a filter', 'people', HELD],
    ['two phrases', '"right to buy" "social"', ''],
    ['a filter alone', '', HELD],
  ])('count the results of %s rightly', async (_, query, filter) => {
    const page = await searched(query, filter);
    const total = await totalOf(page);
    await openFilters(page);
    const counts = (name: string) =>
      page.locator(`#filter-${name} option[data-all]`).evaluateAll((all: HTMLOptionElement[]) => all.map((one): [string, number] => [one.value, Number(/\((\d+)\)$/u.exec(one.textContent)?.[1] ?? Number.NaN)]));
    await expect.poll(async () => (await counts('speaker')).reduce((sum, [, count]) => sum + count, 0), PATIENT).toBe(total);
    const [[year, count] = ['', 0]] = (await counts('year')).sort((a, b) => b[1] - a[1]);
    await page.locator('#filter-year').selectOption(year);
    await expect.poll(() => status(page), PATIENT).toMatch(inWords(count));
  });

  test('that are chosen still show what their other values would give', async () => {
    const [chosen, other] = [parties[0]!.name, parties[2]!.name];
    const page = await searched('people', `party=${encodeURIComponent(chosen)}`);
    await openFilters(page);
    const all = (await option(page, 'party', other).getAttribute('data-all')) ?? '';
    await expect.poll(() => option(page, 'party', other).textContent(), PATIENT).not.toContain(`(${all})`);
    const count = Number(/\((\d+)\)/u.exec((await option(page, 'party', other).textContent()) ?? '')?.[1]);
    await page.locator('#filter-party').selectOption(other);
    await expect.poll(() => status(page), PATIENT).toMatch(inWords(count));
  });

  test.each([
    ['newest', topic.shortTitle, '', -1],
    ['oldest', topic.shortTitle, '', 1],
    ['newest', `${parties[2]!.shortName} ${topic.shortTitle}`, '', -1],
    ['oldest', '', HELD, 1],
  ])('sorted by date put the %s first for “%s”', async (sort, query, filter, sign) => {
    const page = await searched(query, `sort=${sort}&${filter}`);
    await expect.poll(() => links(page).count(), PATIENT).toBeGreaterThan(5);
    const dates = (await shown(page)).map(({ date }) => firstDay(date));
    expect(dates).toEqual(dates.toSorted((a, b) => sign * a.localeCompare(b)));
  });
});

describe('a reader', () => {
  test('by mouse: types, chooses filters, opens a result', async () => {
    const page = await browser.open('search/');
    await page.locator('#q').click();
    await page.keyboard.type('smuggling gangs');
    await expect.poll(() => links(page).count(), PATIENT).toBeGreaterThan(1);
    const { name, id } = (await shown(page)).at(-1)!.party;
    await openFilters(page);
    await page.locator('#filter-party').selectOption(name);
    await expect.poll(() => new URL(page.url()).searchParams.get('party'), PATIENT).toBe(name);
    await expect.poll(async () => (await shown(page)).every(({ party }) => party.id === id), PATIENT).toBe(true);
    await links(page).first().click();
    await page.waitForURL(/\/quotes\//u);
  });

  test('by keyboard alone: / focuses, arrows move, Escape comes back and then clears, Enter opens', async () => {
    const page = await browser.open('search/');
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await page.keyboard.press('/');
    expect(await focused()).toBe('q');
    await page.keyboard.type('deterrent');
    await expect.poll(() => status(page), PATIENT).toMatch(/quotes found/u);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = page.locator('.answers a[href]').nth(1);
    expect(await second.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('q');
    await page.keyboard.press('Escape');
    expect(await page.locator('#q').inputValue()).toBe('');
    await expect.poll(() => links(page).count(), PATIENT).toBe(0);
    await page.keyboard.type('deterrent');
    await expect.poll(() => links(page).count(), PATIENT).toBeGreaterThan(0);
    await links(page).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/quotes\//u);
  });

  test('searches from the header of any page, which loads the search as soon as its field is focused, not before', async () => {
    const page = await browser.open('about/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    expect(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/pagefind/')))).toBe(false);
    await page.keyboard.press('/');
    await expect.poll(() => asked.filter((file) => /pagefind\.js$|\.pagefind$|\.pf_meta$/u.test(file)).length, PATIENT).toBe(3);
    await page.keyboard.type(PHRASE);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/u);
    await expect.poll(() => links(page).count(), PATIENT).toBe(1);
  });

  test('sees quote, speaker, role, party, date, publisher and topic of each result', async () => {
    const page = await searched(QUOTE.speaker.name);
    const [first] = await shown(page);
    const text = (await page.locator('[data-part=results] li').first().textContent())?.replaceAll(/\s+/gu, ' ');
    for (const words of [first!.speaker.name, first!.role, first!.party.shortName, dateInWords(first!.date), first!.source.publisher, first!.topic.title]) expect(text).toContain(words);
    expect(text).toMatch(/“.+”/u);
  });

  test('finds the article that tells of it, before the quotes', async () => {
    const [article] = record.articles;
    const page = await searched(article!.title);
    const [link] = await page.locator('[data-part=articles] a').all();
    expect([await link!.textContent(), await link!.getAttribute('href')]).toEqual([article!.title, articleUrl(article!.id)]);
    expect(await status(page)).toMatch(/\b1 article\b/u);
    await page.fill('#q', 'unicorns');
    await expect.poll(() => page.locator('[data-part=articles]').isVisible(), PATIENT).toBe(false);
  });

  test('who misspells a name is corrected, and can refuse', async () => {
    const name = QUOTE.speaker.name.toLowerCase();
    const typed = `${name.slice(0, -2)}${name.at(-1)}`;
    const page = await searched(typed);
    expect(await page.locator('[data-part=understood]').textContent()).toContain(`“${typed.split(' ').at(-1)}”`);
    expect((await shown(page))[0]?.speaker.id).toBe(QUOTE.speaker.id);
    await page.locator('[data-as-typed]').click();
    await expect.poll(() => page.locator('[data-part=understood]').isVisible(), PATIENT).toBe(false);
    expect(new URL(page.url()).searchParams.get('q')).toBe(typed);
  });

  test('who types a word of the record is not taken to misspell a name', async () => {
    const page = await searched('start');
    expect(await page.locator('[data-part=understood]').isVisible()).toBe(false);
  });

  test('who misremembers a word is shown the quote that holds the others, and told which it lacks', async () => {
    const long = [...new Set(wordsOf(QUOTE.text))].toSorted((a, b) => b.length - a.length).slice(0, 5);
    const page = await searched([...long, 'unicorns'].join(' '));
    expect(await status(page)).toMatch(/^No quote holds all these words\..* lacks .*“unicorns”/u);
    expect((await shown(page))[0]?.id).toBe(QUOTE.id);
  });

  test('copies all results as citations, and downloads all of them, not only those drawn, as CSV', async () => {
    const page = await browser.open(`search/?${HELD}`, { permissions: ['clipboard-read', 'clipboard-write'] });
    await expect.poll(() => status(page), PATIENT).toMatch(inWords(topic.quotes.length));
    expect(await links(page).count()).toBeLessThan(topic.quotes.length);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-take=save]').click()]);
    const text = await fs.readFile(await download.path(), 'utf8');
    expect(text.startsWith('\ufeffid,quote,speaker,role,party,date,topic,question,publisher,url,notice\r\n')).toBe(true);
    expect(topic.quotes.filter(({ id }) => !text.includes(`\r\n${id},`)).map(({ id }) => id)).toEqual([]);
    await page.locator('[data-take=copy]').click();
    await expect.poll(() => status(page), PATIENT).toBe('Copied as citations.');
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n\n');
    expect(copied).toHaveLength(topic.quotes.length);
    for (const citation of copied) expect(citation).toMatch(/^[“‘].+[”’] .+ \d{4}\. .+: https?:\/\/.+\. Quote page: https?:\/\/.+\/quotes\/.+\/$/su);
  });

  test('without JavaScript is led to every question by its topic', async () => {
    const page = await browser.open('search/', { javaScriptEnabled: false });
    expect(await page.locator('noscript').textContent()).toContain('Search needs JavaScript');
    const led = await page.locator('[data-part=browse] a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(led).toEqual(topics.flatMap(({ id, dimensions }) => dimensions.map((dimension) => `/topics/${id}/${dimension.id}/`)));
  });
});

describe('a voter', () => {
  const dimension = topic.dimensions.find(({ positions }) => positions.every(({ statements }) => statements.length > 0))!;

  test('who asks is shown the question with every party’s mark, then quotes', async () => {
    const page = await searched(dimension.question);
    const card = cards(page).first();
    expect(await card.getByRole('heading', { name: dimension.question }).getByRole('link').getAttribute('href')).toBe(`/topics/${topic.id}/${dimension.id}/`);
    const marks = (await card.locator('.marks li').allTextContents()).map((text) => text.replaceAll(/\s+/gu, ' ').trim());
    expect(marks).toEqual(dimension.positions.map((position) => `${position.party.shortName} ${markInWords(markOf(position))}`));
    expect(await links(page).count()).toBeGreaterThan(0);
  });

  test('who names a party is shown its own words, and can take the party off', async () => {
    const { party, statements } = dimension.positions.at(-1)!;
    const page = await searched(`what do ${party.shortName} say about ${dimension.title}`);
    await expect.poll(() => cards(page).first().locator('blockquote').textContent(), PATIENT).toBe(`“${statements[0]!.quotes[0].text}”`);
    expect(await cards(page).first().locator('.marks li').count()).toBe(1);
    await page.getByRole('button', { name: party.name }).click();
    await expect.poll(() => cards(page).first().locator('.marks li').count(), PATIENT).toBe(parties.length);
  });

  test('who asks for what is not there is told so, shown what is near, and can tell the editors', async () => {
    const page = await searched('unicorn renters');
    expect(await status(page)).toBe('Nothing in this record about “unicorn renters”.');
    expect(await links(page).count()).toBe(0);
    expect(await page.locator('[data-if=nearby] a').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-tell]').first().getAttribute('href')).toContain('unicorn%20renters');
  });

  test('on a phone sees the first answer in the first screen, and how many filters are set', async () => {
    const page = await browser.open(`search/?q=${encodeURIComponent(dimension.question)}&${HELD}`, { viewport: { width: 360, height: 740 } });
    const heading = cards(page).first().getByRole('heading');
    await expect.poll(() => heading.boundingBox().then((box) => (box?.y ?? 1000) + (box?.height ?? 0)), PATIENT).toBeLessThan(740);
    expect(await page.locator('[data-part=filters] summary').textContent()).toBe('Filters (1 set)');
    expect(await page.locator('#filter-party').isVisible()).toBe(false);
  });

  test('who types the beginning of a name is offered its page', async () => {
    const page = await browser.open('search/');
    await page.locator('#q').pressSequentially(parties[1]!.name.slice(0, 4));
    await expect.poll(() => page.locator('[data-part=names] a').first().getAttribute('href'), PATIENT).toBe(`/parties/${parties[1]!.id}/`);
  });
});
