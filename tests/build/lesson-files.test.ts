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

const files = new Map([
  ['/class/a/key/', 'a-key.html'],
  ['/class/a/', 'a.html'],
]);
const script = (address: string) => `code of ${address}`;
test.each([
  ['links inside the folder to its files', '<a href="/class/a/key/#x">', '<a href="a-key.html#x">'],
  ['links with a question to its files', '<a href="/class/a/?b=c">', '<a href="a.html?b=c">'],
  ['other links to the site', '<a href="/topics/a/">', '<a href="https://on-record.example/topics/a/">'],
  ['fragments as they are', '<a href="#cards">', '<a href="#cards">'],
  ['links to other sites as they are', '<a href="https://a.example/">', '<a href="https://a.example/">'],
  ['no script of the frame', 'a<script type="module" src="/_astro/Base.x1.js"></script>c</body>', 'ac</body>'],
  ['its own script in it', 'a<script type="module" src="/_astro/Quiz.x1.js"></script>c</body>', 'ac<script type="module">code of /_astro/Quiz.x1.js</script></body>'],
  ['no list of links at the foot', '<footer><p>a</p><ul><li>b</li></ul></footer><ul></ul>', '<footer><p>a</p></footer><ul></ul>'],
  ['no font of the site', '<style>@font-face{src:url("/f.woff2")}p{margin:0}</style>', '<style>p{margin:0}</style>'],
])('offlinePage has %s', (_, html, offline) => expect(offlinePage(html, files, script)).toBe(offline));

test.each(['import"./Base.js";a', 'a;import{b}from"./c.js";', 'import a from "./b.js"'])('offlinePage refuses a script that loads another: %s', (code) =>
  expect(() => offlinePage('<script type="module" src="/a.js"></script></body>', files, () => code)).toThrow('/a.js loads another script'),
);

describe('lessonZip', () => {
  const page = (text: string) => new TextEncoder().encode(`<body>${text}</body>`);
  const pack = {
    topic: { id: 'a', title: 'Topic A', dimensions: [{ id: 'one', title: 'One & only', question: 'Should it be one?' }] },
    files: new Map<string, Uint8Array>([
      ['index.html', page('<a href="/class/a/key/">key</a>')],
      ['key/index.html', page('<a href="/class/a/one/#x">one</a>')],
      ['one/index.html', page('<a href="/class/a/one/pupils.pdf">paper</a>')],
      ['one/pupils.pdf', latin1(PDF)],
    ]),
    quiz: '<body>quiz</body>',
    scripts: new Map<string, string>(),
    day: '2025-04-16',
  };

  test('holds every file of the topic by a flat name, and begins with a page that lists them', () => {
    const opened = unzipSync(lessonZip(pack));
    expect(Object.keys(opened)).toEqual(['index.html', 'lesson.html', 'lesson-key.html', 'lesson-one.html', 'lesson-one-pupils.pdf', 'quiz.html']);
    expect(strFromU8(opened['lesson.html']!)).toBe('<body><a href="lesson-key.html">key</a></body>');
    expect(strFromU8(opened['lesson-key.html']!)).toBe('<body><a href="lesson-one.html#x">one</a></body>');
    expect(strFromU8(opened['lesson-one.html']!)).toBe('<body><a href="lesson-one-pupils.pdf">paper</a></body>');
    expect(Buffer.from(opened['lesson-one-pupils.pdf']!).equals(latin1(PDF))).toBe(true);
    const list = strFromU8(opened['index.html']!);
    for (const name of Object.keys(opened).slice(1)) expect(list).toContain(`href="${name}"`);
    expect(list).toContain('One &amp; only');
  });

  test('gives the same bytes for the same files', () => expect(lessonZip(pack)).toEqual(lessonZip(pack)));

  test('refuses a page that asks for a script which is not there', () => expect(() => lessonZip({ ...pack, quiz: '<script type="module" src="/_astro/Quiz.x1.js"></script>' })).toThrow('no script /_astro/Quiz.x1.js'));
});
