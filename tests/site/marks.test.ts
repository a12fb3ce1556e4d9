import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { markInWords, markOf, WITHDRAWN_WORDS } from '../../src/record/mark.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';

const browser = siteBrowser();
const folder = inject('siteFolder');
const dimensions = record.topics.flatMap((topic) => topic.dimensions);
const positions = dimensions.flatMap((dimension) => dimension.positions);

test('on every topic and question page each mark carries the year of the words that stand first and open beside it', async () => {
  const page = await browser.open('');
  const routes = [...record.topics.map(({ id }) => `topics/${id}/`), ...dimensions.map(({ id, topic }) => `topics/${topic.id}/${id}/`)];
  const cards = await page.evaluate(async (all) => {
    const read = async (route: string) => {
      const html = new DOMParser().parseFromString(await (await fetch(route)).text(), 'text/html');
      return [...html.querySelectorAll('article[data-party]')].map((card) => ({
        id: `${route.split('/')[1]}/${card.id}`,
        mark: card.querySelector('.stance')?.textContent?.trim(),
        first: card.querySelector('blockquote')?.closest('.said')?.querySelector('a[href*="/quotes/"]')?.getAttribute('href')?.split('/')[2],
        folded: card.querySelector('details blockquote') !== null && card.querySelector('blockquote')?.closest('details') !== null,
      }));
    };
    return (await Promise.all(all.map(read))).flat();
  }, routes);
  const expected = positions.map((position) => {
    const { party, quotes } = position;
    const [topic, dimension] = position.id.split('/');
    return { id: `${topic}/${dimension}-${party.id}`, mark: markInWords(markOf(position)), first: (position.shownBy ?? quotes[0])?.id, folded: false };
  });
  // A statement is linked by its first quote.
  const byStatement = (id: string | undefined) => positions.flatMap(({ statements }) => statements).find(({ quotes }) => quotes.some((quote) => quote.id === id))?.quotes[0].id;
  expect(cards).toHaveLength(2 * positions.length);
  for (const card of cards) expect(card).toEqual({ ...expected.find(({ id }) => id === card.id), first: byStatement(expected.find(({ id }) => id === card.id)?.first) });
  expect(positions.filter(({ shownBy, stance, statements }) => shownBy && (shownBy.stance !== stance || !statements[0]!.quotes.includes(shownBy)))).toEqual([]);
});

test('a newer statement that takes no side stands after what settles the mark, and says so', async () => {
  const dimension = dimensions.find((one) => one.positions.some(({ statements }) => statements.some(({ newer }) => newer)))!;
  const position = dimension.positions.find(({ statements }) => statements.some(({ newer }) => newer))!;
  const page = await browser.open(`topics/${dimension.topic.id}/${dimension.id}/`);
  const said = page.locator(`#${dimension.id}-${position.party.id} .said`);
  const newer = position.statements.findIndex((statement) => statement.newer);
  expect(newer).toBe(1);
  expect(await said.nth(newer).textContent()).toContain('Newer, takes no side');
  expect(await said.first().textContent()).not.toContain('Newer');
});

test('a mark that rests on dropped words is struck, and counts nowhere', async () => {
  const dropped = positions.find((position) => position.dropped)!;
  const [topic, dimension] = dropped.id.split('/');
  const page = await browser.open(`topics/${topic}/${dimension}/`);
  const mark = page.locator(`#${dimension}-${dropped.party.id} .stance`);
  expect(await mark.textContent()).toMatch(/, \d{4}, since withdrawn$/u);
  expect(await mark.locator('s').count()).toBe(1);
  const rows = JSON.parse(await fs.readFile(path.join(folder, 'data/v1/positions.json'), 'utf8')) as { id: string; dropped: boolean }[];
  expect(
    rows
      .filter((row) => row.dropped)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(
    positions
      .filter((position) => position.dropped)
      .map(({ id }) => id)
      .sort(),
  );
});

test('no file of the site holds words that their party has dropped without saying so', async () => {
  const disowned = record.quotes.filter((quote) => quote.disowned);
  // The index of words answers only where a quote is, which leads to its page; record.json holds the content's own files, with the notice at the source.
  const files = (await fs.readdir(folder, { recursive: true })).filter((file) => /\.(?:html|json|xml|csv|txt|md)$/u.test(file) && !/^(?:(?:pagefind|check|_astro)\/|data\/v1\/record\.json$)/u.test(file));
  const plain = (text: string) =>
    text
      .replace(/<[^>]*>/gu, ' ')
      .replace(/&(?:#39|#x27|apos);|\\u2019/gu, '’')
      .replace(/&(?:quot|#34);|\\"/gu, '"')
      .replace(/&amp;/gu, '&')
      .replace(/['‘]/gu, '’')
      .replace(/\s+/gu, ' ');
  const wanted = disowned.map(({ id, text, disowned: notice }) => ({ id, start: plain(text).slice(0, 70), notice: plain(notice!.note) }));
  expect(wanted.length).toBeGreaterThan(3);
  const lacking: string[] = [];
  let found = 0;
  for (const file of files) {
    const text = plain(await fs.readFile(path.join(folder, file), 'utf8'));
    for (const { id, start, notice } of wanted) {
      for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
        found += 1;
        const near = text.slice(at, at + 4000);
        if (!near.includes(notice) && !near.includes(WITHDRAWN_WORDS)) lacking.push(`${file}: ${id}`);
      }
    }
  }
  expect(found).toBeGreaterThan(10 * wanted.length);
  expect(lacking).toEqual([]);
});
