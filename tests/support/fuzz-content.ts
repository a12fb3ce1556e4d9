import fs from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { inspectContent } from '../../src/record/read.ts';
import { ContentError } from '../../src/record/schema/problem.ts';

/** A content folder in memory: each file's text by its path. */
type Files = ReadonlyMap<string, string>;

/** One change of a content folder; its numbers are taken modulo what there is to choose from. */
interface Mutation {
  kind: keyof typeof KINDS;
  file: number;
  line: number;
  value: string;
}

/** What came of some mutations. */
export interface Fuzzed {
  /** How many the check let pass; each stays, and the next is made on top of it. */
  passed: number;
  refused: number;
}

/** What people, editors and programs leave in files. */
const VALUES = [
  ...['', '~', 'null', '0', '-1', '1e999', 'true', '[]', '{}', '- a', '"', "'", '|', '>', '&a a', '*a', '!!js/function x', '? a', '---', '...', '#2e7d32', '"#ffffff"', '"#123456"', '%', '@', '`', '\t', '\r'],
  ...['2031-01-01', '0001-01-01', '2025-02-30', '2025', '2025-13', '1900', '99999', '2025-03'],
  ...['5-star', '5', 'who-said-it', 'corrections', 'latest', 'quotes', 'index', 'new', '404', 'constructor', '__proto__', 'toString', 'Party-A', 'party-a', 'a b', '../up', 'x'.repeat(130), 'a--b', 'é'],
  ...['W'.repeat(16), 'W'.repeat(40), 'W'.repeat(60), 'W '.repeat(30).trim(), 'i'.repeat(200), 'word '.repeat(700).trim(), '“”‘’…[…]', '[…]', '[never closed', 'closed]', '[a] […] [b]', '. . .', '!?', '½ 10² ﬁ', '£3.50 & 5%'],
  ...['עברית', 'العربية', '日本語', 'ŵ', '👩‍👩‍👧‍👦', 'e\u0301', '\u00ad', '\u202e', '\u200b', '\ufeff', '\u0000', '\ud800', 'İ', 'ß'],
  ...['<b>', '</script>', '<!--', '<Foo />', '{x}', '${x}', '{{x}}', '\\', '\\n', '&amp;', '&#x41;', '"a\\nb"', '%E0%A4%A', 'javascript:alert(1)', 'https://a.example/%E0%A4%A', 'https://xn--a.example/', 'http://a.example/?q="\'<>'],
];
const BODIES = [
  '# One',
  '## One {#one}',
  '## {#one}',
  '<Foo />',
  '<b>a</b>',
  '<b',
  '{',
  'import a from "b"',
  'a\n===',
  '- - - - -',
  '> > > a',
  '[a]: javascript:b',
  '[a](/about/)',
  '![a](b)',
  '![a](%E0)',
  '<<<<<<< HEAD',
  '|a|\n|-|',
  '[^a]\n\n[^a]: b',
  '\\{a\\}',
  '`{a}`',
  '<https://a.example/>',
  '***',
  '    code',
  '1) a',
  '<sub>2</sub>',
  '<details><summary>a</summary>b</details>',
  '~~a~~',
  'www.a.example',
  '&colon;',
  'a  \nb',
];

const at = <One>(list: readonly One[], index: number): One => list[index % list.length]!;
const lines = (text: string, change: (all: string[], index: number) => string[], index: number) => change(text.split('\n'), index % text.split('\n').length).join('\n');
const without = (files: Files, file: string) => new Map([...files].filter(([name]) => name !== file));
const rename = (file: string, name: string) => path.posix.join(path.posix.dirname(file), `${name.replaceAll(/[\0/]/gu, '').slice(0, 100)}${path.posix.extname(file)}`);

/** What a mutation makes of the files. */
const KINDS = {
  value: (files: Files, file: string, { line, value }: Mutation) => lineChanged(files, file, line, /^(\s*(?:- )?\w+:).*/u, ` ${value}`),
  quoted: (files: Files, file: string, { line, value }: Mutation) => lineChanged(files, file, line, /^(\s*(?:- )?\w+:).*/u, ` ${JSON.stringify(value)}`),
  item: (files: Files, file: string, { line, value }: Mutation) => lineChanged(files, file, line, /^(\s*- ).*/u, value),
  insert: (files: Files, file: string, { line, value }: Mutation) => edited(files, file, (text) => lines(text, (all, index) => all.toSpliced(index, 0, value), line)),
  remove: (files: Files, file: string, { line }: Mutation) => edited(files, file, (text) => lines(text, (all, index) => all.toSpliced(index, 1), line)),
  double: (files: Files, file: string, { line }: Mutation) => edited(files, file, (text) => lines(text, (all, index) => all.toSpliced(index, 0, all[index]!), line)),
  indent: (files: Files, file: string, { line }: Mutation) => edited(files, file, (text) => lines(text, (all, index) => all.with(index, ` ${all[index]}`), line)),
  letter: (files: Files, file: string, { line, value }: Mutation) => edited(files, file, (text) => text.slice(0, line % (text.length + 1)) + value + text.slice((line % (text.length + 1)) + 1)),
  cut: (files: Files, file: string, { line }: Mutation) => edited(files, file, (text) => text.slice(0, line % (text.length + 1))),
  body: (files: Files, file: string, { line }: Mutation) => edited(files, file, (text) => `${text}\n${at(BODIES, line)}\n`),
  drop: (files: Files, file: string) => without(files, file),
  copy: (files: Files, file: string, { value }: Mutation) => new Map([...files, [rename(file, value), files.get(file)!]]),
  move: (files: Files, file: string, { value }: Mutation) => new Map([...without(files, file), [rename(file, value), files.get(file)!]]),
  swap: (files: Files, file: string, { line }: Mutation) => new Map([...files, [file, at([...files.values()], line)]]),
  // An id or a word, wherever it stands: such a change is consistent, and so often passes.
  everywhere(files: Files, file: string, { line, value }: Mutation) {
    const word = at(files.get(file)!.match(/[a-z][a-z-]{2,}/giu) ?? [file], line);
    return new Map([...files].map(([name, text]) => [name.replaceAll(word, value.replaceAll(/[\0/]/gu, '').slice(0, 100) || 'x'), text.replaceAll(word, value)]));
  },
};

/** A line of which only what the pattern keeps stays, with something else after it. */
function lineChanged(files: Files, file: string, line: number, pattern: RegExp, after: string): Files {
  const change = (text: string) => text.replace(pattern, (_, kept: string) => kept + after);
  return edited(files, file, (text) => lines(text, (all, index) => all.with(index, change(all[index]!)), line));
}

function edited(files: Files, file: string, change: (text: string) => string): Files {
  return new Map([...files, [file, change(files.get(file)!)]]);
}

/** So many mutations; one seed always gives the same. */
export function mutations(count: number, seed: number): Mutation[] {
  const value = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...VALUES) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) });
  return fc.sample(fc.record({ kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])), file: fc.nat(), line: fc.nat(), value }), { numRuns: count, seed });
}

/**
 * Makes one mutation after another in a content folder, and looks at each with the content check.
 * @param folder content that is right; it is right afterwards too, for what the check refuses is taken back
 * @throws Error that names the mutation at which the check threw anything but what an editor can mend
 */
export async function fuzzContent(folder: string, made: readonly Mutation[]): Promise<Fuzzed> {
  let files = await readFiles(folder);
  const result = { passed: 0, refused: 0 };
  for (const [index, mutation] of made.entries()) {
    const after: Files = KINDS[mutation.kind](files, at([...files.keys()], mutation.file), mutation);
    const folders = new Set([...after.keys()].map((file) => path.posix.dirname(file)));
    if ([...after.keys()].some((file) => folders.has(file))) continue;
    await bring(folder, files, after);
    const right = await inspectContent(folder).then(
      ({ problems }) => problems.length === 0,
      (error: unknown) => {
        if (error instanceof ContentError) return false;
        throw new Error(`mutation ${index}, ${JSON.stringify(mutation)}, in ${folder}`, { cause: error });
      },
    );
    if (!right) await bring(folder, after, files);
    else if (totalOf(after) < 200_000) files = after;
    else await bring(folder, after, files);
    result[right ? 'passed' : 'refused'] += 1;
  }
  return result;
}

function totalOf(files: Files): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

async function readFiles(folder: string): Promise<Files> {
  const found = (await fs.readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return new Map(await Promise.all(found.sort().map(async (file) => [file, await fs.readFile(path.join(folder, file), 'utf8')] as const)));
}

/** Writes what differs. */
async function bring(folder: string, from: Files, to: Files): Promise<void> {
  for (const file of from.keys()) if (!to.has(file)) await fs.rm(path.join(folder, file));
  for (const [file, text] of to) {
    if (from.get(file) === text) continue;
    await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await fs.writeFile(path.join(folder, file), text);
  }
}
