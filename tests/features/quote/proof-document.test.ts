import { describe, expect, test } from 'vitest';
import { fingerprintText } from '../../../src/record/fingerprint.ts';
import { proofDocument } from '../../../src/features/quote/proof-document.ts';
import { inventedQuote } from '../../support/quote.ts';
import { record } from '../../support/edition.ts';

const METHOD = 'https://record.example/about/method/';
const proven = { verdict: 'proven', covers: 'whole', checked: '2026-11-22' } as const;

test('every proven quote says what was compared, when and with what', () => {
  for (const quote of record.quotes) {
    const document = proofDocument(quote, METHOD);
    expect(document, quote.id).toMatchObject({ id: quote.id, verdict: quote.proof.verdict, source: quote.source.id, url: quote.source.url, method: METHOD });
    if (document.verdict === 'proven') expect(document.runs, quote.id).toBeGreaterThan(0);
  }
});

describe('runs', () => {
  test.each([
    ['five words are one run', 'one two three four five', {}, 1],
    ['seven words are three', 'one two three four five six seven', {}, 3],
    ['no run goes across a cut', 'one two three four five […] six seven eight nine ten', {}, 2],
    ['a short part joins its neighbour', 'one two three four five […] six seven', {}, 3],
    ['a prefix counts where the words are too few', 'four five', { prefix: 'one two three' }, 1],
    ['and not where they are enough', 'one two three four five', { prefix: 'and then she said' }, 1],
    ['an insertion is no word', 'one two [the] three four five', {}, 1],
  ])('%s', (_, text, changes, runs) => expect(proofDocument(inventedQuote({ text, ...changes, proof: proven }), METHOD).runs).toBe(runs));

  test('are as many as the fingerprint of the same words has', () => {
    const whole = record.quotes.filter(({ text }) => !text.includes('[') && text.split(/\s+/u).length > 6);
    expect(whole.length).toBeGreaterThan(record.quotes.length / 2);
    for (const quote of whole) expect(proofDocument({ ...quote, proof: proven }, METHOD).runs, quote.id).toBe(atob(fingerprintText(quote.source.id, quote.text)).length / 4);
  });

  test('are none where nothing was compared', () => expect(proofDocument(inventedQuote(), METHOD)).toMatchObject({ verdict: 'unchecked', runs: 0, covers: null, checked: null }));
});

test('a refuted quote says why', () => expect(proofDocument(inventedQuote({ proof: { ...proven, verdict: 'refuted', why: 'changed' } }), METHOD).why).toBe('changed'));
