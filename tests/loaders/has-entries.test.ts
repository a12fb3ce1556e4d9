import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hasEntries } from '../../src/loaders/has-entries.ts';

let content = '';

beforeEach(async () => {
  content = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-content-'));
  vi.stubEnv('CONTENT_DIR', content);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await fs.rm(content, { recursive: true, force: true });
});

test('nothing is there before the first correction and the first withdrawn quote', async () => {
  await fs.mkdir(path.join(content, 'corrections'));
  await fs.writeFile(path.join(content, 'corrections/README.md'), 'How to correct');
  await fs.writeFile(path.join(content, 'withdrawn.yaml'), '# none\n');
  expect([await hasEntries('corrections'), await hasEntries('withdrawn')]).toEqual([false, false]);
});

test('a missing folder and a missing file hold nothing', async () => {
  expect([await hasEntries('corrections'), await hasEntries('withdrawn')]).toEqual([false, false]);
});

test('a first entry is seen', async () => {
  await fs.mkdir(path.join(content, 'corrections'));
  await fs.writeFile(path.join(content, 'corrections/2026-01-02-x.yaml'), 'date: 2026-01-02\n');
  await fs.writeFile(path.join(content, 'withdrawn.yaml'), '- quote: a-quote\n  date: 2026-01-02\n');
  expect([await hasEntries('corrections'), await hasEntries('withdrawn')]).toEqual([true, true]);
});
