import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/build/browser.ts';
import { startPreview } from '../../src/cli/preview-server.ts';
import { joinRecord } from '../../src/record/join.ts';
import { readContent } from '../../src/record/read.ts';
import { buildSite, tryBuild } from '../support/build-site.ts';
import { EDITION } from '../support/edition.ts';
import { fuzzContent, mutations } from '../support/fuzz-content.ts';
import { unreadable } from '../support/fit.ts';
import { generateContent } from '../support/generate-record.ts';
import { pageTypes } from '../support/page-types.ts';
import { hashesOf, ONE_QUOTE, smallContent, temporaryFolder } from '../support/small-content.ts';

test('a second build of the same content, elsewhere on earth, has the same files with the same bytes', async () => {
  const again = '.tmp/built-again';
  await buildSite(again, { CONTENT_DIR: EDITION, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' });
  const [first, second] = await Promise.all([inject('siteFolder'), again].map(hashesOf));
  expect([...second!.keys()]).toEqual([...first!.keys()]);
  expect([...second!].filter(([file, hash]) => first!.get(file) !== hash).map(([file]) => file)).toEqual([]);
});

/** Whatever else can be wrong with content: tests/record/check/malformed-content.test.ts. */
test('a build of broken content ends with every problem of every file at once, and leaves the last site as it was', async () => {
  const content = await smallContent();
  const site = await temporaryFolder();
  for (const file of ['.on-record-site', 'index.html']) await fs.writeFile(path.join(site, file), 'the last build');
  const spoil = async (file: string, from: RegExp, to: string) => {
    const text = await fs.readFile(path.join(content, file), 'utf8');
    await fs.writeFile(path.join(content, file), text.replace(from, to));
  };
  await spoil('positions/bridge/build/party-a.mdx', /speaker: speaker-one/u, 'speaker: nobody-here');
  await spoil('positions/bridge/toll/party-b.mdx', / {4}role: .+\n/u, '');
  await spoil('sources/daily-example-2025-03-01.yaml', /url: .+/u, 'url: javascript:alert(1)');
  const { code, stdout, stderr } = await tryBuild(site, { CONTENT_DIR: content });
  const said = stdout + stderr;
  expect(code).toBe(1);
  expect(said).toMatch(/^3 problems in 3 files/mu);
  for (const problem of [/party-a\.mdx: quotes\[0\]\.speaker: points to nobody-here/u, /party-b\.mdx: quotes\[0\]\.role: is missing/u, /daily-example-2025-03-01\.yaml: url: is not an http\(s\) address/u]) expect(said).toMatch(problem);
  expect(said.match(/To mend: \S/gu)).toHaveLength(3);
  expect(said).not.toMatch(/^\s+at /mu);
  expect((await fs.readdir(site)).sort()).toEqual(['.on-record-site', 'index.html']);
});

test('a thousand mutations of the content: the check throws at none, and what it lets pass can be built', async () => {
  const content = await smallContent();
  const { passed, refused } = await fuzzContent(content, mutations(1000, 15));
  expect(passed).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
  const { code, stdout, stderr } = await tryBuild('.tmp/fuzzed', { CONTENT_DIR: content, PDFS: '0' });
  expect(code, stdout + stderr).toBe(0);
  await fs.rm(content, { recursive: true });
});

describe('a build ends with one line, before anything is drawn,', () => {
  test.each([
    ['with a nonsensical address', { SITE_URL: 'nonsense' }, [], /^SITE_URL=nonsense is no address of a site\..* To mend: /u],
    ['with an option of Astro that passes by our own settings', {}, ['--outDir', 'content'], /^Unknown option '--outDir'\.\nUsage: npm run build/u],
  ])('%s', async (_, settings, args, says) => {
    const { code, stdout, stderr } = await tryBuild('.tmp/refused', { CONTENT_DIR: await smallContent(), ...settings }, args);
    expect(stderr).toMatch(says);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect([code, stdout]).toEqual([1, '']);
  });
});

/** What cannot be read on every type of page of a built site, at 320, 768 and 1440 px. */
async function unreadableOn(folder: string, content: string): Promise<string[]> {
  const server = await startPreview(folder, 4480);
  const browser = await launchBrowser();
  try {
    const types = pageTypes(joinRecord((await readContent(content)).entries)).filter(([name]) => !/^(?:small|neighbouring) /u.test(name));
    expect(types.length).toBeGreaterThan(30);
    const page = await browser.newPage();
    const lost: string[] = [];
    for (const [name, route] of types) {
      await page.goto(server.url + route, { waitUntil: 'load' });
      for (const width of [320, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        lost.push(...(await page.evaluate(unreadable)).map((line) => `${name}, ${width} px: ${line}`));
      }
    }
    return lost;
  } finally {
    await browser.close();
    await server.close();
  }
}

test.each([
  ['2-parties', { quotes: 2 * 2 * 6, topics: 2, parties: 2 }],
  ['10-questions', { quotes: 2 * 4 * 10, topics: 1, parties: 4 }],
  ['8-parties', { quotes: 2 * 8 * 6, topics: 2, parties: 8 }],
])('a record of %s, one with a name of 40 letters, can be read on every type of page', async (name, options) => {
  const [content, folder] = [await temporaryFolder(), `.tmp/site-of-${name}`];
  await generateContent(content, { ...options, longName: true, seed: 'editions' });
  await buildSite(folder, { CONTENT_DIR: content, CARDS: '0', PDFS: '0' });
  expect(await unreadableOn(folder, content)).toEqual([]);
});

test('of two builds at once, of a record of one quote, one can be read and the other says why it was not made', async () => {
  const content = await smallContent(ONE_QUOTE);
  const folders = ['.tmp/first-of-two', '.tmp/second-of-two'];
  const both = await Promise.all(folders.map(async (folder) => ({ folder, ...(await tryBuild(folder, { CONTENT_DIR: content, CARDS: '0', PDFS: '0' })) })));
  const [made, refused] = both.toSorted((one, other) => one.code! - other.code!);
  expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('Built 1 topics') });
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^Another build \(process \d+\) is under way in this folder\. To mend: [^\n]+\n$/u) });
  expect(await unreadableOn(made!.folder, content)).toEqual([]);
});
