import { describe, expect, test } from 'vitest';
import { answerFirst, prepare, questionId } from '../../../src/features/search/answer.ts';
import { findArticles } from '../../../src/features/search/find-articles.ts';
import { questionIndex } from '../../../src/features/search/question-index.ts';
import { record } from '../../support/edition.ts';

const index = questionIndex(record);
const search = prepare(index);
const ask = (typed: string, more = {}) => answerFirst(search, { typed, filters: {}, ...more });
const asked = (typed: string, more = {}) => ask(typed, more).questions.map((found) => questionId(index, found));

describe('questions', () => {
  test.each(record.topics.flatMap((topic) => topic.dimensions.map((dimension) => [dimension.title, `${topic.id}/${dimension.id}`] as const)))('“%s” is answered by its own question', (title, id) => expect(asked(title)[0]).toBe(id));

  test.each(record.topics.flatMap((topic) => topic.dimensions.map((dimension) => [dimension.question, `${topic.id}/${dimension.id}`] as const)))('“%s” as well', (question, id) => expect(asked(question)[0]).toBe(id));

  test('at most three answer', () => {
    const counts = record.topics.map(({ title }) => asked(title).length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  });
  test('none answers words that the record does not hold', () => expect(asked('unicorn dinners')).toEqual([]));
  test('nor a word beside one that it does not hold; what is near is told', () => {
    const { questions, nearby, understood } = ask('unicorn renters');
    expect([questions, understood.lacking]).toEqual([[], ['unicorn']]);
    expect(nearby.length).toBeGreaterThan(0);
  });
  test('a question that answers but for one word says which', () => expect(ask('small boats rwanda removed unicorn').questions[0]?.lacks).toEqual(['unicorn']));
  test('none is asked for a phrase in quotation marks, or for the words only', () => {
    expect(asked('"small boats"')).toEqual([]);
    expect(asked('small boats', { asTyped: true })).toEqual([]);
  });
  test('only those of a chosen topic', () => expect(asked('target', { filters: { topic: record.topics.find(({ id }) => id === 'housing')!.title } }).every((id) => id.startsWith('housing/'))).toBe(true));
});

describe('articles', () => {
  const [article] = record.articles;
  const found = (typed: string, more = {}) => {
    const request = { typed, filters: {}, ...more };
    return findArticles(search, request, answerFirst(search, request)).map(({ id }) => id);
  };

  test.each([article!.title, 'one in one out', 'what does labour say about the france deal', 'small boats'])('“%s” is answered by the article on it', (typed) => expect(found(typed)).toEqual([article!.id]));
  test.each(['unicorn dinners', 'unicorn deal in the garden', 'rent controls', '"stop the boats" france deal', 'labour'])('“%s” by none', (typed) => expect(found(typed)).toEqual([]));
  test('only one of a chosen topic', () => {
    const of = (id: string) => ({ filters: { topic: record.topics.find((topic) => topic.id === id)!.title } });
    expect([found('small boats', of('channel-returns')), found('small boats', of('housing'))]).toEqual([[article!.id], []]);
  });
  test('one whose title holds the words goes before those that only touch them, which are left out', () => {
    const other = { ...index.articles[0]!, id: 'other', title: 'Something else' };
    const both = prepare({ ...index, articles: [other, ...index.articles] });
    const request = { typed: 'one in one out', filters: {} };
    expect(findArticles(both, request, answerFirst(both, request)).map(({ id }) => id)).toEqual([article!.id]);
  });
  test('a draft is not known', () => expect(questionIndex({ ...record, articles: [{ ...article!, status: 'draft' }] }).articles).toEqual([]));
});

describe('whom a query names', () => {
  const short = (typed: string, more = {}) => index.parties[ask(typed, more).party ?? -1]?.short;

  test.each(record.parties.map(({ shortName }) => shortName))('%s', (name) => expect(short(`what do ${name} say about small boats`)).toBe(name));
  test.each(index.speakers.slice(0, 12).map(({ name, party }) => [name, index.parties[party]!.short] as const))('%s speaks for %s', (name, party) => expect(short(`${name} on hotels`)).toBe(party));
  test('a chosen filter goes before the words', () => expect(short('labour on hotels', { filters: { party: record.parties[0]!.name } })).toBe(record.parties[0]!.shortName));
  test('the words are filters, but not those taken off', () => {
    expect(ask('labour on hotels').filters).toEqual({ party: { any: ['Labour'] } });
    expect(ask('labour on hotels', { off: ['party'] }).filters).toEqual({});
  });
  test('a leader of the past who is not quoted is no name', () => expect(ask('boris johnson').understood).toMatchObject({ named: [], lacking: ['boris', 'johnson'] }));
});

test('a record too large to send its words claims to lack none', () => expect(answerFirst(prepare({ ...index, spoken: {}, held: '', whole: false }), { typed: 'unicorn renters', filters: {} }).understood.lacking).toEqual([]));

test('every mark and every quote of the index is the record’s', () => {
  const dimensions = record.topics.flatMap((topic) => topic.dimensions);
  expect(index.questions.map(({ marks }) => marks.map(([stance, , , lead]) => [stance, lead]))).toEqual(dimensions.map(({ positions }) => positions.map(({ stance, statements }) => [stance, statements[0]?.quotes[0].id])));
});
