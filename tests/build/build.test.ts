import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUILD } from '../support/build-variant.ts';

let folder = '';
let content = '';
let out = '';

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-build-'));
  content = path.join(folder, 'content');
  out = path.join(folder, 'site');
  await fs.cp('content', content, { recursive: true });
});

afterEach(() => fs.rm(folder, { recursive: true, force: true }));

const POSITION = 'positions/channel-returns/one-for-one/reform.mdx';

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await fs.readFile(path.join(content, file), 'utf8');
  const changed = change(text);
  expect(changed, `the change to ${file} changes something`).not.toBe(text);
  await fs.writeFile(path.join(content, file), changed);
}

function build() {
  const { status, stdout, stderr } = spawnSync(process.execPath, BUILD, { env: { ...process.env, CONTENT_DIR: content, OUT_DIR: out }, encoding: 'utf8', timeout: 60_000 });
  return { status, said: `${stdout}${stderr}` };
}

/** One file broken for each rule that the first issue of a record must hold, each with the message an editor gets. */
const BROKEN: readonly (readonly [rule: string, file: string, change: (text: string) => string, message: RegExp])[] = [
  ['an id that points nowhere', POSITION, (text) => text.replace('speaker: lee-anderson', 'speaker: nobody-here'), /reform\.mdx: quotes\[0\]\.speaker: points to nobody-here/u],
  ['a quote dated after its source', POSITION, (text) => text.replace('date: 2025-04-16', 'date: 2025-04-17'), /reform\.mdx: quotes\[0\]\.date: is 2025-04-17, after its source/u],
  ['two quotes with one id', POSITION, (text) => text.replace(/(quotes:\n)( {2}- id:[\s\S]*?)(?= {2}- id:)/u, '$1$2$2'), /reform\.mdx: quotes\[1\]\.id: is anderson-one-for-one-2025-04-16, which a quote/u],
  ['a missing role', POSITION, (text) => text.replace(/ {4}role: .+\n/u, ''), /reform\.mdx: quotes\[0\]\.role: is missing/u],
  ['a missing capacity', POSITION, (text) => text.replace(/ {4}capacity: .+\n/u, ''), /reform\.mdx: quotes\[0\]\.capacity: is missing/u],
  ['a position with neither quote nor silence', 'positions/channel-returns/one-for-one/greens.mdx', (text) => text.replace(/silence:[\s\S]*?(?=\n---)/u, ''), /greens\.mdx: silence: is missing/u],
  ['a javascript: address', 'sources/bbc-2025-04-16-uk-france-migrant-returns-talks.yaml', (text) => text.replace(/url: .+/u, 'url: javascript:alert(1)'), /\.yaml: url: is not an http\(s\) address/u],
  ['a bidirectional override', 'topics/channel-returns.mdx', (text) => text.replace(/summary: /u, 'summary: \u202e'), /channel-returns\.mdx: summary: holds a control/u],
  ['a control character', 'speakers/lee-anderson.yaml', (text) => text.replace(/name: .+/u, 'name: "Lee\\u0007 Anderson"'), /lee-anderson\.yaml: name: holds a control/u],
  ['words that differ from the source', POSITION, (text) => text.replace('negotiating trade-style', 'discussing trade-style'), /reform\.mdx: quotes\[0\]\.text: is not word for word/u],
];

describe('a build of broken content fails with one clear message', () => {
  test.each(BROKEN)('%s', async (_, file, change, message) => {
    await edit(file, change);
    const { status, said } = build();
    expect(status).toBe(1);
    expect(said).toMatch(message);
    expect(said).toContain('To mend: ');
    expect(said.match(/To mend: /gu)).toHaveLength(1);
    expect(said).not.toMatch(/^\s+at /mu);
    await expect(fs.access(out)).rejects.toThrow();
  });

  test('a party without a file in a dimension', async () => {
    await fs.rm(path.join(content, 'positions/channel-returns/one-for-one/greens.mdx'));
    const { status, said } = build();
    expect(status).toBe(1);
    expect(said).toMatch(/greens\.mdx: is missing: Greens has no file/u);
    expect(said.match(/To mend: /gu)).toHaveLength(1);
  });

  test('the last build stays as it was', async () => {
    const [, file, change] = BROKEN[1]!;
    await edit(file, change);
    await fs.mkdir(out);
    await fs.writeFile(path.join(out, 'index.html'), 'the last build');
    expect(build().status).toBe(1);
    expect(await fs.readdir(out)).toEqual(['index.html']);
  });

  test('all problems of all files are reported at once', async () => {
    for (const [, file, change] of [BROKEN[3]!, BROKEN[5]!, BROKEN[6]!]) await edit(file, change);
    const { said } = build();
    expect(said).toMatch(/^3 problems in 3 files/mu);
  });
});
