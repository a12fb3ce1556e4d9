import fs from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, inject, test } from 'vitest';
import { oldBrowsers } from '../../.config/old-browsers.js';
import { siteBrowser } from '../support/browser.ts';

const folder = inject('siteFolder');
const browser = siteBrowser();
const SCRIPTS = [
  ...fs
    .readdirSync(path.join(folder, '_astro'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `_astro/${file}`),
  'sw.js',
];

test('no script of the site asks for more than the oldest supported browsers have', () => {
  const complaints = (code: string) => new Linter().verify(code, [{ ...(oldBrowsers as Linter.Config), languageOptions: { ecmaVersion: 'latest', sourceType: 'module' } }]).map(({ ruleId, message }) => `${ruleId}: ${message}`);
  for (const newer of ['/(?<=a)b/u;', '[].toSorted();', 'Map.groupBy([], String);', 'class A { static {} }', 'navigator.userActivation.isActive;']) expect(complaints(newer), newer).not.toEqual([]);
  expect(complaints('new Intl.Segmenter(); [1].at(-1);')).toEqual([]);
  expect(SCRIPTS.length).toBeGreaterThan(10);
  expect(Object.fromEntries(SCRIPTS.map((file) => [file, complaints(fs.readFileSync(path.join(folder, file), 'utf8'))]).filter(([, found]) => found!.length > 0))).toEqual({});
});

test('no page asks for its width in signs that Safari reads only since 16.4 and Chrome since 104', () => {
  const pages = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html') && !file.startsWith('admin'));
  const asks = (file: string, how: RegExp) => how.test(fs.readFileSync(path.join(folder, file), 'utf8'));
  expect(pages.filter((file) => asks(file, /@media[^{]*\((?:width|height)\s*[<>]/u))).toEqual([]);
  expect(pages.filter((file) => asks(file, /@media[^{]*\((?:min|max)-width/u)).length).toBeGreaterThan(10);
});

describe.each([
  ['check/', 'quote-check'],
  ['class/who-said-it/', 'who-said-it'],
])('where the script of %s does not run', (address, element) => {
  test('the page says so, names the browsers and what else to do, and no form is sent', async () => {
    const page = await browser.open('');
    await page.route(/_astro\/.*\.js$/u, (route) => route.fulfill({ contentType: 'text/javascript', body: '/(?<=a)(/u;' }));
    await page.goto(browser.url(address));
    const told = page.locator(`${element} .too-old`);
    await expect.poll(() => told.isVisible(), { timeout: 8000 }).toBe(true);
    expect(await told.locator('a').first().getAttribute('href')).toBe('/about/accessibility/#browsers');
    expect(await page.locator(`${element} form button:not([type=button])`).first().isDisabled()).toBe(true);
  });

  test('and says nothing of it where the script runs', async () => {
    const page = await browser.open(address);
    expect(await page.locator(`${element} .too-old`).isVisible()).toBe(false);
    expect(await page.locator(`${element} form button:not([type=button])`).first().isEnabled()).toBe(true);
  });
});
