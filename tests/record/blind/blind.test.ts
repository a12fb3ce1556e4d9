import { describe, expect, test } from 'vitest';
import { blindQuotes, findLeaks } from '../../../src/record/blind/blind.ts';
import { blindText, MASKS } from '../../../src/record/blind/blind-text.ts';
import { hide, opaqueKey, reveal } from '../../../src/record/opaque.ts';
import { findNames, nameForms } from '../../../src/record/party-names.ts';
import type { Dimension, Position, Quote, Speaker } from '../../../src/record/record.ts';
import { areWordsOf } from '../../support/own-words.ts';
import { inventedQuote } from '../../support/quote.ts';
import { record } from '../../support/edition.ts';
import { inventedParty } from '../../support/small-record.ts';
import { DRAWN_OF_200 } from '../../support/thresholds.ts';

const { parties, speakers } = record;
const forms = nameForms(parties, speakers);
const PERSON = speakers.find(({ kind }) => kind === 'person')?.name ?? '';
const dimensions = record.topics.flatMap((topic) => topic.dimensions);

describe('every quote of the edition', () => {
  test('keeps its own words: only masks are added, and nothing is moved', () => {
    const added = (text: string, quoted: string) => [...text.matchAll(/\[[^\]]*\]/gu)].map(([mask]) => mask).filter((mask) => !quoted.includes(mask) && !(Object.values(MASKS) as string[]).includes(mask));
    for (const quote of record.quotes) {
      const text = blindText(quote, forms) ?? quote.text;
      expect(areWordsOf(text, quote.text), quote.id).toBe(true);
      expect(added(text, quote.text), quote.id).toEqual([]);
    }
  });

  test.each([
    ['reform-2024-contract', 'Abolish the Renters’ (Reform) Bill'],
    ['labour-2024-manifesto', 'We will return to meeting NHS performance standards.'],
  ])('of %s is left as it is where a word only looks like a name: %s', (source, opening) => {
    const quote = record.quotes.find((one) => one.source.id === source && one.text.startsWith(opening));
    expect(quote && blindText(quote, forms)).toBe(quote?.text ?? 'no such quote');
  });
});

describe('blindText', () => {
  const exampleParties = [inventedParty('a', ['Labour', 'Alpha Party', 'Ann Example', 'Example', 'our promise to you']), inventedParty('b', ['Reform', 'Reform UK']), inventedParty('c', ['Green', 'Greens', 'Conservative'])].map((party) => ({
    ...party,
    ordinaryWords: parties.flatMap(({ ordinaryWords = [] }) => ordinaryWords).filter(({ name }) => party.ownNames.includes(name)),
  }));
  const person = (name: string, letter: string): Speaker => ({ id: name, name, kind: 'person', aliases: [], party: inventedParty(letter) });
  const exampleForms = nameForms(exampleParties, [person('Sir Bob Sample', 'a'), person('Baroness Specimen of Place (Jo Specimen)', 'b'), { ...person('Cy Bell', 'c'), surnameIsWord: true }]);
  const said = (text: string, changes: Partial<Quote> = {}) => blindText(inventedQuote({ party: inventedParty('a'), ...changes, text }), exampleForms);

  test.each([
    ['the Labour Party is ready for this', '[our party] is ready for this'],
    ['proud that we are a Labour council today', 'proud that we are a [our party] council today'],
    ['this Labour Government will do what it said', '[our party] will do what it said'],
    ['a Reform Government would not do that', 'a [another party] Government would not do that'],
    ['it took the Green Government years to do it', 'it took [another party] years to do it'],
    ['we scrap the Greens’ plan and start again', 'we scrap [another party]’s plan and start again'],
    ['I am glad that the Alpha Party conference backed it', 'I am glad that [our party]’s conference backed it'],
    ['under Ann Example we will do more', 'under [our leader] we will do more'],
    ['as Sir Bob Sample told the House this week', 'as [our colleague] told the House this week'],
    ['what Baroness Specimen said is not the case', 'what [another politician] said is not the case'],
    ['what Jo Specimen’s friends said is not the case', 'what [another politician]’s friends said is not the case'],
    ['this is our promise to you and to all', 'this is [our slogan] and to all'],
    ['As Home Secretary, I closed four of them', 'As [my role], I closed four of them'],
    ['so says my right hon. Friend the Member for Little Example and Much Sample (Bob Sample) in this debate', 'so says [our colleague] in this debate'],
  ])('masks “%s”', (text, blind) => expect(said(text)).toBe(blind));

  test.each([
    'green energy and a greener land for all',
    'Green energy and a greener land for all',
    'a Green Paper and the Green Belt, both new',
    'reform of the Lords is long overdue now',
    'Reform of the Lords is long overdue now',
    'the Welfare Reform and Work Act, and the Reform Bill',
    'the labour market needs more people now',
    'Labour market rules need to change now',
    'a conservative estimate of what it costs us',
    'Conservative estimates of what it costs us differ',
    'a bell rings, and Bell Street is quiet now',
    'the French government and local governments agree',
  ])('leaves “%s” as it is', (text) => expect(said(text)).toBe(text));

  test('masks “this Government” only where its own minister says it', () => {
    const text = 'the Government must act, as the Prime Minister said';
    expect(said(text, { capacity: 'government' })).toBe('[our party] must act, as [our leader] said');
    expect(said(text, { capacity: 'parliament' })).toBe(text);
  });

  test('masks the speaker’s own seat', () => expect(said('people in Much Sample want this done', { role: 'MP for Much Sample' })).toBe('people in [my seat] want this done'));

  test('masks another party’s name where its slogan may stay', () => expect(said('they say our promise to you, we say no', { party: inventedParty('b') })).toBe('they say our promise to you, we say no'));

  test.each(['during my Administration we did all of it', 'Labour, Green, Reform: no', 'the Welsh Labour Government did it first'])('leaves “%s” out', (text) => expect(said(text)).toBeUndefined());
});

describe('blindQuotes', () => {
  test('shows one card for every party that is quoted, or says how many are not shown', () => {
    for (const dimension of dimensions) {
      const { cards, gaps } = blindQuotes(dimension, record);
      expect(cards.length + gaps.length).toBe(parties.length);
      expect(new Set(cards.map(({ key }) => key)).size).toBe(cards.length);
      const silent = dimension.positions.filter(({ quotes }) => quotes.length === 0).map(({ party }) => party.name);
      expect(gaps.filter(({ why }) => why === 'silent').map(({ party }) => party)).toEqual(silent);
    }
  });

  test('each card shows the words of its own quote on the question', () => {
    for (const dimension of dimensions) {
      for (const { text, quote } of blindQuotes(dimension, record).cards) {
        expect(dimension.positions.find(({ party }) => party === quote.party)?.quotes).toContain(quote);
        expect(areWordsOf(text, quote.text), text).toBe(true);
      }
    }
  });

  test('the newest quote that shows the stance is chosen; a disowned one only when there is no other', () => {
    const party = inventedParty('a', ['Alpha Party']);
    const quote = (id: string, date: string, stance: Quote['stance'], more: Partial<Quote> = {}) => inventedQuote({ id, party, date, stance, text: `the words of the quote ${id}`, ...more });
    const chosen = (stance: Position['stance'], ...quotes: Quote[]) => {
      const positions = [{ party, stance, quotes } as unknown as Position];
      return blindQuotes({ id: 'q1', topic: { id: 'one' }, positions } as unknown as Dimension, { parties: [party], speakers: [] }).cards.map(({ text }) => text.split(' ').at(-1));
    };
    expect(chosen('supports', quote('c', '2025-03-01', 'unclear'), quote('b', '2025-02-01', 'supports'), quote('a', '2025-01-01', 'supports'))).toEqual(['b']);
    expect(chosen('unclear', quote('b', '2025-02-01', 'unclear'), quote('a', '2025-01-01', 'unclear'))).toEqual(['b']);
    expect(chosen('supports', quote('b', '2025-02-01', 'supports', { disowned: { date: '2025-03', note: 'Disowned.' } }), quote('a', '2025-01-01', 'unclear'))).toEqual(['a']);
    expect(chosen('supports', quote('b', '2025-02-01', 'supports', { text: 'in our administration we did this' }), quote('a', '2025-01-01', 'supports'))).toEqual(['a']);
  });

  test('the order depends on the seed alone and favours no party over many seeds', () => {
    const dimension = dimensions.find(({ positions }) => positions.every(({ quotes }) => quotes.length > 0));
    if (!dimension) throw new Error('no dimension on which every party is quoted');
    const reversed = { ...dimension, positions: dimension.positions.toReversed() };
    expect(blindQuotes(reversed, record, 'x').cards).toEqual(blindQuotes(dimension, record, 'x').cards);
    expect(blindQuotes(dimension, record, 'y').cards).not.toEqual(blindQuotes(dimension, record, 'x').cards);
    const first = new Map<string, number>();
    for (let seed = 0; seed < 200; seed++) {
      const key = blindQuotes(dimension, record, `s${seed}`).cards[0]?.key ?? '';
      first.set(key, (first.get(key) ?? 0) + 1);
    }
    expect(first.size).toBe(5);
    expect(Math.min(...first.values())).toBeGreaterThan(DRAWN_OF_200);
  });
});

describe('findLeaks', () => {
  test.each([
    ['plain words', 'and the Labour Party says', 'Labour Party'],
    ['a name cut by a tag', '<p>Lib <em>Dems</em> say</p>', 'Lib Dems'],
    ['a title', `<span title="${PERSON}, 2025">x</span>`, PERSON],
    ['a label', '<button aria-label="Choose the Greens">1</button>', 'Greens'],
    ['an escaped name', `<p>${PERSON.replaceAll(' ', '&nbsp;')}</p>`, PERSON],
    ['a class', '<div class="card labour">x</div>', 'labour'],
    ['a data attribute', '<div data-party="reform">x</div>', 'reform'],
    ['a quote’s address', '<a href="/quotes/greens-manifesto-2024-private-providers/">x</a>', 'greens'],
    ['a script', '<script>const answers = ["lib-dems"];</script>', 'lib-dems'],
    ['a comment', '<!-- "conservatives" -->', 'conservatives'],
    ['a colour', `<i style="color:${parties[0]?.colour.light.toUpperCase() ?? ''}">x</i>`, parties[0]?.colour.light.toUpperCase() ?? ''],
  ])('finds %s', (_, page, found) => expect(findLeaks(page, parties, speakers).map((leak) => leak.found)).toContain(found));

  test('finds nothing in a page that holds only ordinary words', () => {
    const page = '<main class="topic reforms"><h1 title="Should the House of Lords be reformed?">The reform of labour laws</h1><p>A green field, a conservative estimate, and Green Papers.</p></main>';
    expect(findLeaks(page, parties, speakers)).toEqual([]);
  });

  test('finds each speaker of the record by name', () => {
    const people = speakers.filter(({ kind }) => kind === 'person');
    const missed = people.filter(({ name }) => findNames(`so said ${name} today`, forms).length === 0);
    expect(missed.map(({ name }) => name)).toEqual([]);
  });
});

describe('hide and reveal', () => {
  test.each(['', 'labour', '{"party":"lib-dems"}', 'é – “ü” 👍'])('“%s” comes back', (text) => {
    const key = opaqueKey('some card');
    const hidden = hide(text, key);
    expect(reveal(hidden, key)).toBe(text);
    expect(hidden).toMatch(/^[\w-]*$/u);
  });

  test('the same party is hidden differently on every card', () => expect(hide('labour', opaqueKey('one'))).not.toBe(hide('labour', opaqueKey('two'))));
});
