import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DeskAnswers, deskChange, deskFiles, deskProof, differences } from '../../../src/features/desk/desk.ts';
import { checkContent } from '../../../src/record/read.ts';
import type { Entries } from '../../../src/record/schema/entries.ts';
import { copyOf, smallContent } from '../../support/small-content.ts';

const WORDS = 'The ferry is good enough for everyone here.';
const TEXT = `The leader answered: “${WORDS} No bridge!” and sat down again.`;
const ANSWERS: DeskAnswers = {
  quote: { topic: 'bridge', dimension: 'build', party: 'party-b', text: WORDS, role: 'Leader', capacity: 'party', date: '2025-03-02', summary: 'Prefers the ferry.' },
  facts: { title: 'The ferry', publisher: 'Daily Example', url: 'https://daily.example/ferry', published: '2025-03-02', licence: 'quotation', kind: 'press' },
  text: TEXT,
  covers: 'whole',
  name: 'Dr Ann Other',
  today: '2026-11-22',
};

let content: string;
let entries: Entries;
beforeAll(async () => {
  content = await smallContent();
  entries = await checkContent(content);
});

describe('the proof as words are pasted', () => {
  const proofOf = (words: string, text = TEXT, more: Partial<DeskAnswers> = {}) => deskProof(entries, { ...ANSWERS, ...more, quote: { ...ANSWERS.quote, ...more.quote, text: words }, text });

  test('of a new source: word for word, not word for word, or nothing to hold them against', () => {
    expect(proofOf(WORDS)).toMatchObject({ verdict: 'proven', covers: 'whole' });
    expect(proofOf(WORDS, TEXT, { covers: 'passage' })).toMatchObject({ verdict: 'proven', covers: 'passage' });
    expect(proofOf('The ferry is not good enough for everyone here.')).toMatchObject({ verdict: 'refuted', why: expect.stringContaining('the ferry is not good') });
    expect(proofOf(WORDS, '').verdict).toBe('unchecked');
  });

  test('of a source in the record: by its fingerprint, and by a passage that is pasted', () => {
    const quote = { source: 'daily-example-2025-03-01' };
    expect(proofOf('We will build the bridge because the ferry is slow.', '', { quote }).verdict).toBe('proven');
    expect(proofOf(WORDS, '', { quote }).verdict).toBe('refuted');
    expect(proofOf(WORDS, TEXT, { quote })).toMatchObject({ verdict: 'proven', covers: 'passage' });
  });
});

describe('where words differ', () => {
  const marked = (words: string) =>
    differences(words, `${'A long opening, which has nothing to do with it. '.repeat(9)}${TEXT}`)
      ?.map(({ value, added, removed }) => (added ? `[+${value.trim()}]` : removed ? `[-${value.trim()}]` : value.trim()))
      .join(' ');

  test.each([
    ['a word of another form', 'The ferries is good enough for everyone here.', 'The [-ferries] [+ferry] is good enough for everyone here.'],
    ['a word left out', 'The ferry is enough for everyone here.', 'The ferry is [+good] enough for everyone here.'],
    ['a word too many', 'The ferry is quite good enough for everyone here.', 'The ferry is [-quite] good enough for everyone here.'],
    ['words of something else', 'Nobody can say what the weather of tomorrow brings to us.', undefined],
  ])('%s', (_, words, shown) => expect(marked(words)).toBe(shown));
});

describe('what is written', () => {
  async function written(answers: DeskAnswers): Promise<{ copy: string; files: string[] }> {
    const copy = await copyOf(content);
    const textOf = (file: string) => fs.readFile(path.join(copy, file), 'utf8').catch(() => undefined);
    const files = await deskFiles(deskChange(entries, answers), answers.today, textOf);
    for (const { file, text } of files) await fs.writeFile(path.join(copy, file), text);
    return { copy, files: files.map(({ file }) => file) };
  }

  test('a quote with a new source and a new speaker is right content, and no line of the ledger that came since is lost', async () => {
    const stale = { ...entries, published: [] };
    const copy = await copyOf(content);
    const files = await deskFiles(deskChange(stale, ANSWERS), ANSWERS.today, (file) => fs.readFile(path.join(copy, file), 'utf8').catch(() => undefined));
    for (const { file, text } of files) await fs.writeFile(path.join(copy, file), text);
    expect(files.map(({ file }) => file)).toEqual(['speakers/ann-other.yaml', 'sources/daily-example-2025-03-02-the-ferry.yaml', 'positions/bridge/build/party-b.mdx', 'published.yaml']);
    const { positions, published, sources } = await checkContent(copy);
    expect(positions.find(({ id }) => id === 'bridge/build/party-b')?.data.quotes).toMatchObject([{ id: 'other-build-2025-03-02', text: WORDS, speaker: 'ann-other', source: 'daily-example-2025-03-02-the-ferry' }]);
    expect(published).toHaveLength(entries.published.length + 1);
    expect(JSON.stringify(sources)).not.toContain('good enough');
  });

  test('a passage of a source in the record is added to its fingerprint', async () => {
    const { copy, files } = await written({ ...ANSWERS, quote: { ...ANSWERS.quote, source: 'daily-example-2025-03-01', speaker: 'speaker-two', date: '2025-03-01' } });
    expect(files).toEqual(['sources/daily-example-2025-03-01.yaml', 'positions/bridge/build/party-b.mdx', 'published.yaml']);
    expect((await checkContent(copy)).positions.find(({ id }) => id === 'bridge/build/party-b')?.data.quotes).toHaveLength(1);
  });

  test.each<[string, Partial<DeskAnswers>, RegExp]>([
    ['words that the source does not hold', { text: TEXT.replace('good', 'fine') }, /is not word for word/u],
    ['a source without a title', { facts: { url: 'https://daily.example/ferry' } }, /its title, publisher and day are needed/u],
    ['an address that is none', { facts: { ...ANSWERS.facts, url: 'daily.example' } }, /url: is not an http\(s\) address/u],
    ['a text without words', { text: 'Too short.' }, /cannot be fingerprinted/u],
    ['a speaker of that name', { name: 'Speaker One' }, /is in the record already/u],
    ['words said after the source was published', { quote: { ...ANSWERS.quote, date: '2025-03-05' } }, /2025-03-05/u],
  ])('%s is refused', (_, more, says) => expect(() => deskChange(entries, { ...ANSWERS, ...more })).toThrow(says));
});
