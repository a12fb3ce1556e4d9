import fs from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { EDITION } from './edition.ts';
import { smallContent } from './small-content.ts';

/** Texts that the check lets through, because a source may print them; on no page may they be more than text. */
export const HOSTILE = {
  words: `{process.env.PATH} \${x} {{x}} <% x %> "yes" & 'no' &lt;script&gt;alert(1)&lt;/script&gt; ]]> --> 1 < 2 \\u003cb ${'longword'.repeat(40)} ŵ ½ end`,
  note: '{process.env.PATH} ${1+1} ]]> --> &lt;b&gt;note&lt;/b&gt; "note"',
  summary: '=SUM(1) {process.env.PATH} &lt;i&gt;summary&lt;/i&gt; --> "summary"',
  topic: '{1+1} ${x} & "topic" &lt;u&gt;',
  title: '{1+1} ${x} & &lt;u&gt; ]]> --> -- title',
  question: 'Should {process.env.PATH} be &lt;b&gt; "asked" ]]> ?',
  speaker: '@SUM(1) "Speaker" & {x}',
  party: 'Party {x} & "A" &lt;',
  source: '-1 ]]> --> &lt;b&gt; {x} "source"\nER  - \nTY  - BOOK\n}} @book{evil, title = {x}',
  role: '+1 "Role" & &lt;b&gt;',
  formula: '=HYPERLINK("http://evil.example")',
  sum: '+1+1',
  address: "https://xn--80ak6aa92e.example/?q=\"><img/src=x>&y='z'",
} as const;

/** Ids of the quotes to which something has happened; the later one also has the hostile words. */
export const CHANGED = { later: 'one-build-2025-03-01', earlier: 'one-build-2024-01-10', corrected: 'two-toll-2025-03-01', withdrawn: 'one-toll-2023-05-01', plain: 'two-toll-2024-02-01' } as const;

/** Where the source of the earlier quote is kept, whose own address is gone. */
export const ARCHIVED = 'https://archive.example/2024/year';

/** The words of the one quote that is neither changed nor hostile. */
export const PLAIN = 'A bridge without a toll is open to everyone.';

type Data = Record<string, unknown> & { quotes: Record<string, unknown>[]; dimensions: Record<string, unknown>[] };

/** Changes the fields of a YAML file or of an MDX file without a body. */
async function change(folder: string, file: string, edit: (data: Data) => void): Promise<void> {
  const name = path.join(folder, file);
  const text = await fs.readFile(name, 'utf8');
  const mdx = file.endsWith('.mdx');
  const data = parse(mdx ? (/^---\n([\s\S]*?)\n---\n/u.exec(text)?.[1] ?? '') : text) as Data;
  edit(data);
  await fs.writeFile(name, mdx ? `---\n${stringify(data)}---\n` : stringify(data));
}

/**
 * The invented record, with hostile texts in it, in which things have happened: one quote was withdrawn, one corrected, one
 * superseded and disowned. It has no fingerprints, so that the words need no source that holds them.
 */
export async function variantContent(): Promise<string> {
  const { withdrawn, corrected, later, earlier } = CHANGED;
  const folder = await smallContent();
  await fs.cp(path.join(EDITION, 'pages'), path.join(folder, 'pages'), { recursive: true });
  for (const source of ['daily-example-2025-03-01', 'weekly-example-2024-01-10']) {
    await change(folder, `sources/${source}.yaml`, (data) => {
      delete data['fingerprint'];
      Object.assign(data, { title: HOSTILE.source, publisher: HOSTILE.formula, url: HOSTILE.address });
    });
  }
  await change(folder, 'sources/weekly-example-2024-01-10.yaml', (data) => Object.assign(data, { gone: '2026-10-04', archived: ARCHIVED }));
  await fs.writeFile(path.join(folder, 'published.yaml'), '{}\n');
  await change(folder, 'positions/bridge/build/party-a.mdx', (data) => {
    const [later, earlier] = data.quotes;
    data['summary'] = HOSTILE.summary;
    Object.assign(later!, { text: HOSTILE.words, note: HOSTILE.note, role: HOSTILE.role, supersedes: CHANGED.earlier });
    Object.assign(earlier!, { text: HOSTILE.formula, disowned: { date: '2026-09', note: 'Disowned for a test.' } });
  });
  await change(folder, 'positions/bridge/toll/party-b.mdx', ({ quotes }) => {
    const [corrected] = quotes;
    quotes.push({ ...corrected, id: CHANGED.plain, date: '2024-02-01', text: PLAIN });
    Object.assign(corrected!, { text: HOSTILE.sum, note: '@SUM(1+1)*cmd' });
  });
  await change(folder, 'topics/bridge.mdx', (data) => {
    Object.assign(data, { title: HOSTILE.topic, summary: HOSTILE.summary, tagline: HOSTILE.topic, balanceReason: HOSTILE.note });
    Object.assign(data.dimensions[0]!, { question: HOSTILE.question, title: HOSTILE.topic });
  });
  await change(folder, 'speakers/speaker-one.yaml', (data) => Object.assign(data, { name: HOSTILE.speaker, aliases: [HOSTILE.speaker] }));
  await change(folder, 'parties/party-a.yaml', (data) => Object.assign(data, { name: HOSTILE.party }));
  await fs.writeFile(path.join(folder, 'withdrawn.yaml'), `- quote: ${CHANGED.withdrawn}\n  topic: bridge\n  dimension: toll\n  party: party-a\n  date: 2026-10-01\n  reason: Withdrawn for a test.\n`);
  const retired = { date: '2026-10-03', reason: 'Left for a test.' };
  await fs.writeFile(path.join(folder, 'parties/party-c.yaml'), stringify({ ...(parse(await fs.readFile(path.join(folder, 'parties/party-b.yaml'), 'utf8')) as object), name: 'Party C', shortName: 'Party C', abbreviation: 'C', retired }));
  await fs.writeFile(path.join(folder, 'speakers/speaker-three.yaml'), stringify({ name: 'Speaker Three', party: 'party-c', kind: 'person' }));
  await fs.writeFile(path.join(folder, 'topics/tunnel.mdx'), (await fs.readFile(path.join(folder, 'topics/bridge.mdx'), 'utf8')).replace(/\n---\n$/u, `\n${stringify({ retired })}---\n`).replace(/^title: .*/mu, 'title: The tunnel'));
  await fs.mkdir(path.join(folder, 'corrections'));
  await fs.writeFile(path.join(folder, 'corrections/2026-10-02-test.yaml'), `date: 2026-10-02\nquote: ${CHANGED.corrected}\nwas: What the page said for a test.\nnow: ${JSON.stringify(HOSTILE.sum)}\nwhy: Corrected for a test.\n`);
  await fs.mkdir(path.join(folder, 'articles'));
  const fields = { title: HOSTILE.title, standfirst: HOSTILE.title, author: HOSTILE.role, published: '2024-12-01', updated: '2024-12-01', topics: ['bridge'] };
  const blocks = [withdrawn, corrected, later, earlier].map((id) => `<Quote id="${id}" />\n\n`).join('');
  await fs.writeFile(
    path.join(folder, 'articles/bridge.mdx'),
    `---\n${stringify({ ...fields, status: 'published' })}---\n\nA [topic](/topics/bridge/) and its <Title>Title</Title>: <Words id="${CHANGED.plain}" part="open to everyone" />.\n\n${blocks}<SideBySide dimension="bridge/toll" />\n\n<AtAGlance topic="bridge" />\n\n<Timeline dimension="bridge/build" />\n\n<Changes since="2020" />\n\n<Position dimension="tunnel/toll" party="party-a" />\n`,
  );
  await fs.writeFile(path.join(folder, 'articles/draft.mdx'), `---\n${stringify({ ...fields, status: 'draft' })}---\n\nNobody reads this.\n`);
  return folder;
}
