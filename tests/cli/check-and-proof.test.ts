import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Judgement, judgementOf } from '../../src/features/check/verdict.ts';
import { linesOf, worstOf } from '../../src/cli/check.ts';
import { copyOf, runTool, smallContent, temporaryFolder } from '../support/small-content.ts';

let content: string;
beforeAll(async () => {
  content = await smallContent();
});

describe('check', () => {
  test('answers a person', async () => {
    const { code, stdout } = await runTool('check.ts', ['We will paint the bridge because the ferry is slow. The sun came out.'], { content });
    expect(code).toBe(0);
    expect(stdout).toBe('Altered: “We will paint the bridge because the ferry is slow”\n  nearest: one-build-2025-03-01\n  said “build”, pasted “paint”\nNot in this record: “The sun came out”\n  That does not mean that nobody said it.\n');
  });

  test('answers a machine: one line out for each line in', async () => {
    const lines = [
      'We will build the bridge because the ferry is slow.',
      '',
      'We will not build the bridge because the ferry is slow.\r',
      'The sun came out.',
      'The sun came out. The bridge can wait for a decade.',
      'x'.repeat(30_000),
      'a line\u2028that goes on',
      'the bridge can wait for a year',
    ];
    const { code, stdout } = await runTool('check.ts', ['--json'], { content, input: lines.join('\n') });
    expect(code).toBe(0);
    const none = { verdict: 'not-in-record', quote: null, changes: [], attribution: 'none', named: null, spoke: null, places: [] };
    const said = { ...none, spoke: 'Speaker One' };
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { ...said, verdict: 'in-record', quote: 'one-build-2025-03-01' },
      none,
      { ...said, verdict: 'altered', quote: 'one-build-2025-03-01', changes: [{ said: '', pasted: 'not' }] },
      none,
      { ...said, verdict: 'altered', quote: 'one-build-2024-01-10', changes: [{ said: 'year', pasted: 'decade' }] },
      none,
      none,
      { ...said, verdict: 'in-record', quote: 'one-build-2024-01-10' },
    ]);
  });

  test('of nothing prints nothing', async () => expect(await runTool('check.ts', ['--json'], { content })).toEqual({ code: 0, stdout: '', stderr: '' }));

  test.each([
    ['', 0],
    ['\n', 1],
    ['one', 1],
    ['one\n', 1],
    ['one\r\n\r\n', 2],
    ['\n\ntwo', 3],
  ])('counts the lines of %j as %i', (text, count) => expect(linesOf(text)).toHaveLength(count));

  test.each([
    ['in-record', ['in-record', 'in-record']],
    ['not-in-record', ['in-record', 'not-in-record']],
    ['altered', ['not-in-record', 'altered', 'in-record']],
    ['misattributed', ['in-record', 'misattributed', 'not-in-record']],
    ['in-record', ['too-short', 'in-record']],
    ['not-in-record', ['too-long']],
    ['not-in-record', []],
  ] as const)('gives %s as the worst of %j', (worst, verdicts) => {
    const judgements = verdicts.map((verdict): Judgement => ({ ...judgementOf('', verdict), quote: verdict === 'in-record' || verdict === 'altered' ? 'one' : null }));
    expect(worstOf(judgements).verdict).toBe(worst);
  });
});

describe('proof', () => {
  test('counts how each quotation is known', async () => {
    const copy = await copyOf(content);
    const weekly = path.join(copy, 'sources/weekly-example-2024-01-10.yaml');
    await fs.writeFile(weekly, (await fs.readFile(weekly, 'utf8')).replace(/fingerprint:[\s\S]*/u, ''));
    expect(await runTool('proof.ts', [], { content: copy })).toEqual({ code: 0, stdout: '3 quotations: 0 proven in the whole text, 2 proven in their passage, 1 unchecked, 0 refuted.\n', stderr: '' });
  });

  test('names what it refutes, with exit code 1', async () => {
    const copy = await copyOf(content);
    const file = path.join(copy, 'positions/bridge/toll/party-b.mdx');
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('should ever be asked', 'should never be asked'));
    const { code, stdout, stderr } = await runTool('proof.ts', [], { content: copy });
    expect(code).toBe(1);
    expect(stdout).toMatch(/ 1 refuted\.\n$/u);
    expect(stderr).toMatch(/^positions\/bridge\/toll\/party-b\.mdx: quotes\[0\]\.text: is not word for word in daily-example-2025-03-01: .*never/u);
  });

  test('follows a whole text that is fingerprinted by source:add', async () => {
    const copy = await copyOf(content);
    const text = path.join(await temporaryFolder(), 'weekly.txt');
    await fs.writeFile(text, 'A year ahead. The speaker told the paper that the bridge can wait for a year and no longer. Everyone went home.');
    const added = await runTool('source-add.ts', [text, '--id', 'weekly-example-2024-01-10', '--checked', '2026-11-22'], { content: copy });
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect((await runTool('proof.ts', [], { content: copy })).stdout).toMatch(/1 proven in the whole text, 2 proven in their passage/u);
    expect(await fs.readFile(path.join(copy, 'sources/weekly-example-2024-01-10.yaml'), 'utf8')).not.toContain('home');
  });
});
