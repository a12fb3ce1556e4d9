import fs from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { LinkChecker, LinkState } from 'linkinator';
import { expect, inject, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { PAGE_TYPES } from '../support/page-types.ts';

const browser = siteBrowser();

async function htmlFiles(): Promise<string[]> {
  const folder = inject('siteFolder');
  const files = await fs.readdir(folder, { recursive: true });
  return files
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => path.join(folder, file));
}

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
  const files = await htmlFiles();
  expect(files.length).toBeGreaterThan(500);
  const found: string[] = [];
  for (const file of files) {
    const report = await validator.validateFile(file);
    for (const { messages } of report.results) found.push(...messages.map(({ ruleId, message, line }) => `${file}:${line} ${ruleId}: ${message}`));
  }
  expect(found.slice(0, 20)).toEqual([]);
});

test('every internal link and fragment resolves', async () => {
  const home = browser.url('').replace(/\/$/u, '');
  const { links } = await new LinkChecker().check({ path: browser.url(''), recurse: true, checkFragments: true, concurrency: 20, linksToSkip: async (link) => !link.startsWith(home) });
  const checked = links.filter(({ state }) => state !== LinkState.SKIPPED);
  expect(checked.length).toBeGreaterThan(500);
  expect(checked.filter(({ state }) => state === LinkState.BROKEN).map(({ url, parent }) => `${parent} → ${url}`)).toEqual([]);
});

test.each(PAGE_TYPES)('%s asks nothing of another host', async (_, route) => {
  const page = await browser.open('404.html');
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(browser.url('')) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  await page.goto(browser.url(route), { waitUntil: 'networkidle' });
  expect(foreign).toEqual([]);
  await page.context().close();
});

test('every page has one h1, a title of its own kind and a language', async () => {
  for (const file of await htmlFiles()) {
    const html = await fs.readFile(file, 'utf8');
    expect(html.match(/<h1[\s>]/gu), file).toHaveLength(1);
    expect(html, file).toMatch(/<html lang="en-GB"/u);
    expect(html, file).toMatch(/<title>[^<]{5,}<\/title>/u);
  }
});
