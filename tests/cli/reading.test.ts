import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, isPublic } from '../../src/cli/reading/fetch.ts';
import { readAttribution } from '../../src/cli/reading/attributed.ts';
import { readGiven } from '../../src/cli/reading/source.ts';
import { DEBATE } from '../support/debate.ts';
import { drawn, pdf } from '../support/make-pdf.ts';
import { hashesOf, runTool, smallContent, temporaryFolder } from '../support/small-content.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const WORDS = 'The parties argued about the bridge for the whole of the day, and will go on tomorrow in the town hall of North Bank.';

const page = (body: string, head = '') => `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const speech = (value: string) => JSON.stringify({ ...DEBATE, Items: [{ ...DEBATE.Items[6], Value: value }] });
const XML =
  '<publicwhip><minor-heading>The Bridge</minor-heading><speech id="uk.org.publicwhip/debate/2026-09-01a.77.1" speakername="Cat Cole" person_id="uk.org.publicwhip/person/13" colnum="77" url="https://hansard.parliament.uk/Commons/2026-09-01/debates/AAAA/TheBridge#c1"><p>The ferry &pound; is good enough.</p></speech></publicwhip>';

/** What is given, under which name, and what the one message must name. */
const HOSTILE: [what: string, name: string, content: Uint8Array | string, says: RegExp][] = [
  ['a page of scripts', 'a.html', page('<script>document.write("an article")</script>'), /no article was found/u],
  ['a script in Hansard', 'a.json', speech('We <script>alert(1)</script> will build the bridge and nobody can stop us now.'), /holds a script/u],
  ['a title that is markup', 'a.html', page(`<article><h1>x</h1>${`<p>${WORDS}</p>`.repeat(9)}</article>`, '<meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt;">'), /title: holds HTML or a script/u],
  ['entities that expand', 'a.xml', `<?xml version="1.0"?><!DOCTYPE publicwhip [<!ENTITY a "aaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${XML}`, /entity “a”, which expands/u],
  ['an entity that reads a file', 'a.xml', `<?xml version="1.0"?><!DOCTYPE publicwhip [<!ENTITY a SYSTEM "file:///etc/passwd">]>${XML}`, /entity “a”, which expands to more than one sign or is read from elsewhere/u],
  ['XML of something else', 'a.xml', '<?xml version="1.0"?><rss><channel/></rss>', /no debate of ParlParse/u],
  ['a ZIP archive', 'a.txt', 'PK\u0003\u0004 and so on', /is a ZIP archive/u],
  ['something packed', 'a.html', gzipSync('x'.repeat(1000)), /is packed with gzip/u],
  ['a PDF that unpacks to gigabytes', 'a.pdf', pdf(deflateSync(Buffer.alloc(64 * 2 ** 20)), '/Filter/FlateDecode'), /unpacks to more than/u],
  ['a PDF packed twice', 'a.pdf', pdf(deflateSync(deflateSync(bytes(drawn(WORDS)))), '/Filter[/FlateDecode/FlateDecode]'), /unpacks to more than/u],
  ['a PDF cut off', 'a.pdf', '%PDF-1.7\n1 0 obj <<', /is no PDF that can be read/u],
  ['a PDF of pictures', 'a.pdf', pdf('0 0 m 10 10 l S'), /is a PDF without text/u],
  ['a page that poses as a PDF', 'a.pdf', page(`<p>${WORDS}</p>`), /is called a PDF but is none/u],
  ['a PDF that poses as a page', 'a.html', pdf(drawn(WORDS)), /is a PDF under another name/u],
  ['Latin 1 that says nothing of it', 'a.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x61]), /is not UTF-8 text/u],
  ['a page that says UTF-8 and is not', 'a.html', new Uint8Array([...bytes(page('<p>caf')), 0xe9, ...bytes('</p>')]), /is not UTF-8 text/u],
  ['an encoding that does not exist', 'a.html', page(WORDS).replace('utf-8', 'klingon-8'), /is not KLINGON-8 text/u],
  ['JSON cut off', 'a.json', JSON.stringify(DEBATE).slice(0, 400), /is not JSON/u],
  ['JSON of something else', 'a.json', '{"Results":[],"TotalResults":0}', /no debate as the Hansard API serves it/u],
  ['JSON nested without end', 'a.json', '['.repeat(200_000), /is not JSON/u],
  ['a debate without a word', 'a.json', JSON.stringify({ ...DEBATE, Items: [] }), /nobody speaks/u],
  ['a debate on a day that is not', 'a.json', JSON.stringify({ ...DEBATE, Overview: { ...DEBATE.Overview, Date: '2026-02-30T00:00:00' } }), /no date that is one/u],
  ['a page nested without end', 'a.html', page('<div>'.repeat(29_000)), /is nested in a way|no article was found/u],
  ['a page of too many elements', 'a.html', page('<p>a</p>'.repeat(40_000)), /more than 30000 elements/u],
];

let content: string;
let files: string;
const servers: http.Server[] = [];
beforeAll(async () => {
  [content, files] = [await smallContent(), await temporaryFolder()];
});
afterAll(() => servers.forEach((server) => server.close()));

const SAID = ['--publisher', 'Daily Example', '--published', '2026-09-02', '--licence', 'quotation', '--kind', 'press', '--url', 'https://daily.example/a', '--id', 'daily'];

/** One message that says what to do, and nothing of the program. */
async function refuses(args: string[], says: RegExp): Promise<void> {
  const before = await hashesOf(content);
  const { code, stderr } = await runTool('source-add.ts', [...args, ...SAID], { content });
  expect(stderr).toMatch(says);
  expect(stderr.match(/To mend:/gu)).toHaveLength(1);
  expect(stderr).not.toMatch(/^ {4}at |Something went wrong/mu);
  expect(code).toBe(1);
  expect(await hashesOf(content)).toEqual(before);
}

describe('a malformed or hostile source gets one clear message and changes nothing', () => {
  test.each(HOSTILE)('%s', async (what, name, given, says) => {
    const file = path.join(files, name);
    await fs.writeFile(file, given);
    await refuses([file, ...(/title/u.test(what) ? [] : ['--title', 'A title'])], says);
  });

  test('a file of 100 MB', async () => {
    const file = path.join(files, 'large.txt');
    await fs.writeFile(file, '');
    await fs.truncate(file, 100 * 2 ** 20);
    await refuses([file, '--title', 'A title'], /has 104857600 bytes; the limit is/u);
  });

  test.each(['http://127.0.0.1/', 'http://localhost:9/', 'http://2130706433/', 'http://[::1]/', 'http://[::ffff:10.0.0.1]/', 'http://169.254.169.254/latest/', 'http://10.1.2.3/', 'http://0x7f.1/'])('the address %s', (address) =>
    refuses([address, '--title', 'A title'], /is no public address/u),
  );
  test.each(['file:///etc/passwd', 'ftp://example.org/', 'https://user:word@example.org/'])('the address %s', (address) => refuses([address, '--title', 'A title'], /no plain web address/u));
});

test('addresses of networks that are not public, in each form', () => {
  const closed = ['0.0.0.0', '100.64.1.1', '172.31.0.1', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', 'fe80::1', 'fd00::1', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '::ffff:7f00:1', 'x'];
  expect(closed.filter(isPublic)).toEqual([]);
  expect(['8.8.8.8', '151.101.0.81', '2a00:1450:4009::1'].filter((one) => !isPublic(one))).toEqual([]);
});

describe('an answer over the network', () => {
  async function serve(answer: http.RequestListener): Promise<string> {
    const server = http.createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test.each<[string, http.RequestListener, RegExp]>([
    ['leads on for ever', (_, response) => response.writeHead(302, { location: '/' }).end(), /leads on and on/u],
    ['leads to the machine itself', (_, response) => response.writeHead(302, { location: 'http://127.0.0.2:1/' }).end(), /no public address/u],
    ['leads to a name of the machine', (_, response) => response.writeHead(302, { location: 'http://localhost:1/' }).end(), /no public address/u],
    ['never comes', () => {}, /took too long/u],
    ['never ends', (_, response) => void response.write(Buffer.alloc(33 * 2 ** 20)), /has more than/u],
    ['unpacks to more than it says', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(40 * 2 ** 20))), /unpacks to more/u],
    ['breaks off', (_, response) => void response.socket?.destroy(), /could not be reached/u],
  ])('that %s', async (_, answer, says) => {
    const origin = await serve(answer);
    await expect(ask(`${origin}/`, { trusted: origin, longest: 1500 })).rejects.toThrow(says);
  });
});

describe('what a source says of itself', () => {
  test('a PDF: its pages, title and day', async () => {
    const read = await readGiven({ name: 'a.pdf', bytes: pdf(drawn('The bridge should be built', 'before the winter comes.'), '', '/Title(The plan)/CreationDate(D:20260902101500Z)') });
    expect(read).toMatchObject({ text: 'The bridge should be built\nbefore the winter comes.', facts: { title: 'The plan', published: '2026-09-02' } });
  });

  test('ParlParse: house, column, official address; signs written as entities', async () => {
    const read = await readGiven({ name: 'a.xml', bytes: bytes(`<?xml version="1.0"?><!DOCTYPE publicwhip [<!ENTITY pound "&#163;">]>${XML}`) });
    expect(read.facts).toMatchObject({ title: 'The Bridge', publisher: 'Hansard', licence: 'OPL', published: '2026-09-01', official: { url: 'https://hansard.parliament.uk/Commons/2026-09-01/debates/AAAA/TheBridge', of: 'debate' } });
    expect(read.speeches).toMatchObject([{ by: { name: 'Cat Cole' }, text: 'The ferry £ is good enough.', columns: [{ column: '77' }] }]);
  });

  test.each([
    ['Nick Name (West Town) (Con)', { name: 'Nick Name', constituency: 'West Town', mark: 'Con' }],
    ['Ann Able (A (North) and B) (Lab/Co-op)', { name: 'Ann Able', constituency: 'A (North) and B', mark: 'Lab/Co-op' }],
    ['The Minister for Rivers (Bea Baker)', { name: 'Bea Baker', office: 'Minister for Rivers' }],
    ['The Minister of State, Rivers Office (Lord Cole) (Lab)', { name: 'Lord Cole', office: 'Minister of State, Rivers Office', mark: 'Lab' }],
    ['Baroness Dole (LD)', { name: 'Baroness Dole', mark: 'LD' }],
    ['The Earl of Eden (Con)', { name: 'The Earl of Eden', mark: 'Con' }],
    ['Fay Fox', { name: 'Fay Fox' }],
    ['Mr Speaker', undefined],
    ['Madam Deputy Speaker (Ms Gil Grey)', undefined],
    ['The Lord Speaker', undefined],
    ['The Deputy Chairman of Committees (Lord Hill) (Lab)', undefined],
    ['The Chair', undefined],
    ['Hon. Members', undefined],
    ['Several hon. Members', undefined],
    ['Noble Lords', undefined],
    ['A noble Lord', undefined],
  ])('the attribution “%s”', (line, said) => expect(readAttribution(line)).toEqual(said));
});

test('a page and a PDF become proven sources without a question', async () => {
  const html = page(
    `<article><h1>The bridge</h1>${`<p>${WORDS}</p>`.repeat(6)}</article>`,
    '<meta property="og:site_name" content="Daily Example"><meta property="article:published_time" content="2026-09-02"><link rel="canonical" href="https://daily.example/b">',
  );
  await fs.writeFile(path.join(files, 'b.html'), html);
  const added = await runTool('source-add.ts', [path.join(files, 'b.html'), '--kind', 'press'], { content });
  expect(added).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Added content/sources/daily-example-2026-09-02-the-bridge.yaml') });
});
