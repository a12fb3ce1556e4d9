import { describe, expect, test } from 'vitest';
import { findLeaks } from '../../../src/record/blind/blind.ts';
import { cardLetter, unpackAnswer } from '../../../src/record/blind/blind-cards.ts';
import { blindShell, blindTopic, COLOURS_KEY, firstWords, hideAnswer, hideColours, hideGaps } from '../../../src/record/blind/blind-page.ts';
import { reveal } from '../../../src/record/opaque.ts';
import { partyCss } from '../../../src/ui/party-css.ts';
import { record } from '../../support/edition.ts';

const questions = record.topics.flatMap((topic) => blindTopic(topic, record));
const links = { speaker: '/speakers/example/', quote: '/quotes/example/', source: 'https://example.org/' };

describe('blindTopic', () => {
  test('letters the cards of each question from A', () => {
    for (const { cards } of questions) expect(cards.map(({ letter }) => letter).join('')).toBe('ABCDE'.slice(0, cards.length));
  });

  test('says how many parties have a statement where not all have, and never which', () => {
    const counted = questions.filter(({ balance }) => balance !== undefined);
    expect(counted.length).toBeGreaterThan(0);
    for (const { cards, gaps, balance } of questions) {
      expect(balance).toBe(gaps.length === 0 ? undefined : `${cards.length} of 5 parties have a statement on this question.`);
      expect(findLeaks(balance ?? '', record.parties, record.speakers)).toEqual([]);
    }
  });

  test('names each party once: on a card or as a gap', () => {
    for (const { cards, gaps } of questions) expect([...cards.map(({ quote }) => quote.party.name), ...gaps.map(({ party }) => party)].sort()).toEqual(record.parties.map(({ name }) => name).sort());
  });
});

test('an answer comes back with party, speaker, role, date, source and links', () => {
  const card = questions[0]?.cards[0];
  if (!card) throw new Error('no card');
  const answer = unpackAnswer(reveal(hideAnswer(card, links), card.key));
  expect(answer).toMatchObject({ party: card.quote.party.name, speaker: card.quote.speaker.name, role: card.quote.role, publisher: card.quote.source.publisher, links });
  expect(answer.date).toMatch(/^(?:\d{1,2} )?[A-Z][a-z]+ 20\d\d$/u);
});

test('an answer carries what its source’s notice says', () => {
  const card = questions.flatMap(({ cards }) => cards).find(({ quote }) => quote.source.notice);
  if (!card) throw new Error('no card from a source with a notice');
  expect(unpackAnswer(reveal(hideAnswer(card, links), card.key)).notes).toContain(card.quote.source.notice?.text);
});

test('nothing that is hidden can be read, and no key or answer holds an id of a party, quote, speaker or source', () => {
  const hidden = questions.flatMap((question) => [hideGaps(question), ...question.cards.flatMap((card) => [card.key, hideAnswer(card, links)])]);
  const ids = [...record.parties, ...record.quotes, ...record.speakers, ...record.sources].map(({ id }) => id);
  expect(ids.filter((id) => hidden.some((text) => text.includes(id)))).toEqual([]);
  expect(findLeaks(hidden.map((text) => `<i data-answer="${text}"></i>`).join(''), record.parties, record.speakers)).toEqual([]);
  expect(hidden.every((text) => /^[\w-]*$/u.test(text))).toBe(true);
});

test('the frame of a blind page leaves no party in the style rules', () => {
  const frame = blindShell(record);
  expect(frame.quotes).toBe(record.quotes.length);
  expect(findLeaks(`<style>${partyCss(frame.parties)}</style>`, record.parties, record.speakers)).toEqual([]);
});

test.each([
  [0, 'A'],
  [4, 'E'],
])('card %i has the letter %s', (index, letter) => expect(cardLetter(index)).toBe(letter));

test.each([
  ['one two three', 'one two three'],
  ['one two three four', 'one two three…'],
  ['one two three, four', 'one two three…'],
])('the first three words of “%s” are “%s”', (text, first) => expect(firstWords(text, 3)).toBe(first));

test('the colours of a page come back by the names of the parties on its cards, and tell nobody', () => {
  const hidden = hideColours(questions);
  const parties = new Map(questions.flatMap(({ cards }) => cards.map(({ quote }) => [quote.party.name, quote.party.colour] as const)));
  expect(JSON.parse(reveal(hidden, COLOURS_KEY))).toEqual(Object.fromEntries(parties));
  expect(findLeaks(`<i data-colours="${hidden}"></i>`, record.parties, record.speakers)).toEqual([]);
});
