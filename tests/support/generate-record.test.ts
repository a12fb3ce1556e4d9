import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/record/read.ts';
import { contentFiles, type GenerateOptions, generateContent } from './generate-record.ts';
import { temporaryFolder } from './small-content.ts';

/** The entries of a generated record; `checkContent` throws when one is not right. */
async function entriesOf(options: GenerateOptions) {
  const folder = await temporaryFolder();
  await generateContent(folder, options);
  return checkContent(folder);
}

describe('a generated record', () => {
  test('passes content:check and has the numbers asked for', async () => {
    const entries = await entriesOf({ quotes: 300, seed: 'test' });
    expect(entries.topics.length).toBe(8);
    expect(entries.topics.flatMap(({ data }) => data.dimensions).length).toBe(30);
    expect(entries.positions.flatMap(({ data }) => data.quotes).length).toBe(300);
  });

  test.each([2, 4, 8])('with %d parties, one of them with a name of 40 letters, passes too', async (parties) => {
    const entries = await entriesOf({ quotes: 80, parties, longName: true, topics: 3, seed: 'test' });
    const names = entries.parties.map(({ data }) => data.name);
    expect(new Set(names).size).toBe(parties);
    expect(names.filter((name) => name.length === 40).length).toBe(1);
    expect(entries.topics.length).toBe(3);
    for (const { id } of entries.parties) expect(entries.positions.filter((position) => position.id.endsWith(`/${id}`)).length).toBe(80 / 2 / parties);
  });

  test('depends on its options alone', () => {
    expect(contentFiles({ quotes: 100, seed: 'a' })).toEqual(contentFiles({ quotes: 100, seed: 'a' }));
    expect(contentFiles({ quotes: 100, seed: 'a' })).not.toEqual(contentFiles({ quotes: 100, seed: 'b' }));
  });

  test('says a stance in the codings alone where that is asked for', () => {
    const quotes = (typedStances: boolean) => contentFiles({ quotes: 100, seed: 'a', typedStances }).filter(({ file, text }) => file.startsWith('positions/') && text.includes('stance: '));
    expect(quotes(true).length).toBe(50);
    expect(quotes(false)).toEqual([]);
  });

  test.each([
    ['quotes that do not come out even', { quotes: 95 }],
    ['no quotes', { quotes: 0 }],
    ['half a quote', { quotes: 100.5 }],
    ['one party', { quotes: 100, parties: 1 }],
    ['more parties than have a name', { quotes: 180, parties: 9 }],
    ['more topics than questions', { quotes: 100, topics: 11 }],
    ['no topics', { quotes: 100, topics: 0 }],
  ])('%s are refused', (_, options) => expect(() => contentFiles({ ...options, seed: 'a' })).toThrow(RangeError));
});
