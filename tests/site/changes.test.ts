import { describe, expect, inject, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { ARCHIVED, CHANGED } from '../support/variant-content.ts';

const browser = siteBrowser(() => inject('variantUrl'));
const { later, earlier, corrected, withdrawn } = CHANGED;
const QUESTION = 'topics/bridge/build/';

const text = async (route: string) => (await fetch(browser.url(route))).text();
const json = async (route: string) => JSON.parse(await text(route)) as { id: string; date: string }[];

describe('nothing disappears', () => {
  test('a withdrawn quote keeps its address as a notice with date and reason', async () => {
    const page = await browser.open(`quotes/${withdrawn}/`);
    expect(await page.locator('h1').textContent()).toBe('This quote was withdrawn');
    expect(await page.locator('main').textContent()).toContain('Withdrawn on 1 October 2026. Withdrawn for a test.');
    expect(await page.locator('blockquote').count()).toBe(0);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  });

  test.each([
    [`embed/quotes/${withdrawn}/`, 'This quote was withdrawn'],
    ['embed/tunnel/toll/', 'The tunnel is no longer part of this record'],
  ])('so do the pages that belong to it, in other sites too: /%s', async (route, says) => {
    const html = await text(route);
    expect(html).toContain(says);
    expect(html).toContain('for a test.');
  });

  test('it stands in the data as withdrawn, and with no quotes', async () => {
    expect(await text('topics/bridge/toll/')).not.toContain(withdrawn);
    expect((await json('data/v1/quotes.json')).map(({ id }) => id).sort()).toEqual([later, earlier, corrected, CHANGED.plain].sort());
    expect((await json('data/v1/withdrawn.json')).map(({ id, date }) => [id, date])).toEqual([[withdrawn, '2026-10-01']]);
  });

  test('the list of corrections and withdrawals, and the feed, say so', async () => {
    const list = await text('about/corrections/');
    expect(list).toContain('Corrected for a test.');
    expect(list).toContain('Withdrawn for a test.');
    expect(await text('feeds/corrections.xml')).toContain('Corrected for a test.');
  });

  test('where the address of a source is gone, its page and its quotes say so and lead to the archived copy', async () => {
    const page = await browser.open(`quotes/${earlier}/`);
    expect(await page.getByRole('link', { name: 'See the words in an archived copy' }).getAttribute('href')).toMatch(new RegExp(`^${ARCHIVED}#`, 'u'));
    for (const html of [await text(`quotes/${earlier}/`), await text('sources/weekly-example-2024-01-10/')]) {
      expect(html).toContain('gone since 4 October 2026. Links lead to an archived copy.');
      expect(html).toContain(`href="${ARCHIVED}"`);
    }
    expect(await text(`quotes/${later}/`)).not.toContain('gone since');
  });

  test('what the record needs: a button a line with party and question, articles that have changed, and no mail where nobody reads it', async () => {
    const html = await text('coverage/');
    expect(html).toMatch(/issues\/new\?template=missing-position\.yml&amp;title=[^"]+&amp;party=[^"]+&amp;question=[^"]+topics%2Fbridge/u);
    expect(html).toMatch(/Articles to read again[\s\S]*articles\/bridge\/[\s\S]*Corrected for a test\. And 3 more\./u);
    expect(html).toContain('nobody has given this site an address that is read');
    expect(html).not.toContain('mailto:');
  });

  test('a corrected quote shows what it said, when and why', async () => {
    const html = await text(`quotes/${corrected}/`);
    for (const words of ['Corrected on 2 October 2026.', 'What the page said for a test.', 'Corrected for a test.']) expect(html).toContain(words);
  });
});

describe('a party or topic that has left the record', () => {
  test.each(['parties/party-c/', 'speakers/speaker-three/', 'compare/party-b/party-c/', 'topics/tunnel/', 'topics/tunnel/toll/', 'blind/tunnel/', 'class/tunnel/slides/'])('/%s is a notice with date and reason', async (route) => {
    const html = await text(route);
    expect(html).toMatch(/<h1[^>]*>(?:Party C|The tunnel) is no longer part of this record<\/h1>/u);
    expect(html).toMatch(/It left on <time datetime="2026-10-03">3 October 2026<\/time>\. Left for a test\./u);
    expect(html).toContain('content="noindex"');
  });

  test('is listed with its reason, and stands nowhere else', async () => {
    expect(await text('about/corrections/')).toMatch(/Party C<\/a>\. Left for a test\./u);
    for (const route of ['', 'parties/', 'topics/', 'compare/', 'speakers/', 'data/v1/parties.json', 'match/']) expect(await text(route), route).not.toMatch(/Party C\b|Speaker Three|The tunnel/u);
  });
});

describe('later positions never overwrite earlier ones', () => {
  test('the later quote names the earlier, the earlier the later', async () => {
    const link = (route: string, words: string, id: string) => text(route).then((html) => expect(html).toMatch(new RegExp(`${words}[\\s\\S]{0,300}/quotes/${id}/`, 'u')));
    await link(`quotes/${earlier}/`, 'Superseded', later);
    await link(`quotes/${later}/`, 'Supersedes', earlier);
  });

  test('both stand on the question’s page, the newest first', async () => {
    const html = await text(QUESTION);
    const at = (id: string) => html.indexOf(`/quotes/${id}/`);
    expect(at(later)).toBeGreaterThan(-1);
    expect(at(earlier)).toBeGreaterThan(at(later));
  });

  test.each([`quotes/${earlier}/`, QUESTION])('a statement that its party has disowned says so: /%s', async (route) => expect(await text(route)).toContain('Disowned for a test.'));
});
