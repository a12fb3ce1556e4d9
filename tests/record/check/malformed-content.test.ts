import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/record/read.ts';
import { copyOf, hashesOf, runTool, smallContent } from '../../support/small-content.ts';
import { all, body, edit, remove, write } from '../../support/spoil.ts';
import { BUILD, type Case, DAILY, oneClearMessage, PARTY, ROLE, SILENT, SPEAKER, TOPIC } from '../../support/spoil-content.ts';

const WORDS = 'text: We will build the bridge because the ferry is slow.';

const CASES: Case[] = [
  ['a number for a text', edit(BUILD, ROLE, 'role: 7'), `${BUILD}: quotes[0].role`, /is a number, not a text/u],
  ['a text for a list', edit(TOPIC, /dimensions:[\s\S]*(?=---)/u, 'dimensions: all\n'), `${TOPIC}: dimensions`, /is a string, not a list/u],
  ['an empty field', edit(BUILD, ROLE, 'role:'), `${BUILD}: quotes[0].role`, /is empty, not a text/u],
  ['an empty text', edit(BUILD, ROLE, 'role: ""'), `${BUILD}: quotes[0].role`, /is empty/u],
  ['broken YAML', edit(BUILD, WORDS, 'text: "We will build'), BUILD, /not well-formed YAML \(line \d+/u],
  ['a repeated field', edit(BUILD, 'summary:', 'summary: Would build.\nsummary:'), BUILD, /not well-formed YAML/u],
  ['a YAML alias', all(edit(DAILY, 'title: Talks', 'title: &a Talks'), edit(DAILY, /publisher: .*/u, 'publisher: *a')), DAILY, /alias/u],
  ['no front matter', write(SILENT, 'Nothing here.\n'), SILENT, /has no front matter/u],
  ['front matter that is never closed', write(SILENT, '---\nsilence:\n  kind: searched\n'), SILENT, /has no front matter/u],
  ['a tag that is never closed', body(BUILD, '<div>never closed'), `${BUILD}: body`, /closing tag/u],
  ['a brace that is never closed', body(TOPIC, 'A { never closed'), `${TOPIC}: body`, /closing brace/u],
  ['an import that is no import', body(BUILD, 'import nothing fro'), `${BUILD}: body`, /import or export/u],
  ['a script in a body', body(BUILD, '<script>alert(1)</script>'), `${BUILD}: body`, /script/u],
  ['a javascript: link in a body', body(BUILD, '[link](javascript:alert)'), `${BUILD}: body`, /javascript:/u],
  ['HTML in a quote', edit(BUILD, 'build the bridge because', 'build <b>the</b> bridge because'), `${BUILD}: quotes[0].text`, /holds HTML/u],
  ['a script in a quote', edit(BUILD, WORDS, 'text: <script>alert(1)</script>'), `${BUILD}: quotes[0].text`, /holds HTML or a script/u],
  ['a control character', edit(BUILD, WORDS, 'text: "We will\\u0007 build the bridge"'), `${BUILD}: quotes[0].text`, /control/u],
  ['a character that turns the direction', edit(BUILD, WORDS, 'text: "We will \\u202Ebuild the bridge"'), `${BUILD}: quotes[0].text`, /bidirectional/u],
  ['a huge text', edit(BUILD, WORDS, `text: ${'bridge '.repeat(2000).trim()}`), `${BUILD}: quotes[0].text`, /longer than 4000/u],
  ['a huge file', write(SILENT, `---\nsilence:\n  kind: searched\n  asOf: 2025-03\n---\n${'bridge '.repeat(200_000)}`), SILENT, /bytes; the limit is/u],
  ['a summary of many words', edit(BUILD, 'Would build the bridge.', 'Would build it. '.repeat(20).trim()), `${BUILD}: summary`, /more than 25 words/u],
  ['one id twice in a file', edit('positions/bridge/toll/party-b.mdx', /( {2}- id: two-toll-2025-03-01\n(?: {4}.*\n)+)/u, '$1$1'), 'positions/bridge/toll/party-b.mdx: quotes[1].id', /already has/u],
  ['an id that is none', edit(BUILD, 'id: one-build-2024-01-10', 'id: One Build!'), `${BUILD}: quotes[1].id`, /is not an id/u],
  ['a quote that supersedes itself', edit(BUILD, 'date: 2025-03-01', 'date: 2025-03-01\n    supersedes: one-build-2025-03-01'), `${BUILD}: quotes[0].supersedes`, /circle/u],
  [
    'quotes that supersede each other',
    all(edit(BUILD, 'date: 2025-03-01', 'date: 2025-03-01\n    supersedes: one-build-2024-01-10'), edit(BUILD, 'date: 2024-01-10', 'date: 2024-01-10\n    supersedes: one-build-2025-03-01')),
    `${BUILD}: quotes[1].supersedes`,
    /circle through one-build-2024-01-10, one-build-2025-03-01/u,
  ],
  ['an earlier quote that supersedes a later one', edit(BUILD, 'date: 2024-01-10', 'date: 2024-01-10\n    supersedes: one-build-2025-03-01'), `${BUILD}: quotes[1].supersedes`, /which is later/u],
  ['a quote that supersedes another party’s', edit(BUILD, 'date: 2025-03-01', 'date: 2025-03-01\n    supersedes: two-toll-2025-03-01'), `${BUILD}: quotes[0].supersedes`, /another party/u],
  ['a day that is not', edit(BUILD, 'date: 2024-01-10', 'date: 2025-02-30'), `${BUILD}: quotes[1].date`, /is not a real date/u],
  ['a month that is not', edit(BUILD, 'date: 2024-01-10', 'date: 2025-13'), `${BUILD}: quotes[1].date`, /is not a real date/u],
  ['a quote newer than its source', edit(BUILD, 'date: 2024-01-10', 'date: 2024-01-11'), `${BUILD}: quotes[1].date`, /after its source was published/u],
  ['a quote that is not in its source', edit(BUILD, 'can wait for a year', 'can wait for a decade'), `${BUILD}: quotes[1].text`, /not word for word/u],
  ['a quote given to another source', edit(BUILD, 'source: weekly-example-2024-01-10', 'source: daily-example-2025-03-01'), `${BUILD}: quotes[1].text`, /not word for word in daily-example/u],
  [
    'the fingerprint of another source',
    async (folder) => {
      const other = /fingerprint:[\s\S]*/u.exec(await fs.readFile(path.join(folder, DAILY), 'utf8'))?.[0] ?? '';
      await edit('sources/weekly-example-2024-01-10.yaml', /fingerprint:[\s\S]*/u, other)(folder);
    },
    `${BUILD}: quotes[1].text`,
    /not word for word in weekly-example/u,
  ],
  ['a damaged fingerprint', edit('sources/weekly-example-2024-01-10.yaml', /( +- )\S+/u, '$1AAAAA'), 'sources/weekly-example-2024-01-10.yaml: fingerprint.runs[0]', /damaged/u],
  ['a fingerprint that is no base64', edit(DAILY, /( +- )\S+/u, '$1"not base64!"'), `${DAILY}: fingerprint.runs[0]`, /is not base64/u],
  ['a whole text in passages', edit(DAILY, 'covers: passage', 'covers: whole'), `${DAILY}: fingerprint.runs`, /passages/u],
  ['a missing party file in a dimension', remove(SILENT), SILENT, /is missing: Party B has no file/u],
  ['a missing ledger', remove('published.yaml'), 'published.yaml', /is missing/u],
  ['missing codings', remove('codings.yaml'), 'codings.yaml', /is missing/u],
  ['a broken ledger', write('published.yaml', 'one-build-2025-03-01: words\n'), 'published.yaml: one-build-2025-03-01', /16 hex digits/u],
  ['codings that are no list', write('codings.yaml', 'one-build-2025-03-01:\n  first: unclear\n'), 'codings.yaml', /is a group of fields, not a list/u],
  ['a coding of no quote', edit('codings.yaml', /- quote: .*\n {2}first/u, '- first'), 'codings.yaml: [0].quote', /is missing/u],
  ['a coding of a quote that is not there', edit('codings.yaml', 'quote: one-build-2024-01-10', 'quote: one-bild-2024-01-10'), 'codings.yaml: one-bild-2024-01-10', /no quote with that id/u],
  ['two codings of one quote', edit('codings.yaml', /(- quote: [\s\S]*?)(?=- quote)/u, '$1$1'), 'codings.yaml: [1].quote', /which an entry before it names too/u],
  ['broken codings', write('codings.yaml', '- : ['), 'codings.yaml', /not well-formed YAML/u],
  ['a binary file', write(SILENT, new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0, 1, 2, 3])), SILENT, /is a binary file/u],
  ['a picture with the name of a source', write('sources/picture.yaml', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])), 'sources/picture.yaml', /is not UTF-8/u],
  ['a file that nothing reads', write('positions/bridge/build/party-a.md', 'text'), 'positions/bridge/build/party-a.md', /nothing reads/u],
  ['a javascript: address', edit(DAILY, /url: .*/u, 'url: javascript:alert(1)'), `${DAILY}: url`, /http\(s\) address/u],
  ['a file: address', edit(DAILY, /url: .*/u, 'url: file:///etc/passwd'), `${DAILY}: url`, /http\(s\) address/u],
  ['an unknown field', edit(BUILD, ROLE, 'role: Spokesperson\n    party: party-a'), `${BUILD}: quotes[0].party`, /is not a field/u],
  ['an unknown field in a source', edit(DAILY, 'kind: press', 'kind: press\nauthor: Somebody'), `${DAILY}: author`, /is not a field/u],
  ['no role', edit(BUILD, '    role: Spokesperson\n', ''), `${BUILD}: quotes[0].role`, /is missing/u],
  ['no capacity', edit(BUILD, '    capacity: party\n', ''), `${BUILD}: quotes[0].capacity`, /is (?:missing|not a capacity)/u],
  ['a capacity that is none', edit(BUILD, 'capacity: party', 'capacity: friend'), `${BUILD}: quotes[0].capacity`, /choose party, government, parliament/u],
  ['a stance that is none', edit('codings.yaml', 'first: supports', 'first: likes'), 'codings.yaml: [1].first', /choose supports/u],
  ['a stance that is typed', edit(BUILD, 'role: Spokesperson', 'role: Spokesperson\n    stance: supports'), `${BUILD}: quotes[0].stance`, /is not a field/u],
  ['a speaker that points nowhere', edit(BUILD, 'speaker: speaker-one', 'speaker: speaker-nine'), `${BUILD}: quotes[0].speaker`, /no speaker with that id/u],
  ['a source that points nowhere', edit(BUILD, 'source: weekly-example-2024-01-10', 'source: nowhere'), `${BUILD}: quotes[1].source`, /no source with that id/u],
  ['a speaker of another party', edit(BUILD, 'speaker: speaker-one', 'speaker: speaker-two'), `${BUILD}: quotes[0].speaker`, /belongs to party-b/u],
  ['neither quote nor silence', write(SILENT, '---\nreported: []\n---\n'), `${SILENT}: silence`, /neither a quote nor a stated silence/u],
  ['a silence beside quotes', edit(BUILD, 'quotes:', 'silence:\n  kind: searched\n  asOf: 2025-03\nquotes:'), `${BUILD}: silence`, /stands beside quotes/u],
  [
    'an archived copy beside the address itself',
    edit('sources/daily-example-2025-03-01.yaml', 'licence:', 'archived: https://daily.example/kept\nlicence:'),
    'sources/daily-example-2025-03-01.yaml: archived',
    /is on the host of the address itself/u,
  ],
  ['a silence that says approached but not by whom', edit('positions/bridge/toll/party-a.mdx', '  by: Daily Example\n', ''), 'positions/bridge/toll/party-a.mdx: silence', /not by whom/u],
  ['quotes without a summary', edit(BUILD, /summary: .*\n/u, ''), `${BUILD}: summary`, /is missing/u],
  ['a party without a file', write('positions/bridge/build/party-c.mdx', '---\nsilence:\n  kind: searched\n  asOf: 2025-03\n---\n'), 'positions/bridge/build/party-c.mdx', /no party with that id/u],
  ['a folder that is no dimension', write('positions/bridge/paint/party-a.mdx', '---\nsilence:\n  kind: searched\n  asOf: 2025-03\n---\n'), 'positions/bridge/paint/party-a.mdx', /no dimension/u],
  [
    'a withdrawn quote that still stands',
    write('withdrawn.yaml', '- quote: one-build-2025-03-01\n  topic: bridge\n  dimension: build\n  party: party-a\n  date: 2025-04-01\n  reason: It was not said.\n'),
    'withdrawn.yaml: one-build-2025-03-01',
    /still stands/u,
  ],
  ['a correction of nothing', write('corrections/2025-04-01-nothing.yaml', 'date: 2025-04-01\nwas: this\nnow: that\nwhy: A slip.\n'), 'corrections/2025-04-01-nothing.yaml: quote', /names the quote or the topic/u],
  // Texts that no source prints.
  ['the end of a script in a note', edit(BUILD, ROLE, `${ROLE}\n    note: so </script><script>alert(1)`), `${BUILD}: quotes[0].note`, /HTML or a script/u],
  ['an event handler in a role', edit(BUILD, ROLE, 'role: <img src=x onerror=alert(1)>'), `${BUILD}: quotes[0].role`, /HTML or a script/u],
  ['a comment in a summary', edit(BUILD, /summary: .*/u, 'summary: So <!-- hidden'), `${BUILD}: summary`, /HTML or a script/u],
  ['a script in the title of a source', edit(DAILY, /title: .*/u, 'title: <svg/onload=alert(1)>'), `${DAILY}: title`, /HTML or a script/u],
  ['a script in the name of a speaker', edit(SPEAKER, /name: .*/u, 'name: <b>One</b>'), `${SPEAKER}: name`, /HTML or a script/u],
  ['a control character in the name of a speaker', edit(SPEAKER, /name: .*/u, 'name: "Speaker\\u0007 One"'), `${SPEAKER}: name`, /control/u],
  ['a script in the title of a topic', edit(TOPIC, /title: .*/u, 'title: <script>'), `${TOPIC}: title`, /HTML or a script/u],
  ['a style for a colour', edit(PARTY, /light: .*/u, 'light: red}</style>'), `${PARTY}: colour.light`, /not a colour/u],
  ['a data: address', edit(DAILY, /url: .*/u, 'url: data:text/html,x'), `${DAILY}: url`, /not an http/u],
  ['an address with another alphabet’s letters', edit(DAILY, /url: .*/u, 'url: https://bbс.co.uk/news'), `${DAILY}: url`, /letters beyond a to z/u],
  ['an address that names one host and leads to another', edit(DAILY, /url: .*/u, 'url: https://www.bbc.co.uk@evil.example/'), `${DAILY}: url`, /user name/u],
  ['a party’s site with a script for an address', edit(PARTY, /website: .*/u, 'website: javascript:alert(1)'), `${PARTY}: website`, /not an http/u],
  ['an Arabic letter mark', edit(BUILD, WORDS, 'text: "We will \\u061Cbuild"'), `${BUILD}: quotes[0].text`, /bidirectional/u],
  ['letters that cannot be seen', edit(BUILD, WORDS, 'text: "We will \\U000E0041build"'), `${BUILD}: quotes[0].text`, /bidirectional/u],
  ['an id that leaves its folder', edit(BUILD, 'id: one-build-2025-03-01', 'id: ../../index'), `${BUILD}: quotes[0].id`, /not an id/u],
  ['an event handler in a body', body(BUILD, '<img src="x" alt="" onerror="alert(1)" />'), `${BUILD}: body`, /the tag <img>/u],
  ['a frame in a body', body(BUILD, '<iframe src="https://evil.example/"></iframe>'), `${BUILD}: body`, /frame/u],
  ['a javascript: link in disguise', body(BUILD, '[link](java&#115;cript&colon;alert(1))'), `${BUILD}: body`, /javascript:/u],
  ['an expression in a body', body(BUILD, 'The path is {process.env.PATH}.'), `${BUILD}: body`, /MDX expression/u],
  ['an import in a body', body(BUILD, 'import fs from "node:fs"'), `${BUILD}: body`, /MDX expression, import/u],
];

let content: string;
beforeAll(async () => {
  content = await smallContent();
});

describe('malformed content', () => {
  test('the content is right before it is spoilt', () => expect(checkContent(content)).resolves.toMatchObject({ broken: [] }));

  test('braces in code stay text', async () => {
    const copy = await copyOf(content);
    await body(BUILD, 'Write `{x}` or \\{x\\} as it is.')(copy);
    await expect(checkContent(copy)).resolves.toMatchObject({ broken: [] });
  });

  test.each(CASES)('%s gives one clear message', (_, ...spoilt) => oneClearMessage(content, ...spoilt));

  test('every problem of every file is reported at once', async () => {
    const copy = await copyOf(content);
    await all(edit(BUILD, ROLE, 'role: 7'), edit(DAILY, /url: .*/u, 'url: javascript:alert(1)'), body('positions/bridge/toll/party-b.mdx', '<b>'))(copy);
    const { code, stderr } = await runTool('content-check.ts', [], { content: copy });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^3 problems in 3 files/u);
  });

  test.each([
    ['broken YAML', 'content-check.ts', edit(BUILD, WORDS, 'text: "We will build')],
    ['a binary file', 'content-check.ts', write(SILENT, new Uint8Array([0, 1, 2, 255]))],
    ['a tag that is never closed', 'content-check.ts', body(BUILD, '<div>')],
    ['a refuted quote', 'proof.ts', edit(BUILD, 'can wait for a year', 'can wait for a decade')],
    ['broken YAML', 'proof.ts', edit(BUILD, WORDS, 'text: "We will build')],
    ['broken YAML', 'publish.ts', edit(BUILD, WORDS, 'text: "We will build')],
  ])('%s ends %s with exit code 1, one message and no stack trace', async (_, tool, spoil) => {
    const copy = await copyOf(content);
    await spoil(copy);
    const before = await hashesOf(copy);
    const { code, stderr } = await runTool(tool, [], { content: copy });
    expect(code).toBe(1);
    expect(stderr.split('\n').filter((line) => line.includes('To mend:'))).toHaveLength(1);
    expect(stderr).not.toMatch(/^ {4}at /mu);
    expect(await hashesOf(copy)).toEqual(before);
  });
});
