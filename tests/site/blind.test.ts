import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { blindQuotes, findLeaks } from '../../src/record/blind/blind.ts';
import { blindTopic } from '../../src/record/blind/blind-page.ts';
import { dateInWords } from '../../src/record/dates.ts';
import type { Topic } from '../../src/record/record.ts';
import { record } from '../support/edition.ts';
import { siteBrowser } from '../support/browser.ts';
import { scriptsOf } from '../support/script-bytes.ts';

const browser = siteBrowser();
const { parties, speakers } = record;
const TOPICS = record.topics.map((topic) => [topic.id, topic] as const);
const TOPIC = record.topics.find(({ gaps, dimensions }) => gaps > 0 && dimensions.length > 2) as Topic;
const ROUTE = `blind/${TOPIC.id}/`;

const htmlOf = (topic: string) => fs.readFile(path.join(inject('siteFolder'), 'blind', topic, 'index.html'), 'utf8');
const question = (page: Page, index: number) => page.locator('fieldset').nth(index);
const cardKeys = (page: Page) => page.locator('fieldset').evaluateAll((all) => all.map((one) => [...one.querySelectorAll<HTMLElement>('[data-card]')].map((card) => card.dataset['card'] ?? '')));
const letters = (page: Page) => page.locator('fieldset').first().locator('[data-letter]').allTextContents();

describe('before the answer', () => {
  test.each(TOPICS)('%s: nothing in the HTML or its scripts tells a party', async (id) => {
    const html = await htmlOf(id);
    const scripts = await scriptsOf(inject('siteFolder'), html);
    expect(findLeaks(html, parties, speakers)).toEqual([]);
    expect(scripts.size).toBeGreaterThan(0);
    for (const [name, text] of scripts) expect(findLeaks(`<script>${text}</script>`, parties, speakers), name).toEqual([]);
  });

  test.each(TOPICS)('%s: no speaker, source, date or quote id stands in the HTML', async (id, topic) => {
    const html = await htmlOf(id);
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const hidden = blindTopic(topic, record).flatMap(({ cards }) => cards.flatMap(({ quote }) => [quote.id, quote.speaker.id, quote.speaker.name, quote.source.id, quote.source.url, quote.source.title, dateInWords(quote.date), quote.date]));
    expect(hidden.filter((text) => main.includes(text))).toEqual([]);
    // Others may speak of a "Home Secretary": only as the text of an element of its own would it be the speaker's role.
    expect(
      blindTopic(topic, record)
        .flatMap(({ cards }) => cards.map(({ quote }) => quote.role))
        .filter((role) => main.includes(`>${role}<`)),
    ).toEqual([]);
  });

  test.each(TOPICS)('%s: nothing that a reader sees tells a party', async (id) => {
    const page = await browser.open(`blind/${id}/`);
    const seen = await page.evaluate(() => `${document.title}\n${document.body.innerText}`);
    expect(seen).toContain('Card A');
    expect(findLeaks(seen, parties, speakers)).toEqual([]);
    expect(findLeaks(await page.content(), parties, speakers)).toEqual([]);
  });

  test('the page to choose a topic tells none either', async () => {
    expect(findLeaks(await fs.readFile(path.join(inject('siteFolder'), 'blind/index.html'), 'utf8'), parties, speakers)).toEqual([]);
  });
});

/** What the cards of a question say after the answer, by key. */
const answers = (page: Page, index: number) =>
  question(page, index)
    .locator('[data-card]')
    .evaluateAll((cards) =>
      cards.map((card) => ({
        key: (card as HTMLElement).dataset['card'],
        party: card.querySelector('.whose-party')?.textContent?.trim(),
        whose: card.querySelector('.whose')?.textContent ?? '',
        links: [...card.querySelectorAll('.whose a')].map((link) => link.getAttribute('href')),
      })),
    );

async function expectRevealed(page: Page, index: number): Promise<void> {
  const expected = blindTopic(TOPIC, record)[index]?.cards ?? [];
  const shown = await answers(page, index);
  for (const card of expected) {
    const { quote } = card;
    const found = shown.find(({ key }) => key === card.key);
    expect(found?.party).toBe(quote.party.name);
    for (const words of [quote.speaker.name, quote.role, dateInWords(quote.date), quote.source.publisher]) expect(found?.whose).toContain(words);
    expect(found?.links).toEqual([`/speakers/${quote.speaker.id}/`, quote.source.url, `/quotes/${quote.id}/`]);
  }
}

/** Presses Tab until an element is focused. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

describe('the reveal', () => {
  test('by keyboard: choose a card, show whose words these are, and stand at the result', async () => {
    const page = await browser.open(ROUTE);
    await tabTo(page, 'fieldset input[type=radio]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await question(page, 0).locator('[data-card]').nth(1).locator('input').isChecked()).toBe(true);
    await tabTo(page, '[data-reveal]');
    await page.keyboard.press('Enter');
    const focused = await page.evaluate(() => ({ role: document.activeElement?.getAttribute('role'), text: document.activeElement?.textContent ?? '' }));
    const chosen = (await answers(page, 0))[1];
    expect(focused.role).toBe('status');
    expect(focused.text).toContain(`You chose card B: ${chosen?.party ?? ''}`);
    await expectRevealed(page, 0);
    expect(await question(page, 1).locator('.whose').allTextContents()).toEqual(blindTopic(TOPIC, record)[1]?.cards.map(() => ''));
  });

  test('by touch at 320 px', async () => {
    const page = await browser.open(ROUTE, { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });
    await question(page, 0).locator('.blind-words').first().tap();
    await question(page, 0).locator('[data-reveal]').tap();
    expect(await question(page, 0).locator('[role=status]').textContent()).toContain('You chose card A');
    await expectRevealed(page, 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('“none of these” is an answer of its own', async () => {
    const page = await browser.open(ROUTE);
    await question(page, 0).getByLabel('None of these').check();
    await question(page, 0).locator('[data-reveal]').click();
    expect(await question(page, 0).locator('[role=status]').textContent()).toContain('You chose none of these.');
  });

  test('of all questions ends with a tally, every party A to Z with the questions on which it has a card', async () => {
    const page = await browser.open(ROUTE);
    await question(page, 0).locator('[data-card] input').first().check();
    await question(page, 1).getByLabel('None of these').check();
    await page.locator('[data-reveal-all]').click();
    const first = (await answers(page, 0))[0]?.party ?? '';
    const total = TOPIC.dimensions.length;
    const tally = page.locator('[data-tally]');
    expect(await tally.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await tally.locator('p').textContent()).toContain(`You chose a card on 1 of ${total} questions, and none of the cards on 1.`);
    const lines = await tally.locator('li').allTextContents();
    expect(lines.map((line) => line.split(':')[0])).toEqual(parties.map(({ name }) => name));
    for (const [index, { name }] of parties.entries()) {
      const cards = blindTopic(TOPIC, record).filter((one) => one.cards.some(({ quote }) => quote.party.name === name)).length;
      expect(lines[index]).toContain(`${name}: ${name === first ? 1 : 0} of ${cards} question`);
    }
  });

  test('can be taken back: nothing is left that tells a party', async () => {
    const page = await browser.open(ROUTE);
    await page.locator('[data-reveal-all]').click();
    await page.locator('[data-again]').click();
    expect(findLeaks(await page.content(), parties, speakers)).toEqual([]);
    expect(await question(page, 0).locator('input').first().isEnabled()).toBe(true);
  });

  test('a party without a statement is named only then', async () => {
    const index = blindTopic(TOPIC, record).findIndex(({ gaps }) => gaps.length > 0);
    const page = await browser.open(ROUTE);
    expect(await question(page, index).innerText()).toContain('4 of 5 parties have a statement on this question.');
    await question(page, index).locator('[data-reveal]').click();
    expect(await question(page, index).locator('[role=status]').textContent()).toContain(`No statement found on this question: ${blindTopic(TOPIC, record)[index]?.gaps[0]?.party ?? ''}.`);
  });
});

describe('the order', () => {
  test('of one seed is the same in two browsers, and the one that the domain gives', async () => {
    const [one, two] = [await browser.open(`${ROUTE}?order=k3x`), await browser.open(`${ROUTE}?order=k3x`)];
    const expected = TOPIC.dimensions.map((dimension) => blindQuotes(dimension, record, 'k3x').cards.map(({ key }) => key));
    expect(await cardKeys(one)).toEqual(expected);
    expect(await cardKeys(two)).toEqual(expected);
    expect((await letters(one)).join('')).toBe('ABCDE'.slice(0, expected[0]?.length));
  });

  test('shuffled is kept in the URL, and what was chosen stays chosen', async () => {
    const page = await browser.open(ROUTE);
    const input = question(page, 0).locator('[data-card] input').first();
    await input.check();
    const chosen = await input.getAttribute('value');
    await page.locator('[data-shuffle]').click();
    expect(page.url()).toMatch(/\?order=[a-z0-9]+$/u);
    expect(await question(page, 0).locator('input:checked').getAttribute('value')).toBe(chosen);
    const other = await browser.open(page.url().slice(browser.url('').length));
    expect(await cardKeys(other)).toEqual(await cardKeys(page));
  });

  test.each(['?order=', '?order=%FF', '?order=<script>', `?order=${'x'.repeat(17)}`])('forgives %s', async (query) => {
    const page = await browser.open(ROUTE + query);
    expect(await cardKeys(page)).toEqual(TOPIC.dimensions.map((dimension) => blindQuotes(dimension, record).cards.map(({ key }) => key)));
  });
});

describe('on paper', () => {
  test('without JavaScript the page says that it needs it and leads to the answer key', async () => {
    const page = await browser.open(ROUTE, { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    expect(await page.locator('[data-reveal]').first().isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Answer key (shows the parties)' }).click();
    const names = await page.locator('.blind-key').first().locator('.blind-key-card').allInnerTexts();
    expect(names.map((name) => name.replace(/\s+/gu, ' '))).toEqual(blindTopic(TOPIC, record)[0]?.cards.map(({ letter, quote }) => `${letter} ${quote.party.name}`));
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  });

  test('the key of a shuffled sheet has its order', async () => {
    const page = await browser.open(`${ROUTE}?order=k3x`);
    const sheet = (await cardKeys(page))[0];
    await page.getByRole('link', { name: 'Answer key (shows the parties)' }).click();
    await page.waitForURL(/key\/\?order=k3x$/u);
    await expect
      .poll(() =>
        page
          .locator('.blind-key')
          .first()
          .locator('[data-card]')
          .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['card'])),
      )
      .toEqual(sheet);
    expect((await page.locator('.blind-key').first().locator('[data-letter]').allTextContents()).join('')).toBe('ABCDE'.slice(0, sheet?.length));
  });

  test('the printed sheet has the cards and the address of the key, and no buttons', async () => {
    const page = await browser.open(ROUTE);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').innerText()).toContain(`/blind/${TOPIC.id}/key/`);
    expect(await page.locator('main button:visible').count()).toBe(0);
    expect(await page.locator('.blind-card:visible').count()).toBe(blindTopic(TOPIC, record).flatMap(({ cards }) => cards).length);
    expect(findLeaks(await page.evaluate(() => document.body.innerText), parties, speakers)).toEqual([]);
  });
});

test('a topic leads to its blind mode', async () => {
  const page = await browser.open(`topics/${TOPIC.id}/`, { viewport: { width: 1280, height: 800 } });
  await page.locator('main').getByRole('link', { name: 'Read it blind' }).click();
  await page.waitForURL(browser.url(ROUTE));
});
