import fs from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { joinRecord } from '../src/record/join.ts';
import { findProblems } from '../src/record/check/rules.ts';
import { readContent } from '../src/record/read.ts';
import { problemLine } from '../src/record/schema/problem.ts';
import { findLoadedWords } from './support/loaded-words.ts';
import { readingGrade } from './support/reading-grade.ts';
import { READING_GRADE } from './support/thresholds.ts';

const { entries, problems } = await readContent('content');
const record = joinRecord(entries);

/** The seed article's quoted statements, as the article prints them, by a few words that no other has. */
const SEED = 'bbc-2025-04-16-uk-france-migrant-returns-talks';

describe('the real content', () => {
  test('has no problem', () => {
    expect([...problems, ...findProblems(entries)].map(problemLine)).toEqual([]);
  });

  test('is the whole record: 11 topics, 33 questions, five parties on each', () => {
    expect(record.topics).toHaveLength(11);
    const dimensions = record.topics.flatMap((topic) => topic.dimensions);
    expect(dimensions).toHaveLength(33);
    expect(new Set(dimensions.map(({ positions }) => positions.map(({ party }) => party.id).join(' ')))).toEqual(new Set(['conservatives greens labour lib-dems reform']));
  });

  test('every quote is proven word for word', () => {
    expect(record.quotes.filter(({ proof }) => proof.verdict !== 'proven').map(({ id }) => id)).toEqual([]);
  });

  test('the ledger holds every quote that is published', () => {
    const ledger = new Set(entries.published.map(({ id }) => id));
    expect(
      record.quotes.filter(({ id }) => !ledger.has(id)).map(({ id }) => id),
      'run npm run content:publish',
    ).toEqual([]);
  });

  test('the topic of the Channel returns holds each party and voice that the seed article quotes', () => {
    const topic = record.topics.find(({ id }) => id === 'channel-returns');
    const quoted = topic?.quotes.filter(({ source }) => source.id === SEED).map(({ speaker }) => speaker.id);
    expect(new Set(quoted)).toEqual(new Set(['chris-philp', 'lee-anderson', 'lib-dems-spokesperson', 'lilian-greenwood', 'labour-home-office']));
    expect(new Set(topic?.dimensions.flatMap(({ voices }) => voices.map(({ name }) => name)))).toEqual(new Set(['French interior ministry', 'Peter Walsh']));
    expect(topic?.figures.map(({ value }) => value)).toEqual(expect.arrayContaining(['705', '12', '8,888', '42% higher', 'one for one']));
    expect(topic?.events.length).toBeGreaterThanOrEqual(6);
  });

  test('the source texts are not in the project, only their fingerprints', async () => {
    const files = await fs.readdir('content/sources');
    const texts = await Promise.all(files.map((file) => fs.readFile(`content/sources/${file}`, 'utf8')));
    const longest = Math.max(...texts.map((text) => text.replace(/runs:[\s\S]*/u, '').length));
    expect(longest).toBeLessThan(1500);
  });
});

describe('our own words', () => {
  const own = [
    ...entries.topics.flatMap(({ file, data, body }) =>
      [
        ...[data.title, data.summary, data.tagline, data.balanceReason ?? '', body],
        ...data.terms.map(({ meaning }) => meaning),
        ...data.dimensions.flatMap(({ title, shortTitle, question }) => [title, shortTitle, question]),
        ...data.figures.flatMap(({ label, note = '' }) => [label, note]),
        ...data.events.map(({ title }) => title),
        ...data.voices.flatMap(({ kind, text, note = '' }) => (kind === 'reported' ? [text, note] : [note])),
      ].map((text) => ({ file, text })),
    ),
    ...entries.positions.flatMap(({ file, data, body }) =>
      [data.summary ?? '', ...data.quotes.map(({ note }) => note ?? ''), ...data.silent.map(({ note }) => note ?? ''), ...data.reported.map(({ text }) => text), body].map((text) => ({ file, text })),
    ),
    ...entries.pages.map(({ file, body }) => ({ file, text: body })),
  ];

  test('use no word that only one side uses, outside quotation marks', () => {
    expect(own.flatMap(({ file, text }) => findLoadedWords(text).map((word) => `${file}: ${word}`))).toEqual([]);
  });

  test.each(entries.topics.map(({ id, body }) => [id, body] as const))('the background of %s reads at age 12 or lower', (_, body) => {
    expect(readingGrade(body)).toBeLessThanOrEqual(READING_GRADE);
  });
});
