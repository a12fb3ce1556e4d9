import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { findLeaks } from '../../src/record/blind/blind.ts';
import { dateInWords } from '../../src/record/dates.ts';
import { quoteUrl, sourceUrl, speakerUrl } from '../../src/site/urls.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';
import { tabTo } from '../support/keyboard.ts';
import { areWordsOf } from '../support/own-words.ts';
import { scriptsOf } from '../support/script-bytes.ts';

const browser = siteBrowser();
const { parties, speakers, topics } = record;
const TOPIC = topics.find(({ gaps, dimensions }) => gaps > 0 && dimensions.length > 2)!;
const ROUTE = `blind/${TOPIC.id}/`;
const silentOn = (index: number) => TOPIC.dimensions[index]!.positions.filter(({ quotes }) => quotes.length === 0);
const WITH_GAP = TOPIC.dimensions.findIndex((_, index) => silentOn(index).length > 0);

const leaksIn = (text: string) => findLeaks(text, parties, speakers);
const htmlOf = (route: string) => fs.readFile(path.join(inject('siteFolder'), route, 'index.html'), 'utf8');
const question = (page: Page, index: number) => page.locator('fieldset').nth(index);
const cardKeys = (page: Page, within = 'fieldset') => page.locator(within).evaluateAll((all) => all.map((one) => [...one.querySelectorAll<HTMLElement>('[data-card]')].map((card) => card.dataset['card'] ?? '')));
const letters = (page: Page, within = 'fieldset') => page.locator(within).first().locator('[data-letter]').allTextContents();
const status = (page: Page, index: number) => question(page, index).locator('[role=status]').textContent();

describe('before the answer', () => {
  test.each(topics)('nothing in the HTML of $id or in its scripts tells a party', async ({ id }) => {
    const html = await htmlOf(`blind/${id}`);
    const scripts = await scriptsOf(inject('siteFolder'), html);
    expect(leaksIn(html)).toEqual([]);
    expect(scripts.size).toBeGreaterThan(0);
    for (const [name, text] of scripts) expect(leaksIn(`<script>${text}</script>`), name).toEqual([]);
  });

  test.each(topics)('no speaker, role, source, date or id of a quote of $id stands in the HTML', async ({ id, quotes }) => {
    const html = await htmlOf(`blind/${id}`);
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const hidden = quotes.flatMap((quote) => [quote.id, quote.speaker.id, quote.speaker.name, quote.source.id, quote.source.url, quote.source.title, dateInWords(quote.date), quote.date]);
    expect(hidden.filter((text) => main.includes(text))).toEqual([]);
    // Others may speak of a "Home Secretary": only as the text of an element of its own would it be the speaker's role.
    expect(quotes.filter(({ role }) => main.includes(`>${role}<`)).map(({ role }) => role)).toEqual([]);
  });

  test('nothing that a reader sees tells a party, there or where a topic is chosen', async () => {
    const page = await browser.open(ROUTE);
    const seen = await page.evaluate(() => `${document.title}\n${document.body.innerText}`);
    expect(seen).toContain('Card A');
    expect(leaksIn(seen)).toEqual([]);
    expect(leaksIn(await page.content())).toEqual([]);
    expect(leaksIn(await htmlOf('blind'))).toEqual([]);
  });
});

/** What the cards of a question say after the answer. */
const answers = (page: Page, index: number) =>
  question(page, index)
    .locator('[data-card]')
    .evaluateAll((cards) =>
      cards.map((card) => {
        const part = (name: string) => card.querySelector(`[data-${name}]`);
        const text = (name: string) => part(name)?.textContent?.trim();
        const link = (name: string) => part(name)?.getAttribute('href');
        return {
          words: card.querySelector('label > span:last-child')?.textContent ?? '',
          said: { party: text('party-name'), speaker: text('speaker'), role: text('role'), date: text('date'), publisher: text('source') },
          links: { quote: link('quote'), speaker: link('speaker'), source: link('source') },
        };
      }),
    );

/** Each card must tell the quote that holds its words, and every party that is quoted must have one. */
async function expectRevealed(page: Page, index: number): Promise<void> {
  const { id } = TOPIC.dimensions[index]!;
  const shown = await answers(page, index);
  const quotes = shown.map(({ words, said, links }) => {
    const quote = TOPIC.quotes.find((one) => quoteUrl(one) === links.quote)!;
    expect(areWordsOf(words.replace(/^\s*“|”\s*$/gu, ''), quote.text), words).toBe(true);
    expect(said).toEqual({ party: quote.party.name, speaker: quote.speaker.name, role: quote.role, date: dateInWords(quote.date), publisher: quote.source.publisher });
    expect(links).toEqual({ quote: quoteUrl(quote), speaker: speakerUrl(quote.speaker.id), source: sourceUrl(quote.source.id) });
    return quote;
  });
  expect(quotes.map(({ dimension }) => dimension.id)).toEqual(quotes.map(() => id));
  expect([...quotes.map(({ party }) => party.id), ...silentOn(index).map(({ party }) => party.id)].sort()).toEqual(parties.map((party) => party.id).sort());
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
    expect(focused.role).toBe('status');
    expect(focused.text).toContain(`You chose card B: ${(await answers(page, 0))[1]?.said.party}`);
    await expectRevealed(page, 0);
    expect((await answers(page, 1)).filter(({ said }) => said.party !== undefined)).toEqual([]);
  });

  test('by touch at 320 px', async () => {
    const page = await browser.open(ROUTE, { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });
    await question(page, 0).locator('[data-card] label').first().tap();
    await question(page, 0).locator('[data-reveal]').tap();
    expect(await status(page, 0)).toContain('You chose card A');
    await expectRevealed(page, 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('of all questions ends with a tally, every party A to Z with the questions on which it has a card', async () => {
    const page = await browser.open(ROUTE);
    await question(page, 0).locator('[data-card] input').first().check();
    await question(page, 1).getByLabel('None of these').check();
    await page.locator('[data-reveal-all]').click();
    expect(await status(page, 1)).toContain('You chose none of these.');
    const first = (await answers(page, 0))[0]?.said.party;
    const total = TOPIC.dimensions.length;
    const tally = page.locator('[data-tally]');
    expect(await tally.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await tally.locator('p').textContent()).toContain(`You chose a card on 1 of ${total} questions, and none of the cards on 1.`);
    const lines = await tally.locator('li').allTextContents();
    const quotedOn = (id: string) => TOPIC.dimensions.filter(({ positions }) => positions.some(({ party, quotes }) => party.id === id && quotes.length > 0)).length;
    expect(lines.map((line) => line.split(' question')[0])).toEqual(parties.map(({ id, name }) => `${name}: ${name === first ? 1 : 0} of ${quotedOn(id)}`));
  });

  test('can be taken back: nothing is left that tells a party', async () => {
    const page = await browser.open(ROUTE);
    await page.locator('[data-reveal-all]').click();
    await page.locator('[data-again]').click();
    expect(leaksIn(await page.content())).toEqual([]);
    expect(await question(page, 0).locator('input').first().isEnabled()).toBe(true);
  });

  test('names a party without a statement, and not before', async () => {
    const page = await browser.open(ROUTE);
    const quoted = parties.length - silentOn(WITH_GAP).length;
    expect(await question(page, WITH_GAP).innerText()).toContain(`${quoted} of ${parties.length} parties have a statement on this question.`);
    await question(page, WITH_GAP).locator('[data-reveal]').click();
    expect(await status(page, WITH_GAP)).toContain(`None found yet on this question: ${silentOn(WITH_GAP)[0]!.party.name}.`);
  });
});

describe('the order', () => {
  test('of one seed is the same in two browsers, and another than without it', async () => {
    const [one, two, plain] = [await browser.open(`${ROUTE}?order=k3x`), await browser.open(`${ROUTE}?order=k3x`), await browser.open(ROUTE)];
    const order = await cardKeys(one);
    expect(await cardKeys(two)).toEqual(order);
    expect(await cardKeys(plain)).not.toEqual(order);
    expect((await cardKeys(plain)).map((keys) => keys.sort())).toEqual(order.map((keys) => [...keys].sort()));
    expect((await letters(one)).join('')).toBe('ABCDEFGH'.slice(0, order[0]?.length));
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

  test('of a malformed seed is that of no seed', async () => {
    const plain = await cardKeys(await browser.open(ROUTE));
    for (const query of ['?order=', '?order=%FF', '?order=<script>', `?order=${'x'.repeat(17)}`]) expect(await cardKeys(await browser.open(ROUTE + query)), query).toEqual(plain);
  });
});

describe('on paper', () => {
  test('without JavaScript the page says that it needs it and leads to the answer key, which has the cards in their order', async () => {
    const page = await browser.open(ROUTE, { javaScriptEnabled: false });
    const sheet = await cardKeys(page);
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    expect(await page.locator('[data-reveal]').first().isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Answer key (shows the parties)' }).click();
    expect(await cardKeys(page, 'blind-key section')).toEqual(sheet);
    const told = await page
      .locator('blind-key li')
      .evaluateAll((all) => all.map((one) => ({ party: (one as HTMLElement).dataset['party'], text: one.textContent ?? '', words: one.querySelector('q')?.textContent ?? '', quote: one.querySelector('a')?.getAttribute('href') })));
    for (const { party, text, words, quote: href } of told) {
      const quote = TOPIC.quotes.find((one) => quoteUrl(one) === href)!;
      expect(party).toBe(quote.party.id);
      expect(text).toContain(quote.party.name);
      expect(areWordsOf(words.replace(/…$/u, '').replace(/\[[^\]]*$/u, ''), quote.text), words).toBe(true);
    }
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  });

  test('the key of a shuffled sheet has its order', async () => {
    const page = await browser.open(`${ROUTE}?order=k3x`);
    const sheet = await cardKeys(page);
    await page.getByRole('link', { name: 'Answer key (shows the parties)' }).click();
    await page.waitForURL(/key\/\?order=k3x$/u);
    await expect.poll(() => cardKeys(page, 'blind-key section')).toEqual(sheet);
    expect((await letters(page, 'blind-key section')).join('')).toBe('ABCDEFGH'.slice(0, sheet[0]?.length));
  });

  test('the printed sheet has the cards and the address of the key, and no buttons', async () => {
    const page = await browser.open(ROUTE);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').innerText()).toContain(`/blind/${TOPIC.id}/key/`);
    expect(await page.locator('main button:visible').count()).toBe(0);
    expect(await page.locator('[data-card]:visible').count()).toBe(TOPIC.dimensions.flatMap(({ positions }) => positions.filter(({ quotes }) => quotes.length > 0)).length);
    expect(leaksIn(await page.evaluate(() => document.body.innerText))).toEqual([]);
  });
});
