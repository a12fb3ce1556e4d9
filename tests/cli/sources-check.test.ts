import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fate, fatesOf } from '../../src/cli/reading/addresses.ts';
import { copyOf, hashesOf, runTool, smallContent, temporaryFolder } from '../support/small-content.ts';

const ANSWERS: Readonly<Record<string, http.RequestListener>> = {
  '/there': (_, response) => response.end('words'),
  '/large': (_, response) => void response.writeHead(200).write(Buffer.alloc(2 ** 20)),
  '/moved': (_, response) => response.writeHead(301, { location: '/there' }).end(),
  '/front': (_, response) => response.writeHead(302, { location: '/' }).end(),
  '/': (_, response) => response.end('A front page.'),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/moved-and-gone': (_, response) => response.writeHead(301, { location: '/nowhere' }).end(),
  '/refused': (_, response) => response.writeHead(403).end(),
  '/broken': (_, response) => response.writeHead(500).end(),
  '/slow': () => {},
  '/inside': (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
  '/busy': (_, response) => response.writeHead(429).end(),
};

let origin: string;
let asked: string[];
let atOnce = 0;
let mostAtOnce = 0;
const server = http.createServer((request, response) => {
  asked.push(request.url ?? '');
  mostAtOnce = Math.max(mostAtOnce, ++atOnce);
  response.on('close', () => atOnce--);
  (ANSWERS[request.url ?? ''] ?? ((_, one) => one.writeHead(404).end()))(request, response);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function fates(...paths: string[]): Promise<Pick<Fate, 'is' | 'because'>[]> {
  asked = [];
  const all = await fatesOf(
    paths.map((one) => `${origin}${one}`),
    { pause: 0, wait: 700, trusted: origin },
  );
  return all.map(({ is, because }) => ({ is, because: because.replaceAll(origin, '') }));
}

describe('sources:check', () => {
  test('says of each address whether it is there, moved or gone; who refuses has not said that it is gone', async () => {
    expect(await fates('/there', '/there#part', '/large', '/moved', '/front', '/gone', '/nowhere', '/moved-and-gone', '/refused', '/broken', '/slow', '/inside')).toEqual([
      { is: 'there', because: 'answered 200' },
      { is: 'there', because: 'answered 200' },
      { is: 'there', because: 'answered 200' },
      { is: 'moved', because: 'leads to /there' },
      { is: 'moved', because: 'leads to /, a front page: it may be gone' },
      { is: 'gone', because: 'answered 410' },
      { is: 'gone', because: 'answered 404' },
      { is: 'gone', because: 'leads to /nowhere, which answered 404' },
      { is: 'unknown', because: 'answered 403' },
      { is: 'unknown', because: 'answered 500' },
      { is: 'unknown', because: 'took too long to answer' },
      { is: 'unknown', because: 'leads to 10.0.0.1, which is no public address' },
    ]);
  });

  test('asks each once, one at a time, and leaves a host alone that asks for it', async () => {
    mostAtOnce = 0;
    const [first, again, busy, after] = await fates('/gone', '/gone', '/busy', '/there');
    expect(again).toEqual(first);
    expect(busy).toEqual({ is: 'unknown', because: 'answered 429' });
    expect(after).toEqual({ is: 'unknown', because: 'was not asked, because its host had asked to wait' });
    expect(asked).toEqual(['/gone', '/busy']);
    expect(mostAtOnce).toBe(1);
  });

  test('lists the files, passes over what is marked gone, and writes nothing but the report, which lies elsewhere', async () => {
    const content = await copyOf(await smallContent());
    const report = path.join(await temporaryFolder(), 'report.json');
    await fs.appendFile(path.join(content, 'sources/weekly-example-2024-01-10.yaml'), 'gone: 2026-10-01\narchived: https://archive.example/1\n');
    const before = await hashesOf(content);
    const check = (...args: string[]) => runTool('sources-check.ts', ['--pause', '0', '--wait', '2000', ...args], { content });
    const { code, stdout, stderr } = await check('--out', report);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/sources\/daily-example-2025-03-01\.yaml: https:\/\/daily\.example\/bridge could not be reached/u);
    expect(stdout).toMatch(/2 addresses asked: 0 there, 0 gone, 0 moved, 2 unknown\. Nothing in content\/ has changed\./u);
    expect(stdout).not.toContain('weekly.example');
    expect(JSON.parse(await fs.readFile(report, 'utf8'))).toMatchObject([{ is: 'unknown' }, { is: 'unknown', files: ['sources/weekly-example-2024-01-10.yaml'] }]);
    expect((await check('--out', path.join(content, 'report.json'))).stderr).toMatch(/lies in the content/u);
    expect((await check('--of', 'nobody.example')).stderr).toMatch(/no source has an address at nobody\.example/u);
    expect(await hashesOf(content)).toEqual(before);
  });
});
