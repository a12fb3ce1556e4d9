import fs from 'node:fs/promises';
import { beforeAll, expect, inject, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { type PageStructure, readStructures } from '../support/page-structure.ts';

const browser = siteBrowser();
let pages: PageStructure[] = [];

/** Every page of the site; frames for other sites have no header and no title that a reader sees. */
beforeAll(async () => {
  const files = await fs.readdir(inject('siteFolder'), { recursive: true });
  const routes = files
    .filter((file) => file.endsWith('.html') && !file.startsWith('embed'))
    .sort()
    .map((file) => file.replace(/index\.html$/u, ''));
  const page = await browser.open('404.html');
  pages = await page.evaluate(readStructures, routes);
  await page.context().close();
});

/** The pages that break a rule, with what they break it by. */
const breaking = (what: (page: PageStructure) => readonly string[]) => pages.flatMap((page) => what(page).map((found) => `/${page.route}: ${found}`));

test('headings begin with the first level and leave no level out', () => {
  expect(pages.length).toBeGreaterThan(600);
  expect(breaking(({ headings }) => (headings[0] === 1 && headings.every((level, at) => level <= (headings[at - 1] ?? 0) + 1) ? [] : [headings.join(' ')]))).toEqual([]);
});

test('a page has one header, one main part and one footer, and its navigations have names of their own', () => {
  expect(breaking(({ once }) => (Object.values(once).every((count) => count === 1) ? [] : [JSON.stringify(once)]))).toEqual([]);
  expect(breaking(({ navigations }) => (navigations.includes('') || new Set(navigations).size < navigations.length ? [navigations.join(', ')] : []))).toEqual([]);
});

test('links and buttons have names, and links of one name in one place lead to one place', () => {
  expect(breaking(({ nameless }) => nameless)).toEqual([]);
  expect(breaking(({ unclearLinks }) => unclearLinks)).toEqual([]);
});

test('tables have a caption and say what their headings head; pictures have a text or say that they need none', () => {
  expect(breaking(({ tables }) => tables)).toEqual([]);
  expect(breaking(({ pictures }) => pictures)).toEqual([]);
});

test('no two pages have the same title', () => {
  const alike = [...Map.groupBy(pages, ({ title }) => title)].filter(([, group]) => group.length > 1);
  expect(alike.map(([title, group]) => `${title}: ${group.map(({ route }) => route).join(', ')}`)).toEqual([]);
});
