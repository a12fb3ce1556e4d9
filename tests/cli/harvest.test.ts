import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEBATE } from '../support/debate.ts';
import { copyOf, hashesOf, runTool, smallContent, temporaryFolder } from '../support/small-content.ts';

const PAGES: Readonly<Record<string, (response: http.ServerResponse) => void>> = {
  '/day': (response) =>
    response.end(
      JSON.stringify([{ Title: 'The day', SectionTreeItems: [{ ExternalId: 'AAAA' }, { ExternalId: 'SLOW' }, { ExternalId: 'BUSY' }, { ExternalId: 'BROKEN' }, { ExternalId: 'MOVED' }, { ExternalId: 'INSIDE' }, { ExternalId: 'HUGE' }] }]),
    ),
  '/debate/AAAA.json': (response) => response.end(JSON.stringify(DEBATE)),
  '/debate/SLOW.json': () => {},
  '/debate/BUSY.json': (response) => response.writeHead(429).end(),
  '/debate/BROKEN.json': (response) => response.writeHead(500).end(),
  '/debate/MOVED.json': (response) => response.writeHead(302, { location: '/debate/AAAA.json' }).end(),
  '/debate/INSIDE.json': (response) => response.writeHead(302, { location: 'http://127.0.0.2:9/' }).end(),
  '/debate/HUGE.json': (response) => response.end(Buffer.alloc(33 * 2 ** 20)),
  '/feed': (response) => response.end('<?xml version="1.0"?><rss><channel></channel></rss>'),
  '/changed': (response) => response.end('<!doctype html><p>We have a new site.</p>'),
};

let content: string;
let asked: string[];
let server: http.Server;
beforeAll(async () => {
  server = http.createServer(({ url = '' }, response) => {
    asked.push(url);
    (PAGES[url] ?? ((one) => one.writeHead(404).end()))(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  content = await copyOf(await smallContent());
  for (const letter of ['a', 'b']) await fs.appendFile(path.join(content, `parties/party-${letter}.yaml`), `hansard:\n  - Pt${letter.toUpperCase()}\n`);
  await fs.writeFile(
    path.join(content, 'watch.yaml'),
    `- {id: house, kind: hansard, url: "${origin}/day", each: "${origin}/debate/{id}.json"}\n- {id: news, kind: feed, url: "${origin}/feed"}\n- {id: other, kind: feed, url: "${origin}/changed"}\n`,
  );
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const args = (out: string) => ['--out', out, '--day', '2026-09-02', '--pause', '0', '--wait', '1500'];
const harvest = (out: string) => {
  asked = [];
  return runTool('harvest.ts', args(out), { content });
};

test('a day becomes drafts; what fails is told, and nothing is new the second time', async () => {
  const out = await temporaryFolder();
  const before = await hashesOf(content);
  const first = await harvest(out);
  expect(first.stderr).toBe('');
  for (const says of [
    /SLOW\.json: took too long/u,
    /BUSY\.json: answered 429/u,
    /BROKEN\.json: answered 500/u,
    /INSIDE\.json: leads to 127\.0\.0\.2/u,
    /HUGE\.json: has more than/u,
    /changed: is no feed any more/u,
    /2 new drafts .*; 6 addresses/u,
  ])
    expect(first.stdout).toMatch(says);
  const drafts = await fs.readdir(path.join(out, '2026-09-02'));
  expect(drafts).toHaveLength(2);
  expect(await fs.readFile(path.join(out, '2026-09-02', drafts[0]!, 'proposals.md'), 'utf8')).toContain('Drivers should not be asked to pay a toll');
  const written = await hashesOf(out);
  expect((await harvest(out)).stdout).toMatch(/0 new drafts/u);
  expect(asked).not.toContain('/debate/AAAA.json');
  expect(await hashesOf(out)).toEqual(written);
  expect(await hashesOf(content)).toEqual(before);
});

test('interrupted, it leaves no half draft, and goes on', async () => {
  const out = await temporaryFolder();
  asked = [];
  const child = spawn(process.execPath, [path.resolve('src/cli/harvest.ts'), ...args(out)], { env: { ...process.env, CONTENT_DIR: content } });
  // The second debate never answers: the first is whole by then.
  while (!asked.includes('/debate/SLOW.json') && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('close', resolve));
  const [draft, ...more] = await fs.readdir(path.join(out, '2026-09-02'));
  expect(more).toEqual([]);
  expect((await fs.readdir(path.join(out, '2026-09-02', draft!))).sort()).toEqual(['proposals.jsonl', 'proposals.md', 'source.txt', 'source.yaml']);
  await fs.rm(path.join(out, 'seen.json'), { force: true });
  expect((await harvest(out)).stdout).toMatch(/1 new drafts/u);
});
