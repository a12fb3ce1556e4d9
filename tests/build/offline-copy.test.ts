import fs from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OfflineManifest, OfflineSummary, TopicLessons } from '../../src/features/offline/kept-copy.ts';
import { writeOffline } from '../../src/build/offline-copy.ts';
import { isKept, jsonOf } from '../../src/features/offline/keepable.ts';
import { temporaryFolder } from '../support/small-content.ts';

describe('what is kept', () => {
  test.each([
    ['index.html', true],
    ['topics/one/index.html', true],
    ['_astro/Quiz.x1.js', true],
    ['_astro/fonts/face.woff2', true],
    ['pagefind/pagefind-entry.json', true],
    ['pagefind/wasm.en.pagefind', true],
    ['pagefind/fragment/en_1.pf_fragment', true],
    ['check/quotes.json', true],
    ['favicon.svg', true],
    ['404.html', false],
    ['embed/quotes/one/index.html', false],
    ['cards/quotes/one.png', false],
    ['class/one/pack.pdf', false],
    ['class/one/two/slides.pptx', false],
    ['class/one/two/index.html', false],
    ['class/one/two/slides/index.html', false],
    ['class/one/index.html', true],
    ['class/one/key/index.html', true],
    ['class/one/slides/index.html', true],
    ['class/who-said-it/print/index.html', true],
    ['manifest.webmanifest', true],
    ['icon-512.png', false],
    ['class/one/pack.zip', false],
    ['data/v1/quotes.csv', false],
    ['data/v1/record.json', false],
    ['data/index.html', true],
    ['feeds/latest.xml', false],
    ['data/v1/quotes/one.json', false],
    ['offline/latest.json', false],
    ['offline/site-1.bin', false],
    ['sw.js', false],
    ['_headers', false],
  ])('%s: %s', (file, expected) => expect(isKept(file, new Set(['check/quotes.json']))).toBe(expected));

  test.each([
    ['/', '<x-y data-list="/a/b.json" class="c">', ['a/b.json']],
    ['/base/', '<x-y data-list="/base/a.json" data-other="/b.json">', ['a.json']],
    ['/', '<a href="/data/v1/record.json">JSON</a>', []],
    ['/', '<x-y data-list="https://other.example/a.json">', []],
  ])('under %s, %s loads %j', (base, html, expected) => expect(jsonOf(html, base)).toEqual(expected));
});

describe('the bundle of a small site', () => {
  let folder = '';
  const FILES = { 'index.html': '<x-y data-list="/on/a.json">', 'one/index.html': 'One', '404.html': 'No', 'a.json': '[1]', 'b.json': '[2]', 'sitemap.xml': '<x/>', '_astro/face.woff2': 'wOF2' };
  const read = async <T>(file: string) => JSON.parse(await fs.readFile(path.join(folder, 'offline', file), 'utf8')) as T;

  beforeAll(async () => {
    folder = await temporaryFolder();
    for (const [file, text] of Object.entries(FILES)) {
      await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await fs.writeFile(path.join(folder, file), text);
    }
  });

  test('holds the files of the manifest, one after another, and its size is the one that is said', async () => {
    const summary = await writeOffline(folder, '/on/');
    const { version, bundle, files } = await read<OfflineManifest>('manifest.json');
    expect(files.map(({ path: address }) => address)).toEqual(['', 'one/', '_astro/face.woff2', 'a.json']);
    const packed = await fs.readFile(path.join(folder, 'offline', bundle));
    expect(gunzipSync(packed).toString()).toBe(`${FILES['index.html']}OnewOF2[1]`);
    expect(await read<OfflineSummary>('latest.json')).toEqual(summary);
    expect(summary).toMatchObject({ version, pages: 2, files: 4 });
    expect(summary.bytes).toBeGreaterThan(packed.length);
  });

  test('lists the files of each topic’s lessons where it has some, with their bytes', async () => {
    for (const file of ['class/two/pack.pdf', 'class/two/a/slides.pptx', 'class/two/a/index.html', 'class/two/pack.zip', 'class/other/x.pdf']) {
      await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await fs.writeFile(path.join(folder, file), '12345');
    }
    await writeOffline(folder, '/on/', [
      { id: 'one', title: 'One' },
      { id: 'two', title: 'Two' },
    ]);
    expect(await read<TopicLessons[]>('lessons.json')).toEqual([{ title: 'Two', bytes: 15, files: ['class/two/a/', 'class/two/a/slides.pptx', 'class/two/pack.pdf'] }]);
  });

  test('is the same twice, and another when a page changes', async () => {
    const before = await writeOffline(folder, '/on/');
    const bundle = async () => fs.readFile(path.join(folder, 'offline', (await read<OfflineManifest>('manifest.json')).bundle));
    const bytes = await bundle();
    expect(await writeOffline(folder, '/on/')).toEqual(before);
    expect((await bundle()).equals(bytes)).toBe(true);
    await fs.writeFile(path.join(folder, 'one/index.html'), 'Two');
    expect((await writeOffline(folder, '/on/')).version).not.toBe(before.version);
  });

  test('comes with a worker that a browser can read', async () => {
    await writeOffline(folder, '/on/');
    const text = await fs.readFile(path.join(folder, 'sw.js'), 'utf8');
    const heard: string[] = [];
    new Function('self', text)({ registration: { scope: 'https://on.example/' }, addEventListener: (type: string) => heard.push(type) });
    expect(heard.sort()).toEqual(['activate', 'fetch', 'install']);
  });
});
