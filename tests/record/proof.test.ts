import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { damagedPassages, fingerprintText } from '../../src/record/fingerprint.ts';
import { prove } from '../../src/record/proof.ts';
import { locateWords, wordsOf } from '../../src/record/words.ts';
import type { QuoteEntry } from '../../src/record/schema/position.ts';
import type { Fingerprint } from '../../src/record/schema/source.ts';
import { entries } from '../support/edition.ts';
import { CORRUPTIONS_NOT_SEEN } from '../support/thresholds.ts';

const TEXT =
  'Speaker One opened the talks. “We will not build the bridge by 2030, and we have never said that we would,” the speaker told the room. Later the speaker added: “Bridges cost £25 million each.” No bridge for us was the headline.';
const fingerprint = (id: string, covers: Fingerprint['covers'], ...texts: string[]): Fingerprint => ({ covers, checked: '2026-11-22', runs: texts.map((text) => fingerprintText(id, text)) });
const whole = fingerprint('daily-example', 'whole', TEXT);

describe('a quote is proven', () => {
  test.each([
    ['a sentence', { text: 'We will not build the bridge by 2030, and we have never said that we would' }],
    ['a part of one', { text: 'we have never said that we would' }],
    ['other typography', { text: '\u2018we\u00a0will not\nbuild the bri\u00addge by 2030\u2019 —' }],
    ['a cut', { text: 'We will not build the bridge […] never said that we would' }],
    ['a cut between sentences', { text: 'We will not build the bridge [...] Bridges cost £25 million each.' }],
    ['an insertion', { text: 'We [the council] will not build the bridge by 2030' }],
    ['a short quote with the words before it', { text: 'No bridge', prefix: 'cost £25 million each' }],
    ['a short quote with the words after it', { text: 'No bridge', suffix: 'for us was the headline' }],
    ['a short quote with both', { text: 'bridge', prefix: 'build the', suffix: 'by 2030' }],
    ['a short first part with the words before it', { text: 'the bridge […] Bridges cost £25 million each', prefix: 'We will not build' }],
  ])('%s', (_, quote) => expect(prove(quote, 'daily-example', whole)).toEqual({ verdict: 'proven', covers: 'whole', checked: '2026-11-22' }));

  test('after a sentence that ends in a negation, when its prefix says so', () => {
    const answer = fingerprint('daily-example', 'whole', 'Will it be built? No. The bridge was a poor idea.');
    expect(prove({ text: 'The bridge was a poor idea', prefix: 'No.' }, 'daily-example', answer).verdict).toBe('proven');
    expect(prove({ text: 'The bridge was a poor idea' }, 'daily-example', answer).verdict).toBe('refuted');
  });

  test('when one of several passages holds all of it', () => {
    const passages = fingerprint('daily-example', 'passage', 'the words before it and after it', TEXT);
    expect(prove({ text: 'we have never said that we would' }, 'daily-example', passages)).toMatchObject({ verdict: 'proven', covers: 'passage' });
  });

  test('across a cut in the passage itself', () => {
    const cut = fingerprint('daily-example', 'passage', 'Here are the five first words […] and here are the five others');
    expect(prove({ text: 'are the five first words […] and here are the five' }, 'daily-example', cut).verdict).toBe('proven');
    expect(prove({ text: 'are the five first words and here are the five' }, 'daily-example', cut).verdict).toBe('refuted');
  });
});

describe('a quote is refuted', () => {
  test.each([
    ['a dropped “not”', { text: 'We will build the bridge by 2030' }, /we will build the bridge/u],
    ['an added “not”', { text: 'we have never said that we would not' }, /said that we would not/u],
    ['a changed number', { text: 'We will not build the bridge by 2031' }, /2031/u],
    ['another currency', { text: 'Bridges cost €25 million each' }, /€25/u],
    ['a swapped word at its end', { text: 'we have never said that we could' }, /could/u],
    ['two sentences joined without a cut', { text: 'never said that we would Bridges cost £25 million each' }, /do not stand/u],
    ['parts in the wrong order', { text: 'Bridges cost £25 million each […] We will not build the bridge' }, /order/u],
    ['parts that overlap', { text: 'We will not build the bridge […] the bridge by 2030, and we' }, /order/u],
    ['too few words', { text: 'the bridge' }, /fewer than 5 words/u],
    ['too few words with a wrong neighbour', { text: 'the bridge', prefix: 'we will build' }, /we will build the bridge/u],
    ['a negation left off at its start', { text: 'build the bridge by 2030, and we' }, /negation stands just before/u],
    ['a negation left off after a cut', { text: 'Speaker One opened the talks […] build the bridge by 2030' }, /negation stands just before/u],
    ['another prefix in place of that negation', { text: 'build the bridge by 2030, and we', prefix: 'we will' }, /negation stands just before/u],
    ['nothing but an insertion', { text: '[Nothing of this was said]', prefix: 'We will not build the bridge' }, /no words/u],
    ['nothing but a cut', { text: '[…]', prefix: 'We will not build the bridge' }, /no words/u],
  ])('for %s', (_, quote, why) => expect(prove(quote, 'daily-example', whole)).toMatchObject({ verdict: 'refuted', why: expect.stringMatching(why) }));

  test.each([
    ['whole', whole],
    ['passage', fingerprint('daily-example', 'passage', TEXT)],
  ])('in another source, also when that source is fingerprinted by %s', (_, other) => expect(prove({ text: 'we have never said that we would' }, 'weekly-example', other).verdict).toBe('refuted'));

  test('when its parts stand in different passages', () => {
    const passages = fingerprint('daily-example', 'passage', 'Here are the five first words', 'and here are the five others');
    expect(prove({ text: 'Here are the five first words […] and here are the five others' }, 'daily-example', passages).verdict).toBe('refuted');
  });
});

describe('a fingerprint', () => {
  test('is absent: nothing is claimed', () => expect(prove({ text: 'anything' }, 'daily-example', undefined)).toEqual({ verdict: 'unchecked' }));

  test('needs five words', () => expect(() => fingerprintText('daily-example', 'four words are few […] and so on')).toThrow(/fewer than 5 words/u));

  test('holds four bytes a run, and none of the words', () => {
    const [runs = ''] = whole.runs;
    expect(atob(runs).length).toBe((wordsOf(TEXT).length - 4) * 4);
    expect(atob(runs)).not.toMatch(/bridge/iu);
  });

  test('can be made of a long text', () => {
    const long = Array.from({ length: 40_000 }, (_, index) => `word${index}`).join(' ');
    expect(prove({ text: 'word39990 word39991 word39992 word39993 word39994' }, 'daily-example', fingerprint('daily-example', 'whole', long)).verdict).toBe('proven');
  });

  test('that is damaged proves nothing and stops nothing', () => {
    const [readable = ''] = whole.runs;
    for (const runs of ['AAAAA', 'AAAA', 'A', '====', 'A===', '=AAAAAAA', 'AAAAA===', 'AAAA AA=', '']) {
      expect(damagedPassages({ ...whole, runs: [readable, runs, readable] }), runs).toEqual([1]);
      expect(prove({ text: 'we have never said that we would' }, 'daily-example', { ...whole, runs: [runs] }).verdict).toBe('refuted');
    }
  });
});

const fingerprints = new Map(entries.sources.map(({ id, data }) => [id, data.fingerprint]));
const quotes = entries.positions.flatMap(({ data }) => data.quotes).filter(({ source }) => fingerprints.get(source));
const sources = [...new Set(quotes.map(({ source }) => source))].sort();
const proveReal = ({ text, prefix, suffix, source }: Pick<QuoteEntry, 'text' | 'prefix' | 'suffix' | 'source'>) => prove({ text, prefix, suffix }, source, fingerprints.get(source)).verdict;
const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

interface Draw {
  quote: number;
  other: number;
  at: number;
}

/** Each gives a corrupted quote, or nothing where the quote has no such word. */
const CORRUPTIONS: Record<string, (quote: QuoteEntry, draw: Draw) => Pick<QuoteEntry, 'text' | 'prefix' | 'suffix' | 'source'> | undefined> = {
  'dropped not': (quote, { at }) => dropNegation(quote, at),
  'added not': (quote, { at }) => replaceWord(quote, at, (word) => `${word} not`),
  'changed number': (quote, { at }) => {
    const numbers = [...quote.text.matchAll(/\d+/gu)];
    const number = numbers.length === 0 ? undefined : pick(numbers, at);
    return number && { ...quote, text: quote.text.slice(0, number.index) + String(Number(number[0]) + 1 + (at % 7)) + quote.text.slice(number.index + number[0].length) };
  },
  'swapped word': (quote, { at, other }) => replaceWord(quote, at, () => pick(wordsOf(pick(quotes, other).text), at)),
  'two spliced': (quote, { other, at }) => {
    const end = pick(quotes, other).text.split(' ');
    const start = quote.text.split(' ');
    return { ...quote, text: [...start.slice(0, Math.ceil(start.length / 2)), ...end.slice(at % Math.ceil(end.length / 2))].join(' ') };
  },
  'wrong source': (quote, { other }) => {
    const others = sources.filter((source) => source !== quote.source);
    return { ...quote, source: pick(others, other) };
  },
};

function replaceWord(quote: QuoteEntry, at: number, replace: (word: string) => string) {
  const text = quote.text.normalize('NFC');
  const word = pick(locateWords(text), at);
  return { ...quote, text: text.slice(0, word.start) + replace(text.slice(word.start, word.end)) + text.slice(word.end) };
}

function dropNegation(quote: QuoteEntry, at: number) {
  const negations = [...quote.text.matchAll(/\b(?:not|no|never) |n[’']t\b/giu)];
  const negation = negations.length === 0 ? undefined : pick(negations, at);
  return negation && { ...quote, text: quote.text.slice(0, negation.index) + quote.text.slice(negation.index + negation[0].length) };
}

/** A change that leaves the words as they were, such as a word swapped for itself, is no corruption. */
function isCorrupted(quote: QuoteEntry, corrupted: Pick<QuoteEntry, 'text' | 'source'>): boolean {
  return corrupted.source !== quote.source || wordsOf(corrupted.text).join(' ') !== wordsOf(quote.text).join(' ');
}

/** The quotes that have a word of this kind to corrupt. */
const ABLE = Object.fromEntries(Object.entries(CORRUPTIONS).map(([kind, corrupt]) => [kind, quotes.filter((quote) => corrupt(quote, { quote: 0, other: 0, at: 0 }) !== undefined)]));

const draws = fc.record({ quote: fc.nat(10_000), other: fc.nat(10_000), at: fc.nat(10_000) });
const corruption = fc
  .tuple(fc.constantFrom(...Object.keys(CORRUPTIONS)), draws)
  .map(([kind, draw]) => {
    const able = ABLE[kind]!;
    const quote = pick(able, draw.quote);
    return { kind, quote, corrupted: CORRUPTIONS[kind]!(quote, draw) };
  })
  .filter(({ quote, corrupted }) => corrupted !== undefined && isCorrupted(quote, corrupted));

const VARIANTS: Record<string, (text: string) => string> = {
  'straight quotation marks': (text) => text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"'),
  'curly quotation marks': (text) => text.replace(/'/gu, '’').replace(/"([^"]*)"/gu, '“$1”'),
  'other apostrophes': (text) => text.replace(/['’]/gu, 'ʼ'),
  'long dashes': (text) => text.replace(/[-–]/gu, '—'),
  'short dashes': (text) => text.replace(/[–—]/gu, '-'),
  'non-breaking hyphens': (text) => text.replace(/-/gu, '\u2011'),
  'non-breaking spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'thin spaces': (text) => text.replaceAll(' ', '\u2009'),
  'line breaks': (text) => text.replaceAll(' ', '\r\n'),
  ligatures: (text) => text.replaceAll('ffi', 'ﬃ').replaceAll('ff', 'ﬀ').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'),
  'soft hyphens': (text) => text.replace(/(\p{L}{2})(?=\p{L}{2})/gu, '$1\u00ad'),
  'decomposed letters': (text) => text.normalize('NFD'),
  'dots for the mark of a cut': (text) => text.replaceAll('[…]', '[...]'),
  'a byte-order mark': (text) => `\ufeff${text}`,
};

describe('over the edition', () => {
  test('every quote with a fingerprint is proven', () => {
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.filter((quote) => proveReal(quote) !== 'proven').map(({ id }) => id)).toEqual([]);
  });

  test('at least 999 of 1,000 corruptions are refuted, of every kind', () => {
    const samples = fc.sample(corruption, { numRuns: 1000, seed: 20261122 });
    const passed = samples.filter(({ corrupted }) => proveReal(corrupted!) !== 'refuted');
    for (const kind of Object.keys(CORRUPTIONS)) expect(samples.filter((sample) => sample.kind === kind).length, kind).toBeGreaterThan(80);
    expect(samples).toHaveLength(1000);
    expect(passed.length, passed.map(({ kind, quote, corrupted }) => `${kind}: ${quote.id}: ${corrupted?.text}`).join('\n')).toBeLessThanOrEqual(CORRUPTIONS_NOT_SEEN);
  });

  test('none of 200 typographic variants is refuted', () => {
    const variant = fc.tuple(fc.nat(10_000), fc.subarray(Object.keys(VARIANTS), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(variant, ([number, names]) => {
        const quote = pick(quotes, number);
        expect(proveReal({ ...quote, text: names.reduce((text, name) => VARIANTS[name]!(text), quote.text) })).toBe('proven');
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });
});
