import { expect, test } from 'vitest';
import { articlesToRead, POINTS, tellUs, wantedIn } from '../../src/features/coverage/wanted.ts';
import type { Article, Quote } from '../../src/record/record.ts';
import { smallRecord } from '../support/small-record.ts';

const record = smallRecord({ one: { q1: { a: ['2026-03-01 supports'], b: ['2023-02-01 opposes'], c: [] } } });
const wanted = wantedIn(record);

test('gaps and old quotes come first, each by its points and with its reason', () => {
  expect(wanted.map(({ position, points, reasons }) => [position.party.id, points, reasons])).toEqual([
    ['party-c', POINTS.gap, ['no quote']],
    ['party-b', 3 * POINTS.year, ['the leading quote is 3 years old']],
  ]);
});

test('words of a document alone, a copy, and an office that another has held since', () => {
  const [topic] = record.topics;
  const [dimension] = topic!.dimensions;
  const changed = (change: (quote: Quote) => Partial<Quote>) => {
    const positions = dimension!.positions.map((position) => {
      const quotes = position.quotes.map((quote) => ({ ...quote, ...(quote.party.id === 'party-b' ? change(quote) : {}) }));
      const { shownBy: _, ...rest } = position;
      return { ...rest, quotes, ...(quotes[0] ? { shownBy: quotes[0] } : {}) };
    });
    const offices = [{ holder: 'Another Speaker', party: 'party-b', offices: [{ office: 'Minister for Examples', first: '2024-01-01', last: '2025-01-01' }] }];
    const one = { ...record, offices, topics: [{ ...topic!, dimensions: [{ ...dimension!, positions }] }] };
    return wantedIn(one)
      .find(({ position }) => position.party.id === 'party-b')!
      .reasons.join('; ');
  };
  expect(changed(({ speaker, source }) => ({ speaker: { ...speaker, kind: 'party' }, source: { ...source, kind: 'party', title: 'The plan' } }))).toContain('only The plan');
  expect(changed(({ source }) => ({ source: { ...source, via: 'A copy' } }))).toContain('read as a copy');
  expect(changed(() => ({ role: 'Minister for examples' }))).toContain('Another Speaker has since been Minister for Examples');
  expect(changed(() => ({ role: 'Minister for examples', date: '2025-02-01' }))).not.toContain('has since been');
});

test('an article is read again when something has happened to its quotes', () => {
  const [changed, same] = [{ id: 'changed' }, { id: 'same' }] as unknown as Article[];
  expect(articlesToRead([changed!, same!], ({ id }) => (id === 'changed' ? ['A quote was withdrawn.'] : []))).toEqual([{ article: changed, notices: ['A quote was withdrawn.'] }]);
});

test('who knows a statement can say so with and without an account', () => {
  const { form, mail } = tellUs(wanted[0]!, 'a@b.example');
  expect(decodeURIComponent(form)).toMatch(/template=missing-position\.yml&title=Party C: q1\?/u);
  expect(decodeURIComponent(mail ?? '')).toMatch(/^mailto:\S+\?subject=Party C: q1\?&body=Who said it/u);
});
