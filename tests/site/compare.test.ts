import { describe, expect, test } from 'vitest';
import { agreementMatrix } from '../../src/record/agreement.ts';
import { allPairs, comparePair } from '../../src/record/comparison.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';

const browser = siteBrowser();
const { parties, topics } = record;
const PAIRS = allPairs(parties);
const open = (route: string) => browser.open(route, { javaScriptEnabled: false });
const hrefs = (links: Element[]) => links.map((link) => link.getAttribute('href'));

describe('pairs without JavaScript', () => {
  test('the choice of pairs holds every pair, and each opens', async () => {
    const page = await open('compare/');
    const links = page.locator('main h2 a');
    expect(await links.evaluateAll(hrefs)).toEqual(PAIRS.map(([a, b]) => `/compare/${a.id}/${b.id}/`));
    await links.first().click();
    expect(await page.locator('h1').textContent()).toBe(`${PAIRS[0]![0].shortName} and ${PAIRS[0]![1].shortName}`);
  });

  test.each([PAIRS[0]!, PAIRS.at(-1)!].map((pair) => [pair[0].id, pair[1].id] as const))('%s and %s: the counts are those of the questions shown, and the filter keeps only its own', async (a, b) => {
    const pair = comparePair(record, a, b);
    const page = await open(`compare/${a}/${b}/`);
    expect(await page.locator('[data-relation]').count()).toBe(pair.dimensions);
    for (const [relation, count] of Object.entries(pair.counts)) {
      if (count === 0) continue;
      await page.locator(`#relation-${relation}`).check();
      expect(await page.locator('[data-relation]:visible').count(), relation).toBe(count);
      expect((await page.locator(`label:has(#relation-${relation}) b`).textContent())?.trim()).toBe(String(count));
      const shown = pair.topics.filter(({ counts }) => counts[relation as keyof typeof counts] > 0).map(({ title }) => title);
      const headings = (await page.locator('main details:visible summary h2').allTextContents()).map((text) => text.trim());
      expect(headings, relation).toEqual(shown);
    }
  });

  test('each stance stands beside words with a link to them, or beside a stated gap', async () => {
    const [a, b] = PAIRS.find((pair) => comparePair(record, pair[0].id, pair[1].id).counts['one-silent'] > 0)!;
    const page = await open(`compare/${a.id}/${b.id}/`);
    const positions = await page.locator('[data-relation] [data-party]').evaluateAll((all) =>
      all.map((one) => ({
        differs: one.closest('[data-relation=differ]') !== null,
        quote: one.querySelector('blockquote')?.textContent?.trim(),
        text: one.textContent ?? '',
        // Without its words a mark stands under a question that leads to them.
        href: (one.querySelector('a') ?? one.closest('[data-relation]')?.querySelector('h3 a'))?.getAttribute('href') ?? '',
      })),
    );
    expect(positions).toHaveLength(2 * topics.flatMap(({ dimensions }) => dimensions).length);
    expect(positions.filter(({ quote }) => quote === undefined).length).toBeGreaterThan(0);
    for (const { differs, quote, text, href } of positions) {
      expect(quote !== undefined).toBe(differs);
      expect(quote ?? '“”').toMatch(/^“.*”$/su);
      expect(text).toMatch(/20\d\d|None found yet/u);
      expect(href).toMatch(quote === undefined ? /^\/topics\/.*\?parties=/u : /^\/quotes\//u);
    }
  });
});

test('a cell of the agreement picture opens its pair, and every cell says its n', async () => {
  const page = await open('agreement/');
  const { pairs } = agreementMatrix(record);
  const said = pairs.map(({ a, b, same, n, share }) => [`/compare/${a}/${b}/`, share === null ? `n = ${n}` : `${same} of ${n}`] as const);
  for (const [href, words] of said) {
    const cells = page.locator(`table a[href="${href}"]`).filter({ hasText: /n = \d|\d of \d/u });
    const others = (await cells.allTextContents()).filter((text) => !text.includes(words));
    expect(others, href).toEqual([]);
    expect(await cells.count(), href).toBeGreaterThanOrEqual(2);
  }
  await page.locator(`table a[href="${said[0]![0]}"]`).first().click();
  expect((await page.locator('label:has(#relation-agree) b').textContent())?.trim()).toBe(String(pairs[0]!.same));
});

test('coverage gives the balance of every topic, and the reason wherever the limit is passed', async () => {
  const page = await open('coverage/');
  for (const { id, balanceReason } of topics) {
    const balance = await page.locator(`section[aria-labelledby=${id}]`).textContent();
    if (balance?.includes('above the limit')) expect(balanceReason, id).toBeDefined();
    expect(balance?.includes(`Why: ${balanceReason}`), id).toBe(balanceReason !== undefined);
  }
  await page
    .getByRole('link', { name: /^By question/u })
    .first()
    .click();
  expect(await page.locator('main table').count()).toBe(topics[0]!.dimensions.length);
  await page.goBack();
  const gaps = topics.flatMap(({ dimensions }) => dimensions.flatMap(({ positions }) => positions.filter(({ silence }) => silence)));
  expect(await page.locator('[aria-labelledby=gaps-title] li[data-party]').count()).toBe(gaps.length);
});
