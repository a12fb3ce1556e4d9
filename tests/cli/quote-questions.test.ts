import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/record/read.ts';
import { copyOf, hashesOf, smallContent, temporaryFolder } from '../support/small-content.ts';
import { inTerminal, KEYS, pasted, type Step } from '../support/terminal.ts';

const { enter, down, ctrlC, ctrlD } = KEYS;
const WORDS = 'The ferry is good enough for everyone here.';
const LINES = 'The ferry is good\n\n\tenough for\r\neveryone here.';

let content: string;
let passage: string;
beforeAll(async () => {
  content = await smallContent();
  passage = path.join(await temporaryFolder(), 'passage.txt');
  await fs.writeFile(passage, `The leader answered: “${WORDS} No bridge!” and sat down again.`);
});

const ask = (folder: string, steps: readonly Step[], args: readonly string[] = []) => inTerminal([path.resolve('src/cli/quote-add.ts'), ...args], { CONTENT_DIR: folder }, steps);

/** Answers to every question, up to the one whether it is to be written. */
const answers = (words: string): Step[] => [
  ['Topic', enter],
  ['Question', down],
  ['● Should the bridge be built?', enter],
  ['Party', down],
  ['● Party B', enter],
  ['Text:', words],
  [WORDS, enter],
  ['Partial:', enter],
  ['Fit:', enter],
  ['Speaker:', enter],
  ['Role:', `Leader${enter}`],
  ['Capacity:', enter],
  ['Date:', `2025-02-30${enter}`],
  ['not a real date', '\u0015'],
  ['YYYY-MM-DD', `2025-03-01${enter}`],
  ['Source:', down],
  ['● Talks on the bridge', enter],
  ['Section:', enter],
  ['Note:', enter],
  ['A text file with the passage', `/nowhere.txt${enter}`],
  ['there is no such file', '\u0015'],
  ['A text file', `${passage}${enter}`],
  ['Summary:', `Prefers the ferry.${enter}`],
  ['two-build-2025-03-01', enter],
];

describe('quote:add asks in a terminal', () => {
  test.each([
    ['marked by the terminal', pasted(LINES)],
    ['handed on in one piece', LINES.replaceAll('\n', '\r')],
  ])('a paste of several lines, %s, is one answer: shown whole with proof and passage, written after a yes', async (_, paste) => {
    const copy = await copyOf(content);
    const { code, screen } = await ask(copy, [...answers(paste), ['Write it?', `yes${enter}`]]);
    expect(screen).toContain('Added two-build-2025-03-01');
    expect(code).toBe(0);
    const asked = screen.slice(screen.indexOf('gets this quote'), screen.indexOf('Write it?'));
    for (const shown of [`text: ${WORDS}`, 'date: 2025-03-01', 'proven word for word (passage)', 'No bridge!” and sat down again.']) expect(asked).toContain(shown);
    const { positions, published } = await checkContent(copy);
    expect(positions.find(({ id }) => id === 'bridge/build/party-b')?.data.quotes).toMatchObject([{ id: 'two-build-2025-03-01', text: WORDS }]);
    expect(published.map(({ id }) => id)).toContain('two-build-2025-03-01');
  });

  test('a wrong answer is asked again, and the others are kept', async () => {
    const copy = await copyOf(content);
    const steps: Step[] = [
      ...answers(pasted(`${WORDS} And so on.`)).map(([seen, keys]): Step => [seen === WORDS ? 'And so on.' : seen, keys]),
      ['Which answer is to be changed?', `${down.repeat(3)}${enter}`],
      ['Text: The words exactly', '\u0015'],
      ['_', WORDS],
      [WORDS, enter],
      ['Write it?', `no${enter}`],
      ['Which answer', ctrlC],
    ];
    const before = await hashesOf(copy);
    const { code, screen } = await ask(copy, steps);
    expect(screen).toMatch(/is not word for word[\s\S]*gets this quote[\s\S]*role: Leader[\s\S]*Stopped; nothing was written\. To go on/u);
    expect(code).toBe(1);
    expect(await hashesOf(copy)).toEqual(before);
  });

  test.each([
    ['Ctrl+C', 'where a text is asked for', ctrlC, 'Text:'],
    ['Ctrl+D', 'where a text is asked for', ctrlD, 'Text:'],
    ['Ctrl+D', 'where one is chosen', ctrlD, 'Speaker:'],
  ])('%s, %s, ends it without a trace, and it can be gone on with', async (_, __, key, at) => {
    const copy = await copyOf(content);
    const before = await hashesOf(copy);
    const steps = answers(WORDS);
    const { code, screen } = await ask(copy, [
      ...steps.slice(
        0,
        steps.findIndex(([seen]) => seen === at),
      ),
      [at, key],
    ]);
    expect(screen).toContain("npm run quote:add -- --topic 'bridge' --dimension 'build' --party 'party-b'");
    expect(screen).not.toMatch(/Warning|unsettled|^ {4}at /mu);
    expect(code).toBe(1);
    expect(await hashesOf(copy)).toEqual(before);
  });

  test('asks only for what the command line leaves out', async () => {
    const copy = await copyOf(content);
    const given = {
      topic: 'bridge',
      dimension: 'build',
      party: 'party-b',
      speaker: 'speaker-two',
      role: 'Leader',
      capacity: 'party',
      date: '2025-03-01',
      source: 'daily-example-2025-03-01',
      passage,
      summary: 'Prefers the ferry.',
      id: 'ferry',
    };
    const steps: Step[] = [
      ['Text:', pasted(LINES)],
      [WORDS, enter],
      ['Partial:', enter],
      ['Fit:', enter],
      ['Section:', enter],
      ['Note:', enter],
      ['Write it?', `yes${enter}`],
    ];
    const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
    expect((await ask(copy, steps, args)).code).toBe(0);
    expect((await checkContent(copy)).published.map(({ id }) => id)).toContain('ferry');
  });
});
