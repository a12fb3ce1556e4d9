import { describe, expect, test } from 'vitest';
import { findProblems } from '../../../src/record/check/rules.ts';
import { ledgerHash } from '../../../src/record/check/history.ts';
import type { Entries } from '../../../src/record/schema/entries.ts';
import type { QuoteEntry } from '../../../src/record/schema/position.ts';
import { extendLedger } from '../../../src/features/desk/ledger.ts';

const OLD = { id: 'one-build-2024', text: 'The bridge can wait', date: '2024-01-10' };
const NEW = { id: 'one-build-2025', text: 'We will build the bridge', date: '2025-03-01' };

/** An invented record of one party on one question; every quote is in the ledger as it stands. */
function entriesWith(quotes: Partial<QuoteEntry>[], changes: Partial<Entries> = {}): Entries {
  const whole = quotes.map((quote) => ({ speaker: 'speaker-one', role: 'Leader', capacity: 'party', source: 'daily-example', ...quote }) as QuoteEntry);
  const entry = <Data>(id: string, file: string, data: Data) => ({ id, file, data, body: '' });
  return {
    parties: [entry('party-a', 'parties/party-a.yaml', { name: 'Party A', shortName: 'A', abbreviation: 'A', ownNames: [] } as never)],
    topics: [entry('bridge', 'topics/bridge.mdx', { dimensions: [{ id: 'build' }], figures: [], events: [], voices: [] } as never)],
    positions: [entry('bridge/build/party-a', 'positions/bridge/build/party-a.mdx', { summary: 'Says so.', quotes: whole, reported: [], silent: [] })],
    speakers: [entry('speaker-one', 'speakers/speaker-one.yaml', { name: 'Speaker One', party: 'party-a', kind: 'person', aliases: [] })],
    sources: [entry('daily-example', 'sources/daily-example.yaml', { published: '2025-03-01' } as never)],
    corrections: [],
    pages: [],
    articles: [],
    withdrawn: [],
    codings: [],
    glossary: [],
    curricula: [],
    offices: [],
    published: whole.map(({ id, text }) => entry(id, 'published.yaml', ledgerHash(text))),
    broken: [],
    ...changes,
  };
}

const problems = (entries: Entries) => findProblems(entries).map(({ file, field, problem }) => `${file}: ${field}: ${problem}`);
const published = (id: string, text: string) => ({ id, file: 'published.yaml', data: ledgerHash(text), body: '' });
const withdrawn = (id: string, changes: object = {}) => ({ id, file: 'withdrawn.yaml', data: { topic: 'bridge', dimension: 'build', party: 'party-a', date: '2025-04-01', reason: 'It was not said.', ...changes }, body: '' });
const correction = (data: object) => ({ id: '2025-04-01-words', file: 'corrections/2025-04-01-words.yaml', data: { date: '2025-04-01', was: 'a', now: 'b', why: 'A slip.', ...data }, body: '' });

describe('nothing disappears', () => {
  test('a whole record has no problems', () => expect(problems(entriesWith([OLD, NEW]))).toEqual([]));

  test('an id of the ledger that is neither a quote nor withdrawn is one', () => {
    expect(problems(entriesWith([NEW], { published: [published(OLD.id, OLD.text), published(NEW.id, NEW.text)] }))).toEqual([`published.yaml: ${OLD.id}: was published but is neither a quote nor withdrawn`]);
  });

  test('a withdrawn quote is none, with its reason', () => expect(problems(entriesWith([NEW], { published: [published(OLD.id, OLD.text), published(NEW.id, NEW.text)], withdrawn: [withdrawn(OLD.id)] }))).toEqual([]));

  test('a withdrawn quote that still stands, or that names no topic, is one', () => {
    expect(problems(entriesWith([OLD], { withdrawn: [withdrawn(OLD.id)] }))).toEqual([`withdrawn.yaml: ${OLD.id}: is withdrawn but still stands as a quote`]);
    expect(problems(entriesWith([NEW], { withdrawn: [withdrawn(OLD.id, { topic: 'pier' })] }))).toEqual([`withdrawn.yaml: ${OLD.id}.topic: points to pier, but there is no topic with that id`]);
  });

  test('nothing is called lost while a file is broken', () => {
    const broken = { collection: 'positions' as const, id: 'bridge/build/party-b', file: '' };
    expect(problems(entriesWith([NEW], { published: [published(OLD.id, OLD.text)], broken: [broken] }))).toEqual([]);
  });
});

test('the ledger gains new ids with their day and keeps every line it has', () => {
  const entries = entriesWith([OLD, NEW], { published: [published('long-gone', 'words'), published(OLD.id, 'other words')] });
  const { file, added, renewed } = extendLedger(entries, { renew: true, today: '2026-11-26' });
  expect([added, renewed]).toEqual([[NEW.id], []]);
  expect(file.file).toBe('published.yaml');
  expect(file.text).toContain(`long-gone: ${ledgerHash('words')}\n${OLD.id}: ${ledgerHash('other words')}\n${NEW.id}: ${ledgerHash(NEW.text)} 2026-11-26\n`);
});

test('a renewed line keeps the day on which the quote was added', () => {
  const line = { ...published(OLD.id, 'The bridge must wait'), data: `${ledgerHash('The bridge must wait')} 2026-11-20` };
  const entries = entriesWith([OLD], { published: [line], corrections: [correction({ quote: OLD.id, was: 'The bridge must wait', now: OLD.text })] });
  expect(problems(entries)).toEqual([]);
  expect(extendLedger(entries, { renew: true, today: '2026-11-26' }).file.text).toContain(`${OLD.id}: ${ledgerHash(OLD.text)} 2026-11-20\n`);
});

describe('changed words', () => {
  const changed = { published: [published(OLD.id, 'The bridge must wait')] };
  test('need a correction that names the quote', () => {
    expect(problems(entriesWith([OLD], changed))).toEqual(['positions/bridge/build/party-a.mdx: quotes[0].text: has changed since it was published, without a correction']);
    expect(problems(entriesWith([OLD], { ...changed, corrections: [correction({ topic: 'bridge' })] }))).toHaveLength(1);
    const entries = entriesWith([OLD], { ...changed, corrections: [correction({ quote: OLD.id, was: 'The bridge must wait', now: OLD.text })] });
    expect(problems(entries)).toEqual([]);
    expect(extendLedger(entries, { today: '2026-11-26' }).file.text).toContain(ledgerHash('The bridge must wait'));
    expect(extendLedger(entries, { renew: true, today: '2026-11-26' })).toMatchObject({ renewed: [OLD.id], file: { text: expect.stringContaining(`${OLD.id}: ${ledgerHash(OLD.text)}\n`) } });
  });

  test('a correction may name a withdrawn quote, but not one that never was', () => {
    expect(problems(entriesWith([NEW], { withdrawn: [withdrawn(OLD.id)], corrections: [correction({ quote: OLD.id })] }))).toEqual([]);
    expect(problems(entriesWith([NEW], { corrections: [correction({ quote: 'nowhere' })] }))).toEqual(['corrections/2025-04-01-words.yaml: quote: points to nowhere, but there is no quote with that id']);
  });
});

describe('a later quote supersedes an earlier one', () => {
  test('of the same file', () => expect(problems(entriesWith([OLD, { ...NEW, supersedes: OLD.id }]))).toEqual([]));

  test.each([
    ['not the other way round', [{ ...OLD, supersedes: NEW.id }, NEW], /which is later/u],
    [
      'not in a circle',
      [
        { ...OLD, supersedes: NEW.id },
        { ...NEW, supersedes: OLD.id },
      ],
      /runs in a circle through/u,
    ],
    ['not itself', [{ ...OLD, supersedes: OLD.id }], /runs in a circle/u],
    ['not one that is not there', [{ ...NEW, supersedes: 'nowhere' }], /no quote with that id/u],
  ])('%s', (_, quotes, says) => {
    const found = problems(entriesWith(quotes));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(says);
  });
});
