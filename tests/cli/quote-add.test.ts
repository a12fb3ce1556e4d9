import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/record/read.ts';
import { withQuoteInText } from '../../src/features/desk/position-text.ts';
import { suggestQuoteId } from '../../src/features/desk/quote-id.ts';
import type { QuoteEntry } from '../../src/record/schema/position.ts';
import { copyOf, runTool, smallContent, temporaryFolder } from '../support/small-content.ts';

const COMMON = ['--topic', 'bridge', '--dimension', 'build', '--role', 'Leader', '--capacity', 'party', '--date', '2025-03-01', '--source', 'daily-example-2025-03-01'];
let content: string;
let passage: string;
beforeAll(async () => {
  content = await smallContent();
  passage = path.join(await temporaryFolder(), 'passage.txt');
  await fs.writeFile(passage, 'The leader answered: “The ferry is good enough for everyone here. No bridge!” and sat down again.');
});

describe('quote:add', () => {
  test('adds the first quote of a party: proof, summary, ledger, and the silence ends', async () => {
    const copy = await copyOf(content);
    const { code, stdout, stderr } = await runTool(
      'quote-add.ts',
      [...COMMON, '--party', 'party-b', '--speaker', 'speaker-two', '--text', 'The ferry is good enough for everyone here.', '--summary', 'Prefers the ferry.', '--passage', passage, '--note', 'Said at noon.', '--checked', '2026-11-22'],
      { content: copy },
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Added two-build-2025-03-01 to content\/positions\/bridge\/build\/party-b\.mdx, proven word for word \(passage\); its stance is unclear/u);
    const entries = await checkContent(copy);
    const { data } = entries.positions.find(({ id }) => id === 'bridge/build/party-b')!;
    expect(data).toMatchObject({ summary: 'Prefers the ferry.', quotes: [{ id: 'two-build-2025-03-01', note: 'Said at noon.', text: 'The ferry is good enough for everyone here.' }] });
    expect(data.silence).toBeUndefined();
    expect(entries.published.map(({ id }) => id)).toContain('two-build-2025-03-01');
    expect(entries.sources.find(({ id }) => id === 'daily-example-2025-03-01')?.data.fingerprint?.runs).toHaveLength(3);
  });

  test('leaves every other character of the file, and of the source', async () => {
    const copy = await copyOf(content);
    const file = path.join(copy, 'positions/bridge/toll/party-b.mdx');
    const source = path.join(copy, 'sources/daily-example-2025-03-01.yaml');
    const before = (await fs.readFile(file, 'utf8')).replace('summary: Opposes a toll.', '# Reviewed in March.\nsummary:   "Opposes a toll."  # short\n') + '\nA note, *kept* as it is.  \n\n';
    await fs.writeFile(file, before);
    await fs.writeFile(source, `# Read on paper.\n${await fs.readFile(source, 'utf8')}`);
    const { code, stderr } = await runTool('quote-add.ts', [...COMMON, '--dimension', 'toll', '--party', 'party-b', '--speaker', 'speaker-two', '--text', 'No bridge!', '--passage', passage], { content: copy });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const after = await fs.readFile(file, 'utf8');
    const added = /( {2}- id: two-toll-2025-03-01-2\n(?: {4}.*\n)+)/u.exec(after)?.[1] ?? '';
    expect(added).toContain('    text: No bridge!\n    prefix: ');
    expect(after.replace(added, '')).toBe(before);
    expect(await fs.readFile(source, 'utf8')).toMatch(/^# Read on paper\.\n/u);
    await expect(checkContent(copy)).resolves.toMatchObject({ broken: [] });
  });

  test('tells the stance that two readers agreed on in codings.yaml', async () => {
    const copy = await copyOf(content);
    await fs.appendFile(path.join(copy, 'codings.yaml'), '- quote: two-build-2025-03-01\n  first: opposes\n  second: opposes\n  basis: words\n  why: [ferry is enough, ferry is enough]\n');
    const { code, stdout } = await runTool('quote-add.ts', [...COMMON, '--party', 'party-b', '--speaker', 'speaker-two', '--text', 'The ferry is good enough for everyone here.', '--summary', 'Prefers the ferry.', '--passage', passage], {
      content: copy,
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/its stance is opposes\.$/mu);
  });
});

describe('an id is suggested', () => {
  const entries = {
    positions: [],
    withdrawn: [{ id: 'two-build-2025-03-01', file: '', data: {} as never, body: '' }],
    published: [{ id: 'two-build-2025-03-01-2', file: '', data: '', body: '' }],
    speakers: ['speaker-two', 'lord-example-of-here', 'party-b-press-office'].map((id) => ({
      id,
      file: '',
      body: '',
      data: { name: id, party: 'party-b', kind: id.includes('press') ? ('party' as const) : ('person' as const), aliases: [] },
    })),
  };
  test.each([
    ['speaker-two', '2025-04', 'two-build-2025-04'],
    ['speaker-two', '2025-03-01', 'two-build-2025-03-01-3'],
    ['lord-example-of-here', '2025-03-01', 'example-build-2025-03-01'],
    ['party-b-press-office', '2025-03-01', 'party-b-build-2025-03-01'],
  ])('for %s on %s: %s, never one that was used', (speaker, date, id) => expect(suggestQuoteId(entries, { speaker, party: 'party-b', dimension: 'build', date })).toBe(id));
});

describe('a quote is added to the text of a file', () => {
  const quote = { id: 'new', text: 'new words' } as QuoteEntry;
  test.each([
    ['without indentation', '---\nquotes:\n- id: old\n---\nbody', '---\nquotes:\n- id: old\n- id: new\n  text: new words\n---\nbody'],
    ['with a comment after the last quote', '---\nquotes:\n    - id: old # fine\nsilent: []\n---\n', '---\nquotes:\n    - id: old # fine\n    - id: new\n      text: new words\nsilent: []\n---\n'],
    ['with a block of text last', '---\nquotes:\n  - id: old\n    text: |-\n      two\n      lines\n---\n', '---\nquotes:\n  - id: old\n    text: |-\n      two\n      lines\n  - id: new\n    text: new words\n---\n'],
    ['with an empty list', '---\nquotes: []\n---\n', '---\nquotes:\n  - id: new\n    text: new words\n---\n'],
    ['with Windows line ends', '---\r\nquotes:\r\n  - id: old\r\n---\r\n', '---\r\nquotes:\r\n  - id: old\r\n  - id: new\r\n    text: new words\r\n---\r\n'],
    ['with only a silence', '---\nsilence:\n  kind: searched\n# kept\nsilent: []\n---\n', '---\nquotes:\n  - id: new\n    text: new words\n# kept\nsilent: []\n---\n'],
  ])('%s', (_, before, after) => expect(withQuoteInText(before, quote, undefined)).toBe(after));

  test('with a first summary, and with another', () => {
    expect(withQuoteInText('---\nsilence: {}\n---\n', quote, 'Says so.')).toBe('---\nsummary: Says so.\nquotes:\n  - id: new\n    text: new words\n---\n');
    expect(withQuoteInText('---\nsummary: Old.\nquotes:\n  - id: old\n---\n', quote, 'New.')).toBe('---\nsummary: New.\nquotes:\n  - id: old\n  - id: new\n    text: new words\n---\n');
  });

  test.each(['no front matter', '---\n{quotes: []}\n---\n', '---\nquotes: [{id: old}]\n---\n'])('but not where it cannot be followed: %j', (text) => expect(withQuoteInText(text, quote, undefined)).toBeUndefined());
});
