import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/record/read.ts';
import { copyOf, emptyContent, smallContent, temporaryFolder } from '../../support/small-content.ts';
import { all, body, edit, remove, type Spoil, write } from '../../support/spoil.ts';
import { BUILD, type Case, DAILY, oneClearMessage, PARTY, SILENT, SPEAKER, TOPIC } from '../../support/spoil-content.ts';

const move =
  (from: string, to: string): Spoil =>
  async (folder) => {
    await fs.mkdir(path.dirname(path.join(folder, to)), { recursive: true });
    await fs.rename(path.join(folder, from), path.join(folder, to));
  };
/** Nobody can read it, the owner of the machine included. */
const unreadable =
  (file: string): Spoil =>
  async (folder) => {
    await fs.rm(path.join(folder, file), { force: true });
    await fs.symlink('/proc/self/mem', path.join(folder, file));
  };
const wrap =
  (file: string): Spoil =>
  async (folder) =>
    write(file, `---\n${await fs.readFile(path.join(folder, file), 'utf8')}---\n`)(folder);
const withdrawn = (changes: object = {}) =>
  write(
    'withdrawn.yaml',
    `- ${Object.entries({ quote: 'one-long-gone', topic: 'bridge', dimension: 'build', party: 'party-a', date: '2025-04-01', reason: 'It was not said.', ...changes })
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n  ')}\n`,
  );

const FILES: Case[] = [
  ['YAML between lines ---', wrap(SPEAKER), SPEAKER, /lines ---.*remove both/u],
  ['a list between lines ---', wrap('codings.yaml'), 'codings.yaml', /lines ---/u],
  ['two documents in one file', edit(SPEAKER, 'party:', '--- more\nparty:'), SPEAKER, /not well-formed YAML/u],
  ['brackets in brackets without end', write(SPEAKER, '['.repeat(100_000)), SPEAKER, /not well-formed YAML/u],
  ['a source that cannot be read', unreadable('sources/other.yaml'), 'sources/other.yaml', /cannot be read \(EIO\)/u],
  ['a list of withdrawals that cannot be read', unreadable('withdrawn.yaml'), 'withdrawn.yaml', /cannot be read/u],
  ['a colour without quotation marks', edit(PARTY, /light: .*/u, 'light: #2e7d32'), `${PARTY}: colour.light`, /is empty.*In quotation marks, because a bare # begins a comment/u],
  ['a name of a file with capitals', move(SPEAKER, 'speakers/Speaker-One.yaml'), 'speakers/Speaker-One.yaml', /makes no id.*rename it to speakers\/speaker-one\.yaml/u],
  ['a name of a file with spaces', move(PARTY, 'parties/party a.yaml'), 'parties/party a.yaml', /rename it to parties\/party-a\.yaml/u],
  ['a name of a file with accents', move(SPEAKER, 'speakers/spéaker_one.yaml'), 'speakers/spéaker_one.yaml', /rename it to speakers\/speaker-one\.yaml/u],
  ['a folder in a folder', move(SPEAKER, 'speakers/sub/speaker-one.yaml'), 'speakers/sub/speaker-one.yaml', /rename it to speakers\/speaker-one\.yaml/u],
  ['a position with capitals', move(BUILD, 'positions/bridge/build/Party-A.mdx'), 'positions/bridge/build/Party-A.mdx', /rename it to positions\/bridge\/build\/party-a\.mdx/u],
  ['an unfinished merge in a body', body(BUILD, '<<<<<<< HEAD\nOne.\n=======\nOther.\n>>>>>>> branch'), BUILD, /unfinished merge/u],
  ['an unfinished merge in YAML', edit(SPEAKER, /name: .*/u, '<<<<<<< HEAD\nname: One\n=======\nname: Other\n>>>>>>> branch'), SPEAKER, /unfinished merge/u],
  ['no page on the method', remove('pages/method.mdx'), 'pages/method.mdx', /is missing, though every page links to it/u],
];

const NAMES: Case[] = [
  ['a page in the place of another', write('pages/corrections.mdx', '---\ntitle: Corrections\ndescription: Ours.\n---\n'), 'pages/corrections.mdx', /an address of the site itself/u],
  ['a party in the place of a feed', all(move(BUILD, 'positions/bridge/build/latest.mdx'), renameParty('party-a', 'latest')), 'parties/latest.yaml', /an address of the site itself/u],
  ...['quotes', 'who-said-it', 'latest', 'corrections'].map((id): Case => [`a topic named ${id}`, renameTopic(id), `topics/${id}.mdx`, /an address of the site itself/u]),
  ['a topic named as a party', renameTopic('party-a'), 'topics/party-a.mdx', /as a party is/u],
  ['two parties of one name', edit('parties/party-b.yaml', /^name: .*/mu, 'name: PARTY a'), 'parties/party-b.yaml: name', /as in parties\/party-a\.yaml/u],
  ['two parties of one abbreviation', edit('parties/party-b.yaml', 'abbreviation: B', 'abbreviation: A'), 'parties/party-b.yaml: abbreviation', /as in parties\/party-a\.yaml/u],
  ['two questions of one id', edit(TOPIC, 'id: toll', 'id: build'), `${TOPIC}: dimensions[1].id`, /which a question before it has too/u],
  ['a withdrawal of an unknown question', withdrawn({ dimension: 'paint' }), 'withdrawn.yaml: one-long-gone.dimension', /no dimension of bridge.*use one of: build, toll/u],
  ['a white label on light paper', edit(PARTY, '#112233', '#ffffff'), `${PARTY}: colour.light`, /contrast is below 3:1/u],
  ['a black label on dark paper', edit(PARTY, '#ddeeff', '#000000'), `${PARTY}: colour.dark`, /contrast is below 3:1/u],
];

const DATES: Case[] = [
  ['a quote of the future', edit(BUILD, 'date: 2025-03-01', 'date: 2031-03-01'), `${BUILD}: quotes[0].date`, /after its source was published/u],
  ['a quote of the year 1', edit(BUILD, 'date: 2024-01-10', 'date: 0001-01-10'), `${BUILD}: quotes[1].date`, /is before 1900/u],
  ['a source of the future', edit(DAILY, 'published: 2025-03-01', 'published: 2099-03'), `${DAILY}: published`, /after the day on which it was read/u],
  ['a withdrawal of the future', withdrawn({ date: '2099-01-01' }), 'withdrawn.yaml: one-long-gone.date', /more than a year after a source was last read \(2026-11-22\)/u],
  ['a correction of the future', write('corrections/2031-nothing.yaml', 'date: 2031-01-01\ntopic: bridge\nwas: this\nnow: that\nwhy: A slip.\n'), 'corrections/2031-nothing.yaml: date', /more than a year after/u],
  ['an event of the future', edit(TOPIC, 'dimensions:', 'events:\n  - date: "2099"\n    title: It opens.\n    source: daily-example-2025-03-01\ndimensions:'), `${TOPIC}: events[0].date`, /more than a year after/u],
  ['a year that YAML takes for a number', edit(TOPIC, 'dimensions:', 'events:\n  - date: 2024\n    title: It opens.\n    source: daily-example-2025-03-01\ndimensions:'), `${TOPIC}: events[0].date`, /in quotation marks, "YYYY"/u],
  ['a silence of the future', edit(SILENT, /asOf: .*/u, 'asOf: 2031-01'), `${SILENT}: silence.asOf`, /more than a year after/u],
];

const BODIES: Case[] = [
  ['a component', '<Foo />', /the tag <Foo>/u],
  ['a component in a sentence', 'A <Foo bar="x">word</Foo>.', /the tag <Foo>/u],
  ['a tag without a name', '<>words</>', /the tag <>/u],
  ['a box of HTML', '<div>words</div>', /the tag <div>/u],
  ['a comment of HTML', '<!-- words -->', /HTML|not MDX/u],
  ['a style', '<b style="position:fixed">words</b>', /<b> with style/u],
  ['a class', '<b class="fixed">words</b>', /<b> with class/u],
  ['an expression in an attribute', '<abbr title={x}>words</abbr>', /<abbr> with/u],
  ['a heading with a class', '## Words {.fixed}', /a heading with more than an address|MDX/u],
  ['a second heading of the first level', '# Words', /heading of the first level/u],
  ['a line of === below words', 'Words\n=====', /heading of the first level/u],
  ['a picture of another site', '![a kite](https://pictures.example/kite.png)', /a picture/u],
  ['a picture of ours', '![a kite](/favicon.svg)', /a picture/u],
  ['a picture with a broken address', '![a kite](https://pictures.example/%E0%A4%A)', /a picture/u],
  ['a table', '| a | b |\n|---|---|\n| 1 | 2 |', /a table/u],
  ['a block of code', '```\nwords\n```', /a block of code/u],
  ['a footnote', 'Words.[^1]\n\n[^1]: More.', /a footnote/u],
  ['a box to tick', '- [ ] words', /a box to tick/u],
  ['a link by another way', '[words](ftp://files.example/)', /a link to "ftp:/u],
  ['a link to where the page happens to be', '[words](about/)', /a link to "about\/"/u],
  ['a link to another host by its path', '[words](//evil.example/)', /a link to "\/\/evil/u],
  ['quotations in quotations without end', `${'> '.repeat(1000)}words`, /too deep/u],
].map(([what, text, says]): Case => [`${what as string} in a body`, body(BUILD, text as string), `${BUILD}: body`, says as RegExp]);

/** Gives the topic another id everywhere but in the codings, which name quotes. */
function renameTopic(id: string): Spoil {
  return all(move(TOPIC, `topics/${id}.mdx`), move('positions/bridge', `positions/${id}`));
}

/** Gives a party another id. */
function renameParty(from: string, to: string): Spoil {
  return all(move(`parties/${from}.yaml`, `parties/${to}.yaml`), move(`positions/bridge/toll/${from}.mdx`, `positions/bridge/toll/${to}.mdx`), edit(SPEAKER, `party: ${from}`, `party: ${to}`));
}

let content: string;
beforeAll(async () => {
  content = await smallContent();
});

describe.each([
  ['files', FILES],
  ['names', NAMES],
  ['dates', DATES],
  ['bodies', BODIES],
])('%s that no site can be built of', (_, cases) => {
  test.each(cases)('%s: one clear message', (_what, ...spoilt) => oneClearMessage(content, ...spoilt));
});

describe('what is no mistake', () => {
  test.each<[string, Spoil]>([
    ['marks of words', body(BUILD, 'H<sub>2</sub>O, <abbr title="kilometres">km</abbr>, *so* and `{x}`.')],
    ['links', body(BUILD, '[a](https://a.example/), [b](/about/), [c](#top), [d](mailto:d@d.example) and [e].\n\n[e]: http://e.example/')],
    ['lists, quotations and headings', body(TOPIC, '## One {#one}\n\n1. a\n   - b\n\n> c\n\n---\n\n### Two')],
    ['lines of many signs', body(BUILD, '=======\n\n* * * * * * * * * * * * * * * * * * * * * * * *')],
    ['a forecast', edit(TOPIC, 'dimensions:', 'figures:\n  - label: Bridges\n    value: "2"\n    date: "2050"\n    source: daily-example-2025-03-01\ndimensions:')],
    ['a withdrawal with its question', withdrawn()],
    ['ids that begin with a digit', all(renameParty('party-a', '5-star'), move(BUILD, 'positions/bridge/build/5-star.mdx'), renameTopic('2030-plan'))],
  ])('%s', async (_, change) => {
    const copy = await copyOf(content);
    await change(copy);
    await expect(checkContent(copy)).resolves.toMatchObject({ broken: [] });
  });
});

describe('a folder that is no content', () => {
  test('an empty one is told from one that is not there', async () => {
    await expect(checkContent(await temporaryFolder())).rejects.toThrow(/content folder .* is empty\. To mend: call this from the project's folder/u);
  });

  test('without parties, topics or quotes says what to add, and nothing else', async () => {
    const bare = await emptyContent();
    await expect(checkContent(bare)).rejects.toThrow(/^1 problem .*\n {2}topics\/: holds no topic\. To mend: add a file/u);
    await fs.rm(path.join(bare, 'parties'), { recursive: true });
    await expect(checkContent(bare)).rejects.toThrow(/parties\/: holds no party; a comparison needs two\. To mend: add a file for each party/u);
  });
});
