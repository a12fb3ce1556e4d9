import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { joinRecord } from '../../src/record/join.ts';
import { checkContent, readContent } from '../../src/record/read.ts';
import { emptyContent, hashesOf, RECORD, recordFolder, runTool, smallContent, writeTagline } from '../support/small-content.ts';

const importInto = async (content: string, changes: Parameters<typeof recordFolder>[0] = {}, args: string[] = []) => runTool('import/index.ts', [await recordFolder(changes), ...args], { content });

describe('importing a record', () => {
  test('gives entries that are right, each quote with its proof and its stance', async () => {
    const content = await emptyContent();
    const { code, stdout } = await importInto(content);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Added 9, changed 0, left 0 files as they were; 3 new quotes\./u);
    expect(stdout).toMatch(/^ {2}topics\/bridge\.mdx: tagline: is missing\./mu);
    await writeTagline(content, 'bridge');
    const entries = await checkContent(content);
    expect(
      joinRecord(entries)
        .quotes.map(({ id, stance }) => `${id} ${stance}`)
        .sort(),
    ).toEqual(['one-build-2024-01-10 unclear', 'one-build-2025-03-01 supports', 'two-toll-2025-03-01 opposes']);
    expect(entries.positions.find(({ id }) => id === 'bridge/toll/party-a')?.data.silence).toMatchObject({ kind: 'approached', by: 'Daily Example' });
    expect(entries.published).toHaveLength(3);
    expect(JSON.stringify(entries.sources)).not.toMatch(/ferry/u);
    expect((await runTool('proof.ts', [], { content })).stdout).toBe('3 quotations: 0 proven in the whole text, 3 proven in their passage, 0 unchecked, 0 refuted.\n');
  });

  test('a second time changes nothing, whatever an editor has added', async () => {
    const content = await smallContent();
    const topic = path.join(content, 'topics/bridge.mdx');
    await fs.writeFile(topic, (await fs.readFile(topic, 'utf8')).replace(/^summary:/mu, 'group: Country\nkeywords:\n  - crossing\nsummary:'));
    const before = await hashesOf(content);
    const { code, stdout } = await importInto(content, {}, ['--checked', '2027-01-01']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Added 0, changed 0, left 9 files/u);
    expect(await hashesOf(content)).toEqual(before);
  });

  test('leaves an editor’s summary, note, order and background', async () => {
    const content = await smallContent();
    const position = path.join(content, 'positions/bridge/build/party-a.mdx');
    const topic = path.join(content, 'topics/bridge.mdx');
    const edited =
      (await fs.readFile(position, 'utf8')).replace('Would build the bridge.', 'Would build it; would once have waited.').replace('    source: daily-example-2025-03-01\n', '    source: daily-example-2025-03-01\n    note: Said at noon.\n') +
      '\nA word on the ferry.\n';
    await fs.writeFile(position, edited);
    await fs.appendFile(topic, '\nA bridge carries a road.\n');
    const newQuote = { ...RECORD.quotes[0]!, id: 'one-build-2025-03-01-2', text: 'The ferry is slow and the bridge is fast.' };
    const contexts = { ...RECORD.contexts, [newQuote.id]: 'Then: “The ferry is slow and the bridge is fast.” And so on.' };
    const stances = [...RECORD.stances, { ...RECORD.stances[0]!, id: newQuote.id }];
    const { code, stdout, stderr } = await importInto(content, { quotes: [newQuote, ...RECORD.quotes], contexts, stances });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Added 0, changed 2, left 7 files as they were; 1 new quotes\./u);
    const { entries } = await readContent(content);
    const { data, body } = entries.positions.find(({ id }) => id === 'bridge/build/party-a')!;
    expect(data.summary).toBe('Would build it; would once have waited.');
    expect(data.quotes.map(({ id, note }) => [id, note])).toEqual([
      ['one-build-2025-03-01', 'Said at noon.'],
      ['one-build-2024-01-10', undefined],
      ['one-build-2025-03-01-2', undefined],
    ]);
    expect(body).toContain('A word on the ferry.');
    expect(entries.topics[0]?.body).toContain('A bridge carries a road.');
  });

  test('of one more topic leaves the others alone', async () => {
    const content = await smallContent();
    const before = await fs.readFile(path.join(content, 'topics/bridge.mdx'), 'utf8');
    const gaps = ['party-a', 'party-b'].map((party) => ({ topic: 'pier', dimension: 'mend', party }));
    const { code, stdout } = await importInto(
      content,
      {
        topics: [{ id: 'pier', title: 'The pier', summary: 'Whether to mend the pier.', dimensions: [{ id: 'mend', title: 'Mend it', question: 'Should it be mended?' }] }],
        quotes: [],
        stances: [],
        sources: [],
        speakers: [],
        gaps,
        contexts: {},
      },
      ['--as-of', '2025-04'],
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Added 3, changed 0, left 0 files/u);
    await writeTagline(content, 'pier');
    expect(await fs.readFile(path.join(content, 'topics/bridge.mdx'), 'utf8')).toBe(before);
    await expect(checkContent(content)).resolves.toMatchObject({ broken: [] });
  });

  test('that drops a dimension or a quote keeps both', async () => {
    const content = await smallContent();
    const before = await hashesOf(content);
    const { code } = await importInto(content, { topics: RECORD.topics.map((topic) => ({ ...topic, dimensions: topic.dimensions.slice(0, 1) })), quotes: RECORD.quotes.slice(0, 1), gaps: RECORD.gaps.slice(0, 1) });
    expect(code).toBe(0);
    expect(await hashesOf(content)).toEqual(before);
  });

  test('that changes published words is refused until there is a correction', async () => {
    const content = await smallContent();
    const changed = { quotes: RECORD.quotes.map((quote) => (quote.id === 'one-build-2024-01-10' ? { ...quote, text: 'the bridge can wait for a year and no longer' } : quote)) };
    const refused = await importInto(content, changed);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/quotes\[1\]\.text: has changed since it was published, without a correction/u);
    await fs.mkdir(path.join(content, 'corrections'));
    await fs.writeFile(
      path.join(content, 'corrections/2025-04-01-wait.yaml'),
      'date: 2025-04-01\nquote: one-build-2024-01-10\nwas: the bridge can wait for a year\nnow: the bridge can wait for a year and no longer\nwhy: The end of the sentence was left out.\n',
    );
    expect((await importInto(content, changed)).code).toBe(0);
  });

  test('keeps what an editor wrote beside the fields, and says which questions are worded anew', async () => {
    const content = await smallContent();
    const topic = path.join(content, 'topics/bridge.mdx');
    await fs.writeFile(topic, (await fs.readFile(topic, 'utf8')).replace('dimensions:\n', '# Ask the council about the toll.\ndimensions:\n'));
    const dimensions = RECORD.topics[0]!.dimensions.map((one) => (one.id === 'toll' ? { ...one, question: 'Should every driver pay a toll?' } : one));
    const { code, stdout } = await importInto(content, { topics: [{ ...RECORD.topics[0]!, dimensions }] });
    expect(code).toBe(0);
    expect(await fs.readFile(topic, 'utf8')).toContain('# Ask the council about the toll.\n');
    expect(stdout).toContain('topics/bridge.mdx: toll: the question was “Should drivers pay a toll?” and is “Should every driver pay a toll?”');
  });

  test('names rows that name no quote, and cuts no title', async () => {
    const content = await emptyContent();
    const long = { id: 'wait', title: 'Whether the bridge can wait a while', question: 'Can it wait?' };
    const gaps = [...RECORD.gaps, ...['party-a', 'party-b'].map((party) => ({ topic: 'bridge', dimension: 'wait', party, searched: 1 }))];
    const { stdout } = await importInto(content, { topics: [{ ...RECORD.topics[0]!, dimensions: [...RECORD.topics[0]!.dimensions, long] }], gaps, stances: [...RECORD.stances, { ...RECORD.stances[0]!, id: 'nobody-said-this' }] });
    expect(stdout).toContain('stances.json: nobody-said-this is no quote of quotes.json; the row was left out.');
    expect(stdout).toMatch(/topics\/bridge\.mdx: dimensions\[2\]\.shortTitle: is missing/u);
    expect(await fs.readFile(path.join(content, 'topics/bridge.mdx'), 'utf8')).not.toContain('Whether the bridge can wai\n');
  });

  test('takes a politician who changed party with the party of each date, and refuses a quote of another', async () => {
    const changed = (date: string) => ({
      speakers: RECORD.speakers.map((one) =>
        one.id === 'speaker-one'
          ? {
              ...one,
              party: 'party-b',
              parties: [
                { party: 'party-a', until: '2025-06' },
                { party: 'party-b', from: '2025-06' },
              ],
            }
          : one,
      ),
      quotes: RECORD.quotes.map((quote) => (quote.id === 'one-build-2025-03-01' ? { ...quote, date } : quote)),
      sources: RECORD.sources.map((source) => ({ ...source, published: date })),
    });
    const content = await emptyContent();
    expect((await importInto(content, changed('2025-03-01'))).code).toBe(0);
    await writeTagline(content, 'bridge');
    const { speakers, quotes } = joinRecord(await checkContent(content));
    expect(speakers.find(({ id }) => id === 'speaker-one')).toMatchObject({ party: { id: 'party-b' }, parties: [{ party: { id: 'party-a' } }, { party: { id: 'party-b' } }] });
    expect(quotes.find(({ id }) => id === 'one-build-2025-03-01')?.party.id).toBe('party-a');
    const refused = await importInto(await emptyContent(), changed('2025-09-01'));
    expect(refused.stderr).toMatch(/speaker: is speaker-one, who on 2025-09-01 belongs to party-b, not to party-a/u);
  });
});
