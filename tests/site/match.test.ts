import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, encodeAnswers, matchData, matchParties } from '../../src/features/match/match.ts';
import { agreementInWords, littleInWords, weightInWords } from '../../src/features/match/match-words.ts';
import { record } from '../support/edition.ts';
import { siteBrowser } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';

const browser = siteBrowser();
const data = matchData(record);
const TOTAL = data.questions.length;
const GIVEN = ['agree', 'disagree', 'depends', 'skip'] as const;

/** An answer to every question, each kind in turn, every fifth one mattering. */
const ALL: Answers = Object.fromEntries(data.questions.map(({ id }, index): [string, Answer] => [id, { answer: GIVEN[index % GIVEN.length] ?? 'skip', matters: index % 5 === 0 }]));
const ANSWERED = Object.values(ALL).filter(({ answer }) => answer !== 'skip').length;

const shown = (page: Page) =>
  page.locator('[data-parties] > li').evaluateAll((all) =>
    all.map((one) => ({
      party: one.querySelector('h3')?.textContent,
      words: [...one.querySelectorAll(':scope > p')].map((words) => words.textContent).filter((words) => words !== ''),
      boxes: one.querySelectorAll('rect').length,
      filled: one.querySelectorAll('rect.same').length,
      lines: one.querySelectorAll('[data-lines] > li').length,
    })),
  );

const expected = (answers: Answers) =>
  matchParties(data, answers).map((result) => ({
    party: result.party.name,
    words: [agreementInWords(result), weightInWords(result), littleInWords(result)].filter((words) => words !== undefined),
    boxes: result.of,
    filled: result.same,
    lines: result.of,
  }));

const status = (page: Page) => page.locator('[data-status]').textContent();
/** Answers with the keyboard alone. */
async function answerByKeyboard(page: Page, answers: Answers): Promise<void> {
  for (const [id, { answer, matters }] of Object.entries(answers)) {
    await tabTo(page, `[type=radio][name="${id}"]`);
    await page.keyboard.press('Space');
    for (let step = 0; step < GIVEN.indexOf(answer); step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    if (matters) await page.keyboard.press('Space');
  }
}

describe('the questionnaire', () => {
  test('can be finished by keyboard alone, sends and stores nothing, and counts as the domain does', async () => {
    const page = await browser.open('match/', { viewport: { width: 1280, height: 800 } });
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    expect(await status(page)).toBe(`0 of ${TOTAL} answered`);
    // Past the header, whose search field loads its index as soon as it is focused.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await answerByKeyboard(page, ALL);
    expect(await status(page)).toBe(`${ANSWERED} of ${TOTAL} answered`);
    await tabTo(page, '[data-show]');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('results');
    expect(await shown(page)).toEqual(expected(ALL));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-parties] details').first().getAttribute('open')).toBe('');
    expect(requests).toEqual([]);
    expect(page.url()).toBe(browser.url('match/#main'));
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  });

  test('by touch at 320 px gives results without scrolling sideways', async () => {
    const page = await browser.open('match/', { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });
    const id = data.questions[0]?.id ?? '';
    await page.locator('fieldset').first().getByText('Disagree').tap();
    await page.locator('fieldset').first().getByText('Matters to me').tap();
    await page.getByRole('button', { name: 'Show results' }).tap();
    expect(await shown(page)).toEqual(expected({ [id]: { answer: 'disagree', matters: true } }));
    for (const summary of await page.locator('[data-parties] summary').all()) await summary.tap();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('every line of a result leads to the quotes behind it', async () => {
    const page = await browser.open(`match/#a=${encodeAnswers(ALL)}`);
    const links = await page.locator('[data-quotes-link]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links).toHaveLength(data.parties.length * ANSWERED);
    for (const link of [links[0], links.at(-1)]) {
      await page.goto(browser.url((link ?? '').slice(1)));
      expect(await page.locator((link ?? '').slice((link ?? '').indexOf('#'))).count(), link).toBe(1);
    }
  });

  test('says when answers have changed since the results, and asks for an answer before any', async () => {
    const page = await browser.open('match/');
    await page.getByRole('button', { name: 'Show results' }).click();
    expect(await status(page)).toBe('Answer at least one question first.');
    await page.locator('fieldset').first().getByLabel('Agree', { exact: true }).check();
    await page.getByRole('button', { name: 'Show results' }).click();
    await page.locator('fieldset').first().getByLabel('Depends').check();
    expect(await status(page)).toBe(`1 of ${TOTAL} answered. Your answers have changed since these results.`);
  });

  test('is empty again after “Clear”', async () => {
    const page = await browser.open(`match/#a=${encodeAnswers(ALL)}`);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await status(page)).toBe(`0 of ${TOTAL} answered`);
    expect(await page.locator('match-form :checked').count()).toBe(0);
    expect(await page.locator('[data-results]').isVisible()).toBe(false);
    expect(page.url()).toBe(browser.url('match/'));
  });
});

describe('the link with the answers', () => {
  test('is copied, and in a fresh browser gives the same answers and results', async () => {
    const page = await browser.open('match/', { permissions: ['clipboard-read', 'clipboard-write'] });
    for (const [index, { answer, matters }] of Object.values(ALL).slice(0, 8).entries()) {
      const question = page.locator('fieldset').nth(index);
      await question.locator(`[value=${answer}]`).check();
      if (matters) await question.locator('[type=checkbox]').check();
    }
    await page.getByRole('button', { name: 'Show results' }).click();
    await page.getByRole('button', { name: 'Copy link with my answers' }).click();
    await expect.poll(() => page.locator('[data-done]').textContent()).toBe('Link copied.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(await page.locator('#match-link').inputValue());
    expect(link).toMatch(/\/match\/#a=[\w-]+$/u);
    const other = await browser.open(link.slice(browser.url('').length));
    expect(await shown(other)).toEqual(await shown(page));
    expect(await status(other)).toBe(`6 of ${TOTAL} answered`);
  });

  test('can be copied by hand where the browser does not allow it', async () => {
    const page = await browser.open(`match/#a=${encodeAnswers(ALL)}`);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy link with my answers' }).click();
    await expect.poll(() => page.locator('[data-done]').textContent()).toBe('Copy the link below.');
    expect(await page.locator('#match-link').inputValue()).toBe(page.url());
  });

  // What else a link may hold: tests/features/match/match.test.ts.
  test.each(['#a=', '#a=%%%', '#%E0%A4%A', '#a=a<script>y', `#a=a${'A'.repeat(5000)}`])('that is malformed is forgiven: %.20s', async (fragment) => {
    const { page, wrong } = await browser.openHearing(`match/${fragment}`);
    expect(await status(page)).toBe(`0 of ${TOTAL} answered`);
    expect(await page.locator('[data-results]').isVisible()).toBe(false);
    expect(wrong).toEqual([]);
  });
});

describe('without JavaScript and on paper', () => {
  test('the page says that it needs JavaScript and offers the paper form with the positions', async () => {
    const page = await browser.open('match/', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    expect(await page.getByRole('button', { name: 'Show results' }).count()).toBe(0);
    await page.getByText('Show every party’s position on every question').click();
    expect(await page.locator('tbody tr:visible').count()).toBe(TOTAL);
  });

  test('prints as a questionnaire: every question with boxes and a line, no buttons', async () => {
    const page = await browser.open('match/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-question] input:visible').count()).toBe(TOTAL * 5);
    expect(await page.locator('[data-question] p:visible').count()).toBe(TOTAL);
    expect(await page.locator('main button:visible').count()).toBe(0);
  });

  test('the method stands on the page', async () => {
    const page = await browser.open('match/', { javaScriptEnabled: false });
    const method = await page.locator('[aria-labelledby=counting]').innerText();
    for (const words of ['counts twice', 'mixed', 'left out for that party', 'no half mark', 'fewer than half', 'alphabetical order']) expect(method).toContain(words);
  });
});
