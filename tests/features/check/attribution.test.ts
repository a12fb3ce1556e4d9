import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worstOf } from '../../../src/cli/check.ts';
import { checkable } from '../../../src/features/check/checkable.ts';
import { checkerOf } from '../../../src/features/check/checker.ts';
import { record } from '../../support/edition.ts';
import { PASTED, writeOut } from './pasted.ts';

const checker = checkerOf(checkable(record, ({ id }) => id));
const textOf = (id: string) => checker.quotes.get(id)!.text;
const quotes = [...checker.quotes.values()];
const line = (passage: string) => worstOf(checker.judge(passage));

describe.each(Object.entries(PASTED))('%s', (expected, rows) => {
  test.each(rows)('%s', (row) => {
    const { verdict, attribution, named, spoke } = line(writeOut(row, textOf));
    expect(`${verdict} ${attribution}`, `named ${named}, spoke ${spoke}`).toBe(expected);
  });
});

describe('who is named and who spoke', () => {
  test.each([
    ['Farage said: “{reed}”', 'Nigel Farage', 'Steve Reed', 'These are Steve Reed’s words, not Nigel Farage’s.'],
    ['The Tories said: “{reed}”', 'Conservatives', 'Steve Reed', 'These are Steve Reed’s words, not the Conservatives’.'],
    ['The home secretary said: “{reed}”', 'home secretary', 'Steve Reed', 'These are Steve Reed’s words, not the home secretary’s.'],
    ['Boris Johnson said: “{tories}”', 'Boris Johnson', 'Conservative Party', 'These are the Conservative Party’s words, not Boris Johnson’s.'],
    ['In 2019 Steve Reed said: “{reed}”', 'Steve Reed, 2019', 'Steve Reed', 'These words are from 16 December 2025. You have: Steve Reed, 2019.'],
    ['In Labour’s manifesto: “{reed}”', 'Labour’s manifesto', 'Steve Reed', 'These are Steve Reed’s words (Secretary of State for Housing, Communities and Local Government), not a manifesto’s.'],
    ['Reed: “{farage}. {reed}”', 'Steve Reed', 'Nigel Farage and Steve Reed', 'One quotation, but the words stand in 2 quotes. Spoken by: Nigel Farage and Steve Reed.'],
    ['Steve Reed said: “{reed}”', 'Steve Reed', 'Steve Reed', 'These are Steve Reed’s words, as you have it.'],
    ['Steve Reed said: “{reed|is not|is}”', 'Steve Reed', 'Steve Reed', 'The quote is Steve Reed’s, as you have it, but its words were changed.'],
    ['Farage said: “{reed|is not|is}”', 'Nigel Farage', 'Steve Reed', 'The quote is Steve Reed’s, not Nigel Farage’s, and its words were changed.'],
    ['“{reed}”', null, 'Steve Reed', ''],
  ])('%s', (row, named, spoke, said) => {
    const [judgement] = checker.judge(writeOut(row, textOf));
    expect([judgement!.named, judgement!.spoke, checker.whose(judgement!)]).toEqual([named, spoke, said]);
  });

  test('words too few to judge list every quote they stand in', () => {
    const { quote, places } = line('“smash the gangs”');
    expect(places.length).toBeGreaterThan(1);
    expect(places.map((id) => textOf(id).toLowerCase()).filter((text) => !text.includes('smash the gangs'))).toEqual([]);
    expect(places).toContain(quote);
  });

  test('a cut that is marked is shown, with the words that were left out', () => {
    const [judgement] = checker.judge(writeOut('“{reed:1-5} […] {reed:14-17}.”', textOf));
    expect(judgement!.pieces.filter(({ cut }) => cut)).toEqual([{ said: 'is not a slogan or a vanity project', pasted: '', same: false, cut: true }]);
  });
});

test.each([
  ['Jones said: “{a}”', 'right', 'Jones'],
  ['Jones said: “{b}”', 'right', 'Jones'],
  ['Anna Jones said: “{b}”', 'wrong', 'Anna Jones'],
  ['A. Jones said: “{a}”', 'right', 'Anna Jones'],
  ['Peter Jones said: “{a}”', 'wrong', 'Peter Jones'],
  ['The harbour minister said: “{a}”', 'right', 'harbour minister'],
  ['The harbour minister said: “{b}”', 'wrong', 'harbour minister'],
  ['Lord Jones of Quay said: “{b}”', 'right', 'Lord Jones of Quay (Ben Jones)'],
])('of two people with one surname either is meant, and a first name tells: %s', (row, attribution, named) => {
  const spoken = { kind: 'person', capacity: 'government', page: '', by: '', party: 'pier' } as const;
  const words = { a: 'We shall mend the pier before the winter comes.', b: 'Nobody has ever asked us for another lighthouse.' };
  const two = checkerOf({
    parties: [{ id: 'pier', name: 'Pier Party', names: 'Pier Party' }],
    quotes: [
      { ...spoken, id: 'a', text: words.a, speaker: 'Anna Jones', role: 'Minister for the Harbour', date: '2025-03-01' },
      { ...spoken, id: 'b', text: words.b, speaker: 'Lord Jones of Quay (Ben Jones)', role: 'Minister of State', date: '2025-03-01' },
    ],
  });
  expect(two.judge(row.replace(/\{(a|b)\}/u, (_, name: 'a' | 'b') => words[name]))[0]).toMatchObject({ attribution, named });
});

/** How reporters write it: N is who, Q the words. */
const TEMPLATES = [
  'N said: “Q”',
  '“Q,” said N.',
  '“Q”, N said.',
  'N: ‘Q’',
  'According to N, “Q”.',
  '“Q” – N',
  '“Q” (N)',
  'Speaking on Sunday, N warned: "Q"',
  'As N put it: “Q” The debate went on.',
  'N told Sky News last week that “Q”.',
  'N: Q',
  'N said that Q',
  'Q, said N.',
  'Asked about it, N replied: “Q”',
];

describe('over the edition', () => {
  const named = ({ speaker, kind, party }: (typeof quotes)[number], short: boolean) => {
    if (kind !== 'person') return record.parties.find(({ id }) => id === party)!.name;
    return short && !/^(?:Lord|Baroness|Earl)/u.test(speaker) ? speaker.split(' ').at(-1)! : speaker;
  };
  const draws = fc.sample(
    fc.record({ quote: fc.constantFrom(...quotes), other: fc.constantFrom(...quotes), template: fc.constantFrom(...TEMPLATES), short: fc.boolean(), at: fc.nat(1000), length: fc.nat(30), cut: fc.integer({ min: 1, max: 8 }) }),
    { numRuns: 3000, seed: 20261126 },
  );
  const written = (template: string, who: string, words: string) => template.replace('N', () => who).replace('Q', () => words);

  test('words given to who spoke them are in the record, and to anybody else are not', () => {
    const wrong = draws.flatMap(({ quote, other, template, short }) => {
      const right = written(template, named(quote, short), quote.text);
      const swapped = written(template, named(other, short), quote.text);
      const alike = other.speaker === quote.speaker || (other.kind !== 'person' && other.party === quote.party);
      return [...(line(right).attribution === 'right' && line(right).verdict === 'in-record' ? [] : [right]), ...(alike || (line(swapped).attribution === 'wrong' && line(swapped).verdict === 'misattributed') ? [] : [swapped])];
    });
    expect(wrong).toEqual([]);
  });

  test('every verbatim extract of three words or more is found, unless a “not” of its own was left off', () => {
    const told = draws.flatMap(({ quote, at, length, short }) => {
      const words = quote.text.split(' ');
      const from = at % Math.max(1, words.length - 2);
      const extract = words
        .slice(from, from + 3 + length)
        .join(' ')
        .replace(/^[“”‘"]+|[“”"]+$/gu, '');
      const { verdict, changes } = line(short ? `“${extract}”` : `“${extract}” was the line.`);
      const turned = changes.length === 1 && /^(?:not|no|nor|never|neither|none|nobody|nothing|without|cannot|\S+n['’]t)\b/iu.test(changes[0]!.said) && changes[0]!.pasted === '';
      return [{ extract, verdict: verdict === 'altered' && turned ? 'turned' : verdict }];
    });
    expect(told.filter(({ verdict }) => !['in-record', 'too-short', 'turned'].includes(verdict))).toEqual([]);
    expect(told.filter(({ extract, verdict }) => verdict === 'too-short' && extract.split(' ').length > 5)).toEqual([]);
    expect(told.filter(({ verdict }) => verdict === 'turned').length / told.length).toBeLessThan(0.03);
  });

  test('two people’s words in one quotation are joined, and words left out without a mark are missed', () => {
    const wrong = draws.slice(0, 1000).flatMap(({ quote, other, cut }) => {
      const [words, others] = [quote.text.split(' '), other.text.split(' ')];
      const joined = `“${words.slice(0, 6 + cut).join(' ')} ${others.slice(-6 - cut).join(' ')}”`;
      const hidden = `“${words.slice(0, 5).join(' ')} ${words.slice(6 + cut).join(' ')}”`;
      const plain = !/[“”‘[…]/u.test(quote.text + other.text);
      const twice = quote.speaker === other.speaker || !plain;
      const cutOut = plain && words.length > 12 + cut;
      return [...(twice || line(joined).verdict === 'joined' ? [] : [joined]), ...(!cutOut || line(hidden).verdict === 'altered' ? [] : [hidden])];
    });
    expect(wrong).toEqual([]);
  });
});
