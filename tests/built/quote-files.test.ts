import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildVariant } from '../support/build-variant.ts';

const FOLDER = '.tmp/one-file-a-quote';
const QUOTE = 'anderson-one-for-one-2025-04-16';

let files: string[] = [];

beforeAll(async () => {
  await buildVariant(FOLDER, { QUOTE_FILES: 'page' });
  files = (await fs.readdir(FOLDER, { recursive: true })).map((file) => file.split(path.sep).join('/'));
});

test('a quote is one file', () => {
  expect(files.filter((file) => path.extname(file) !== '' && file.split(/[/.]/u).includes(QUOTE))).toEqual([`quotes/${QUOTE}/index.html`]);
});

test('its page holds every citation and names no file that is not there', async () => {
  const html = await fs.readFile(path.join(FOLDER, `quotes/${QUOTE}/index.html`), 'utf8');
  expect(html).toContain('id="cite-bibtex"');
  expect(html).toContain('id="cite-csl-json"');
  const named = [...html.matchAll(/(?:href|src|content)="(?:https:\/\/on-record\.example)?\/((?:quotes|embed|oembed|cards)\/[^"#]+)"/gu)].map(([, address = '']) => (address.endsWith('/') ? `${address}index.html` : address));
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});

test('search keeps its results in at most a hundred files', () => {
  const fragments = files.filter((file) => file.endsWith('.pf_fragment'));
  expect(fragments.length).toBeGreaterThan(0);
  expect(fragments.length).toBeLessThanOrEqual(100);
});
