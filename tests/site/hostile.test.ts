import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { CHANGED, HOSTILE } from '../support/variant-content.ts';

const browser = siteBrowser(() => inject('variantUrl'));
const QUOTE = CHANGED.later;

const read = (file: string) => fs.readFile(path.join(inject('variantFolder'), file), 'utf8');
/** All text of a page, hidden text too, with its white space made one space. */
const textOf = async (page: Page) => spaced(await page.evaluate(() => document.documentElement.textContent));
const spaced = (text: string) => text.replaceAll(/\s+/gu, ' ');

const PAGES: readonly (readonly [route: string, texts: readonly string[]])[] = [
  ['', [HOSTILE.topic]],
  ['topics/', [HOSTILE.topic]],
  ['topics/bridge/', [HOSTILE.words, HOSTILE.note, HOSTILE.summary, HOSTILE.topic, HOSTILE.question, HOSTILE.speaker, HOSTILE.formula, HOSTILE.sum]],
  ['topics/bridge/build/', [HOSTILE.words, HOSTILE.note, HOSTILE.summary, HOSTILE.question, HOSTILE.speaker, HOSTILE.role, HOSTILE.formula]],
  ['parties/party-a/', [HOSTILE.party, HOSTILE.words]],
  ['compare/party-a/party-b/', [HOSTILE.party]],
  [`quotes/${QUOTE}/`, [HOSTILE.words, HOSTILE.note, HOSTILE.question, HOSTILE.speaker, HOSTILE.role, HOSTILE.party, HOSTILE.source, HOSTILE.formula]],
  ['speakers/', [HOSTILE.speaker]],
  ['speakers/speaker-one/', [HOSTILE.words, HOSTILE.speaker]],
  ['sources/of/press/', [HOSTILE.source]],
  ['sources/daily-example-2025-03-01/', [HOSTILE.words, HOSTILE.source, HOSTILE.formula]],
  [`embed/quotes/${QUOTE}/`, [HOSTILE.words, HOSTILE.speaker]],
  ['embed/bridge/build/', [HOSTILE.question, HOSTILE.speaker]],
  ['class/bridge/', [HOSTILE.question]],
  ['class/bridge/slides/', [HOSTILE.question]],
  ['class/who-said-it/key/', []],
  ['blind/bridge/', []],
  ['match/', []],
  ['match/paper/', []],
  ['check/', []],
  ['data/', []],
  ['coverage/', []],
];

describe('hostile texts that a source may print', () => {
  test.each(PAGES)('/%s shows them as text', async (route, texts) => {
    const { page, wrong } = await browser.openHearing(route);
    const shown = await textOf(page);
    for (const text of texts) expect(shown).toContain(spaced(text));
    // A frame has the one script that tells its height.
    expect(await page.locator('img[src="x"], script:not([src]):not([type^="application/"]), [onerror], [onclick]').count()).toBe(route.startsWith('embed/') ? 1 : 0);
    expect(await page.content()).not.toContain(process.env['PATH']);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'a very long word breaks on a narrow screen').toBeLessThanOrEqual(320);
    expect(wrong).toEqual([]);
  });

  test('the link to a source leads to the address as it stands, and only there', async () => {
    const { page } = await browser.openHearing(`quotes/${QUOTE}/`);
    const links = await page.locator('.details a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hostname).filter((name) => name !== location.hostname));
    expect(links.length).toBeGreaterThan(0);
    expect([...new Set(links)]).toEqual(['xn--80ak6aa92e.example']);
  });

  test('search shows what it found as text', async () => {
    const { page, wrong } = await browser.openHearing(`search/?q=${encodeURIComponent('yes no')}`);
    await expect.poll(async () => spaced((await page.locator('[data-part=results] li').allTextContents()).join(' ')), { timeout: 15_000 }).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ]]> --> 1 < 2');
    expect(await page.locator('[data-part=results] :is(script, b, i, u, img)').count()).toBe(0);
    expect(wrong).toEqual([]);
  });

  test('structured data stays one block of JSON that says the same', async () => {
    const html = await (await fetch(browser.url(`quotes/${QUOTE}/`))).text();
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/gu)].map(([, json = '']) => json);
    expect(blocks.length).toBeGreaterThan(0);
    const data = blocks.map((json) => JSON.parse(json) as { '@type': string; text?: string; creator?: { name: string } });
    expect(data.find((one) => one['@type'] === 'Quotation')).toMatchObject({ text: HOSTILE.words, creator: { name: HOSTILE.speaker } });
    expect(blocks.filter((json) => json.includes('<'))).toEqual([]);
  });

  test('CSV holds no cell that a spreadsheet would run, and the words are all there', async () => {
    const names = (await fs.readdir(path.join(inject('variantFolder'), 'data/v1'))).filter((name) => name.endsWith('.csv'));
    const cells = (await Promise.all(names.map(async (name) => cellsOf(await read(`data/v1/${name}`))))).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);
    for (const text of [HOSTILE.words, HOSTILE.note]) expect(cells).toContain(text);
    for (const text of [HOSTILE.formula, HOSTILE.summary, HOSTILE.role, HOSTILE.speaker, HOSTILE.source, HOSTILE.sum]) expect(cells).toContain(`'${text}`);
  });

  test('feeds are well-formed and hold the words as text', async () => {
    const { page } = await browser.openHearing('data/');
    for (const name of ['latest', 'bridge', 'party-a']) {
      const found = await page.evaluate(readFeed, await read(`feeds/${name}.xml`));
      expect(found.error).toBeNull();
      expect(spaced(found.texts.join(' '))).toContain(HOSTILE.words);
      expect(found.elements).toEqual([]);
      expect(JSON.stringify(JSON.parse(await read(`feeds/${name}.json`)))).toContain('longword');
    }
  });

  test('the code for other sites shows the words as text there', async () => {
    const { page } = await browser.openHearing(`quotes/${QUOTE}/`);
    const found = await page.evaluate(readSnippet, (await page.locator('#html').textContent()) ?? '');
    expect(spaced(found.text)).toContain(HOSTILE.words);
    expect(found.elements.filter((name) => !['BLOCKQUOTE', 'P', 'A', 'CITE', 'FOOTER', 'Q', 'TIME', 'SPAN', 'BR', 'FIGURE', 'FIGCAPTION'].includes(name))).toEqual([]);
    expect(found.attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    const oembed = JSON.parse(await read(`data/v1/quotes/${QUOTE}.json`)) as { html: string };
    expect((await page.evaluate(readSnippet, oembed.html)).elements).toEqual(['IFRAME']);
  });

  test('a title cannot add a second work to a citation', async () => {
    const page = await browser.open(`quotes/${QUOTE}/`);
    const [ris = '', bib = ''] = await Promise.all(
      ['ris', 'bibtex'].map((id) =>
        page
          .locator(`#${id}`)
          .textContent()
          .then((text) => text ?? ''),
      ),
    );
    expect(ris.match(/^TY {2}- /gmu)).toHaveLength(1);
    expect(ris.match(/^ER {2}-/gmu)).toHaveLength(1);
    expect(bib.match(/^\s*@\w+\{/gmu)).toHaveLength(1);
    const [depth, lowest] = [...bib.matchAll(/(?<!\\)[{}]/gu)].reduce(
      ([now, low], { 0: brace, index }) => {
        const next = now + (brace === '{' ? 1 : -1);
        return [next, index < bib.trimEnd().length - 1 ? Math.min(low, next) : low] as [number, number];
      },
      [0, 1] as [number, number],
    );
    expect([depth, lowest]).toEqual([0, 1]);
  });
});

/** The cells of a CSV file (RFC 4180). */
function cellsOf(text: string): string[] {
  return [...text.replace(/^\ufeff/u, '').matchAll(/"((?:[^"]|"")*)"|([^,\r\n]+)/gu)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

/** Runs in the page. */
function readFeed(xml: string): { error: string | null; texts: string[]; elements: string[] } {
  const feed = new DOMParser().parseFromString(xml, 'application/xml');
  const contents = [...feed.querySelectorAll('entry > content')].map((content) => new DOMParser().parseFromString(content.textContent, 'text/html'));
  return {
    error: feed.querySelector('parsererror')?.textContent ?? null,
    texts: [...feed.querySelectorAll('entry > title')].map((title) => title.textContent).concat(contents.map(({ body }) => body.textContent)),
    elements: contents.flatMap(({ body }) => [...body.querySelectorAll('script, b, i, u, img, iframe')].map(({ tagName }) => tagName)),
  };
}

/** Runs in the page. */
function readSnippet(html: string): { text: string; elements: string[]; attributes: string[] } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const elements = [...body.querySelectorAll('*')];
  return { text: body.textContent, elements: elements.map(({ tagName }) => tagName), attributes: elements.flatMap((element) => element.getAttributeNames()) };
}
