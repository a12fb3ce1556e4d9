import fs from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { keyOf } from '../../src/cli/coding/sheet.ts';
import { findLeaks } from '../../src/record/blind/blind.ts';
import { joinRecord } from '../../src/record/join.ts';
import { checkContent } from '../../src/record/read.ts';
import { STANCES } from '../../src/record/schema/stance.ts';
import { EDITION, record } from '../support/edition.ts';
import { copyOf, hashesOf, runTool, temporaryFolder } from '../support/small-content.ts';

type Row = Record<'reader' | 'key' | 'question' | 'words' | 'passage' | 'stance', string>;

let content: string;
let out: string;
const rowsOf = async (name: string) => parse<Row>(await fs.readFile(path.join(out, name), 'utf8'), { columns: true, bom: true });
const sheet = (reader: string, ...args: string[]) => runTool('coding-sheet.ts', ['--reader', reader, '--out', out, ...args], { content });
const save = async (name: string, rows: readonly Row[]) => {
  await fs.writeFile(path.join(out, name), stringify([...rows], { header: true, columns: ['reader', 'key', 'question', 'words', 'passage', 'stance'] }));
  return path.join(out, name);
};
/** What both people say, made from the key so that each value is there. */
const sayOf = ({ key }: Row) => STANCES[parseInt(key.slice(0, 2), 16) % 3]!;

/** Krippendorff's alpha of two readers without gaps, by its definition over all pairs of values: 1 − Do/De. */
function alphaByPairs(pairs: readonly (readonly [string, string])[]): number {
  const values = pairs.flat();
  const observed = pairs.filter(([a, b]) => a !== b).length / pairs.length;
  let [different, all] = [0, 0];
  for (const [i, one] of values.entries()) for (const other of values.slice(i + 1)) [different, all] = [different + (one === other ? 0 : 1), all + 1];
  return 1 - observed / (different / all);
}

beforeAll(async () => {
  [content, out] = [await copyOf(EDITION), await temporaryFolder()];
  expect(await sheet('Ann')).toMatchObject({ code: 0, stderr: '' });
  expect(await sheet('Ben')).toMatchObject({ code: 0, stderr: '' });
});

describe('coding:sheet', () => {
  test('names nobody, shuffles for each reader, and works from a file', async () => {
    const [ann, ben] = [await rowsOf('coding-ann.csv'), await rowsOf('coding-ben.csv')];
    expect(ann.length).toBeGreaterThan(20);
    expect(ann.map(({ key }) => key)).not.toEqual(ben.map(({ key }) => key));
    expect(ann.map(({ key }) => key).sort()).toEqual(ben.map(({ key }) => key).sort());
    expect(ann.flatMap(({ words }) => findLeaks(words, record.parties, record.speakers))).toEqual([]);
    const page = await fs.readFile(path.join(out, 'coding-ann.html'), 'utf8');
    for (const { id } of record.quotes) expect(page).not.toContain(id);
    expect(page).not.toMatch(/https?:\/\//u);
  });
});

describe('coding:read', () => {
  test('two sheets, one with a tenth changed, give alpha, disputes and new marks; a third reader settles them', async () => {
    const ann = (await rowsOf('coding-ann.csv')).map((row) => ({ ...row, stance: sayOf(row) }));
    const changed = (index: number) => index % 10 === 0;
    const ben = (await rowsOf('coding-ben.csv')).map((row, index) => ({ ...row, stance: changed(index) ? 'unclear' : String(STANCES.indexOf(sayOf(row)) + 1) }));
    const files = [await save('a.csv', ann), await save('b.csv', ben)];
    const { code, stdout, stderr } = await runTool('coding-read.ts', [...files, '--read', '2026-11-26', '--out', out], { content });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const pairs = ben.map((row, index) => [sayOf(row), changed(index) ? 'unclear' : sayOf(row)] as const);
    expect(stdout).toContain(`alpha: ${alphaByPairs(pairs).toFixed(3)}`);
    expect(stdout).toMatch(/^ {2}\S+\/\S+: \d+ read, \d+ alike, alpha/mu);
    const disputed = ben.filter((_, index) => changed(index));
    expect(stdout.match(/^Disputed: /gmu)).toHaveLength(disputed.length);
    expect((await rowsOf('coding-disputes.csv')).map(({ key }) => key).sort()).toEqual(disputed.map(({ key }) => key).sort());

    const marks = async () => new Map(joinRecord(await checkContent(content)).quotes.map(({ id, stance, coding }) => [keyOf(id), { stance, coding }]));
    const now = await marks();
    for (const [index, row] of ben.entries()) expect(now.get(row.key), row.key).toMatchObject({ stance: changed(index) ? 'unclear' : sayOf(row), coding: { people: { readers: 'Ann, Ben', read: '2026-11-26' } } });

    expect(await sheet('Cy', '--of', path.join(out, 'coding-disputes.csv'))).toMatchObject({ code: 0 });
    const third = await save(
      'c.csv',
      (await rowsOf('coding-cy.csv')).map((row) => ({ ...row, stance: sayOf(row) })),
    );
    expect((await runTool('coding-read.ts', [...files, '--third', third, '--read', '2026-11-26', '--out', out], { content })).stdout).not.toContain('Disputed');
    const settled = await marks();
    for (const row of disputed) expect(settled.get(row.key)).toMatchObject({ stance: sayOf(row), coding: { people: { third: sayOf(row), readers: 'Ann, Ben, Cy' } } });
  });

  // Klaus Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (2011), section A: two observers, ten units, 0.095.
  test('two sheets filled as in a published example give the published alpha', async () => {
    const [one, other] = ['0100000010', '1110010000'];
    const keys = (await rowsOf('coding-ann.csv')).slice(0, one!.length).map(({ key }) => key);
    const filled = async (name: string, answers: string) => (await rowsOf(name)).map((row) => ({ ...row, stance: { 0: 'opposes', 1: 'supports' }[answers[keys.indexOf(row.key)] ?? ''] ?? '' }));
    const files = [await save('k-ann.csv', await filled('coding-ann.csv', one!)), await save('k-ben.csv', await filled('coding-ben.csv', other!))];
    const { stdout } = await runTool('coding-read.ts', [...files, '--out', out], { content: await copyOf(content) });
    expect(stdout).toContain('10 quotes read by both, 6 alike. Krippendorff’s alpha: 0.095');
  });

  test.each<[string, (rows: Row[]) => Row[], RegExp]>([
    ['one reader twice', (rows) => rows.map((row) => ({ ...row, reader: 'Ann' })), /Two sheets are by Ann/u],
    ['a stance that is none', (rows) => rows.map((row) => ({ ...row, stance: '5' })), /row 2 has the stance “5”/u],
    ['words that are not of the record', (rows) => rows.map((row) => ({ ...row, stance: '1', words: 'Something else.' })), /no longer, in the record/u],
    ['a row twice', (rows) => [...rows, rows[0]!], /is there twice/u],
    ['an empty sheet', (rows) => rows, /no quote that both readers have read/u],
    ['no sheet', () => [], /does not name one reader/u],
  ])('%s changes nothing', async (_, spoil, says) => {
    const before = await hashesOf(content);
    const a = await save(
      'wrong-a.csv',
      (await rowsOf('coding-ann.csv')).map((row) => ({ ...row, stance: '1' })),
    );
    const { code, stderr } = await runTool('coding-read.ts', [a, await save('wrong-b.csv', spoil(await rowsOf('coding-ben.csv')))], { content });
    expect(stderr).toMatch(says);
    expect(code).toBe(1);
    expect(await hashesOf(content)).toEqual(before);
  });
});
