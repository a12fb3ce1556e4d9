import fs from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandError } from '../../src/cli/command.ts';
import { type PreviewServer, startPreview } from '../../src/cli/preview-server.ts';
import { takePlace } from '../../src/build/site-folder.ts';
import { runNode } from '../support/run-node.ts';

/** Longer than one piece that a file is read in. */
const LONG = `<h1>long</h1>${Array.from({ length: 20_000 }, (_, index) => `<p>${index}</p>`).join('')}`;

let folder = '';

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-preview-'));
  await fs.writeFile(path.join(folder, 'index.html'), '<h1>home</h1>');
  await fs.writeFile(path.join(folder, '404.html'), '<h1>not here</h1>');
  await fs.writeFile(path.join(folder, 'long.html'), LONG);
  await fs.writeFile(path.join(folder, 'picture.png'), Buffer.alloc(5000));
  await fs.writeFile(path.join(folder, 'words.json'), JSON.stringify(Array.from({ length: 500 }, () => 'word')));
  await fs.mkdir(path.join(folder, 'topics'));
  await fs.writeFile(path.join(folder, 'topics/index.html'), '<h1>topics</h1>');
});

afterAll(() => fs.rm(folder, { recursive: true }));

describe('the preview server', () => {
  test('takes the next port when the first is taken', async () => {
    const other = http.createServer().listen(0);
    const taken = (other.address() as { port: number }).port;
    const server = await startPreview(folder, taken);
    expect(Number(new URL(server.url).port)).toBeGreaterThan(taken);
    expect(await (await fetch(server.url)).text()).toContain('home');
    await server.close();
    other.close();
  });

  test('serves below a base path and nothing beside it', async () => {
    const server = await startPreview(folder, 4800, '/on-record/');
    expect(server.url).toMatch(/\/on-record\/$/u);
    expect(await (await fetch(`${server.url}topics/`)).text()).toContain('topics');
    expect((await fetch(new URL('/topics/', server.url))).status).toBe(404);
    await server.close();
  });

  test('says how to mend it when there is no built site', async () => {
    await expect(startPreview(path.join(folder, 'missing'), 4900)).rejects.toThrow(CommandError);
    await expect(startPreview(path.join(folder, 'missing'), 4900)).rejects.toThrow('npm run build');
  });

  test('listens on this machine alone, unless another address is named', async () => {
    const server = await startPreview(folder, 4900);
    await expect(fetch(server.url.replace(/\/\/[^:]+/u, '//127.0.0.2'))).rejects.toThrow(TypeError);
    await server.close();
    const other = await startPreview(folder, 4900, '/', '127.0.0.2');
    expect(other.url).toContain('127.0.0.2');
    expect((await fetch(other.url)).status).toBe(200);
    await other.close();
    await expect(startPreview(folder, 4900, '/', '203.0.113.1')).rejects.toThrow(/203\.0\.113\.1.*To mend: set HOST/u);
  });

  test('goes on while builds replace the site, and then serves the new one', async () => {
    const [site, next] = [path.join(folder, 'replaced'), path.join(folder, 'next')];
    const build = async (where: string, words: string) => {
      await fs.mkdir(where);
      for (const file of ['index.html', '404.html', `${words}.html`]) await fs.writeFile(path.join(where, file), words.repeat(100_000));
    };
    await build(site, 'one');
    const server = await startPreview(site, 4950);
    const statuses = new Set<number>();
    for (const words of ['two', 'three', 'four']) {
      const asked = Array.from({ length: 30 }, async () => statuses.add((await fetch(server.url)).status));
      await build(next, words);
      takePlace(next, site);
      await Promise.allSettled(asked);
      expect(await (await fetch(`${server.url}${words}.html`)).text()).toBe(words.repeat(100_000));
    }
    await fs.rm(site, { recursive: true });
    expect((await fetch(server.url)).status).toBe(404);
    expect([...statuses].filter((status) => status !== 200 && status !== 404)).toEqual([]);
    await server.close();
  });

  test('a PORT that is no port is refused', async () => {
    expect(await runNode(['src/cli/serve.ts'], { ...process.env, PORT: 'many', OUT_DIR: folder })).toMatchObject({ code: 1, stderr: expect.stringContaining('PORT is many') });
  });
});

describe('an answer', () => {
  let server: PreviewServer;

  beforeAll(async () => {
    server = await startPreview(folder, 4750);
  });

  afterAll(() => server.close());

  /** The answer as it comes over the wire; `fetch` would unpack it. */
  const ask = (route: string, headers: http.OutgoingHttpHeaders, method = 'GET') =>
    new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      http
        .request(new URL(route, server.url), { headers, method }, (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }));
        })
        .on('error', reject)
        .end();
    });

  test.each([
    ['br', 'gzip, deflate, br, zstd', (body: Buffer) => zlib.brotliDecompressSync(body)],
    ['gzip', 'gzip, deflate', (body: Buffer) => zlib.gunzipSync(body)],
    ['gzip', 'br;q=0, *', (body: Buffer) => zlib.gunzipSync(body)],
  ])('a page comes as %s to a client that takes %s', async (encoding, accepted, unpack) => {
    const { headers, body } = await ask('/long.html', { 'accept-encoding': accepted });
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding', 'content-type': 'text/html; charset=utf-8' });
    expect(headers['content-length']).toBeUndefined();
    expect(body.length).toBeLessThan(LONG.length / 2);
    expect(unpack(body).toString()).toBe(LONG);
  });

  test('a page comes plain to a client that takes no encoding, with the same Vary', async () => {
    const { headers, body } = await ask('/long.html', {});
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBe('Accept-Encoding');
    expect(body.toString()).toBe(LONG);
  });

  test('JSON is compressed; a picture and a few bytes are not', async () => {
    const encodings = await Promise.all(['/words.json', '/picture.png', '/'].map(async (route) => (await ask(route, { 'accept-encoding': 'br' })).headers['content-encoding']));
    expect(encodings).toEqual(['br', undefined, undefined]);
  });

  test('HEAD gives the headers alone', async () => {
    const { status, headers, body } = await ask('/long.html', { 'accept-encoding': 'br' }, 'HEAD');
    expect([status, headers['content-type'], body.length]).toEqual([200, 'text/html; charset=utf-8', 0]);
  });

  test('what the client has already is not sent again', async () => {
    const { headers } = await ask('/long.html', { 'accept-encoding': 'br' });
    const { status, body } = await ask('/long.html', { 'accept-encoding': 'br', 'if-none-match': headers.etag });
    expect([status, body.length]).toEqual([304, 0]);
  });

  test('a part of a page is a part of the plain page', async () => {
    const { status, headers, body } = await ask('/long.html', { 'accept-encoding': 'br', range: 'bytes=4-7' });
    expect([status, headers['content-range'], body.toString()]).toEqual([206, `bytes 4-7/${LONG.length}`, 'long']);
  });

  test.each([
    ['bytes=-5', 206, LONG.slice(-5)],
    ['bytes=9-2', 416, ''],
    ['bytes=900000000-', 416, ''],
    ['bytes=x', 200, LONG],
  ])('to the range %s is %i', async (range, expected, words) => {
    const { status, body } = await ask('/long.html', { range });
    expect([status, body.toString()]).toEqual([expected, words]);
  });

  test.each(['POST', 'PUT', 'DELETE'])('to %s is that only reading is allowed', async (method) => {
    const { status, headers } = await ask('/', {}, method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('to a folder without its slash leads to the folder, the base included', async () => {
    const { status, headers } = await ask('/topics', {});
    expect([status, headers.location]).toEqual([301, '/topics/']);
  });

  test.each(['/nothing/', '/../package.json'])('for %s there is the page that says so', async (route) => {
    const { status, body } = await ask(route, { 'accept-encoding': 'gzip' });
    expect([status, zlib.gunzipSync(body).toString()]).toEqual([404, '<h1>not here</h1>']);
  });

  test.each([
    ['', undefined],
    ['identity', undefined],
    ['gzip;q=0, br;q=0', undefined],
    ['*;q=0', undefined],
    ['BR', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['x-gzip', undefined],
  ])('to a client that takes %j a page comes as %s', async (accepted, encoding) => expect((await ask('/long.html', { 'accept-encoding': accepted })).headers['content-encoding']).toBe(encoding));
});
