import fs from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { LinkChecker, LinkState } from 'linkinator';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { readReport } from '../support/build-report.ts';
import { type PageStructure, readStructures, STRUCTURE } from '../support/page-structure.ts';
import { record } from '../support/edition.ts';

const browser = siteBrowser();
const folder = inject('siteFolder');
const files = (await fs.readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
const pages = await Promise.all(files.map(async (file) => ({ file, html: await fs.readFile(path.join(folder, file), 'utf8') })));

/** The files that hold what no page may hold, or lack what every page must. */
const holding = (pattern: RegExp) => pages.filter(({ html }) => pattern.test(html)).map(({ file }) => file);
const lacking = (pattern: RegExp) => pages.filter(({ html }) => !pattern.test(html)).map(({ file }) => file);

test('every quote, position, speaker and source has its page, and the build warned of nothing', () => {
  expect(readReport()?.said).not.toMatch(/\[WARN\]|warning/iu);
  const routes = [
    ...record.quotes.flatMap(({ id }) => [`quotes/${id}`, `embed/quotes/${id}`]),
    ...record.topics.flatMap(({ id, dimensions }) => [`topics/${id}`, `blind/${id}`, `class/${id}`, ...dimensions.flatMap((dimension) => [`topics/${id}/${dimension.id}`, `embed/${id}/${dimension.id}`])]),
    ...record.speakers.map(({ id }) => `speakers/${id}`),
    ...record.sources.map(({ id }) => `sources/${id}`),
    ...record.parties.map(({ id }) => `parties/${id}`),
  ];
  expect(routes.filter((route) => !files.includes(`${route}/index.html`))).toEqual([]);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // How HTML is written, not whether it is right: Astro decides on these.
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'attribute-boolean-style': 'off',
      'no-inline-style': 'off',
      'long-title': 'off',
      'no-implicit-button-type': 'off',
      'tel-non-breaking': 'off',
      // The record's ids begin with letters only by habit; the rule knows no ids made from dates.
      'valid-id': ['error', { relaxed: true }],
    },
  });
  const found: string[] = [];
  for (const { file, html } of pages) {
    const report = await validator.validateString(html);
    for (const { messages } of report.results) found.push(...messages.map(({ ruleId, message, line }) => `${file}:${line} ${ruleId}: ${message}`));
  }
  expect(found.slice(0, 20)).toEqual([]);
});

test('every page has one h1, a title and a language', () => {
  expect(pages.filter(({ html }) => html.match(/<h1[\s>]/gu)?.length !== 1).map(({ file }) => file)).toEqual([]);
  expect(lacking(/<html lang="en-GB"/u)).toEqual([]);
  expect(lacking(/<title>[^<]{5,}<\/title>/u)).toEqual([]);
});

test('every page states a policy of its own, for hosts without headers, and holds no inline script but a frame’s own', () => {
  expect(lacking(/<meta http-equiv="content-security-policy" content="[^"]*style-src [^;"]*'sha256-[^']+'/u)).toEqual([]);
  expect(holding(/unsafe-inline|'unsafe-eval'/u)).toEqual([]);
  expect(holding(/<script(?![^>]*\ssrc=)(?![^>]*type="application\/)/u).filter((file) => !file.startsWith('embed/'))).toEqual([]);
  expect(holding(/<[^>]*\son[a-z]+="/u)).toEqual([]);
});

test('no page waits for a style sheet or a script before its words', () => {
  expect(holding(/<link[^>]+rel="stylesheet"/u)).toEqual([]);
  expect(holding(/<script(?![^>]+type="(?:module|application\/(?:ld\+)?json)")(?!>\{const e=)/u)).toEqual([]);
});

test('every internal link and fragment resolves', async () => {
  const home = browser.url('').replace(/\/$/u, '');
  const { links } = await new LinkChecker().check({ path: browser.url(''), recurse: true, checkFragments: true, concurrency: 20, linksToSkip: async (link) => !link.startsWith(home) });
  const checked = links.filter(({ state }) => state !== LinkState.SKIPPED);
  expect(checked.length).toBeGreaterThan(record.quotes.length + record.sources.length);
  expect(checked.filter(({ state }) => state === LinkState.BROKEN).map(({ url, parent }) => `${parent} → ${url}`)).toEqual([]);
});

describe('the structure', () => {
  let structures: PageStructure[];

  // Frames for other sites have no header and no title that a reader sees.
  beforeAll(async () => {
    const routes = files.filter((file) => !file.startsWith('embed')).map((file) => file.replace(/index\.html$/u, ''));
    structures = await (await browser.open('404.html')).evaluate(readStructures, routes);
  });

  test.each(STRUCTURE.map((rule, at) => [rule, at] as const))('%s', (_, at) => expect(structures.flatMap(({ route, wrong }) => (wrong[at] ?? []).map((found) => `/${route}: ${found}`))).toEqual([]));

  test('no two pages have the same title', () => {
    const alike = [...Map.groupBy(structures, ({ title }) => title)].filter(([, group]) => group.length > 1);
    expect(alike.map(([title, group]) => `${title}: ${group.map(({ route }) => route).join(', ')}`)).toEqual([]);
  });
});

describe('under the real headers', () => {
  test('a page sends the headers that keep it safe', async () => {
    const { headers } = await fetch(browser.url(''));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/u);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  test('an injected script, an injected handler and an injected style do nothing', async () => {
    const page = await browser.open('topics/');
    const title = await page.title();
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "broken"';
      document.head.append(script);
      document.body.setAttribute('onclick', 'document.title = "broken"');
      document.body.click();
      const style = document.createElement('style');
      style.textContent = 'body { opacity: 0 }';
      document.head.append(style);
      document.body.setAttribute('style', 'opacity: 0');
    });
    expect(await page.title()).toBe(title);
    expect(await page.evaluate(() => getComputedStyle(document.body).opacity)).toBe('1');
  });
});
