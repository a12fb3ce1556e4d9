import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { ContentError } from '../../src/record/schema/problem.ts';
import { checkContent } from '../../src/record/read.ts';
import { type PreviewServer, startPreview } from '../../src/cli/preview-server.ts';
import { siteBrowser } from '../support/browser.ts';
import { buildVariant } from '../support/build-variant.ts';
import { copyOf, smallContent } from '../support/small-content.ts';

const FOLDER = '.tmp/hostile';
const QUOTE = 'one-build-2025-03-01';

/** Texts that the check lets through, because a source may print them; on no page may they be more than text. */
const WORDS = `{process.env.PATH} \${x} {{x}} <% x %> "yes" & 'no' &lt;script&gt;alert(1)&lt;/script&gt; ]]> --> 1 < 2 \\u003cb ${'longword'.repeat(40)} شكرا לכם end`;
const NOTE = '{process.env.PATH} ${1+1} ]]> --> &lt;b&gt;note&lt;/b&gt; "note"';
const SUMMARY = '=SUM(1) {process.env.PATH} &lt;i&gt;summary&lt;/i&gt; --> "summary"';
const TOPIC = '{1+1} ${x} & "topic" &lt;u&gt;';
const QUESTION = 'Should {process.env.PATH} be &lt;b&gt; "asked" ]]> ?';
const SPEAKER = '@SUM(1) "Speaker" & {x}';
const PARTY = 'Party {x} & "A" &lt;';
const SOURCE = '-1 ]]> --> &lt;b&gt; {x} "source"\nER  - \nTY  - BOOK\n}} @book{evil, title = {x}';
const ROLE = '+1 "Role" & &lt;b&gt;';
const FORMULA = '=HYPERLINK("http://evil.example")';
const ADDRESS = "https://xn--80ak6aa92e.example/?q=\"><img/src=x>&y='z'";

const browser = siteBrowser();
let small: string;
let server: PreviewServer;

beforeAll(async () => {
  small = await smallContent();
  const content = await hostileContent();
  await buildVariant(FOLDER, { CONTENT_DIR: content });
  server = await startPreview(FOLDER, 4520);
});
afterAll(() => server.close());

type Data = Record<string, unknown> & { quotes: Record<string, unknown>[]; dimensions: Record<string, unknown>[] };

async function change(folder: string, file: string, edit: (data: Data) => void): Promise<void> {
  const name = path.join(folder, file);
  const text = await fs.readFile(name, 'utf8');
  const fields = file.endsWith('.mdx') ? (/^---\n([\s\S]*?)\n---\n/u.exec(text)?.[1] ?? '') : text;
  const data = parse(fields) as Data;
  edit(data);
  await fs.writeFile(name, file.endsWith('.mdx') ? `---\n${stringify(data)}---\n` : stringify(data));
}

/** The invented record with hostile texts in it; without fingerprints, so that the words need no source that holds them. */
async function hostileContent(): Promise<string> {
  const folder = await copyOf(small);
  for (const source of ['daily-example-2025-03-01', 'weekly-example-2024-01-10']) {
    await change(folder, `sources/${source}.yaml`, (data) => {
      delete data['fingerprint'];
      Object.assign(data, { title: SOURCE, publisher: FORMULA, url: ADDRESS });
    });
  }
  await fs.writeFile(path.join(folder, 'published.yaml'), '{}\n');
  await change(folder, 'positions/bridge/build/party-a.mdx', (data) => {
    data['summary'] = SUMMARY;
    Object.assign(data.quotes[0]!, { text: WORDS, note: NOTE, role: ROLE });
    Object.assign(data.quotes[1]!, { text: FORMULA });
  });
  await change(folder, 'positions/bridge/toll/party-b.mdx', (data) => Object.assign(data.quotes[0]!, { text: '+1+1', note: '@SUM(1+1)*cmd' }));
  await change(folder, 'topics/bridge.mdx', (data) => {
    Object.assign(data, { title: TOPIC, summary: SUMMARY, tagline: TOPIC, balanceReason: NOTE });
    Object.assign(data.dimensions[0]!, { question: QUESTION, title: TOPIC });
  });
  await change(folder, 'speakers/speaker-one.yaml', (data) => Object.assign(data, { name: SPEAKER, aliases: [SPEAKER] }));
  await change(folder, 'parties/party-a.yaml', (data) => Object.assign(data, { name: PARTY }));
  return folder;
}

/** Opens a page and notes whatever ran, failed or asked another host. */
async function open(route: string, width = 1280): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.open('robots.txt', { viewport: { width, height: 900 } });
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) wrong.push(request.url());
  });
  await page.goto(server.url + route, { waitUntil: 'networkidle' });
  return { page, wrong };
}

/** All text of a page, hidden text too, with its white space made one space. */
const textOf = async (page: Page) => (await page.evaluate(() => document.documentElement.textContent)).replaceAll(/\s+/gu, ' ');
const spaced = (text: string) => text.replaceAll(/\s+/gu, ' ');

const PAGES: readonly (readonly [route: string, texts: readonly string[]])[] = [
  ['', [TOPIC]],
  ['topics/', [TOPIC]],
  ['topics/bridge/', [WORDS, NOTE, SUMMARY, TOPIC, QUESTION, SPEAKER, FORMULA, '+1+1']],
  ['topics/bridge/build/', [WORDS, NOTE, SUMMARY, QUESTION, SPEAKER, ROLE, FORMULA]],
  ['parties/party-a/', [PARTY, SUMMARY]],
  ['compare/party-a/party-b/', [PARTY]],
  [`quotes/${QUOTE}/`, [WORDS, NOTE, QUESTION, SPEAKER, ROLE, PARTY, SOURCE, FORMULA]],
  ['speakers/', [SPEAKER]],
  ['speakers/speaker-one/', [WORDS, SPEAKER]],
  ['sources/', [SOURCE]],
  ['sources/daily-example-2025-03-01/', [WORDS, SOURCE, FORMULA]],
  [`embed/quotes/${QUOTE}/`, [WORDS, SPEAKER]],
  ['embed/bridge/build/', [QUESTION, SPEAKER]],
  ['class/bridge/', [QUESTION]],
  ['class/bridge/slides/', [QUESTION]],
  ['class/who-said-it/key/', []],
  ['blind/bridge/', []],
  ['match/', [QUESTION]],
  ['check/', []],
  ['data/', []],
  ['coverage/', []],
];

describe('hostile texts that a source may print', () => {
  test.each(PAGES)('/%s shows them as text', async (route, texts) => {
    const { page, wrong } = await open(route);
    const shown = await textOf(page);
    for (const text of texts) expect(shown).toContain(spaced(text));
    expect(await page.locator('img[src="x"], script:not([src]):not([type^="application/"]), [onerror], [onclick]').count()).toBe(0);
    expect(await page.content()).not.toContain(process.env['PATH']);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test.each(['topics/bridge/', 'topics/bridge/build/', `quotes/${QUOTE}/`, 'speakers/speaker-one/', 'sources/daily-example-2025-03-01/', `embed/quotes/${QUOTE}/`])('/%s breaks a very long word on a narrow screen', async (route) => {
    const { page } = await open(route, 320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  test('the link to a source leads to the address as it stands, and only there', async () => {
    const { page } = await open(`quotes/${QUOTE}/`);
    const links = await page.locator('.details a[rel~="external"]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hostname));
    expect(links.length).toBeGreaterThan(0);
    expect([...new Set(links)]).toEqual(['xn--80ak6aa92e.example']);
    await page.context().close();
  });

  test('search shows what it found as text', async () => {
    const { page, wrong } = await open(`search/?q=${encodeURIComponent('yes no')}`);
    await expect.poll(async () => spaced((await page.locator('a.result').allTextContents()).join(' ')), { timeout: 15_000 }).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ]]> --> 1 < 2');
    expect(await page.locator('a.result :is(script, b, i, u, img)').count()).toBe(0);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test('structured data stays one block of JSON that says the same', async () => {
    const html = await (await fetch(`${server.url}quotes/${QUOTE}/`)).text();
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/gu)].map(([, json = '']) => json);
    expect(blocks.length).toBeGreaterThan(0);
    const data = blocks.map((json) => JSON.parse(json) as { '@type': string; text?: string; creator?: { name: string } });
    expect(data.find((one) => one['@type'] === 'Quotation')).toMatchObject({ text: WORDS, creator: { name: SPEAKER } });
    expect(blocks.filter((json) => json.includes('<'))).toEqual([]);
  });

  test('CSV holds no cell that a spreadsheet would run, and the words are all there', async () => {
    const names = (await fs.readdir(path.join(FOLDER, 'data/v1'))).filter((name) => name.endsWith('.csv'));
    const cells = (await Promise.all(names.map(async (name) => cellsOf(await fs.readFile(path.join(FOLDER, 'data/v1', name), 'utf8'))))).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);
    for (const text of [WORDS, NOTE]) expect(cells).toContain(text);
    for (const text of [FORMULA, SUMMARY, ROLE, SPEAKER, SOURCE, '+1+1']) expect(cells).toContain(`'${text}`);
  });

  test('feeds are well-formed and hold the words as text', async () => {
    const { page } = await open('data/');
    for (const name of ['latest', 'bridge', 'party-a']) {
      const read = await page.evaluate(readFeed, await fs.readFile(path.join(FOLDER, `feeds/${name}.xml`), 'utf8'));
      expect(read.error).toBeNull();
      expect(spaced(read.texts.join(' '))).toContain(WORDS);
      expect(read.elements).toEqual([]);
      expect(JSON.stringify(JSON.parse(await fs.readFile(path.join(FOLDER, `feeds/${name}.json`), 'utf8')))).toContain('longword');
    }
    await page.context().close();
  });

  test('the code for other sites shows the words as text there', async () => {
    const { page } = await open(`quotes/${QUOTE}/cite/`);
    const read = await page.evaluate(readSnippet, (await page.locator('#html').textContent()) ?? '');
    expect(spaced(read.text)).toContain(WORDS);
    expect(read.elements.filter((name) => !['BLOCKQUOTE', 'P', 'A', 'CITE', 'FOOTER', 'Q', 'TIME', 'SPAN', 'BR', 'FIGURE', 'FIGCAPTION'].includes(name))).toEqual([]);
    expect(read.attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    const oembed = JSON.parse(await fs.readFile(path.join(FOLDER, `data/v1/quotes/${QUOTE}.json`), 'utf8')) as { html: string };
    expect((await page.evaluate(readSnippet, oembed.html)).elements).toEqual(['IFRAME']);
    await page.context().close();
  });

  test('a title cannot add a second work to a citation', async () => {
    const ris = await fs.readFile(path.join(FOLDER, `quotes/${QUOTE}.ris`), 'utf8');
    expect(ris.match(/^TY {2}- /gmu)).toHaveLength(1);
    expect(ris.match(/^ER {2}- /gmu)).toHaveLength(1);
    const bib = await fs.readFile(path.join(FOLDER, `quotes/${QUOTE}.bib`), 'utf8');
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

const BUILD = 'positions/bridge/build/party-a.mdx';
const TOLL = 'positions/bridge/toll/party-b.mdx';
const DAILY = 'sources/daily-example-2025-03-01.yaml';
const field = (file: string, name: string, value: string) => (folder: string) => change(folder, file, (data) => Object.assign(data, { [name]: value }));
const ofQuote = (name: string, value: string) => (folder: string) => change(folder, BUILD, (data) => Object.assign(data.quotes[0]!, { [name]: value }));
const body = (text: string) => (folder: string) => fs.appendFile(path.join(folder, TOLL), `\n${text}\n`);

describe('hostile texts that no source prints are refused, each with one clear message', () => {
  test.each<[what: string, spoil: (folder: string) => Promise<void>, at: string, says: RegExp]>([
    ['a script in a quote', ofQuote('text', 'We <script>alert(1)</script> will'), `${BUILD}: quotes[0].text`, /HTML or a script/u],
    ['the end of a script in a note', ofQuote('note', 'so </script><script>alert(1)'), `${BUILD}: quotes[0].note`, /HTML or a script/u],
    ['an event handler in a role', ofQuote('role', '<img src=x onerror=alert(1)>'), `${BUILD}: quotes[0].role`, /HTML or a script/u],
    ['a comment in a summary', field(BUILD, 'summary', 'So <!-- hidden'), `${BUILD}: summary`, /HTML or a script/u],
    ['a script in the title of a source', field(DAILY, 'title', '<svg/onload=alert(1)>'), `${DAILY}: title`, /HTML or a script/u],
    ['a script in the name of a speaker', field('speakers/speaker-one.yaml', 'name', '<b>One</b>'), 'speakers/speaker-one.yaml: name', /HTML or a script/u],
    ['a script in the title of a topic', field('topics/bridge.mdx', 'title', '<script>'), 'topics/bridge.mdx: title', /HTML or a script/u],
    ['a style for a colour', (folder) => change(folder, 'parties/party-a.yaml', (data) => Object.assign(data, { colour: { light: 'red}</style>', dark: '#ddeeff' } })), 'parties/party-a.yaml: colour.light', /not a colour/u],
    ['a javascript: address', field(DAILY, 'url', 'javascript:alert(1)'), `${DAILY}: url`, /not an http/u],
    ['a data: address', field(DAILY, 'url', 'data:text/html,x'), `${DAILY}: url`, /not an http/u],
    ['an address with another alphabet’s letters', field(DAILY, 'url', 'https://bbс.co.uk/news'), `${DAILY}: url`, /letters beyond a to z/u],
    ['an address that names one host and leads to another', field(DAILY, 'url', 'https://www.bbc.co.uk@evil.example/'), `${DAILY}: url`, /user name/u],
    ['a party’s site with a script for an address', field('parties/party-a.yaml', 'website', 'javascript:alert(1)'), 'parties/party-a.yaml: website', /not an http/u],
    ['a control that turns the direction of text', ofQuote('text', 'We will \u202ebuild'), `${BUILD}: quotes[0].text`, /bidirectional/u],
    ['an Arabic letter mark', ofQuote('text', 'We will \u061cbuild'), `${BUILD}: quotes[0].text`, /bidirectional/u],
    ['letters that cannot be seen', ofQuote('text', 'We will \u{e0041}build'), `${BUILD}: quotes[0].text`, /bidirectional/u],
    ['an id that leaves its folder', ofQuote('id', '../../index'), `${BUILD}: quotes[0].id`, /not an id/u],
    ['a script in a body', body('<script>alert(1)</script>'), `${TOLL}: body`, /script/u],
    ['an event handler in a body', body('<img src="x" alt="" onerror="alert(1)" />'), `${TOLL}: body`, /event handler/u],
    ['a frame in a body', body('<iframe src="https://evil.example/"></iframe>'), `${TOLL}: body`, /frame/u],
    ['a javascript: link in a body', body('[link](javascript:alert(1))'), `${TOLL}: body`, /javascript:/u],
    ['a javascript: link in disguise', body('[link](java&#115;cript&colon;alert(1))'), `${TOLL}: body`, /javascript:/u],
    ['an expression in a body', body('The path is {process.env.PATH}.'), `${TOLL}: body`, /MDX expression/u],
    ['an import in a body', body('import fs from "node:fs"'), `${TOLL}: body`, /MDX expression or import/u],
  ])('%s', async (_, spoil, at, says) => {
    const folder = await copyOf(small);
    await spoil(folder);
    const error = await checkContent(folder).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ContentError);
    const [heading, line] = (error as ContentError).message.split('\n');
    expect(heading, (error as ContentError).message).toBe('1 problem in 1 file of the content:');
    expect(line).toContain(at);
    expect(line).toMatch(says);
  });

  test('braces in code stay text', async () => {
    const folder = await copyOf(small);
    await body('Write `{x}` or \\{x\\} as it is.')(folder);
    await expect(checkContent(folder)).resolves.toMatchObject({ broken: [] });
  });
});
