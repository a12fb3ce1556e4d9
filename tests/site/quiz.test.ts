import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { codeOf, seedOf, settingsOf } from '../../src/features/quiz/quiz-code.ts';
import type { QuizSettings } from '../../src/features/quiz/quiz-settings.ts';
import { dateInWords } from '../../src/record/dates.ts';
import { homeAddress, quoteUrl } from '../../src/site/urls.ts';
import { qrPath } from '../../src/ui/qr-path.ts';
import { violationsOn } from '../support/axe.ts';
import { officialUrl } from '../../src/record/source-address.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';
import { areWordsOf } from '../support/own-words.ts';
import { PROJECTOR_TYPE, TOUCH_TARGET } from '../support/thresholds.ts';

const browser = siteBrowser();
const QUIZ = 'class/who-said-it/';
const PARTIES = record.parties.map(({ name }) => name);
/** The number of another party than this one. */
const notNumber = (number: number) => (number % PARTIES.length) + 1;

interface Question {
  id: string;
  text: string;
  said?: string;
  party: string;
  topic: string;
  speaker: string;
}

const pool = async () => (await (await fetch(browser.url(`${QUIZ}questions.json`))).json()) as { parties: { id: string; name: string }[]; questions: Question[] };

const TOPICS = record.topics.map(({ id }) => id);
const code = (settings: Partial<QuizSettings> = {}) => codeOf({ seed: seedOf(1), topics: [], count: 5, seconds: 0, teams: 0, ...settings }, TOPICS);

/** Opens the link of a quiz, which starts it; from then on it lists every request. */
async function start(settings: Partial<QuizSettings> = {}, options: BrowserContextOptions = {}): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.open(`${QUIZ}#code=${code(settings)}`, options);
  await heading(page).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return { page, asked };
}

const heading = (page: Page) => page.locator('#quiz-at');
const words = async (page: Page) => ((await page.locator('[data-part=quote]').textContent()) ?? '').replace(/^“|”$/gu, '');
const focused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);

/** The number of the right party on the question that is shown, from 1. */
async function rightNumber(page: Page): Promise<number> {
  const { parties, questions } = await pool();
  const text = await words(page);
  return parties.findIndex(({ id }) => id === questions.find((question) => question.text === text)?.party) + 1;
}

describe('one pupil', () => {
  test('plays a whole quiz by keyboard alone: six of ten, each quote once, nothing asked of the network', async () => {
    const page = await browser.open(QUIZ);
    await page.locator('#quiz-code').fill(` ${code({ count: 10 }).toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')}`);
    await page.keyboard.press('Enter');
    await heading(page).waitFor();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    expect(page.url()).toBe(browser.url(`${QUIZ}#code=${code({ count: 10 })}`));
    expect(await page.locator('.quiz-head b').textContent()).toBe(code({ count: 10 }));
    const seen = new Set<string>();
    for (let number = 1; number <= 10; number++) {
      await expect.poll(() => heading(page).textContent()).toBe(`Question ${number} of 10`);
      expect(await focused(heading(page))).toBe(true);
      seen.add(await words(page));
      const right = await rightNumber(page);
      const chosen = number <= 6 ? right : notNumber(right);
      await page.keyboard.press(String(chosen));
      const verdict = page.locator('[data-part=verdict]');
      expect(await verdict.textContent()).toBe(`${number <= 6 ? 'Right' : 'Wrong'}. Answer: ${PARTIES[right - 1]}.`);
      expect(await focused(verdict)).toBe(true);
      await page.keyboard.press(String(notNumber(chosen)));
      expect(await page.locator('[data-mark="said it"]').first().textContent()).toContain(PARTIES[right - 1]);
      await page.keyboard.press('Enter');
    }
    expect(seen.size).toBe(10);
    await expect.poll(() => page.locator('#quiz-score').textContent()).toBe('6 of 10');
    expect(await focused(page.locator('#quiz-score'))).toBe(true);
    expect(await page.locator('[data-part=fooled] li').count()).toBe(4);
    expect(requests).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, Object.keys(sessionStorage), document.cookie])).toEqual([0, ['who-said-it'], '']);
  });

  test('plays by touch at 320 px, with nothing wider than the screen and every target large enough', async () => {
    const { page, asked } = await start({}, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
    for (let number = 1; number <= 5; number++) {
      await expect.poll(() => heading(page).textContent()).toBe(`Question ${number} of 5`);
      const sizes = await page.locator('.quiz-game button:visible').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(TOUCH_TARGET);
      await page
        .locator('button.quiz-choice')
        .nth(number - 1)
        .tap();
      await expect.poll(() => page.locator('[data-part=verdict]').evaluate((verdict) => verdict.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.locator('[data-do=next]').tap();
    }
    await expect.poll(() => page.locator('#quiz-score').textContent()).toMatch(/^[0-5] of 5$/u);
    expect(asked).toEqual([]);
  });

  test('learns who said it, when and where, and what was masked', async () => {
    const { page } = await start({ count: 20 });
    const part = (name: string) => page.locator(`[data-part=${name}]`);
    const masks: boolean[] = [];
    for (let number = 1; number <= 20; number++) {
      const text = await words(page);
      await page.locator('button.quiz-choice').first().click();
      const link = await part('permalink').getAttribute('href');
      const quote = record.quotes.find((one) => quoteUrl(one) === link)!;
      expect(areWordsOf(text, quote.text), text).toBe(true);
      expect(await part('answer').textContent()).toContain(quote.party.name);
      expect(await part('who').textContent()).toBe(`${quote.speaker.name}, ${quote.role}, ${dateInWords(quote.date)}.`);
      expect(await part('source').getAttribute('href')).toBe(officialUrl(quote.source));
      const masked = await part('masked').isVisible();
      expect(masked).toBe(text !== quote.text);
      if (masked) expect(await part('said').textContent()).toBe(quote.text);
      masks.push(masked);
      await page.locator('[data-do=next]').click();
    }
    expect(new Set(masks).size).toBe(2);
  });

  test('who is too slow is told so in words and sees the answer; the clock can be stopped', async () => {
    const page = await browser.open(QUIZ);
    await page.clock.install();
    await page.goto(browser.url(`${QUIZ}#code=${code({ seconds: 20 })}`));
    await page.reload();
    await heading(page).waitFor();
    expect(await page.locator('[data-part=status]').textContent()).toBe('20 seconds for each question.');
    await page.clock.runFor(10_500);
    expect(await page.locator('[role=timer]').textContent()).toBe('10 seconds left');
    expect(await page.locator('[data-part=status]').textContent()).toBe('10 seconds left.');
    await page.reload();
    await expect.poll(() => page.locator('[role=timer]').textContent()).toBe('10 seconds left');
    await page.clock.runFor(10_500);
    expect(await page.locator('[data-part=verdict]').textContent()).toMatch(/^Time is up\. Answer: /u);
    await page.locator('[data-do=next]').click();
    await page.locator('[data-do=stop]').click();
    await page.clock.runFor(60_000);
    expect(await page.locator('[data-part=answer]').isVisible()).toBe(false);
    await page.reload();
    await expect.poll(() => page.locator('[role=timer]').textContent()).toBe('Clock stopped');
  });

  test('can play the same questions again, or new ones, and what fooled the room is summed', async () => {
    const { page } = await start();
    const round = async () => {
      const seen: string[] = [];
      for (let number = 1; number <= 5; number++) {
        seen.push(await words(page));
        await page.keyboard.press(String(notNumber(await rightNumber(page))));
        await page.keyboard.press('Enter');
      }
      return seen;
    };
    const first = await round();
    await page.locator('[data-do=same]').click();
    expect(await round()).toEqual(first);
    expect(await page.locator('[data-part=fooled] [data-fill=count]').first().textContent()).toBe('2 of 2 answers wrong');
    await page.locator('[data-do=new]').click();
    await expect.poll(() => page.url()).not.toContain(code());
    expect(await round()).not.toEqual(first);
    await page.goBack();
    await expect.poll(() => page.locator('.quiz-head b').textContent()).toBe(code());
    await round();
    await page.locator('[data-do=settings]').click();
    await expect.poll(() => page.locator('[data-part=made]').textContent()).toBe(code());
  });
});

test('teams on a projector at 1920 px play a whole quiz in large type; each team’s right answers are counted', async () => {
  const { page, asked } = await start({ teams: 3 }, { viewport: { width: 1920, height: 1080 } });
  for (let number = 1; number <= 5; number++) {
    await expect.poll(() => heading(page).textContent()).toBe(`Question ${number} of 5`);
    const sizes = await page.locator('[data-part=quote], [data-part=names] li').evaluateAll((all) => all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
    expect(sizes[0]).toBeGreaterThanOrEqual(PROJECTOR_TYPE.quote);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(PROJECTOR_TYPE.choice);
    expect(await page.locator('[data-part=names]').evaluate((names) => names.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    expect(await page.locator('[data-part=answer]').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-part=verdict]').textContent()).toBe(`Answer: ${PARTIES[(await rightNumber(page)) - 1]}.`);
    expect(await page.locator('[data-part=teams] label:visible').allTextContents()).toHaveLength(3);
    await page.keyboard.press('1');
    if (number <= 2) await page.locator('[data-part=teams] input').nth(1).check();
    const tally = [`Team 1: ${number}`, `Team 2: ${Math.min(number, 2)}`, 'Team 3: 0'];
    expect(await page.locator('[data-part=tally] li:visible').allTextContents()).toEqual(tally);
    if (number === 2) {
      const shown = [page.url(), await words(page)];
      await page.reload();
      await page.locator('[data-part=verdict]').waitFor();
      expect([page.url(), await words(page)]).toEqual(shown);
      expect(await page.locator('[data-part=teams] input:visible').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked))).toEqual([true, true, false]);
      expect(await page.locator('[data-part=tally] li:visible').allTextContents()).toEqual(tally);
      asked.length = 0;
    }
    await page.keyboard.press('Enter');
  }
  await expect.poll(() => page.locator('#quiz-score').isVisible()).toBe(true);
  expect(await page.locator('.quiz-table tbody td').allTextContents()).toEqual(['5', '2', '0']);
  expect(await page.locator('[data-part=fooled] [data-fill=count]').allTextContents()).toEqual([...Array<string>(3).fill('2 of 3 answers wrong'), ...Array<string>(2).fill('1 of 3 answers wrong')]);
  expect(asked).toEqual([]);
});

test.each([
  ['one', 320, 'dark'],
  ['one', 1280, 'light'],
  ['teams-6', 320, 'light'],
  ['teams-6', 1920, 'dark'],
] as const)('for everyone, mode %s at %i px, %s: no axe violation on a question, an answer and the score', async (mode, width, colorScheme) => {
  const { page } = await start({ seconds: 60, teams: mode === 'one' ? 0 : 6 }, { viewport: { width, height: 800 }, colorScheme });
  const check = async (where: string) => {
    expect(await violationsOn(page, { [where]: { width, colorScheme } })).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(width);
  };
  const answer = () => page.keyboard.press(mode === 'one' ? '1' : 'Enter');
  await check('a question');
  await answer();
  await check('an answer');
  for (let number = 2; number <= 5; number++) {
    await page.keyboard.press('Enter');
    await answer();
  }
  await page.keyboard.press('Enter');
  await page.locator('#quiz-score').waitFor();
  await check('the score');
});

describe('a shared code', () => {
  const questionsOf = async (settings: Partial<QuizSettings>) => {
    const { page } = await start(settings);
    const seen: string[] = [];
    for (;;) {
      seen.push(await words(page));
      await page.keyboard.press('3');
      await page.keyboard.press('Enter');
      if (await page.locator('#quiz-score').isVisible()) break;
    }
    return seen;
  };

  test('gives two browsers the same twenty questions, and another seed gives others', async () => {
    const [one, two, other] = [await questionsOf({ count: 20 }), await questionsOf({ count: 20 }), await questionsOf({ count: 20, seed: seedOf(2) })];
    expect(one).toHaveLength(20);
    expect(new Set(one).size).toBe(20);
    expect(two).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test('is made of what the form says, and its link and its picture start that quiz with only the chosen topics', async () => {
    const page = await browser.open(QUIZ);
    const chosen = TOPICS.slice(1, 3);
    for (const topic of chosen) await page.locator(`[value="${topic}"]`).check();
    await page.locator('#quiz-n').selectOption('15');
    await page.locator('#quiz-time').selectOption('60');
    await page.locator('#quiz-mode').selectOption('teams-2');
    const made = (await page.locator('[data-part=made]').textContent()) ?? '';
    expect(settingsOf(made, TOPICS)).toMatchObject({ topics: chosen, count: 15, seconds: 60, teams: 2 });
    await page.locator('who-said-it summary').click();
    const link = (await page.locator('#quiz-link').getAttribute('href')) ?? '';
    expect(link).toBe(`${homeAddress}/${QUIZ}#code=${made}`);
    const { size, path } = qrPath(link);
    expect(await page.locator('[data-part=qr]').getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`);
    expect(await page.locator('[data-part=qr] path').getAttribute('d')).toBe(path);
    const { questions } = await pool();
    const asked = await questionsOf({ ...settingsOf(made, TOPICS), teams: 0, seconds: 0 });
    expect(asked).toHaveLength(15);
    expect(new Set(asked.map((text) => questions.find((question) => question.text === text)?.topic))).toEqual(new Set(chosen));
  });

  test('that has a slip, or is of the older kind, is refused in words', async () => {
    const page = await browser.open(QUIZ);
    const error = page.locator('[data-part=error]');
    await page.locator('#quiz-code').fill(code().replace(/.$/u, (letter) => (letter === 'X' ? 'Y' : 'X')));
    await page.keyboard.press('Enter');
    expect(await error.textContent()).toMatch(/^There is no quiz with this code\./u);
    expect(await focused(page.locator('#quiz-code'))).toBe(true);
    await page.goto(browser.url(`${QUIZ}?seed=abc&n=15&mode=teams-2`));
    expect(await error.textContent()).toMatch(/^This link is of an older kind\./u);
    expect(await page.locator('#quiz-n').inputValue()).toBe('15');
  });

  test('is played where the browser keeps nothing', async () => {
    const page = await browser.open('');
    await page.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
    );
    await page.goto(browser.url(`${QUIZ}#code=${code()}`));
    await heading(page).waitFor();
    await page.keyboard.press('1');
    expect(await page.locator('[data-part=verdict]').isVisible()).toBe(true);
  });
});

describe('without JavaScript', () => {
  test('the page says so, shows no form that does nothing and offers the quiz on paper', async () => {
    const page = await browser.open(QUIZ, { javaScriptEnabled: false });
    expect(await page.locator('noscript').textContent()).toContain('The quiz needs JavaScript');
    expect(await page.locator('who-said-it form').evaluateAll((forms) => forms.filter((form) => form.checkVisibility()).length)).toBe(0);
    await page.locator('a[href$="/who-said-it/print/"]').click();
    await expect.poll(() => page.locator('ol.list-decimal > li').count()).toBe(20);
  });

  test.each([
    ['A4', 794],
    ['Letter', 816],
  ])('the printed quiz names nobody and its key names everyone, in order, on %s', async (_, width) => {
    const sheet = await browser.open(`${QUIZ}print/`, { viewport: { width, height: 1100 } });
    await sheet.emulateMedia({ media: 'print' });
    expect(await sheet.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const quotes = await sheet.locator('ol.list-decimal blockquote').allTextContents();
    const { questions } = await pool();
    const asked = quotes.map((text) => questions.find((question) => question.text === text.trim().replace(/^“|”$/gu, '')));
    const shown = (await sheet.locator('main').innerText()).replace(new RegExp(PARTIES.join('|'), 'gu'), '');
    expect(asked.filter((question) => !question || shown.includes(question.speaker)).map((question) => question?.id)).toEqual([]);
    const key = await browser.open(`${QUIZ}key/`, { viewport: { width, height: 1100 } });
    await key.emulateMedia({ media: 'print' });
    const answers = await key.locator('ol.list-decimal > li').allTextContents();
    expect(answers.map((text, at) => text.includes(asked[at]?.said ?? asked[at]?.text ?? '?') && text.includes(asked[at]?.speaker ?? '?'))).toEqual(Array<boolean>(20).fill(true));
    expect(await key.locator('.no-print').evaluateAll((all) => all.filter((element) => (element as HTMLElement).offsetParent !== null).length)).toBe(0);
  });
});
