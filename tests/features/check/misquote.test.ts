import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildQuoteIndex, judge } from '../../../src/features/check/misquote.ts';
import { LONGEST_PASSAGE } from '../../../src/record/thresholds.ts';
import { locateWords, wordsOf } from '../../../src/record/words.ts';
import { record } from '../../support/edition.ts';
import { CHANGES_TOLD_OTHERWISE, QUOTES_ALIKE } from '../../support/thresholds.ts';

const small = buildQuoteIndex([
  { id: 'bridge', text: 'We will not build the bridge by 2030. Bridges cost £25 million each, and nobody has asked us for one.' },
  { id: 'tunnel', text: 'A tunnel is cheaper […] it would also be dry in winter.' },
  { id: 'won-t', text: 'won’t work because tunnels leak' },
  { id: 'inner', text: 'What we hear about ‘mending the pier’ and ‘painting the lamps’ – none of this is happening.' },
  { id: 'ferry', text: 'The ferry must run.' },
]);
const brief = (passage: string) => judge(passage, small).map(({ verdict, quote }) => `${verdict} ${quote ?? '-'}`);

describe('what was pasted is in the record', () => {
  test.each([
    ['a whole quote of two sentences, as one', 'We will not build the bridge by 2030. Bridges cost £25 million each, and nobody has asked us for one.', ['in-record bridge']],
    ['one of its sentences', 'Bridges cost £25 million each, and nobody has asked us for one.', ['in-record bridge']],
    ['a part of a sentence', 'nobody has asked us for one', ['in-record bridge']],
    ['other typography and line breaks', '“we will not build\nthe bri\u00addge by 2030”', ['in-record bridge']],
    ['a quote with its cut', 'A tunnel is cheaper [...] it would also be dry in winter.', ['in-record tunnel']],
    ['a cut marked with bare dots', 'A tunnel is cheaper … it would also be dry in winter.', ['in-record tunnel']],
    ['an insertion in square brackets', 'We [the council] will not build the bridge by 2030.', ['in-record bridge']],
    ['a short whole sentence', 'The ferry must run!', ['in-record ferry']],
    ['only the words in quotation marks', "Speaker One said the plan “won't work because tunnels leak”, and left.", ['in-record won-t']],
    ['words in quotation marks around an attribution', '“A tunnel is cheaper,” she said, “it would also be dry in winter.”', ['in-record tunnel', 'in-record tunnel']],
    ['several sentences, each its own', 'The ferry must run. Nobody came to the market today. A tunnel is cheaper.', ['in-record ferry', 'not-in-record -', 'in-record tunnel']],
  ])('%s', (_, passage, expected) => {
    const verdicts = brief(passage);
    // "A tunnel is cheaper" has four words: enough for an extract.
    expect(verdicts).toEqual(expected);
  });

  test('and it says whether that is the whole quote', () => {
    expect(judge('The ferry must run.', small)[0]).toMatchObject({ whole: true });
    expect(judge('We will not build the bridge by 2030.', small)[0]).toMatchObject({ whole: false });
  });
});

describe('what was pasted is altered', () => {
  test.each([
    ['a swapped word', 'We will not paint the bridge by 2030.', 'bridge', [{ said: 'build', pasted: 'paint' }]],
    ['a dropped “not”', 'We will build the bridge by 2030.', 'bridge', [{ said: 'not', pasted: '' }]],
    ['an added “not”', 'A tunnel is not cheaper […] it would also be dry in winter.', 'tunnel', [{ said: '', pasted: 'not' }]],
    ['a contraction undone', 'will work because tunnels leak', 'won-t', [{ said: 'won’t', pasted: 'will' }]],
    ['a negation left off at the start', 'work because tunnels leak', 'won-t', [{ said: 'won’t', pasted: '' }]],
    ['a changed number', 'We will not build the bridge by 2040.', 'bridge', [{ said: '2030', pasted: '2040' }]],
    ['a changed currency', 'Bridges cost €25 million each, and nobody has asked us for one.', 'bridge', [{ said: '£25', pasted: '€25' }]],
    ['a hidden cut', 'A tunnel is cheaper it would also be dry in winter.', 'tunnel', [{ said: '[…]', pasted: '' }]],
    ['a first word left out', 'will not build the bridge by 2030.', 'bridge', [{ said: 'We', pasted: '' }]],
    ['a last word left out', 'We will not build the bridge by.', 'bridge', [{ said: '2030', pasted: '' }]],
    ['a word added at the end', 'We will not build the bridge by 2030 anyway.', 'bridge', [{ said: '', pasted: 'anyway' }]],
    ['one word of five', 'won’t work although tunnels leak', 'won-t', [{ said: 'because', pasted: 'although' }]],
    [
      'two changes',
      'Bridges cost £35 million each, and somebody has asked us for one.',
      'bridge',
      [
        { said: '£25', pasted: '£35' },
        { said: 'nobody', pasted: 'somebody' },
      ],
    ],
    ['a changed quote that has quotation marks inside', 'What we hear about ‘mending the pier’ and ‘painting the lamps’ – all of this is happening.', 'inner', [{ said: 'none', pasted: 'all' }]],
    ['only the words in quotation marks', 'Speaker One said that it “won’t work because bridges leak”.', 'won-t', [{ said: 'tunnels', pasted: 'bridges' }]],
  ])('%s', (_, passage, quote, changes) => expect(judge(passage, small)).toMatchObject([{ verdict: 'altered', quote, changes }]));

  test('the words are shown as they were written on each side', () => {
    const [judgement] = judge('WE WILL NOT Paint the “Bridge” by 2030', small);
    expect(judgement?.pieces).toEqual([
      { same: true, said: 'We will not', pasted: 'WE WILL NOT' },
      { same: false, said: 'build', pasted: 'Paint' },
      { same: true, said: 'the bridge by 2030', pasted: 'the “Bridge” by 2030' },
    ]);
  });

  test('a much changed short sentence is recognised beside its neighbour', () => {
    const index = buildQuoteIndex([{ id: 'lamps', text: 'It is late. The lamps in the harbour should have been painted years ago.' }]);
    expect(judge('It was late. The lamps in the harbour should have been painted years ago.', index)).toMatchObject([{ verdict: 'altered', changes: [{ said: 'is', pasted: 'was' }] }, { verdict: 'in-record' }]);
    expect(judge('It was late.', index)).toMatchObject([{ verdict: 'not-in-record' }]);
  });
});

describe('odd input', () => {
  test.each([
    ['nothing', ''],
    ['white space and marks', ' \n\t… — “” !!! […] 🙂'],
    ['only an insertion', '[nothing of this]'],
  ])('%s gives no judgement', (_, passage) => expect(judge(passage, small)).toEqual([]));

  test.each([
    ['Chinese', '我们不会建桥。'],
    ['Arabic', 'لن نبني الجسر.'],
    ['Cyrillic letters that look Latin', 'Тhе fеrrу muѕt run.'],
  ])('%s is not in the record', (_, passage) => expect(brief(passage)).toEqual(['not-in-record -']));

  test('a text that is too long is refused as a whole', () => {
    expect(judge('The ferry must run. '.repeat(LONGEST_PASSAGE / 20), small).length).toBeGreaterThan(1);
    expect(judge('The ferry must run. '.repeat(LONGEST_PASSAGE), small)).toMatchObject([{ verdict: 'too-long', quote: null, changes: [] }]);
  });

  test('an index without quotes has nothing in it', () => expect(judge('The ferry must run.', buildQuoteIndex([]))).toMatchObject([{ verdict: 'not-in-record' }]));
});

const index = buildQuoteIndex(record.quotes);
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const sentences = record.quotes.flatMap(({ id, text }) => [...segmenter.segment(text.normalize('NFC'))].map(({ segment }) => ({ id, text: segment.trim() }))).filter(({ text }) => wordsOf(text).length > 0);
const vocabulary = [...new Set(record.quotes.flatMap(({ text }) => wordsOf(text)))].sort();

/** Ordinary sentences on the same subjects; invented, and said by nobody in the record. */
const NEUTRAL = [
  'We will do everything we can for working people.',
  'The government will bring forward a Bill in the next session.',
  'We want to make sure that people get the help they need.',
  'This is a matter for the whole of the United Kingdom.',
  'The library opens at nine on Saturdays and closes at noon.',
  'Our train to the coast was late again this morning.',
  'We need to work with our European partners on this.',
  'The cost of living is the biggest concern for many families.',
  'The party said it would publish its plans in the spring.',
  'We will invest in the NHS and cut waiting times.',
  'It is time for a change in the way we do politics.',
  'I think that we should look at this again in the future.',
  'We are committed to a fair deal for renters and landlords.',
  'More must be done to support people who are out of work.',
  'Net zero is good for jobs and good for growth.',
  'We support the principle of the Bill, but it needs more work.',
  'There is no plan to change the law on this.',
  'That is why we are calling on ministers to act now.',
  'We will build more homes in the places where people want to live.',
  'At the end of the day it is the taxpayer who has to pay.',
  'I do not agree.',
  'This is wrong.',
  'We will do it.',
  'Thank you.',
];

describe('over the edition', () => {
  test('every quote is found whole, under its own id', () => {
    expect(record.quotes.filter(({ id, text }) => JSON.stringify(judge(text, index).map(({ verdict, quote }) => [verdict, quote])) !== JSON.stringify([['in-record', id]])).map(({ id }) => id)).toEqual([]);
  });

  test('every sentence of every quote is found', () => {
    expect(sentences.length).toBeGreaterThan(record.quotes.length);
    expect(sentences.filter(({ text }) => judge(text, index).some(({ verdict }) => verdict !== 'in-record'))).toEqual([]);
  });

  test.each(['swapped', 'dropped', 'added'] as const)('at least 95%% of sentences with one word %s name that word and no other', (kind) => {
    const draws = fc.sample(fc.tuple(fc.nat(10_000), fc.nat(100_000)), { numRuns: sentences.length, seed: 20261122 });
    const wrong = sentences.filter(({ text }, number) => {
      const [at, which] = draws[number]!;
      const words = locateWords(text);
      const place = at % words.length;
      const { start, end } = words[place]!;
      const near = [words[place - 1]?.word, words[place]?.word, words[place + 1]?.word];
      const other = [...vocabulary.slice(which % vocabulary.length), ...vocabulary].find((word) => !near.includes(word))!;
      const said = kind === 'added' ? '' : text.slice(start, end);
      const pasted = kind === 'dropped' ? '' : other;
      const changed = kind === 'added' ? `${text.slice(0, end)} ${other}${text.slice(end)}` : text.slice(0, start) + pasted + text.slice(end);
      const altered = judge(changed, index).filter(({ verdict }) => verdict === 'altered');
      return altered.length !== 1 || JSON.stringify(altered[0]!.changes.map((change) => [change.said.toLowerCase(), change.pasted])) !== JSON.stringify([[said.toLowerCase(), pasted]]);
    });
    expect(wrong.length / sentences.length).toBeLessThanOrEqual(CHANGES_TOLD_OTHERWISE);
  });

  test.each(NEUTRAL)('an ordinary sentence that nobody said is not in it: %s', (sentence) => expect(judge(sentence, index)).toMatchObject([{ verdict: 'not-in-record', quote: null }]));

  test('of quotes compared with all the others, not one in fifty looks like another', () => {
    const alike = record.quotes.filter(({ id, text }) => judge(text, buildQuoteIndex(record.quotes.filter((quote) => quote.id !== id))).some(({ verdict }) => verdict === 'altered'));
    expect(alike.length / record.quotes.length).toBeLessThan(QUOTES_ALIKE);
  });
});
