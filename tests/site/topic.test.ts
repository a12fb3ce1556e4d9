import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { allPairs, stancesDiffer } from '../../src/record/comparison.ts';
import { dateInWords } from '../../src/record/dates.ts';
import { silenceInWords } from '../../src/record/silence-words.ts';
import { timeline } from '../../src/features/topic/timeline.ts';
import { quoteUrl, sourceUrl, speakerUrl } from '../../src/site/urls.ts';
import { officialUrl } from '../../src/record/source-address.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';
import { readPdf } from '../support/read-pdf.ts';

const browser = siteBrowser();
const { parties } = record;
const names = parties.map(({ shortName }) => shortName);
const topic = record.topics.find(({ figures }) => figures.length > 0)!;
const [question] = topic.dimensions;
const TOPIC = `topics/${topic.id}/`;
/** Two parties that are chosen, and the others. */
const chosen = parties.slice(2, 4);
const others = parties.filter((party) => !chosen.includes(party));
const CHOICE = `?parties=${chosen.map(({ id }) => id).join(',')}`;

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const WIDE = { viewport: { width: 1440, height: 900 } };

/** The address of a page from the site's home on, as a reader would send it; asked of the page itself, which knows first. */
const shared = async (page: Page) => (await page.evaluate(() => location.href)).slice(browser.url('').length);
const cardOf = (page: Page, party: { id: string }) => page.locator(`#${question!.id}-${party.id}`);
const shownParties = (page: Page, dimension = question!.id) => page.locator(`#${dimension} article:visible h3`).allTextContents();
const shownQuestions = (page: Page) => page.locator('section[data-stances]:visible').evaluateAll((sections) => sections.map(({ id }) => id));
const partiesOf = (page: Page, selector: string) => page.locator(selector).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['party']));

describe('without JavaScript', () => {
  const open = () => browser.open(TOPIC, { javaScriptEnabled: false, ...WIDE });

  test('is printed with a page for each question, all parties on it, the question at its top', async () => {
    const { pages } = await readPdf(await (await open()).pdf({ format: 'A4', preferCSSPageSize: true }));
    const first = pages.findIndex((text) => text.startsWith(question!.title));
    for (const [index, { title, question: asked }] of topic.dimensions.entries()) {
      const text = pages[first + index]?.replaceAll(/\s+/gu, ' ') ?? '';
      for (const words of [title, asked, ...names]) expect(text, title).toContain(words);
      expect(text.startsWith(title), title).toBe(true);
    }
    expect(pages[first + topic.dimensions.length]).toContain('What happened when');
  });

  test('every question shows the parties in alphabetical order', async () => {
    const page = await open();
    const found = await page.locator('section[data-stances]').evaluateAll((sections) => sections.map((section) => [section.id, [...section.querySelectorAll('h3')].map((heading) => heading.textContent?.trim())]));
    expect(found).toEqual(topic.dimensions.map(({ id }) => [id, names]));
  });

  test('every card shows the statement that settles its mark, with speaker, role, date and source, or a stated gap', async () => {
    const page = await open();
    for (const { id, positions } of topic.dimensions) {
      for (const { party, statements, silence } of positions) {
        const card = page.locator(`#${id}-${party.id}`);
        const text = (await card.textContent())?.replaceAll(/\s+/gu, ' ') ?? '';
        const [quote] = statements[0]?.quotes ?? [];
        if (quote) {
          for (const words of [quote.speaker.name, quote.role, dateInWords(quote.date, 'short'), quote.source.publisher]) expect(text, `${id} ${party.id}`).toContain(words);
          expect(await card.locator('blockquote').allTextContents()).toHaveLength(statements[0]!.quotes.length);
          const links = await card.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
          expect(links).toEqual(expect.arrayContaining([speakerUrl(quote.speaker.id), quoteUrl(quote), officialUrl(quote.source)]));
        } else {
          expect(text).toContain(silenceInWords(silence!));
          if (silence?.source) expect(await card.locator(`a[href="${sourceUrl(silence.source.id)}"]`).count()).toBe(1);
        }
      }
    }
  });

  test('a party whose box is cleared is hidden, the others’ columns grow, and all are shown when none is ticked', async () => {
    const page = await open();
    const width = async () => (await cardOf(page, chosen[0]!).boundingBox())?.width ?? 0;
    const before = await width();
    for (const { id } of others) await page.locator(`#show-${id}`).uncheck();
    await expect.poll(() => shownParties(page)).toEqual(chosen.map(({ shortName }) => shortName));
    expect(await width()).toBeGreaterThan(before * 2);
    for (const { id } of chosen) await page.locator(`#show-${id}`).uncheck();
    expect(await shownParties(page)).toEqual(names);
  });
});

describe('a choice of parties', () => {
  test('made by touch on a phone is what a friend sees in a fresh browser', async () => {
    const page = await browser.open(TOPIC, PHONE);
    for (const { id } of others) await page.locator(`label[data-party=${id}]`).tap();
    expect(await shared(page)).toBe(TOPIC + CHOICE);
    const friend = await browser.open(await shared(page), PHONE);
    expect(await shownParties(friend)).toEqual(chosen.map(({ shortName }) => shortName));
    expect(await friend.locator(`#show-${others[0]!.id}`).isChecked()).toBe(false);
  });

  test('and an order go along to a question’s page and back', async () => {
    const query = `${CHOICE}&order=k3x`;
    const page = await browser.open(TOPIC + query, WIDE);
    const { id } = topic.dimensions[1]!;
    await page.locator(`#${id} h2 a`).click();
    await page.waitForURL(browser.url(`${TOPIC}${id}/${query}`));
    expect((await shownParties(page, id)).sort()).toEqual(chosen.map(({ shortName }) => shortName));
    await page.locator(`nav a[href*="/${TOPIC}"]`).click();
    await page.waitForURL(browser.url(TOPIC + query));
  });

  test.each([
    ['?parties=nobody', parties.length],
    ['?parties=', parties.length],
    [`?parties=${chosen[0]?.id},<script>`, 1],
    ['?parties=%FF', parties.length],
  ])('in a malformed address is forgiven: %s', async (query, shown) => {
    const page = await browser.open(TOPIC + query, WIDE);
    expect(await shownParties(page)).toHaveLength(shown);
  });

  test('at 320 px stays in view as one row, a tenth of the screen at most', async () => {
    const page = await browser.open(TOPIC, { viewport: { width: 320, height: 700 } });
    await page.locator(`#${topic.dimensions[1]?.id}`).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 300);
    const bar = page.locator('party-bar fieldset');
    await expect.poll(async () => (await bar.boundingBox())?.y).toBe(0);
    expect((await bar.boundingBox())?.height).toBeLessThan(70);
    expect(new Set(await bar.locator('label').evaluateAll((labels) => labels.map((label) => Math.round(label.getBoundingClientRect().top)))).size).toBe(1);
  });
});

describe('differences only', () => {
  /** A topic on which some two parties agree on one question and differ on another. */
  const [mixed] = record.topics.flatMap((one) =>
    allPairs(parties).flatMap((pair) => {
      const ids = pair.map(({ id }) => id);
      const shown = one.dimensions.filter((dimension) => stancesDiffer(dimension, ids)).map(({ id }) => id);
      return shown.length > 0 && shown.length < one.dimensions.length ? [{ one, ids, shown }] : [];
    }),
  );
  const { one, ids, shown } = mixed!;

  test('hides the questions on which the chosen parties hold the same stance, and says how many', async () => {
    const page = await browser.open(`topics/${one.id}/?parties=${ids.join(',')}`, WIDE);
    await page.getByLabel('Differences only').check();
    expect(await shownQuestions(page)).toEqual(shown);
    expect(await page.locator('main').textContent()).toContain(`${one.dimensions.length - shown.length} of ${one.dimensions.length} questions hidden`);
    expect(await page.getByRole('table').first().locator('tbody tr:visible').count()).toBe(shown.length);
    const friend = await browser.open(await shared(page), WIDE);
    expect(await shownQuestions(friend)).toEqual(shown);
    await page.getByLabel('Differences only').uncheck();
    expect(await shownQuestions(page)).toHaveLength(one.dimensions.length);
    expect(await shared(page)).not.toContain('differences');
  });

  test('of one party are nothing to compare, and the page says so', async () => {
    const page = await browser.open(`topics/${one.id}/?parties=${ids[0]}&differences=1`, WIDE);
    expect(await shownQuestions(page)).toHaveLength(one.dimensions.length);
    expect(await page.locator('main').textContent()).toContain('Choose two parties or more');
  });
});

describe('the order', () => {
  /** The parties wherever they stand in a row. */
  const orderOf = async (page: Page) => ({
    cards: await partiesOf(page, `#${question!.id} article`),
    columns: await partiesOf(page, 'thead th[data-party]'),
    cells: await partiesOf(page, 'tbody tr:first-child td[data-party]'),
    boxes: await partiesOf(page, 'party-bar label[data-party]'),
  });

  test('of a shuffled link is the same in two browsers, everywhere on the page', async () => {
    const page = await browser.open(TOPIC, WIDE);
    const before = await orderOf(page);
    await page.getByRole('button', { name: 'Shuffle order' }).click();
    expect(await shared(page)).toMatch(/\?order=[a-z0-9]{1,7}$/u);
    const friend = await browser.open(await shared(page), WIDE);
    const order = await orderOf(friend);
    expect(await orderOf(page)).toEqual(order);
    for (const part of Object.values(order)) expect(part).toEqual(order.cards);
    expect([...order.cards].sort()).toEqual(before.cards);
    await page.getByRole('button', { name: 'A to Z' }).click();
    expect(await orderOf(page)).toEqual(before);
    expect(await shared(page)).toBe(TOPIC);
  });

  test('of a known seed moves the parties, and the page says which seed', async () => {
    const page = await browser.open(`${TOPIC}?order=k3x`, WIDE);
    const { cards } = await orderOf(page);
    expect(cards).not.toEqual([...cards].sort());
    const main = await page.locator('main').textContent();
    expect(main).toContain('order shuffled with seed k3x');
    expect(main).not.toContain('alphabetical');
  });

  test('and the choice are made by keyboard: choose, hide what is alike, shuffle, and come back to A to Z', async () => {
    const page = await browser.open(TOPIC, WIDE);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.locator(`#show-${parties[0]!.id}`).focus();
    await page.keyboard.press('Space');
    for (let steps = 0; steps < parties.length; steps++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const rest = parties.slice(1).map(({ id }) => id);
    expect(await shared(page)).toBe(`${TOPIC}?parties=${rest.join(',')}&differences=1`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await shared(page)).toContain('order=');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('A to Z');
    await page.keyboard.press('Enter');
    expect(await shared(page)).not.toContain('order=');
    expect(await focused()).toBe('Shuffle order');
  });
});

describe('words that must be told apart', () => {
  test('an insertion by the source is marked as not the speaker’s', async () => {
    const texts = topic.dimensions.flatMap(({ id, voices, positions }) => [...voices, ...positions.flatMap(({ quotes }) => quotes)].map(({ text }) => ({ id, insertion: /\[[^\]…]+\]/u.exec(text)?.[0] })));
    const { id, insertion } = texts.find((text) => text.insertion !== undefined)!;
    const page = await browser.open(`${TOPIC}${id}/`);
    expect(await page.getByTitle('Inserted by the source; not the speaker’s words').allTextContents()).toContain(insertion);
  });

  test('the paragraphs of one statement stand together', async () => {
    const position = topic.dimensions.flatMap(({ positions }) => positions).find(({ statements }) => (statements[0]?.quotes.length ?? 0) > 1)!;
    const { quotes } = position.statements[0]!;
    const page = await browser.open(TOPIC);
    const said = page.locator(`[id="${quotes[0]!.dimension.id}-${position.party.id}"] blockquote`);
    expect((await said.allTextContents()).map((text) => text.replaceAll(/\s+/gu, ' ').trim())).toEqual(quotes.map(({ text }) => `“${text}”`));
  });

  test('a quote from a source with a notice carries it', async () => {
    const quote = record.quotes.find(({ source }) => source.notice)!;
    const page = await browser.open(`quotes/${quote.id}/`);
    expect(await page.locator('main').textContent()).toContain(quote.source.notice!.text);
  });
});

describe('then and now, without JavaScript', () => {
  const dimensions = record.topics.flatMap((one) => one.dimensions);
  const [changed, unchanged] = [true, false].map((changes) => dimensions.find((dimension) => timeline(dimension).changes.length > 0 === changes)!);
  const routeOf = (dimension: typeof changed) => `topics/${dimension!.topic.id}/${dimension!.id}/`;

  test.each([changed, unchanged])('the list and the picture hold the same quotes: $id', async (dimension) => {
    const page = await browser.open(routeOf(dimension), { javaScriptEnabled: false });
    const { rows, changes } = timeline(dimension!);
    const section = page.locator('[aria-labelledby=timeline-title]');
    const shapes = (within: string) => section.locator('div[data-party]').evaluateAll((lines, selector) => lines.map((line) => [...line.querySelectorAll(`${selector} use`)].map((use) => use.getAttribute('href'))), within);
    const stances = rows.map(({ marks }) => marks.map(({ quote }) => `#s-${quote.stance}`));
    expect(await shapes('ol')).toEqual(stances);
    expect(await shapes('[role=img]')).toEqual(stances);
    expect(await section.locator('li[data-party] a[href*="/quotes/"]').count()).toBe(2 * changes.length);
  });

  test('the marks keep their size on a phone', async () => {
    const page = await browser.open(routeOf(changed), { viewport: { width: 320, height: 700 }, javaScriptEnabled: false });
    const widths = await page.locator('[role=img] use').evaluateAll((all) => all.map((use) => use.getBoundingClientRect().width));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(12);
  });

  test('the chosen parties and the order hold for the lines too', async () => {
    const page = await browser.open(`${routeOf(changed)}${CHOICE}&order=k3x`, WIDE);
    expect(await partiesOf(page, '[aria-labelledby=timeline-title] div[data-party]:visible')).toEqual(await partiesOf(page, 'article:visible'));
  });
});

test('a topic leads to its blind mode', async () => {
  const page = await browser.open(TOPIC, WIDE);
  await page.locator('main').getByRole('link', { name: 'Read it blind' }).click();
  await page.waitForURL(browser.url(`blind/${topic.id}/`));
});
