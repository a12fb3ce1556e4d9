import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ledgerHash } from '../../../src/record/check/history.ts';
import { inspectContent } from '../../../src/record/read.ts';
import { problemReport } from '../../../src/record/schema/problem.ts';
import { copyOf, runTool, smallContent, temporaryFolder } from '../../support/small-content.ts';
import { all, body, edit, remove, type Spoil, write } from '../../support/spoil.ts';
import { BUILD, DAILY, ROLE, SILENT, TOPIC } from '../../support/spoil-content.ts';

const TOLL = 'positions/bridge/toll/party-b.mdx';
const WEEKLY = 'sources/weekly-example-2024-01-10.yaml';
const SLOW = 'We will build the bridge because the ferry is slow.';
const SILENCE = '---\nsilence:\n  kind: searched\n  asOf: 2025-03\n---\n';
const WAIT = / {2}- id: one-build-2024-01-10\n(?: {4}.*\n)+/u;
const WITHDRAWN = '- quote: one-build-2024-01-10\n  topic: bridge\n  dimension: build\n  party: party-a\n  date: 2025-04-01\n  reason: It was not said.\n';
const correction = (was: string, now: string, more = '') => `date: 2025-04-0${more === '' ? 1 : 2}\nquote: one-build-2025-03-01\nwas: ${was}\nnow: ${now}\nwhy: A slip.\n`;

/** Runs a command of the editor on the content; texts become files beside it. */
const run =
  (tool: string, args: readonly string[], texts: Readonly<Record<string, string>> = {}): Spoil =>
  async (folder) => {
    const beside = await temporaryFolder();
    for (const [name, text] of Object.entries(texts)) await fs.writeFile(path.join(beside, name), text);
    const { code, stderr } = await runTool(
      tool,
      args.map((arg) => (arg in texts ? path.join(beside, arg) : arg)),
      { content: folder },
    );
    if (code !== 0) throw new Error(stderr);
  };

/** A new quote of party B, by hand. */
const quote = (text: string, more = ''): Spoil =>
  edit(TOLL, 'quotes:\n', `quotes:\n  - id: two-toll-new\n    text: ${text}\n${more}    speaker: speaker-two\n    role: Leader\n    capacity: party\n    date: 2025-03-01\n    source: daily-example-2025-03-01\n`);
const PAID = 'Drivers have paid enough for the ferry already.';
const HEARD = `They said: “${PAID} Not one more.” Toll roads are never fair to drivers, they added.`;
const passages = { 'all.txt': 'At noon the speaker said: “We will build the bridge because the ferry is slow.” […] The other speaker said: “No toll, large or small, should ever be asked of a driver.”' };
const ADD_DAILY = (file: string, covers = 'passage') => ['source-add.ts', [file, '--id', 'daily-example-2025-03-01', '--covers', covers]] as const;

/** What is wrong, how it came about, what the advice says, and what an editor does who follows it to the letter. */
const CASES: [what: string, spoil: Spoil, says: RegExp, followed: Spoil][] = [
  ['a new quote outside the passages', quote(PAID), /fingerprint the passage with npm run source:add -- passage\.txt --id daily-example-2025-03-01 --covers passage/u, run(...ADD_DAILY('heard.txt'), { 'heard.txt': HEARD })],
  [
    'the same in content with other problems, of one file and across files',
    all(quote(PAID), edit(BUILD, ROLE, 'role: 7'), remove(SILENT)),
    /fingerprint the passage with npm run source:add/u,
    all(run(...ADD_DAILY('heard.txt'), { 'heard.txt': HEARD }), edit(BUILD, 'role: 7', ROLE), write(SILENT, SILENCE)),
  ],
  [
    'a new quote outside a whole text',
    all(run(...ADD_DAILY('all.txt', 'whole'), passages), quote(PAID)),
    /fingerprint its whole text with npm run source:add -- text\.txt --id \S+ --covers whole/u,
    run(...ADD_DAILY('more.txt', 'whole'), { 'more.txt': `${passages['all.txt']} ${HEARD}` }),
  ],
  [
    'a quote of few words',
    all(run(...ADD_DAILY('heard.txt'), { 'heard.txt': HEARD }), quote('Not one more.')),
    /give the words that stand in the source just before or after it as prefix or suffix/u,
    edit(TOLL, 'text: Not one more.', 'text: Not one more.\n    prefix: the ferry already'),
  ],
  [
    'a quote that leaves off a “never”',
    all(run(...ADD_DAILY('heard.txt'), { 'heard.txt': HEARD }), quote('fair to drivers, they added', '    partial: true\n')),
    /include the negation/u,
    edit(TOLL, 'text: fair to drivers', 'text: never fair to drivers'),
  ],
  ['a damaged fingerprint', edit(DAILY, /(runs:\n +- )\S+/u, '$1AAAA'), /in one file with \[…\] between them, all passages/u, run(...ADD_DAILY('all.txt'), passages)],
  ['a fingerprint that is no base64', edit(DAILY, /(runs:\n +- )\S+/u, '$1"not base64!"'), /Made by npm run source:add/u, run(...ADD_DAILY('all.txt'), passages)],
  ['passages as a whole text', edit(DAILY, 'covers: passage', 'covers: whole'), /or set covers to passage/u, edit(DAILY, 'covers: whole', 'covers: passage')],
  ['passages as a whole text', edit(DAILY, 'covers: passage', 'covers: whole'), /fingerprint the whole text again/u, run(...ADD_DAILY('all.txt', 'whole'), passages)],
  ['published words with another comma', edit(BUILD, SLOW, 'We will build the bridge, because the ferry is slow.'), /put the words back/u, edit(BUILD, 'bridge, because', 'bridge because')],
  [
    'published words without their last',
    edit(BUILD, SLOW, 'We will build the bridge because the ferry is'),
    /add a file to content\/corrections\/ with date, quote: one-build-2025-03-01, was \(the words before/u,
    write('corrections/2025-04-01-slow.yaml', correction(SLOW, 'We will build the bridge because the ferry is')),
  ],
  [
    'a correction of what was not published',
    all(edit(BUILD, SLOW, `${SLOW.slice(0, -1)}!`), write('corrections/a.yaml', correction('We will build the bridge.', `${SLOW.slice(0, -1)}!`))),
    /copy into was the words as they stood/u,
    edit('corrections/a.yaml', 'was: We will build the bridge.', `was: ${SLOW}`),
  ],
  [
    'a correction to other words',
    all(edit(BUILD, SLOW, `${SLOW.slice(0, -1)}!`), write('corrections/a.yaml', correction(SLOW, 'We will build it.'))),
    /copy text of one-build-2025-03-01 from positions/u,
    edit('corrections/a.yaml', 'now: We will build it.', `now: ${SLOW.slice(0, -1)}!`),
  ],
  ['a correction of another field to what it does not say', write('corrections/a.yaml', `${correction('MP', 'Speaker')}field: role\n`), /copy role of one-build-2025-03-01/u, edit('corrections/a.yaml', 'now: Speaker', 'now: Spokesperson')],
  ['a line of the ledger that was typed', edit('published.yaml', /(one-build-2025-03-01: )\S+/u, '$1words'), /Put the line back from the version history/u, edit('published.yaml', /(one-build-2025-03-01: )\S+/u, `$1${ledgerHash(SLOW)}`)],
  ['a published quote that is gone', edit(BUILD, WAIT, ''), /add it to withdrawn\.yaml with date and reason/u, write('withdrawn.yaml', WITHDRAWN)],
  ['a withdrawn quote that stands', write('withdrawn.yaml', WITHDRAWN), /remove it from its position, or from withdrawn\.yaml/u, edit(BUILD, WAIT, '')],
  [
    'an id twice',
    all(quote(PAID), run(...ADD_DAILY('heard.txt'), { 'heard.txt': HEARD }), edit(TOLL, 'id: two-toll-new', 'id: one-build-2025-03-01')),
    /give this quote an id of its own; ids are permanent, so change the newer one/u,
    edit(TOLL, 'id: one-build-2025-03-01', 'id: two-toll-new'),
  ],
  ['a quote newer than its source', edit(BUILD, 'date: 2024-01-10', 'date: 2024-01-11'), /correct the date/u, edit(BUILD, 'date: 2024-01-11', 'date: 2024-01-10')],
  ['a speaker of another party', edit(BUILD, 'speaker: speaker-one', 'speaker: speaker-two'), /correct the speaker/u, edit(BUILD, 'speaker: speaker-two', 'speaker: speaker-one')],
  ['a silence without who asked', edit('positions/bridge/toll/party-a.mdx', '  by: Daily Example\n', ''), /give by \(who asked\)/u, edit('positions/bridge/toll/party-a.mdx', 'silence:\n', 'silence:\n  by: Daily Example\n')],
  ['a circle', edit(BUILD, 'date: 2025-03-01', 'date: 2025-03-01\n    supersedes: one-build-2025-03-01'), /let each quote supersede only an earlier one/u, edit(BUILD, 'supersedes: one-build-2025-03-01', 'supersedes: one-build-2024-01-10')],
  [
    'a later quote superseded',
    edit(BUILD, 'date: 2024-01-10', 'date: 2024-01-10\n    supersedes: one-build-2025-03-01'),
    /let the later quote supersede the earlier/u,
    all(edit(BUILD, '    supersedes: one-build-2025-03-01\n', ''), edit(BUILD, 'date: 2025-03-01', 'date: 2025-03-01\n    supersedes: one-build-2024-01-10')),
  ],
  ['a source that is not there', edit(BUILD, 'source: weekly-example-2024-01-10', 'source: nowhere'), /use the id of one in content\/sources\/, or add it there/u, edit(BUILD, 'source: nowhere', 'source: weekly-example-2024-01-10')],
  ['a coding of no quote', edit('codings.yaml', 'quote: one-build-2024-01-10', 'quote: one-bild'), /use the id of one in content\/positions\//u, edit('codings.yaml', 'quote: one-bild', 'quote: one-build-2024-01-10')],
  ['a party without a file', remove(SILENT), /add it, with quotes or with a stated silence/u, write(SILENT, SILENCE)],
  ['a folder of no question', write('positions/bridge/paint/party-a.mdx', SILENCE), /or move the file/u, remove('positions/bridge/paint')],
  ['a reason without need', edit(TOPIC, /^title:/mu, 'balanceReason: Party B spoke less.\ntitle:'), /remove it; it stands only where/u, edit(TOPIC, /balanceReason: .*\n/u, '')],
  ['a file that nothing reads', write('sources/a.yml', 'title: A'), /move it out of content\//u, remove('sources/a.yml')],
  ['a colon in a text', edit(BUILD, ROLE, 'role: Leader: of the party'), /put quotation marks around text that holds a colon/u, edit(BUILD, 'role: Leader: of the party', 'role: "Leader: of the party"')],
  ['a brace', body(BUILD, 'So { it is'), /write < and \{ as &lt; and &#123;/u, edit(BUILD, 'So { it is', 'So &#123; it is')],
  ['an expression', body(BUILD, 'So {it} is'), /or write \{ as &#123;/u, edit(BUILD, '{it}', '&#123;it&#125;')],
  ['a link in a source', edit(WEEKLY, /url: .*/u, 'url: weekly'), /To mend: Where it was read/u, edit(WEEKLY, 'url: weekly', 'url: https://weekly.example/year')],
];

let content: string;
beforeAll(async () => {
  content = await smallContent();
});

const problems = async (folder: string) => {
  const found = (await inspectContent(folder)).problems;
  return found.length === 0 ? '' : problemReport(found);
};

describe('advice that is followed to the letter leads to right content', () => {
  test.each(CASES)('%s', async (_, spoil, says, followed) => {
    const copy = await copyOf(content);
    await spoil(copy);
    expect(await problems(copy)).toMatch(says);
    await followed(copy);
    expect(await problems(copy)).toBe('');
  });

  test('of quote:add: the words to leave out, to give and to change', async () => {
    const copy = await copyOf(content);
    const given = { topic: 'bridge', dimension: 'toll', party: 'party-b', text: PAID, speaker: 'speaker-two', role: 'Leader', capacity: 'party', date: '2025-03-01', source: 'daily-example-2025-03-01', id: 'two-toll-2025-03-01' };
    const add = (answers: Partial<typeof given> & { passage?: string }) =>
      runTool(
        'quote-add.ts',
        Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value]),
        { content: copy },
      );
    expect((await add(given)).stderr).toMatch(/To mend: leave --id out/u);
    const { id: _, ...suggested } = given;
    expect((await add(suggested)).stderr).toMatch(/or give the passage they stand in with --passage/u);
    const passage = path.join(await temporaryFolder(), 'heard.txt');
    await fs.writeFile(passage, HEARD);
    expect((await add({ ...suggested, passage })).stderr).toBe('');
    expect(await problems(copy)).toBe('');
  });
});

describe('words change only by corrections', () => {
  const [first, second] = ['We will build the bridge, because the ferry is slow.', 'We will build the bridge, because the ferry is slow!'];
  const ledger = (folder: string) => fs.readFile(path.join(folder, 'published.yaml'), 'utf8');

  test('each change needs its own; content:publish renews the ledger by it, and by nothing else', async () => {
    const copy = await copyOf(content);
    const before = await ledger(copy);
    await edit(BUILD, SLOW, first)(copy);
    expect((await runTool('publish.ts', [], { content: copy })).stderr).toMatch(/has changed since it was published, without a correction/u);
    expect(await ledger(copy)).toBe(before);
    await write('corrections/2025-04-01-a.yaml', correction(SLOW, first))(copy);
    expect((await runTool('publish.ts', [], { content: copy })).stdout).toBe('Renewed in the ledger, as their corrections say: one-build-2025-03-01\n');
    expect(await problems(copy)).toBe('');
    await edit(BUILD, first, second)(copy);
    expect(await problems(copy)).toMatch(/has changed since its correction in corrections\/2025-04-01-a\.yaml, without another/u);
    // The published correction cannot be written over.
    await edit('corrections/2025-04-01-a.yaml', `now: ${first}`, `now: ${second}`)(copy);
    expect(await problems(copy)).toMatch(/is not what was published/u);
    await edit('corrections/2025-04-01-a.yaml', `now: ${second}`, `now: ${first}`)(copy);
    await write('corrections/2025-04-02-b.yaml', correction(SLOW, second, 'later'))(copy);
    expect(await problems(copy)).toMatch(/2025-04-02-b\.yaml: was: is not what the correction before it says/u);
    await write('corrections/2025-04-02-b.yaml', correction(first, second, 'later'))(copy);
    expect(await problems(copy)).toBe('');
  });
});
