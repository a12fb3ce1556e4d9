import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { offlinePage } from '../../src/build/lesson-offline.ts';
import { fixDates, fixNames } from '../../src/build/lesson-pdf-bytes.ts';
import { lessonZip } from '../../src/build/lesson-zip.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const PDF = "<</CreationDate (D:20300102030405+00'00')\n/ModDate (D:20300102030405+00'00')>>\u0000\u00ff";

describe('fixDates', () => {
  test('writes the day in place of the moments and moves no byte', () => {
    const fixed = Buffer.from(fixDates(latin1(PDF), '2025-04-16')).toString('latin1');
    expect(fixed).toBe("<</CreationDate (D:20250416000000+00'00')\n/ModDate (D:20250416000000+00'00')>>\u0000\u00ff");
    expect(fixed).toHaveLength(PDF.length);
  });

  test.each([
    ['a file without moments', 'nothing', '2025-04-16'],
    ['a month in place of a day', PDF, '2025-04'],
  ])('refuses %s', (_, pdf, day) => expect(() => fixDates(latin1(pdf), day)).toThrow());
});

describe('fixNames', () => {
  const name = (number: number) => `(node${String(number).padStart(8, '0')})`;
  /** A file whose first, second and third element the browser gave these numbers. */
  const file = (...numbers: [number, number, number]) => {
    const entries = numbers.map((number, index) => `${name(number)} ${[9, 10, 111][index]} 0 R`).sort();
    const low = Math.min(...numbers);
    const high = Math.max(...numbers);
    return latin1(`${numbers.map((number) => `/ID ${name(number)}`).join(' ')} /Headers [${name(numbers[0])}] /Limits [${name(low)} ${name(high)}]\n/Names [${entries.join(' ')}]`);
  };

  test('names the elements in the order of the file, whatever numbers the browser gave', () => {
    expect(fixNames(file(7, 8, 9))).toEqual(file(1, 2, 3));
    expect(fixNames(file(412, 33, 90))).toEqual(file(1, 2, 3));
  });

  test('refuses a file with two tables, whose parts could change in length', () => expect(() => fixNames(Buffer.concat([file(1, 2, 3), file(4, 5, 6)]))).toThrow('more than one table'));
});

const files = new Map([['/class/a/key/', 'a-key.html']]);
test.each([
  ['links inside the pack to its files', '<a href="/class/a/key/#x">', '<a href="a-key.html#x">'],
  ['other links to the site', '<a href="/topics/a/">', '<a href="https://on-record.example/topics/a/">'],
  ['fragments as they are', '<a href="#cards">', '<a href="#cards">'],
  ['links to other sites as they are', '<a href="https://a.example/">', '<a href="https://a.example/">'],
  ['no script', 'a<script type="module">b</script>c', 'ac'],
  ['no font of the site', '<style>@font-face{src:url("/f.woff2")}p{margin:0}</style>', '<style>p{margin:0}</style>'],
])('offlinePage has %s', (_, html, offline) => expect(offlinePage(html, files)).toBe(offline));

describe('lessonZip', () => {
  const files = { topic: 'a', title: 'Topic A', page: '<a href="/class/a/key/">key</a>', key: 'key', pdf: latin1(PDF), day: '2025-04-16' };

  test('holds the pack, its key, its PDF and a note that names them all', () => {
    const opened = unzipSync(lessonZip(files));
    const names = Object.keys(opened);
    expect(names.sort()).toEqual(['README.txt', 'a-answer-key.html', 'a-lesson.html', 'a-lesson.pdf']);
    for (const name of names.filter((one) => one !== 'README.txt')) expect(strFromU8(opened['README.txt']!)).toContain(name);
    expect(strFromU8(opened['a-lesson.html']!)).toBe('<a href="a-answer-key.html">key</a>');
    expect(Buffer.from(opened['a-lesson.pdf']!).equals(files.pdf)).toBe(true);
  });

  test('gives the same bytes for the same files', () => expect(lessonZip(files)).toEqual(lessonZip(files)));
});
