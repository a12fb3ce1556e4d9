import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { runNode } from '../support/run-node.ts';
import { emptyContent, hashesOf, RECORD, recordFolder, runTool, smallContent, temporaryFolder } from '../support/small-content.ts';

const QUOTE = {
  topic: 'bridge',
  dimension: 'build',
  party: 'party-b',
  text: 'The ferry is good enough for everyone here',
  speaker: 'speaker-two',
  role: 'Leader',
  capacity: 'party',
  date: '2025-03-01',
  source: 'daily-example-2025-03-01',
  summary: 'Prefers the ferry.',
  passage: 'FILES/passage.txt',
};
const flags = (fields: Record<string, string | undefined>): string[] => Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
const quoteWith = (changes: Partial<Record<keyof typeof QUOTE | 'id' | 'stance' | 'checked', string | undefined>>): string[] => flags({ ...QUOTE, ...changes });
const SOURCE = { id: 'monthly-example', url: 'https://monthly.example/a', title: 'A month', publisher: 'Monthly Example', published: '2025-03', licence: 'quotation', kind: 'press' };
const sourceWith = (file: string, changes: Partial<Record<keyof typeof SOURCE | 'covers' | 'checked', string | undefined>> = {}): string[] => [file, ...flags({ ...SOURCE, ...changes })];

/** The tool, its arguments (FILES stands for a folder of odd files), and what its one message must name. */
const CASES: [what: string, tool: string, args: string[], says: RegExp][] = [
  ['an unknown option', 'content-check.ts', ['--fast'], /Unknown option '--fast'/u],
  ['an unknown option', 'proof.ts', ['--only=two'], /Unknown option '--only'/u],
  ['a stray word', 'content-check.ts', ['content'], /“content” belongs to no option/u],
  ['a stray word', 'publish.ts', ['all'], /“all” belongs to no option/u],
  ['a stray word', 'serve.ts', ['dist'], /“dist” belongs to no option/u],
  ['no sentence', 'check.ts', [], /Give the sentence/u],
  ['an empty sentence', 'check.ts', ['  '], /Give the sentence/u],
  ['a sentence and --json', 'check.ts', ['--json', 'We will'], /standard input/u],
  ['no file and no id', 'source-add.ts', [], /Name one text file/u],
  ['two files', 'source-add.ts', ['FILES/passage.txt', 'FILES/empty.txt', '--id', 'x'], /Name one text file/u],
  ['a file that is not there', 'source-add.ts', sourceWith('FILES/nowhere.txt'), /nowhere\.txt: there is no such file/u],
  ['a folder for a file', 'source-add.ts', sourceWith('FILES'), /cannot be read/u],
  ['a text that is not UTF-8', 'source-add.ts', sourceWith('FILES/latin1.txt'), /latin1\.txt: is not UTF-8/u],
  ['an empty text', 'source-add.ts', sourceWith('FILES/empty.txt'), /empty\.txt: is empty/u],
  ['a text of four words', 'source-add.ts', sourceWith('FILES/short.txt'), /short\.txt: cannot be fingerprinted: the text has fewer than 5 words/u],
  ['a huge text', 'source-add.ts', sourceWith('FILES/huge.txt'), /huge\.txt: has \d+ bytes; the limit/u],
  ['an id that leaves the folder', 'source-add.ts', sourceWith('FILES/passage.txt', { id: '../../escaped' }), /--id: .* is not an id/u],
  ['an option without its value', 'source-add.ts', ['FILES/passage.txt', '--id'], /--id <value>/u],
  ['a new source without a title', 'source-add.ts', sourceWith('FILES/passage.txt', { title: undefined }), /title: is missing/u],
  ['a day that is not', 'source-add.ts', sourceWith('FILES/passage.txt', { checked: '2025-02-30' }), /fingerprint\.checked: is not a real date/u],
  ['a text that refutes a quote', 'source-add.ts', ['FILES/passage.txt', '--id', 'weekly-example-2024-01-10'], /quotes\[1\]\.text: is not word for word/u],
  ['no options', 'quote-add.ts', [], /--topic, --dimension, --party.* are missing/u],
  ['no role', 'quote-add.ts', quoteWith({ role: undefined }), /^--role is missing/u],
  ['an empty text', 'quote-add.ts', quoteWith({ text: '' }), /--text is missing/u],
  ['words without an option', 'quote-add.ts', [...quoteWith({}), 'stray words'], /“stray words” belongs to no option/u],
  ['a topic that is not there', 'quote-add.ts', quoteWith({ topic: 'tunnel' }), /no file positions\/tunnel\/build\/party-b\.mdx/u],
  ['a path for a topic', 'quote-add.ts', quoteWith({ topic: '../bridge' }), /no file positions/u],
  ['a source that is not there', 'quote-add.ts', quoteWith({ source: 'nowhere' }), /quotes\[0\]\.source: points to nowhere/u],
  ['a typed stance', 'quote-add.ts', quoteWith({ stance: 'opposes' }), /Unknown option '--stance'/u],
  ['an id that is taken', 'quote-add.ts', quoteWith({ id: 'one-build-2025-03-01' }), /--id: one-build-2025-03-01 is taken/u],
  ['words that the passage does not hold', 'quote-add.ts', quoteWith({ text: 'The ferry is not good enough for everyone here' }), /not word for word in daily-example/u],
  ['HTML in the words', 'quote-add.ts', quoteWith({ text: 'The ferry is good enough for everyone here <script>' }), /quotes\[0\]\.text: holds HTML or a script|not word for word/u],
  ['a first quote without a summary', 'quote-add.ts', quoteWith({ summary: undefined }), /summary: is missing/u],
  ['a passage that is not there', 'quote-add.ts', quoteWith({ passage: 'FILES/nowhere.txt' }), /nowhere\.txt: there is no such file/u],
  ['no folder', 'import/index.ts', [], /Name the one folder/u],
  ['a folder that is not there', 'import/index.ts', ['FILES/nowhere'], /nowhere: there is no such folder/u],
  ['a day that is not', 'import/index.ts', ['FILES', '--checked', '2025-02-30'], /--checked: “2025-02-30” is not a real date/u],
];

let content: string;
let files: string;
beforeAll(async () => {
  content = await smallContent();
  files = await temporaryFolder();
  await Promise.all([
    fs.writeFile(path.join(files, 'passage.txt'), 'The leader answered: “The ferry is good enough for everyone here,” and sat down again.'),
    fs.writeFile(path.join(files, 'latin1.txt'), new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x61])),
    fs.writeFile(path.join(files, 'binary.txt'), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])),
    fs.writeFile(path.join(files, 'empty.txt'), ' \n'),
    fs.writeFile(path.join(files, 'short.txt'), 'only four words here'),
    fs.writeFile(path.join(files, 'huge.txt'), 'bridge '.repeat(1_000_000)),
  ]);
});

/** One message: what it says stands once, and nothing of the program shows. */
function expectOneMessage({ code, stderr }: { code: number | null; stderr: string }, says: RegExp): void {
  expect(stderr).toMatch(says);
  expect(code).toBe(1);
  expect(stderr.match(/To mend:|Usage:/gu)?.length ?? 0, stderr).toBeGreaterThanOrEqual(1);
  expect(stderr.match(/To mend:/gu)?.length ?? 0, stderr).toBeLessThanOrEqual(1);
  expect(stderr).not.toMatch(/^ {4}at |Something went wrong/mu);
}

describe('a malformed command line', () => {
  test.each(CASES)('%s: %s ends with one clear message and changes nothing', async (_, tool, args, says) => {
    const before = await hashesOf(content);
    const outcome = await runTool(
      tool,
      args.map((arg) => arg.replace(/^FILES/u, files)),
      { content },
    );
    expectOneMessage(outcome, says);
    expect(await hashesOf(content)).toEqual(before);
  });

  test('a content folder that is not there', async () => {
    const missing = path.join(files, 'no-content');
    expectOneMessage(await runTool('content-check.ts', [], { content: missing }), /there is no content folder/u);
    await expect(fs.access(missing)).rejects.toThrow(/ENOENT/u);
  });
});

const { scripts } = JSON.parse(await fs.readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
const COMMANDS = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file, ...own] = /((?:src|tests)\/\S+\.ts)(?: (\S+))?/u.exec(script) ?? [];
  return file === undefined ? [] : [[name, file, own.filter((word) => word !== undefined)] as const];
});

test.each(COMMANDS)('%s says how it is called, and refuses an option that it does not know', async (name, file, own) => {
  const refused = await runNode([file, ...own, '--nonsense'], { ...process.env, CONTENT_DIR: content });
  expectOneMessage(refused, /^Unknown option '--nonsense'/u);
  expect(refused.stderr).toMatch(new RegExp(`\\nUsage: npm run (?:-s |--silent )?${name}\\b.*\\n$`, 'u'));
});

test('--help prints the same on standard output', async () => {
  const helped = await runNode(['src/cli/check.ts', '--help'], { ...process.env, CONTENT_DIR: content });
  expect(helped).toEqual({ code: 0, stdout: expect.stringMatching(/^Usage: npm run (?:-s |--silent )?check\b.*\n$/u), stderr: '' });
});

describe('what a command prints', () => {
  test('reaches a slow pipe whole, also when it ends with 1', async () => {
    const broken = await emptyContent();
    await fs.mkdir(path.join(broken, 'sources'));
    await Promise.all(Array.from({ length: 800 }, (_, number) => fs.writeFile(path.join(broken, `sources/source-${number}.yaml`), 'title: A source\n')));
    const piped = `"${process.execPath}" src/cli/content-check.ts 2>&1 | (sleep 1; cat)`;
    const { stdout } = await promisify(execFile)('sh', ['-c', piped], { env: { ...process.env, CONTENT_DIR: broken }, maxBuffer: 2 ** 24 });
    expect(stdout.length).toBeGreaterThan(100_000);
    expect(stdout).toMatch(/source-99\.yaml: url: is missing/u);
    expect(stdout).toMatch(/\n$/u);
  });

  test('may be cut off by who reads it', async () => {
    const piped = `yes 'The ferry is good enough.' | head -20000 | "${process.execPath}" src/cli/check.ts --json | head -1`;
    const { stderr } = await promisify(execFile)('sh', ['-c', piped], { env: { ...process.env, CONTENT_DIR: content } });
    expect(stderr).toBe('');
  });
});

const [first, ...others] = RECORD.quotes;
test.each([
  ['a missing file', { quotes: null }, /quotes\.json: is missing/u],
  ['broken JSON', { topics: '[{' }, /topics\.json: is not JSON/u],
  ['a file that is not UTF-8', { stances: new Uint8Array([0x5b, 0x22, 0xe9, 0x22, 0x5d]) }, /stances\.json: is not JSON in UTF-8/u],
  ['an object for a list', { quotes: {} }, /quotes\.json: is a group of fields, not a list/u],
  ['a quote without its words', { quotes: [{ ...first, text: undefined }, ...others] }, /quotes\.json: \[0\]\.text: is missing/u],
  ['a stance that its readings do not give', { stances: [{ ...RECORD.stances[1], stance: 'opposes' }] }, /stances\.json: \[0\]\.stance: is not what both readings say/u],
  ['a day that is not', { quotes: [{ ...first, date: '2025-02-30' }, ...others] }, /quotes\.json: \[0\]\.date: is not a real date/u],
  ['a quote of a topic that is not there', { quotes: [{ ...first, topic: 'tunnel' }, ...others] }, /quotes\.json: one-build-2025-03-01: belongs to tunnel\/build/u],
  ['a quote of a party that is not there', { quotes: [{ ...first, party: 'party-c' }, ...others] }, /one-build-2025-03-01\.party: is party-c/u],
  ['a quote that its passage refutes', { quotes: [{ ...first, text: 'We will not build the bridge because the ferry is slow.' }, ...others] }, /quotes\[0\]\.text: is not word for word/u],
  ['a cell with neither quote nor gap', { gaps: RECORD.gaps.slice(0, 1) }, /toll\/party-a\.mdx: silence: is missing/u],
])('a malformed record folder writes nothing: %s', async (_, changes, says) => {
  const empty = await emptyContent();
  const before = await hashesOf(empty);
  const { code, stderr } = await runTool('import/index.ts', [await recordFolder(changes)], { content: empty });
  expect(stderr).toMatch(says);
  expect(code).toBe(1);
  expect(stderr).toMatch(/To mend: \S/u);
  expect(stderr).not.toMatch(/^ {4}at |Something went wrong/mu);
  expect(await hashesOf(empty)).toEqual(before);
});
