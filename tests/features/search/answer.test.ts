import { describe, expect, test } from 'vitest';
import { answerFirst, prepare, questionId } from '../../../src/features/search/answer.ts';
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
