import fs from 'node:fs/promises';
import { describe, expect, inject, test } from 'vitest';
import { startPreview } from '../../src/cli/preview-server.ts';
import { joinRecord } from '../../src/record/join.ts';
import { readContent } from '../../src/record/read.ts';
import { siteBrowser } from '../support/browser.ts';
import { buildSite, tryBuild } from '../support/build-site.ts';
import { EDITION } from '../support/edition.ts';
import { unreadable } from '../support/fit.ts';
import { type GenerateOptions, generateContent } from '../support/generate-record.ts';
import { pageTypes } from '../support/page-types.ts';
import { hashesOf, ONE_QUOTE, smallContent } from '../support/small-content.ts';

test('a second build of the same content, elsewhere on earth, has the same files with the same bytes', async () => {
  const again = '.tmp/built-again';
  await buildSite(again, { CONTENT_DIR: EDITION, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' });
  const [first, second] = await Promise.all([inject('siteFolder'), again].map(hashesOf));
  expect([...second!.keys()]).toEqual([...first!.keys()]);
  expect([...second!].filter(([file, hash]) => first!.get(file) !== hash).map(([file]) => file)).toEqual([]);
});

test('of two builds at once one is made, and the other says why it is not', async () => {
  const content = await smallContent();
  const both = await Promise.all(['.tmp/first-of-two', '.tmp/second-of-two'].map((folder) => tryBuild(folder, { CONTENT_DIR: content, CARDS: '0', PDFS: '0' })));
  const [made, refused] = both.toSorted((one, other) => one.code! - other.code!);
  expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('Built 1 topics') });
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^Another build \(process \d+\) is under way in this folder\. To mend: [^\n]+\n$/u) });
});

describe('a record of other parties, one with a name of 40 letters', () => {
  let home = '';
  const browser = siteBrowser(() => home);

  const generated = (options: Omit<GenerateOptions, 'seed'>) => async (name: string) => {
    const content = `.tmp/content-of-${name}`;
    await fs.rm(content, { recursive: true, force: true });
    await generateContent(content, { ...options, longName: true, seed: 'editions' });
    return content;
  };

  test.each([
    ['2-parties', generated({ quotes: 2 * 2 * 6, topics: 2, parties: 2 })],
    ['10-questions', generated({ quotes: 2 * 4 * 10, topics: 1, parties: 4 })],
    ['8-parties', generated({ quotes: 2 * 8 * 6, topics: 2, parties: 8 })],
    ['1-quote', () => smallContent(ONE_QUOTE)],
  ])('of %s can be read on every type of page, at 320, 768 and 1440 px', async (name, make) => {
    const [content, folder] = [await make(name), `.tmp/site-of-${name}`];
    await buildSite(folder, { CONTENT_DIR: content, CARDS: '0', PDFS: '0' });
    const server = await startPreview(folder, 4480);
    home = server.url;
    const types = pageTypes(joinRecord((await readContent(content)).entries)).filter(([name]) => !/^(?:small|neighbouring) /u.test(name));
    const page = await browser.open('');
    const lost: string[] = [];
    for (const [name, route] of types) {
      await page.goto(home + route, { waitUntil: 'load' });
      for (const width of [320, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        lost.push(...(await page.evaluate(unreadable)).map((line) => `${name}, ${width} px: ${line}`));
      }
    }
    await server.close();
    expect(types.length).toBeGreaterThan(30);
    expect(lost).toEqual([]);
  });
});
