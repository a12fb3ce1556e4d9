import fs from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { watchSchema } from '../src/cli/harvest/watch.ts';
import { judge } from '../src/features/check/misquote.ts';
import { buildQuoteIndex } from '../src/features/check/quote-index.ts';
import { lesson } from '../src/features/class/lesson.ts';
import { leanings } from '../src/features/class/lesson-questions.ts';
import { matchData } from '../src/features/match/match.ts';
import { stanceReliability } from '../src/record/agreement.ts';
import { findLeaks } from '../src/record/blind/blind.ts';
import { blindText } from '../src/record/blind/blind-text.ts';
import { coverage, gapsOf } from '../src/record/coverage.ts';
import { findArticleProblems } from '../src/record/check/articles.ts';
import { joinRecord } from '../src/record/join.ts';
import { nameForms } from '../src/record/party-names.ts';
import { inspectContent } from '../src/record/read.ts';
import { problemLine } from '../src/record/schema/problem.ts';
import { findLoadedWords } from './support/loaded-words.ts';
import { readingGrade } from './support/reading-grade.ts';
import { LEFT_OUT_BLIND, READING_GRADE, RELIABILITY } from './support/thresholds.ts';

/** The record itself: no other test reads it. */
const { entries, problems } = await inspectContent('content');
const record = joinRecord(entries);
const { parties, speakers, topics, quotes } = record;

describe('the record', () => {
  test('has no problem', () => expect(problems.map(problemLine)).toEqual([]));

  test('grows from every party: the site of each is watched', async () => {
    const watched = watchSchema.parse(parse(await fs.readFile('content/watch.yaml', 'utf8'))).map(({ url }) => new URL(url).host);
    expect(entries.parties.filter(({ data }) => !watched.includes(new URL(data.website).host)).map(({ id }) => id)).toEqual([]);
  });

  test('has every party’s position on every question, with a quote or with what was read in vain', () => {
    expect(topics.flatMap(({ dimensions }) => dimensions.filter(({ positions }) => positions.map(({ party }) => party.id).join() !== parties.map(({ id }) => id).join()))).toEqual([]);
    const unexplained = gapsOf(record).filter(({ position: { silence, silent } }) => silence === undefined || silent.length === 0);
    expect(unexplained.map(({ position }) => position.id)).toEqual([]);
  });

  test('proves every quote word for word, or says that nobody could check it', () => {
    const fingerprinted = new Set(entries.sources.filter(({ data }) => data.fingerprint).map(({ id }) => id));
    expect(quotes.filter(({ proof, source }) => proof.verdict !== (fingerprinted.has(source.id) ? 'proven' : 'unchecked')).map(({ id, proof }) => `${id}: ${proof.verdict}`)).toEqual([]);
  });

  test('has every quote in its ledger', () => {
    const ledger = new Set(entries.published.map(({ id }) => id));
    const missing = quotes.filter(({ id }) => !ledger.has(id)).map(({ id }) => id);
    expect(missing, 'run npm run content:publish').toEqual([]);
  });

  test('was coded twice throughout, and the two readings agree', () => {
    const { all } = stanceReliability(record);
    expect(quotes.filter(({ coding }) => !coding).map(({ id }) => id)).toEqual([]);
    expect(all.alpha).toBeGreaterThan(RELIABILITY);
  });

  test('gives a reason wherever a topic is out of balance', () => expect(coverage(record).topics.filter(({ balanced, balanceReason }) => !balanced && balanceReason === undefined)).toEqual([]));

  test('holds the other voices, figures and events of the seed article', () => {
    const topic = topics.find(({ id }) => id === 'channel-returns');
    expect(topic?.dimensions.flatMap(({ voices }) => voices.map(({ name }) => name))).toEqual(expect.arrayContaining(['French interior ministry', 'Peter Walsh']));
    expect(topic?.figures.map(({ value }) => value)).toEqual(expect.arrayContaining(['705', '12', '8,888', '42% higher', 'one for one']));
    expect(topic?.events.length).toBeGreaterThanOrEqual(6);
  });

  test('holds no text of a source, only fingerprints', async () => {
    const files = await fs.readdir('content/sources');
    const texts = await Promise.all(files.map((file) => fs.readFile(`content/sources/${file}`, 'utf8')));
    const longest = Math.max(...texts.map((text) => text.replace(/runs:[\s\S]*/u, '').length));
    expect(longest).toBeLessThan(1500);
  });
});

test('each quote of the record is found whole, under its own id, by who checks a quote', () => {
  const index = buildQuoteIndex(quotes);
  const verdictsOn = (text: string) => judge(text, index).map(({ verdict, quote }) => `${verdict} ${quote}`);
  expect(quotes.filter(({ id, text }) => verdictsOn(text).join() !== `in-record ${id}`).map(({ id }) => id)).toEqual([]);
});

test('every example of the guide for articles is right', async () => {
  const guide = (await fs.readFile('content/README.md', 'utf8')).split('## Write an article')[1]?.split('\n## ')[0] ?? '';
  const examples = [...guide.matchAll(/`(<[A-Z].*?>)`/gu)].map(([, example = '']) => (/^<(?:Words|Said|Term|Title|Word)\b/u.test(example) ? `So: ${example}.` : example));
  const article = { id: 'guide', file: 'guide', body: examples.join('\n\n'), data: { ...entries.articles[0]!.data, topics: ['channel-returns'] } };
  expect(examples.length).toBeGreaterThanOrEqual(14);
  expect((await findArticleProblems({ ...entries, articles: [article] })).map(problemLine)).toEqual([]);
});

describe('without names', () => {
  const forms = nameForms(parties, speakers);
  const shown = quotes.map((quote) => ({ quote, text: blindText(quote, forms) }));
  const found = (pattern: RegExp) => shown.filter(({ text }) => pattern.test(text ?? '')).map(({ text }) => text);

  test('a quote tells no party, speaker or leader', () => expect(shown.flatMap(({ text }) => findLeaks(text ?? '', parties, speakers))).toEqual([]));

  test('it holds, in a second and plainer look, no surname and no capitalised word of a party’s own names', () => {
    // Capitals that are no party: what opens a sentence, and the names of a bill and of an event.
    const ordinary = /^Reform the House of Lords|^Young people|Renters’ \(Reform\) Bill|\bBrexit\b/gu;
    const people = speakers
      .filter(({ kind }) => kind === 'person')
      .map(
        ({ name }) =>
          name
            .replace(/ of .*$/u, '')
            .split(' ')
            .at(-1) ?? '',
      );
    const words = parties
      .flatMap(({ name, ownNames }) => [name, ...ownNames])
      .filter((name) => !/^\p{Ll}/u.test(name))
      .map((name) => name.split(' ')[0] ?? '');
    const names = [...people, ...words].filter((word) => /^\p{Lu}\p{L}{3}/u.test(word)).map((word) => RegExp.escape(word));
    const pattern = new RegExp(String.raw`(?<![\p{L}])(?:${names.join('|')})(?![\p{L}])`, 'u');
    expect(shown.map(({ text }) => (text ?? '').replace(ordinary, '')).filter((text) => pattern.test(text))).toEqual([]);
  });

  test('it does not say that a minister speaks for the government, nor who sits in its cabinet or against it', () => {
    const ministers = shown.filter(({ quote }) => quote.capacity === 'government').map(({ text }) => text ?? '');
    expect(ministers.filter((text) => /\b(?:the|this|our) Government\b|\bprime minister\b|\bhome secretary\b|\bas Chancellor\b|\bprevious Government\b/iu.test(text))).toEqual([]);
    expect(found(/shadow cabinet|hon\. (?:Friend|Member)|the Member for|two biggest parties/iu)).toEqual([]);
  });

  test('few are left out because masks could not hide whose they are', () => expect(shown.filter(({ text }) => text === undefined).length).toBeLessThan(quotes.length * LEFT_OUT_BLIND));

  test.each(topics)('no lesson on $id tells a party', (topic) => expect(findLeaks(JSON.stringify(lesson(topic, record)), parties, speakers)).toEqual([]));
});

describe('the questions', () => {
  const questions = topics.flatMap(({ dimensions }) => dimensions.map(({ question }) => question));

  test('ask for no one answer', () => expect(questions.filter((question) => leanings(question).some((fault) => fault.includes('asks for one answer')))).toEqual([]));

  test('have keys of their own in a link with answers', () => expect(matchData(record).questions).toHaveLength(questions.length));
});

/** An article without what it shows of the record. */
const ownWordsOf = (body: string) => body.replaceAll(/<(?:Said|Title|Word)\b.*?<\/\w+>|<\/?[A-Z][^>]*>/gu, ' ');

describe('our own words', () => {
  const own = [
    ...entries.topics.flatMap(({ file, data, body }) =>
      [
        ...[data.title, data.summary, data.tagline, data.balanceReason ?? '', data.care ?? '', body],
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
    ...entries.curricula.flatMap(({ file, data }) => [data.open ?? '', ...[...data.duties, ...data.aims].map(({ text }) => text)].map((text) => ({ file, text }))),
    ...entries.glossary.map(({ file, data }) => ({ file, text: data.meaning })),
    ...entries.articles.flatMap(({ file, data, body }) => [data.title, data.standfirst, ownWordsOf(body)].map((text) => ({ file, text }))),
  ];

  test('use no word that only one side uses, outside quotation marks', () => expect(own.flatMap(({ file, text }) => findLoadedWords(text).map((word) => `${file}: ${word}`))).toEqual([]));

  test('the meanings of hard words read at age 12 or lower', () => expect(readingGrade(entries.glossary.map(({ data }) => data.meaning).join(' '))).toBeLessThanOrEqual(READING_GRADE));

  test.each(entries.articles.map(({ id, body }) => [id, body] as const))('the article %s has at most 900 words, read at age 12 or lower', (_, body) => {
    expect(ownWordsOf(body).split(/\s+/u).length).toBeLessThanOrEqual(900);
    expect(readingGrade(ownWordsOf(body))).toBeLessThanOrEqual(READING_GRADE);
  });

  test.each(entries.topics.map(({ id, body }) => [id, body] as const))('the background of %s reads at age 12 or lower', (_, body) => expect(readingGrade(body)).toBeLessThanOrEqual(READING_GRADE));
});
