import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectContent } from '../../../src/record/read.ts';
import { problemLine } from '../../../src/record/schema/problem.ts';
import { runTool, smallContent } from '../../support/small-content.ts';

const content = await smallContent();
await fs.mkdir(path.join(content, 'articles'));
const FIELDS = { title: 'The bridge in words', standfirst: 'What was said of the bridge.', author: 'On Record', published: '2025-03-02', updated: '2025-03-02', topics: '[bridge]', status: 'published' };

/** What the check says of one article, a line a problem. */
async function problemsOf(body: string, fields: Partial<typeof FIELDS> = {}): Promise<string[]> {
  const front = Object.entries({ ...FIELDS, ...fields }).map(([name, value]) => `${name}: ${value}`);
  await fs.writeFile(path.join(content, 'articles/bridge.mdx'), `---\n${front.join('\n')}\n---\n\n${body}\n`);
  return (await inspectContent(content)).problems.map(problemLine);
}

const WHOLE = `The bridge <Words id="one-build-2024-01-10" part="can wait for a year" />, and “the ferry is slow”.

<Quote id="one-build-2025-03-01" part="We will build the bridge […] the ferry is slow." />

<SideBySide dimension="bridge/toll" parties="party-a, party-b" />

<Position dimension="bridge/build" party="party-b" />

<AtAGlance topic="bridge" />

<Timeline dimension="bridge/build" />

<Changes since="2024" topic="bridge" />

It stood in <Title>Talks on the bridge</Title>: <Said source="daily-example-2025-03-01">At noon the speaker said</Said>, of a <Word>bridge</Word> and the parties' own words.`;

test('an article made of the record alone has no problem', async () => expect(await problemsOf(WHOLE)).toEqual([]));

describe('an article is refused with one line that says where and what to do', () => {
  test.each<[string, string, string, string]>([
    ['a part of a quote with one other word', '<Quote id="one-build-2025-03-01" part="We shall build the bridge" />', 'line 3 of the body', 'copy them from the quote’s page'],
    ['a part with another comma', 'He said it <Words id="one-build-2024-01-10" part="can wait, for a year" />.', 'does not hold letter for letter', 'copy them from the quote’s page'],
    ['a quotation with one other word', 'He said “the bridge can wait for a month”.', 'which no quote of the record holds', '<Words id='],
    ['a quotation in single marks', "He said 'the bridge can wait for a month'.", 'which no quote of the record holds', '<Said source='],
    ['a quotation too short to be looked up', 'It is a “bridge”.', 'too short to be looked up', '<Word>'],
    ['a quotation that is not closed', 'He said “the bridge can wait.', 'without its other half', 'close the quotation'],
    ['a quote that does not exist', '<Quote id="nobody-build-2025" />', 'names the quote "nobody-build-2025", which does not exist', 'copy the id'],
    ['a dimension that does not exist', '<SideBySide dimension="bridge/paint" />', '"bridge/paint", which does not exist', 'bridge/build, bridge/toll'],
    ['a party that does not exist', '<Position dimension="bridge/toll" party="party-z" />', 'the party "party-z", which does not exist', 'party-a, party-b'],
    ['words of others that the source does not hold', 'They wrote <Said source="daily-example-2025-03-01">At night the speaker said</Said>.', 'is not word for word in daily-example-2025-03-01', 'copy the words again'],
    ['an import', 'import x from "node:fs"', 'import or export', 'remove it'],
    ['an export', 'export const x = 1', 'import or export', 'remove it'],
    ['an expression', 'It is {1 + 1}.', 'an MDX expression', 'remove it'],
    ['raw HTML', 'It is <div>here</div>.', 'the tag <div>', 'use one of: Quote, Position'],
    ['an attribute that is an expression', '<Quote id={x} />', 'id without words in quotation marks', 'write name="words"'],
    ['an attribute that the component does not take', '<Quote id="one-build-2025-03-01" size="big" />', 'has size, which it does not take', 'it takes id, part'],
    ['an attribute in single quotation marks', "<Quote id='one-build-2025-03-01' />", 'not written plainly', 'straight double quotation marks'],
    ['a component that is not closed', '<Quote id="one-build-2025-03-01">', 'is not MDX that can be compiled', 'close every tag'],
    ['a block in a sentence', 'He said <Quote id="one-build-2025-03-01" /> then.', '<Quote> stands in a sentence', 'a line of its own'],
    ['a quotation with >', '> We will build the bridge.', 'which nothing proves', 'write <Quote id='],
    ['a draft that is published unfinished', 'Write here why.', 'still says “Write here”', 'write it'],
    ['a topic of nothing', 'Words.', 'points to tunnel', 'content/topics/'],
  ])('%s', async (what, body, says, mend) => {
    const problems = await problemsOf(`\n${body}`, what === 'a topic of nothing' ? { topics: '[tunnel]' } : {});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^articles\/bridge\.mdx: (?:body|topics\[0\]): /u);
    expect(problems[0]).toContain(says);
    expect(problems[0]?.split('To mend: ')[1]).toContain(mend);
  });

  test('all of them at once, each with its own line', async () => {
    const problems = await problemsOf('<Quote id="x" />\n\nHe said “no such words here”.\n\n## “No such heading here”');
    expect(problems.map((line) => /line (\d+) of the body/u.exec(line)?.[1])).toEqual(['2', '4', '6']);
  });

  test('a quotation in its title too', async () => expect(await problemsOf('Words.', { title: 'They said “never in all our lives”' })).toEqual([expect.stringMatching(/^articles\/bridge\.mdx: title: holds “never/u)]));
});

test('article:new writes a draft that has no problem, and nothing over what is there', async () => {
  await fs.rm(path.join(content, 'articles/bridge.mdx'), { force: true });
  const call = () => runTool('article-new.ts', ['--title', 'Who pays for the bridge', '--topic', 'bridge', '--questions', 'toll,build'], { content });
  expect(await call()).toMatchObject({ code: 0, stdout: expect.stringContaining('articles/who-pays-for-the-bridge.mdx') });
  const written = await fs.readFile(path.join(content, 'articles/who-pays-for-the-bridge.mdx'), 'utf8');
  for (const words of ['status: draft', '<SideBySide dimension="bridge/build" />', '<SideBySide dimension="bridge/toll" />']) expect(written).toContain(words);
  expect((await inspectContent(content)).problems).toEqual([]);
  expect(await call()).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') });
  expect(await runTool('article-new.ts', ['--title', 'Paint', '--topic', 'bridge', '--questions', 'paint'], { content })).toMatchObject({ code: 1, stderr: expect.stringContaining('build, toll') });
});
