import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Proposal } from '../../src/cli/propose/proposals.ts';
import { checkContent } from '../../src/record/read.ts';
import { DEBATE } from '../support/debate.ts';
import { drawn, pdf } from '../support/make-pdf.ts';
import { copyOf, hashesOf, runTool, smallContent, temporaryFolder } from '../support/small-content.ts';
import { inTerminal, KEYS, type Step } from '../support/terminal.ts';

const { enter, down } = KEYS;
const ARTICLE = `<!doctype html><html><head><title>x</title><meta charset="utf-8"><meta property="og:site_name" content="Daily Example"><meta property="og:title" content="A toll on the bridge">
<link rel="canonical" href="https://daily.example/toll"><meta property="article:published_time" content="2026-09-02T09:00:00Z"><script>alert('no words of the article')</script></head><body><nav><a href="/">Home</a> <a href="/a">Another page of this paper</a></nav>
<article><h1>A toll on the bridge</h1><p>The parties argued about a toll on the bridge for the whole of the day, and will go on tomorrow in the town hall of North Bank.</p>
<p>Party B leader Speaker Two said: “No driver should pay a toll on the bridge, whatever it costs the rest of us.” Others left the hall before the end of the evening.</p>
<p>Gil Grey, an engineer, said: “Every driver should pay a toll on the bridge, or else it will never be built at all.” He has built three bridges, and a toll was paid on each of them.</p></article></body></html>`;

let content: string;
let files: string;
beforeAll(async () => {
  [content, files] = [await smallContent(), await temporaryFolder()];
  for (const letter of ['a', 'b']) await fs.appendFile(path.join(content, `parties/party-${letter}.yaml`), `hansard:\n  - Pt${letter.toUpperCase()}\n`);
  const topic = path.join(content, 'topics/bridge.mdx');
  await fs.writeFile(topic, (await fs.readFile(topic, 'utf8')).replace(/^( *)(question: Should the bridge be built\?)$/mu, '$1$2\n$1keywords:\n$1  - be built'));
  await fs.writeFile(path.join(files, 'debate.json'), JSON.stringify(DEBATE));
  await fs.writeFile(path.join(files, 'article.html'), ARTICLE);
});

async function proposed(file: string, folder = content): Promise<Proposal[]> {
  const { code, stdout, stderr } = await runTool('propose.ts', [file, '--json'], { content: folder });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Proposal);
}

describe('propose --json', () => {
  test('a debate gives whole sentences with who said them, as what, when and where, and writes nothing', async () => {
    const before = await hashesOf(content);
    const proposals = await proposed(path.join(files, 'debate.json'));
    const of = (start: string) => proposals.find(({ text }) => text.startsWith(start));
    expect(of('The bridge should be built at once')).toMatchObject({
      text: 'The bridge should be built at once, and my right hon. Friend knows that well.',
      speaker: 'Dr Ann Able',
      party: 'party-a',
      role: 'MP for North Bank',
      date: '2026-09-01',
      topic: 'bridge',
      dimension: 'build',
      column: '77',
    });
    expect(of('The ferry is good enough')).toMatchObject({
      text: 'The ferry is good enough for everyone here & the bridge should never be built by any Government.',
      party: 'party-b',
      role: 'Shadow Rivers Secretary, MP for South Bank',
      column: '78',
    });
    expect(of('Drivers should not')).toMatchObject({ speaker: 'Cat Cole', topic: 'bridge', dimension: 'toll', column: '79' });
    expect(of('The bridge will be looked at')).toMatchObject({ speaker: 'Bea Baker', party: null, role: 'Secretary of State for Rivers' });
    expect(Object.keys(proposals[0]!)).toEqual(['text', 'speaker', 'party', 'role', 'date', 'topic', 'dimension', 'score', 'why', 'passage', 'column']);
    for (const { why, score, passage, text } of proposals) {
      expect(why).toMatch(/keyword|word of|the source speaks/u);
      expect(score).toBeGreaterThan(0);
      expect(passage).toContain(text);
    }
    expect(await hashesOf(content)).toEqual(before);
  });

  test('nobody of the Chair, of another party, of no known name, and no question as it was handed in', async () => {
    const proposals = await proposed(path.join(files, 'debate.json'));
    expect(new Set(proposals.map(({ speaker }) => speaker))).toEqual(new Set(['Dr Ann Able', 'Bea Baker', 'Cat Cole', 'Able']));
    // Two people of the debate have this surname.
    expect(proposals.find(({ speaker }) => speaker === 'Able')).toMatchObject({ party: null, role: null });
    expect(proposals.map(({ text }) => text).join('\n')).not.toMatch(/Whether the bridge|So be it/u);
  });

  test('an article gives what people of the parties are quoted with, and nobody else', async () => {
    const proposals = await proposed(path.join(files, 'article.html'));
    expect(proposals).toMatchObject([{ speaker: 'Speaker Two', party: 'party-b', date: '2026-09-02', dimension: 'toll', text: 'No driver should pay a toll on the bridge, whatever it costs the rest of us.' }]);
  });

  test('a minister of whom the record has the party is of that party', async () => {
    const copy = await copyOf(content);
    const debate = { ...DEBATE, Items: DEBATE.Items.map((item) => ({ ...item, AttributedTo: item.AttributedTo === 'The Secretary of State for Rivers (Bea Baker)' ? 'The Secretary of State for Rivers (Speaker One)' : item.AttributedTo })) };
    await fs.writeFile(path.join(files, 'known.json'), JSON.stringify(debate));
    expect((await proposed(path.join(files, 'known.json'), copy)).find(({ text }) => text.startsWith('The bridge will'))).toMatchObject({ party: 'party-a', role: 'Secretary of State for Rivers' });
  });
});

/** What is answered for each quote that is kept. */
const OF_QUOTE: readonly Step[] = [
  ['Partial:', enter],
  ['Fit:', enter],
  ['Capacity:', enter],
  ['Note:', enter],
  ['Supersedes:', enter],
  ['Summary:', enter],
  ['Id', enter],
  ['Write it?', `yes${enter}`],
];

describe('propose in a terminal', () => {
  test('from a debate to two proven quotes in one go', async () => {
    const copy = await copyOf(content);
    const proposals = await proposed(path.join(files, 'debate.json'));
    const wanted = ['The bridge should be built at once', 'Drivers should not'];
    const steps = proposals.flatMap(({ text }, index): Step[] => {
      const isWanted = wanted.some((start) => text.startsWith(start));
      const first = proposals.findIndex((one) => wanted.some((start) => one.text.startsWith(start))) === index;
      if (!isWanted)
        return [
          ['What becomes of it?', down],
          ['● Skip', enter],
        ];
      return [
        ['What becomes of it?', down.repeat(3)],
        ['● Open the passage', enter],
        ['What becomes of it?', enter],
        ...(first ? ([['Add this source?', `yes${enter}`]] as Step[]) : []),
        ['is not in the record yet. Add them', `yes${enter}`],
        ...OF_QUOTE,
      ];
    });
    const { code, screen } = await inTerminal([path.resolve('src/cli/propose.ts'), path.join(files, 'debate.json')], { CONTENT_DIR: copy }, steps);
    expect(screen).toContain(`2 of ${proposals.length} proposals kept.`);
    expect(code).toBe(0);
    expect(screen.match(/proven word for word \(whole\)/gu)!.length).toBeGreaterThanOrEqual(2);
    // The editor’s guide shows this very screen.
    const guide = await fs.readFile('content/README.md', 'utf8');
    const pictures = [...guide.matchAll(/^ {3}```text\n(.*?)^ {3}```$/gmsu)].map(([, picture = '']) => picture.replaceAll(/^ {3}/gmu, ''));
    expect(pictures).toHaveLength(3);
    for (const line of pictures.join('').split('\n')) expect(screen, line).toContain(line);
    const { positions, sources, speakers } = await checkContent(copy);
    const quotes = positions.flatMap(({ data }) => data.quotes).filter(({ source }) => source === 'hansard-2026-09-01-the-bridge');
    expect(quotes).toMatchObject([
      { text: 'The bridge should be built at once, and my right hon. Friend knows that well.', speaker: 'ann-able', role: 'MP for North Bank', section: 'Column 77' },
      { text: 'Drivers should not be asked to pay a toll on any bridge of ours.', speaker: 'cat-cole', section: 'Column 79' },
    ]);
    expect(sources.find(({ id }) => id === 'hansard-2026-09-01-the-bridge')?.data).toMatchObject({
      publisher: 'Hansard',
      licence: 'OPL',
      kind: 'official-record',
      url: 'https://hansard.parliament.uk/Commons/2026-09-01/debates/AAAA1111-0000-4000-8000-000000000001/TheBridge',
    });
    expect(speakers.map(({ id }) => id)).toEqual(expect.arrayContaining(['ann-able', 'cat-cole']));
  }, 60_000);

  const PAGE = (words: string) => `<!doctype html><html><head><meta charset="utf-8"><title>x</title><meta property="og:site_name" content="Daily Example"><meta property="og:title" content="The town hall">
<link rel="canonical" href="https://daily.example/hall"><meta property="article:published_time" content="2026-09-02T09:00:00Z"></head><body><nav><a href="/">Home</a></nav><article><h1>The town hall</h1>${words
    .split('\n\n')
    .map((one) => `<p>${one.replaceAll('\n', ' ')}</p>`)
    .join('')}</article></body></html>`;
  const SAID = `The parties argued about the bridge for the whole of the day,
and will go on tomorrow in the town hall of North Bank.

Party B leader Speaker Two said: "No driver should pay a toll
on the bridge, whatever it costs the rest of us."

Party A spokesperson Speaker One said: "The bridge should be built
at once, because the ferry has been slow for years."`;

  test.each<[string, string, () => string | Uint8Array, Step[]]>([
    ['a saved page', 'hall.html', () => PAGE(SAID), [['Kind:', enter]]],
    [
      'a PDF',
      'hall.pdf',
      () => pdf(drawn(...SAID.split('\n')), '', '/Title(The town hall)/CreationDate(D:20260902101500Z)'),
      [
        ['Publisher:', `Daily Example${enter}`],
        ['Url:', `https://daily.example/hall.pdf${enter}`],
        ['Licence:', `${down}${down}`],
        ['● quotation', enter],
        ['Kind:', enter],
      ],
    ],
  ])(
    'from %s to two proven quotes in one go',
    async (_, name, file, asked) => {
      const copy = await copyOf(content);
      const place = path.join(files, name);
      await fs.writeFile(place, file());
      const [first, second, ...more] = await proposed(place, copy);
      expect([[first?.speaker, second?.speaker].sort(), more]).toEqual([['Speaker One', 'Speaker Two'], []]);
      const keep: Step[] = [['What becomes of it?', enter]];
      // No column says where in an article the words stand.
      const toTheNote: Step[] = [...OF_QUOTE.slice(0, 3), ['Section:', enter], ...OF_QUOTE.slice(3, 4)];
      const { code, screen } = await inTerminal([path.resolve('src/cli/propose.ts'), place], { CONTENT_DIR: copy }, [
        ...keep,
        ...asked,
        ['Add this source?', `yes${enter}`],
        ...toTheNote,
        ...OF_QUOTE.slice(4),
        ...keep,
        ...toTheNote,
        ...OF_QUOTE.slice(4),
      ]);
      expect(screen).toContain('2 of 2 proposals kept.');
      expect(code).toBe(0);
      expect(screen.match(/Added \S+ to content\/positions\/\S+, proven word for word \(whole\)/gu)).toHaveLength(2);
      const { positions, sources } = await checkContent(copy);
      const source = sources.find(({ data }) => data.title === 'The town hall')!;
      expect(source).toMatchObject({ id: 'daily-example-2026-09-02-the-town-hall', data: { publisher: 'Daily Example', licence: 'quotation', published: '2026-09-02', fingerprint: { covers: 'whole' } } });
      const quotes = positions.flatMap(({ data }) => data.quotes).filter((quote) => quote.source === source.id);
      expect(quotes.map(({ text, speaker }) => [speaker, text]).sort()).toEqual([
        ['speaker-one', 'The bridge should be built at once, because the ferry has been slow for years.'],
        ['speaker-two', 'No driver should pay a toll on the bridge, whatever it costs the rest of us.'],
      ]);
    },
    60_000,
  );
});
