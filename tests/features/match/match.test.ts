import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, ANSWERS, decodeAnswers, encodeAnswers, matchData, matchParties, yesToEverything } from '../../../src/features/match/match.ts';
import { record as edition } from '../../support/edition.ts';
import { smallRecord } from '../../support/small-record.ts';

const answer = (given: Answer['answer'], matters = false): Answer => ({ answer: given, matters });

const record = smallRecord({
  one: { q1: { a: ['2024-01-01 supports'], b: ['2024-01-01 opposes'] }, q2: { a: ['2024-01-01 mixed'], b: [] } },
  two: { q3: { a: ['2024-01-01 opposes'], b: ['2024-01-01 unclear'] }, q4: { a: ['2024-01-01 supports'], b: ['2024-01-01 supports'] } },
});
const data = matchData(record);

describe('matchData', () => {
  test('holds each question with one letter a party', () => {
    expect(data.parties.map(({ name }) => name)).toEqual(['Party A', 'Party B']);
    expect(data.questions.map(({ id, stances }) => [id, stances])).toEqual([
      ['one/q1', 'so'],
      ['one/q2', 'm-'],
      ['two/q3', 'o-'],
      ['two/q4', 'ss'],
    ]);
  });
});

test('words that a party has dropped speak for nobody', () => {
  const dropped = record.topics.map((topic) => ({ ...topic, dimensions: topic.dimensions.map((one) => ({ ...one, positions: one.positions.map((position) => ({ ...position, dropped: true as const })) })) }));
  expect(matchData({ ...record, topics: dropped }).questions.map(({ stances }) => stances)).toEqual(['--', '--', '--', '--']);
});

describe('matchParties', () => {
  test('counts what is the same among the questions answered on which the party has a stated position', () => {
    const [a, b] = matchParties(data, { 'one/q1': answer('yes'), 'one/q2': answer('depends'), 'two/q3': answer('yes'), 'two/q4': answer('skip') });
    expect(a).toMatchObject({ same: 2, n: 3, of: 3, points: 2, possible: 3 });
    expect(b).toMatchObject({ same: 0, n: 1, of: 3, points: 0, possible: 1 });
    expect(a?.lines.map(({ question, result }) => [question, result])).toEqual([
      ['one/q1', 'same'],
      ['one/q2', 'same'],
      ['two/q3', 'different'],
    ]);
    expect(b?.lines.map(({ stance, result }) => [stance, result])).toEqual([
      ['opposes', 'different'],
      ['none', 'no-position'],
      ['none', 'no-position'],
    ]);
  });

  test.each<[Answer['answer'], string]>([
    ['yes', 'one/q1'],
    ['depends', 'one/q2'],
    ['no', 'two/q3'],
  ])('%s is the same as the stance of party A on %s and of no other kind', (given, id) => {
    const results = ['one/q1', 'one/q2', 'two/q3'].map((question) => matchParties(data, { [question]: answer(given) })[0]?.same);
    expect(results).toEqual(['one/q1', 'one/q2', 'two/q3'].map((question) => (question === id ? 1 : 0)));
  });

  test('a question that matters counts twice in the points, once in the counts', () => {
    const [a, b] = matchParties(data, { 'one/q1': answer('yes', true), 'two/q4': answer('no') });
    expect(a).toMatchObject({ same: 1, n: 2, points: 2, possible: 3 });
    expect(b).toMatchObject({ same: 0, n: 2, points: 0, possible: 3 });
  });

  test('without an answer every party has nothing of nothing; answers to unknown questions change nothing', () => {
    expect(matchParties(data, {}).map(({ same, n, of }) => [same, n, of])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(matchParties(data, { 'gone/q9': answer('yes') }).map(({ of }) => of)).toEqual([0, 0]);
  });
});

test('who says yes to everything shares what each party supports, of what it has a position on', () => {
  expect(yesToEverything(data).map(({ party, same, n }) => [party.name, same, n])).toEqual([
    ['Party A', 2, 4],
    ['Party B', 1, 2],
  ]);
});

describe('answers in a link', () => {
  const ids = data.questions.map(({ id }) => id);
  const anyAnswers = fc.dictionary(fc.constantFrom(...ids), fc.record({ answer: fc.constantFrom(...ANSWERS), matters: fc.boolean() }));

  test('come back as they were, skipped ones left out', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const answered = Object.fromEntries(Object.entries(answers).filter(([, given]) => given.answer !== 'skip'));
        expect(decodeAnswers(encodeAnswers(answers), data.questions)).toEqual(answered);
      }),
    );
  });

  test('are short and need no escaping, even with every question of the edition answered', async () => {
    const { questions } = matchData(edition);
    const all: Answers = Object.fromEntries(questions.map(({ id }) => [id, answer('no', true)]));
    const text = encodeAnswers(all);
    expect(encodeURIComponent(text)).toBe(text);
    expect(text.length).toBe(1 + 5 * questions.length);
    expect(decodeAnswers(text, questions)).toEqual(all);
    expect(encodeAnswers({})).toBe('');
  });

  test('stay right when questions are added, moved and removed', () => {
    const text = encodeAnswers({ 'one/q1': answer('yes'), 'two/q3': answer('depends', true) });
    expect(decodeAnswers(text, [{ id: 'new/q0' }, { id: 'two/q3' }, { id: 'new/q9' }])).toEqual({ 'two/q3': answer('depends', true) });
  });

  test('a link that was shared once is read for ever', () => {
    expect(decodeAnswers('a7I9uNsQlCy', [{ id: 'nhs/waiting-times' }, { id: 'welfare/two-child-limit' }])).toEqual({ 'nhs/waiting-times': answer('yes'), 'welfare/two-child-limit': answer('no', true) });
  });

  test.each(['', 'a', 'b', 'aAAAA', 'aAAAAz', 'aAAAAy1', 'zAAAAy', 'AAAAAy', '%%%', 'a<b>cy', 'a'.repeat(100_001), '__proto__', 'a👍AAAy'])('malformed or unknown (%.20s) gives no answers', (text) => {
    expect(decodeAnswers(text, data.questions)).toEqual({});
  });

  test('whatever stands in the link, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => decodeAnswers(text, data.questions)).not.toThrow();
        expect(() => decodeAnswers(`a${text}`, data.questions)).not.toThrow();
      }),
    );
  });
});
