import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, ANSWERS, encodeAnswers, matchData, matchParties, yesToEverything } from '../../src/features/match/match.ts';
import { littleInWords, yesInWords } from '../../src/features/match/match-words.ts';
import { askedOf, shortVersion, splitsFirst } from '../../src/features/match/short-version.ts';
import { record } from '../support/edition.ts';
import { siteBrowser } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';

const browser = siteBrowser();
const data = matchData(record);
const ASKED = askedOf(data.questions);
const SHORT = shortVersion(data.questions);
const GIVEN = ['yes', 'no', 'depends', 'skip'] as const;

/** An answer to each question, each kind in turn, every fifth one mattering. */
const answersTo = (questions: readonly { id: string }[]): Answers => Object.fromEntries(questions.map(({ id }, index): [string, Answer] => [id, { answer: GIVEN[index % GIVEN.length] ?? 'skip', matters: index % 5 === 0 }]));
/** To every question, also those that are asked no more: a link of old may hold them. */
const ALL = answersTo(data.questions);
const LINK = `match/#a=${encodeAnswers(ALL)}`;
const given = (answers: Answers) => data.questions.filter(({ id }) => id in answers && answers[id]?.answer !== 'skip');

/** What the grid of results says. */
const shown = (page: Page) =>
  page.locator('[data-part=results]').evaluate((part) => {
    const words = (cell: Element) => cell.textContent.replace(/\s+/gu, ' ').trim();
    const counts = (row: string) => [...part.querySelectorAll(`[data-${row}]:not([hidden]) td`)].slice(1).map(words);
    return {
      rows: [...part.querySelectorAll('[data-rows] tr')].map((row) => row.querySelectorAll('td')[0]!.textContent.replace('×2', '')),
      same: [...part.querySelectorAll('[data-rows] tr')].map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.hasAttribute('data-same'))),
      counts: counts('counts'),
      points: counts('points'),
      little: [...part.querySelectorAll('[data-little] li')].map(words),
      yes: words(part.querySelector('[data-yes]')!),
    };
  });

function expected(answers: Answers) {
  const results = matchParties(data, answers);
  const rows = splitsFirst(given(answers));
  const weighed = results.some(({ n, possible }) => n !== possible);
  return {
    rows: rows.map(({ id }) => ({ yes: 'Yes', no: 'No', depends: 'Depends', skip: '' })[answers[id]!.answer] + (answers[id]!.matters ? ', matters' : '')),
    same: rows.map(({ id }) => results.map(({ lines }) => lines.some((line) => line.question === id && line.result === 'same'))),
    counts: results.map(({ same, n }) => `${same} of ${n}`),
    points: weighed ? results.map(({ points, possible }) => `${points} of ${possible}`) : [],
    little: results.flatMap((result) => littleInWords(result) ?? []),
    yes: yesInWords(yesToEverything({ ...data, questions: rows })),
  };
}

const progress = (page: Page) => page.locator('[data-progress]').textContent();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
const view = (page: Page) => page.locator('match-form').getAttribute('data-view');
/** Opens the page and waits for its questions. */
async function open(route: string, options?: Parameters<typeof browser.open>[1]): Promise<Page> {
  const page = await browser.open(route, options);
  await page.waitForLoadState('networkidle');
  return page;
}

describe('the short version', () => {
  test('on a phone of 360 px takes a tap to begin and one a question, and a reload in the middle loses nothing', async () => {
    const page = await open('match/', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await page.getByRole('button', { name: 'Short version' }).tap();
    const answers = answersTo(SHORT);
    for (const [index, { id }] of SHORT.entries()) {
      expect(await progress(page)).toBe(`${index + 1} of ${SHORT.length}`);
      if (answers[id]?.matters) await page.getByLabel('This matters to me').tap();
      if (index % 5 === 0) {
        await page.reload({ waitUntil: 'networkidle' });
        expect(await progress(page)).toBe(`${index + 1} of ${SHORT.length}`);
      }
      await page.locator(`[data-answer][value=${answers[id]?.answer}]`).tap();
    }
    expect(await view(page)).toBe('results');
    expect(await shown(page)).toEqual(expected(answers));
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await shown(page)).toEqual(expected(answers));
  });

  test('is answered by the keys 1 to 4, each question in turn with the focus; sends and stores nothing', async () => {
    const page = await open('match/', { viewport: { width: 1280, height: 800 } });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    // Past the header, whose search field loads its index as soon as it is focused.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-short]');
    await page.keyboard.press('Enter');
    const answers: Answers = Object.fromEntries(Object.entries(answersTo(SHORT)).map(([id, { answer }]) => [id, { answer, matters: false }]));
    for (const { answer } of Object.values(answers)) {
      expect(await focused(page)).toBe('asked');
      await page.keyboard.press(String(ANSWERS.indexOf(answer) + 1));
    }
    expect(await focused(page)).toBe('results');
    expect(await shown(page)).toEqual(expected(answers));
    await page.keyboard.press('1');
    expect(await view(page)).toBe('results');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-rows]') !== null), 'the grid comes next').toBe(true);
    expect(requests).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  });

  test('keeps every answer on the way back and forward, by the browser or by the page', async () => {
    const page = await open('match/');
    await page.locator('[data-short]').click();
    for (const answer of ['yes', 'no', 'depends']) await page.locator(`[data-answer][value=${answer}]`).click();
    const pressed = () => page.locator('[aria-pressed=true]').evaluateAll((all) => all.map((button) => button.getAttribute('value')));
    await page.goBack();
    await page.goBack();
    expect([await progress(page), await pressed()]).toEqual([`2 of ${SHORT.length}`, ['no']]);
    await page.locator('[data-answer][value=yes]').click();
    expect([await progress(page), await pressed()]).toEqual([`3 of ${SHORT.length}`, ['depends']]);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    expect([await progress(page), await pressed()]).toEqual([`1 of ${SHORT.length}`, ['yes']]);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await view(page)).toBe('start');
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Results so far' }).click();
    expect((await shown(page)).rows).toHaveLength(3);
    // To a heading and back to the answers.
    await page.evaluate(() => (location.hash = '#main'));
    expect((await shown(page)).rows).toHaveLength(3);
    await expect.poll(() => page.url()).toContain('a=');
  });
});

test('a figure that is typed into the search is no answer', async () => {
  const page = await open('match/#q=short&n=2');
  await page.getByRole('searchbox').first().focus();
  await page.keyboard.type('12');
  expect(await progress(page)).toBe(`2 of ${SHORT.length}`);
  await page.locator('#asked').focus();
  await page.keyboard.press('Control+1');
  expect(await progress(page)).toBe(`2 of ${SHORT.length}`);
});

test('topics can be chosen; a question on which all agree is never asked; what matters can be said later', async () => {
  const page = await open('match/');
  expect(await page.locator('[data-long]').textContent()).toBe(`Answer all ${ASKED.length} questions`);
  const topic = record.topics.at(-1)!;
  const own = ASKED.filter(({ id }) => id.startsWith(`${topic.id}/`));
  await page.locator(`[data-count][value="${topic.id}"]`).check();
  await page.getByRole('button', { name: `Answer ${own.length} question` }).click();
  for (const { id } of own) {
    const dimension = topic.dimensions.find((one) => `${topic.id}/${one.id}` === id);
    expect(await page.locator('#asked').textContent()).toBe(dimension?.question);
    await page.locator('[data-answer][value=yes]').click();
  }
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByLabel('This matters to me').check();
  await page.getByRole('button', { name: 'Results so far' }).click();
  const answers: Answers = Object.fromEntries(own.map(({ id }, index) => [id, { answer: 'yes', matters: index === own.length - 1 }]));
  expect(await shown(page)).toEqual(expected(answers));
});

test('every mark of the results leads to the words behind it', async () => {
  const page = await open(LINK);
  const links = await page.locator('[data-rows] td a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links).toHaveLength(data.parties.length * given(ALL).length);
  for (const link of [links[0]!, links.at(-1)!]) {
    await page.goto(link);
    expect(await page.locator(link.slice(link.indexOf('#'))).count(), link).toBe(1);
  }
});

test('is empty again after “Clear”, also on the way back', async () => {
  const page = await open('match/');
  await page.locator('[data-short]').click();
  await page.locator('[data-answer][value=yes]').click();
  await page.getByRole('button', { name: 'Results so far' }).click();
  await page.getByRole('button', { name: 'Clear' }).click();
  expect([await view(page), page.url()]).toEqual(['start', browser.url('match/')]);
  await page.goBack();
  await expect.poll(() => page.url()).not.toContain('a=');
});

test('says so when the questions do not come', async () => {
  const page = await browser.open('', {});
  await page.route('**/match/paper/', (route) => route.abort());
  await page.goto(browser.url(LINK));
  await expect.poll(() => page.locator('[data-said]').textContent()).toContain('could not be loaded');
  expect(await page.locator('[data-part=start]').first().isVisible()).toBe(true);
});

describe('the link with the answers', () => {
  test('is copied, and in a fresh browser opens on the same results', async () => {
    const page = await open(LINK, { permissions: ['clipboard-read', 'clipboard-write'] });
    expect(await shown(page)).toEqual(expected(ALL));
    await page.getByRole('button', { name: 'Copy link with my answers' }).click();
    await expect.poll(() => page.locator('[data-done]').textContent()).toBe('Link copied.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(await page.locator('#match-link').inputValue());
    expect(link).toMatch(/\/match\/#a=[\w-]+$/u);
    const other = await open(link.slice(browser.url('').length));
    expect(await shown(other)).toEqual(await shown(page));
  });

  test('can be copied by hand where the browser does not allow it', async () => {
    const page = await open(LINK);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy link with my answers' }).click();
    await expect.poll(() => page.locator('[data-done]').textContent()).toBe('Copy the link below.');
    expect(await page.locator('#match-link').inputValue()).toBe(page.url());
  });

  // What else a link may hold: tests/features/match.
  test.each(['#a=', '#a=%%%', '#%E0%A4%A', '#a=a<script>y', `#a=a${'A'.repeat(5000)}`, '#q=gone&n=4'])('that is malformed is forgiven: %.20s', async (fragment) => {
    const { page, wrong } = await browser.openHearing(`match/${fragment}`);
    expect(await view(page)).toBe('start');
    expect(await page.locator('[data-short]').isVisible()).toBe(true);
    expect(wrong).toEqual([]);
  });
});

describe('without JavaScript and on paper', () => {
  test('the page says that it needs JavaScript, shows no button that does nothing, and leads to the paper form', async () => {
    const page = await browser.open('match/', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    expect(await page.locator('main button:visible').count()).toBe(0);
    await page.getByRole('link', { name: 'print the questions' }).click();
    await page.getByText('Show every party’s position on every question').click();
    expect(await page.locator('tbody tr:visible').count()).toBe(data.questions.length);
  });

  test('prints as a questionnaire: every question with boxes and a line, no buttons', async () => {
    const page = await browser.open('match/paper/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-asks] i:visible').count()).toBe(ASKED.length * 4);
    expect(
      await page
        .locator('[data-asks]')
        .first()
        .evaluate((line) => getComputedStyle(line, '::after').content),
    ).toBe('"Why?"');
    expect(await page.locator('main :is(button, table):visible').count()).toBe(0);
  });

  test('results print as the grid alone', async () => {
    const page = await open(LINK);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-rows] tr:visible').count()).toBe(given(ALL).length);
    expect(await page.locator('main button:visible').count()).toBe(0);
  });

  test('the method stands on the page, and what yes to everything gives on that of the method', async () => {
    const page = await browser.open('match/', { javaScriptEnabled: false });
    const method = await page.locator('[aria-labelledby=counting]').innerText();
    for (const words of ['counts twice', 'mixed', 'left out for that party', 'no half mark', 'fewer than half', 'alphabetical order', 'are not asked']) expect(method).toContain(words);
    await page.goto(browser.url('about/method/'));
    const rows = await page.locator('[aria-labelledby=yes-to-everything] tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
    const [all, short] = [ASKED, SHORT].map((questions) => yesToEverything({ ...data, questions }).map(({ same, n }) => `${same} of ${n}`));
    expect(rows).toEqual(data.parties.map(({ name }, index) => [name, all?.[index], short?.[index]]));
  });
});
