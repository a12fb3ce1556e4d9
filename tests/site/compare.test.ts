import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { allPairs, comparePair, stancesDiffer } from '../../src/record/comparison.ts';
import { timeline } from '../../src/features/topic/timeline.ts';
import { record } from '../support/edition.ts';
import { siteBrowser } from '../support/browser.ts';

const browser = siteBrowser();
const TOPIC = 'topics/channel-returns/';
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const WIDE = { viewport: { width: 1440, height: 900 } };

/** The address of a page from the site's home on, as a reader would send it; asked of the page itself, which knows first. */
const shared = async (page: Page) => (await page.evaluate(() => location.href)).slice(browser.url('').length);
const visibleNames = (page: Page, dimension: string) => page.locator(`#${dimension} .card:visible h3`).allTextContents();
const visibleDimensions = (page: Page) => page.locator('.dimension:visible').evaluateAll((sections) => sections.map(({ id }) => id));

/** A topic on which some chosen pair agrees on one dimension and differs on another. */
function topicForDifferences() {
  for (const topic of record.topics) {
    for (const [a, b] of allPairs(record.parties)) {
      const shown = topic.dimensions.filter((dimension) => stancesDiffer(dimension, [a.id, b.id]));
      if (shown.length > 0 && shown.length < topic.dimensions.length) return { topic, parties: [a.id, b.id], shown: shown.map(({ id }) => id) };
    }
  }
  throw new Error('no topic on which two parties both agree and differ');
}

describe('choose and share', () => {
  test('two parties chosen by touch on a phone are what a friend sees in a fresh browser', async () => {
    const page = await browser.open(TOPIC, PHONE);
    for (const party of ['conservatives', 'greens', 'reform']) await page.locator(`.chip[data-party=${party}]`).tap();
    expect(await visibleNames(page, 'one-for-one')).toEqual(['Labour', 'Lib Dems']);
    const friend = await browser.open(await shared(page), PHONE);
    expect(await visibleNames(friend, 'one-for-one')).toEqual(['Labour', 'Lib Dems']);
    expect(await friend.locator('#show-greens').isChecked()).toBe(false);
  });

  test('the choice and the order go along to a question’s page and back', async () => {
    const page = await browser.open(`${TOPIC}?parties=greens,labour&order=k3x`, WIDE);
    await page.locator('#safe-routes h2 a').click();
    await page.waitForURL(/safe-routes\/\?parties=greens,labour&order=k3x$/u);
    expect((await visibleNames(page, 'safe-routes')).sort()).toEqual(['Greens', 'Labour']);
    await page.locator('.crumbs a', { hasText: 'returns' }).click();
    await page.waitForURL(/channel-returns\/\?parties=greens,labour&order=k3x$/u);
  });

  test('at 320 px the bar that stays in view is one row, a tenth of the screen at most', async () => {
    const page = await browser.open(TOPIC, { viewport: { width: 320, height: 700 } });
    await page.locator('#safe-routes').scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 300);
    const bar = page.locator('.bar fieldset');
    await expect.poll(async () => (await bar.boundingBox())?.y).toBe(0);
    expect((await bar.boundingBox())?.height).toBeLessThan(70);
    const tops = await page.locator('.chip').evaluateAll((chips) => chips.map((chip) => Math.round(chip.getBoundingClientRect().top)));
    expect(new Set(tops).size).toBe(1);
  });
});

describe('differences only', () => {
  test('hides the questions on which the chosen parties hold the same stance, and says how many', async () => {
    const { topic, parties, shown } = topicForDifferences();
    const page = await browser.open(`topics/${topic.id}/?parties=${parties.join(',')}`, WIDE);
    await page.getByLabel('Differences only').check();
    expect(await visibleDimensions(page)).toEqual(shown);
    expect(await page.locator('.bar-status').textContent()).toContain(`${topic.dimensions.length - shown.length} of ${topic.dimensions.length} questions hidden`);
    expect(await page.locator('.glance tbody tr:visible').count()).toBe(shown.length);
    const friend = await browser.open(await shared(page), WIDE);
    expect(await visibleDimensions(friend)).toEqual(shown);
    await page.getByLabel('Differences only').uncheck();
    expect(await visibleDimensions(page)).toHaveLength(topic.dimensions.length);
    expect(await shared(page)).not.toContain('differences');
  });

  test('with one party there is nothing to compare, and the page says so', async () => {
    const page = await browser.open('topics/housing/?parties=labour&differences=1', WIDE);
    expect(await page.locator('.dimension:visible').count()).toBe(3);
    expect(await page.locator('.bar-status').textContent()).toContain('Choose two parties or more');
  });
});

describe('the order', () => {
  const orderOf = async (page: Page) => ({
    cards: await page.locator('#one-for-one .card').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['party'])),
    columns: await page.locator('.glance thead th[data-party]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['party'])),
    cells: await page.locator('.glance tbody tr:first-child td').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['party'])),
    chips: await page.locator('.chip').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['party'])),
    tabs: await page.locator('#one-for-one .tabs li').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['party'])),
  });

  test('a shuffled link gives the same order in two browsers, everywhere on the page', async () => {
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
    expect(await shared(page)).not.toContain('order=');
  });

  test('a known seed moves the parties, and the page says which seed', async () => {
    const page = await browser.open(`${TOPIC}?order=k3x`, WIDE);
    const { cards } = await orderOf(page);
    expect(cards).not.toEqual([...cards].sort());
    expect(await page.locator('.facts').textContent()).toContain('order shuffled with seed k3x');
    expect(await page.locator('.facts').textContent()).not.toContain('alphabetical');
  });

  test('by keyboard: choose, hide what is alike, shuffle, and come back to A to Z', async () => {
    const page = await browser.open(TOPIC, WIDE);
    await page.locator('#show-conservatives').focus();
    await page.keyboard.press('Space');
    for (let steps = 0; steps < 5; steps++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await shared(page)).toMatch(/\?parties=greens,labour,lib-dems,reform&differences=1$/u);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await shared(page)).toContain('order=');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('A to Z');
    await page.keyboard.press('Enter');
    expect(await shared(page)).not.toContain('order=');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Shuffle order');
  });
});

describe('pairs without JavaScript', () => {
  test('the choice of pairs holds all ten, and each opens', async () => {
    const page = await browser.open('compare/', { javaScriptEnabled: false });
    const links = await page.locator('.pairs h2 a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(allPairs(record.parties).map(([a, b]) => `/compare/${a.id}/${b.id}/`));
    await page.locator('.pairs h2 a').first().click();
    expect(await page.locator('h1').textContent()).toBe('Conservatives and Greens');
  });

  test.each(allPairs(record.parties).map(([a, b]) => [a.id, b.id] as const))('%s and %s: the counts are those of the questions shown, and the filter keeps only its own', async (a, b) => {
    const pair = comparePair(record, a, b);
    const page = await browser.open(`compare/${a}/${b}/`, { javaScriptEnabled: false });
    expect(await page.locator('.pair-dimension').count()).toBe(pair.dimensions);
    for (const [relation, count] of Object.entries(pair.counts)) {
      if (count === 0) continue;
      await page.locator(`#relation-${relation}`).check();
      expect(await page.locator('.pair-dimension:visible').count(), relation).toBe(count);
      expect((await page.locator(`label:has(#relation-${relation}) b`).textContent())?.trim()).toBe(String(count));
      const topics = pair.topics.filter(({ counts }) => counts[relation as keyof typeof counts] > 0).length;
      expect(await page.locator('.pair-topic:visible').count(), relation).toBe(topics);
    }
  });

  test('each stance stands beside words with speaker, date and link, or beside a stated gap', async () => {
    const page = await browser.open('compare/conservatives/reform/', { javaScriptEnabled: false });
    const positions = await page
      .locator('.pair-position')
      .evaluateAll((all) => all.map((one) => ({ quote: one.querySelector('blockquote')?.textContent?.trim() ?? '', href: one.querySelector('a')?.getAttribute('href') ?? '', gap: one.querySelector('.gap-words')?.textContent ?? '' })));
    expect(positions).toHaveLength(66);
    for (const { quote, href, gap } of positions) {
      if (gap === '') expect(quote).toMatch(/^“.+”$/su);
      else expect(gap).toMatch(/20\d\d/u);
      expect(href).toMatch(gap === '' ? /^\/quotes\// : /^\/sources\//u);
    }
  });
});

test('a cell of the agreement picture opens its pair, and every cell says its n', async () => {
  const page = await browser.open('agreement/', { javaScriptEnabled: false });
  const cells = page.locator('.grid-of-five td a');
  expect(await cells.count()).toBe(20);
  for (const words of await cells.allTextContents()) expect(words).toMatch(/(?:\d+%\s*\d+ of \d+|too few\s*n = \d)\s*$/u);
  const { same, n } = await page.evaluate(() => ({ same: document.querySelector('.figures-table tbody td')?.textContent, n: document.querySelectorAll('.figures-table tbody td')[1]?.textContent }));
  expect(await cells.first().textContent()).toContain(`${same} of ${n}`);
  await cells.first().click();
  expect(await shared(page)).toBe('compare/conservatives/greens/');
  expect((await page.locator('label:has(#relation-agree) b').textContent())?.trim()).toBe(same);
});

describe('then and now, without JavaScript', () => {
  const dimensions = record.topics.flatMap((topic) => topic.dimensions);
  const changed = dimensions.find((dimension) => timeline(dimension).changes.length > 0)!;

  test.each([...new Set([changed, ...dimensions.slice(0, 6)])].map((dimension) => [`topics/${dimension.topic.id}/${dimension.id}/`, dimension] as const))('%s: the list and the picture hold the same quotes', async (route, dimension) => {
    const page = await browser.open(route, { javaScriptEnabled: false });
    const { rows, changes } = timeline(dimension);
    const drawn = await page.locator('.line').evaluateAll((all) =>
      all.map((line) => ({
        marks: line.querySelectorAll('.mark').length,
        items: line.querySelectorAll('.line-list li').length,
        shapes: [...line.querySelectorAll('.mark use')].map((use) => use.getAttribute('href')),
        listed: [...line.querySelectorAll('.line-list use')].map((use) => use.getAttribute('href')),
      })),
    );
    expect(drawn.map(({ marks }) => marks)).toEqual(rows.map(({ marks }) => marks.length));
    for (const { marks, items, shapes, listed } of drawn) {
      expect(items).toBe(marks);
      expect(listed).toEqual(shapes);
    }
    expect(await page.locator('.changes li').count()).toBe(changes.length);
    expect(await page.locator('.strip-change').count()).toBe(changes.length);
    expect(await page.locator('.changes li a[href*="/quotes/"]').count()).toBe(2 * changes.length);
  });

  test('the marks keep their size on a phone', async () => {
    const page = await browser.open(`topics/${changed.topic.id}/${changed.id}/`, { viewport: { width: 320, height: 700 }, javaScriptEnabled: false });
    const widths = await page.locator('.mark use').evaluateAll((all) => all.map((use) => use.getBoundingClientRect().width));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(12);
  });

  test('the chosen parties and the order hold for the lines too', async () => {
    const page = await browser.open(`topics/${changed.topic.id}/${changed.id}/?parties=labour,greens&order=k3x`, WIDE);
    const cards = await page.locator('.card:visible').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['party']));
    expect(await page.locator('.line:visible').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['party']))).toEqual(cards);
  });
});

test('coverage gives the balance of every topic, and the reason wherever the limit is passed', async () => {
  const page = await browser.open('coverage/', { javaScriptEnabled: false });
  const topics = await page.locator('.balance').allTextContents();
  expect(topics).toHaveLength(record.topics.length);
  for (const text of topics) expect(text.includes('above the limit')).toBe(text.includes('Why:'));
  expect(await page.locator('.balance details table').count()).toBe(record.topics.flatMap(({ dimensions }) => dimensions).length);
  expect(await page.locator('.gap-list > li').count()).toBe(record.topics.reduce((sum, { gaps }) => sum + gaps, 0));
});
