import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent, inspectContent } from '../../src/record/read.ts';
import { copyOf, hashesOf, runTool, smallContent } from '../support/small-content.ts';
import { edit, write } from '../support/spoil.ts';

const TOLL = 'positions/bridge/toll/party-b.mdx';
const REASON = 'The party was dissolved.';
const SILENCE = '---\nsilence:\n  kind: searched\n  asOf: 2025-03\n---\n';

/** Three parties and two topics, so that one of each can go. */
let content: string;
beforeAll(async () => {
  content = await smallContent();
  const read = (file: string) => fs.readFile(path.join(content, file), 'utf8');
  await write('parties/party-c.yaml', (await read('parties/party-b.yaml')).replaceAll('Party B', 'Party C').replace('abbreviation: B', 'abbreviation: C'))(content);
  for (const place of ['bridge/build', 'bridge/toll']) await write(`positions/${place}/party-c.mdx`, SILENCE)(content);
  await write('topics/pier.mdx', (await read('topics/bridge.mdx')).replaceAll(/bridge/giu, 'pier').replaceAll('id: toll', 'id: fee'))(content);
  for (const dimension of ['build', 'fee']) for (const letter of ['a', 'b', 'c']) await write(`positions/pier/${dimension}/party-${letter}.mdx`, SILENCE)(content);
  const { problems } = await inspectContent(content);
  for (const { file, field } of problems) if (field === 'balanceReason') await edit(file, /^title:/mu, 'balanceReason: Party C was asked late.\ntitle:')(content);
  await checkContent(content);
});

const retire = (folder: string, kind: 'party' | 'topic', id: string, more: readonly string[] = ['--reason', REASON, '--date', '2026-11-26']) => runTool('retire.ts', [kind, id, ...more], { content: folder });

describe('a party leaves the record', () => {
  test('its quotes are withdrawn, its ids stay, and the content is right', async () => {
    const copy = await copyOf(content);
    await edit('parties/party-b.yaml', /^/u, '# A party.\n')(copy);
    const { code, stdout, stderr } = await retire(copy, 'party', 'party-b');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^party-b has left the record: 1 quote withdrawn, 4 positions removed/u);
    const { parties, positions, withdrawn, published } = await checkContent(copy);
    expect(parties.find(({ id }) => id === 'party-b')?.data.retired).toEqual({ date: '2026-11-26', reason: REASON });
    expect(await fs.readFile(path.join(copy, 'parties/party-b.yaml'), 'utf8')).toMatch(/^# A party\.\n/u);
    expect(positions.filter(({ id }) => id.endsWith('party-b'))).toEqual([]);
    expect(withdrawn.map(({ id, data }) => [id, data])).toEqual([['two-toll-2025-03-01', { topic: 'bridge', dimension: 'toll', party: 'party-b', date: '2026-11-26', reason: REASON }]]);
    expect(published.map(({ id }) => id)).toContain('two-toll-2025-03-01');
  });

  test('what was stopped half-way is finished by running it again', async () => {
    const copy = await copyOf(content);
    await retire(copy, 'party', 'party-b');
    await fs.cp(path.join(content, TOLL), path.join(copy, TOLL));
    expect((await inspectContent(copy)).problems.map(({ mend }) => mend)).toContainEqual(expect.stringContaining('npm run party:retire -- party-b'));
    expect((await retire(copy, 'party', 'party-b', [])).stderr).toBe('');
    await checkContent(copy);
  });

  test('removed by hand, it is asked for with one advice, which leads to right content', async () => {
    const copy = await copyOf(content);
    await fs.rm(path.join(copy, 'parties/party-b.yaml'));
    const mends = (await inspectContent(copy)).problems.map(({ mend }) => mend);
    expect(mends.length).toBeGreaterThan(2);
    for (const mend of mends) expect(mend).toMatch(/put .+ back.*npm run party:retire -- party-b/u);
    await fs.cp(path.join(content, 'parties/party-b.yaml'), path.join(copy, 'parties/party-b.yaml'));
    await retire(copy, 'party', 'party-b');
    await checkContent(copy);
  });
});

test('a topic leaves the record', async () => {
  const copy = await copyOf(content);
  expect((await retire(copy, 'topic', 'bridge')).stderr).toBe('');
  const { entries, problems } = await inspectContent(copy);
  const { topics, positions, withdrawn } = entries;
  // The other topic of this small record has no quote.
  expect(problems.map(({ problem }) => problem)).toEqual(['holds no quote']);
  expect(topics.map(({ id, data }) => [id, data.retired?.date])).toEqual([
    ['bridge', '2026-11-26'],
    ['pier', undefined],
  ]);
  expect(positions.map(({ id }) => id.split('/')[0])).not.toContain('bridge');
  expect(withdrawn).toHaveLength(3);
  await expect(fs.access(path.join(copy, 'positions/bridge'))).rejects.toThrow(/ENOENT/u);
});

test.each([
  ['no id', 'party', '', [], /Name the one party/u],
  ['a party that is not there', 'party', 'party-x', ['--reason', REASON], /There is no party party-x\. To mend: name one of: party-a, party-b, party-c/u],
  ['no reason', 'party', 'party-b', [], /--reason: is missing/u],
  ['a day that is not', 'topic', 'pier', ['--reason', REASON, '--date', '2026-02-30'], /--date: is not a real date/u],
] as const)('%s ends with one clear message and changes nothing', async (_, kind, id, more, says) => {
  const before = await hashesOf(content);
  const { code, stderr } = await runTool('retire.ts', [kind, ...(id === '' ? [] : [id]), ...more], { content });
  expect([code, stderr]).toEqual([1, expect.stringMatching(says)]);
  expect(await hashesOf(content)).toEqual(before);
});

test('a position that cannot be read is in the way, since its quotes would be lost; one of two parties must stay', async () => {
  const copy = await copyOf(content);
  await edit(TOLL, 'role: Leader', 'role: 7')(copy);
  expect((await retire(copy, 'party', 'party-b')).stderr).toMatch(/party-b\.mdx: quotes\[0\]\.role: is a number/u);
  await edit(TOLL, 'role: 7', 'role: Leader')(copy);
  await retire(copy, 'party', 'party-c');
  expect((await retire(copy, 'party', 'party-b')).stderr).toMatch(/only party-a would be left\. To mend: add another party first/u);
});
