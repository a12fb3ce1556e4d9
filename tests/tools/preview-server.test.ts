import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandError } from '../../src/tools/command.ts';
import { startPreview } from '../../src/tools/preview-server.ts';

let folder = '';

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-preview-'));
  await fs.writeFile(path.join(folder, 'index.html'), '<h1>home</h1>');
  await fs.writeFile(path.join(folder, '404.html'), '<h1>not here</h1>');
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

  test.each([
    ['/', 200, 'home'],
    ['/topics/', 200, 'topics'],
    ['/nothing/', 404, 'not here'],
    ['/../package.json', 404, 'not here'],
  ])('%s answers %i', async (route, status, words) => {
    const server = await startPreview(folder, 4700);
    const response = await fetch(new URL(route, server.url));
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
    await server.close();
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

  test('the command prints its address and honours PORT', async () => {
    const child = spawn(process.execPath, ['src/tools/serve.ts'], { env: { ...process.env, PORT: '4950', OUT_DIR: folder }, stdio: ['ignore', 'pipe', 'inherit'] });
    const printed = await new Promise<string>((resolve) => child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString())));
    child.kill();
    expect(printed).toMatch(/http:\/\/localhost:49\d\d\//u);
  });

  test('a PORT that is no port is refused', async () => {
    const child = spawn(process.execPath, ['src/tools/serve.ts'], { env: { ...process.env, PORT: 'many', OUT_DIR: folder }, stdio: ['ignore', 'ignore', 'pipe'] });
    const said = new Promise<string>((resolve) => child.stderr.once('data', (bytes: Buffer) => resolve(bytes.toString())));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(1);
    expect(await said).toContain('PORT is many');
  });
});
