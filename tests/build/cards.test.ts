import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CardPainter, cardPainter } from '../../src/build/card-image.ts';
import { fitText } from '../../src/features/card/card-text.ts';
import { cardsOf, fittedQuote, QUOTE_BOX, quoteCard, textsOnCards, topicCard } from '../../src/features/card/cards.ts';
import { drawCardFiles } from '../../src/build/cards.ts';
import type { Quote } from '../../src/record/record.ts';
import { joinRecord } from '../../src/record/join.ts';
import { readContent } from '../../src/record/read.ts';
import { generateContent } from '../support/generate-record.ts';
import { inventedQuote } from '../support/quote.ts';
import { temporaryFolder } from '../support/small-content.ts';
import { record } from '../support/edition.ts';
import { smallRecord } from '../support/small-record.ts';
import { CARD_TYPE } from '../support/thresholds.ts';

let painter: CardPainter;

beforeAll(async () => {
  painter = await cardPainter([...textsOnCards(record), 'abcdefghijklmnopqrstuvwxyzŵ ABCDEFGHIJKLMNOPQRSTUVWXYZ']);
});

/** The speaker's words, as they stand on a card. */
const wordsOn = (lines: readonly string[]) => lines.join(' ').replace(/^“|”$/gu, '');

/** Every text that a card shows, in its order. */
function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  return typeof node === 'object' && node !== null && 'props' in node ? textsOf((node.props as { children?: unknown }).children) : [];
}

describe('the words on a card', () => {
  test('every quote of the record stands whole, or with whole sentences and a mark for those left out', () => {
    const wrong = record.quotes.filter((quote) => {
      const { lines, cut } = fittedQuote(quote, painter.widthOf).words;
      const [shown, text] = [wordsOn(lines), quote.text.replace(/\s+/gu, ' ').trim()];
      const kept = shown.replace(/^\[…\] | \[…\]$/gu, '');
      return cut ? kept === shown || !text.includes(kept) || !/[.!?…”’"]$/u.test(kept) : shown !== text;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('of a quote that is too long the sentence that answers the question stays, with its neighbours', () => {
    const filler = 'Something else altogether was said at some length here and it went on. '.repeat(12);
    const text = `${filler}We will build the bridge because the ferry fails. ${filler}`.trim();
    const shown = wordsOn(fittedQuote({ text, notices: [], dimension: { ...inventedQuote().dimension, question: 'Should the bridge be built?' } }, painter.widthOf).words.lines);
    expect(shown).toMatch(/^\[…\] (?:.*)We will build the bridge because the ferry fails\..* \[…\]$/u);
  });

  test('what must be known beside the words stands on the card whole, and so does the year of its mark', () => {
    const notices = ['The party has since dropped this. It said so to the press, and its new plan says something else. '.repeat(2).trim()];
    const card = textsOf(quoteCard(inventedQuote({ notices, disowned: { date: '2026-01-02', note: notices[0]! } }), painter.widthOf)).join(' ');
    expect(card).toContain(notices[0]);
    expect(card).toContain('Supports, 2025, since withdrawn');
    for (const quote of record.quotes) expect(fittedQuote(quote, painter.widthOf).notice?.cut ?? false, quote.id).toBe(false);
  });

  test('no line of a quote is wider than its box, and all lines stand in its height', () => {
    for (const quote of record.quotes) {
      const { id } = quote;
      const { words, height } = fittedQuote(quote, painter.widthOf);
      const { size, lines } = words;
      expect(Math.max(...lines.map((line) => painter.widthOf(line, 'serif') * size)), id).toBeLessThanOrEqual(QUOTE_BOX.width);
      expect(lines.length * size * QUOTE_BOX.leading, id).toBeLessThanOrEqual(height);
      expect(size / 4, `${id} at a quarter of its size`).toBeGreaterThanOrEqual(CARD_TYPE);
    }
  });

  test('nothing stands outside any card when it is drawn', async () => {
    const cards = cardsOf(record, painter.widthOf);
    expect(cards).toHaveLength(record.quotes.length + record.topics.length + record.articles.length);
    for (const { tree } of cards) await expect(painter.svg(tree)).resolves.toContain('<svg');
  });

  test('a text that stands outside its card is refused', async () => {
    const tree = quoteCard(inventedQuote({ text: 'short' }), () => 0.01);
    await expect(painter.svg(tree)).resolves.toContain('<svg');
    const long = quoteCard(inventedQuote({ text: 'far too many words for one line, which a wrong measure takes for few and small' }), () => 0.01);
    await expect(painter.svg(long)).rejects.toThrow(/outside its card/u);
  });

  test('a single sentence that is too long is cut after a whole word, never inside an insertion', () => {
    const words = 'word '.repeat(300);
    const { lines, cut, size } = fittedQuote(inventedQuote({ text: words.trim() }), painter.widthOf).words;
    expect(cut).toBe(true);
    expect(size).toBe(32);
    expect(wordsOn(lines)).toMatch(/^(?:word )+\[…\]$/u);
    const box = { face: 'serif', width: 10, height: 3, sizes: [1], leading: 1 } as const;
    expect(fitText('one two [three four five six] seven eight nine', box, (text) => text.length).lines.join(' ')).toBe('one two […]');
  });

  test.each([
    [['aa bb cc'], 'aa bb cc', 1],
    [['aaaa', 'bbbb'], 'aaaa bbbb', 2],
  ])('a text is set as large as it can be: %j', (lines, text, size) => {
    const box = { face: 'sans', width: 8, height: 4, sizes: [2, 1], leading: 1 } as const;
    expect(fitText(text, box, (part) => part.length)).toEqual({ size, lines, cut: false });
  });

  test('a card names party, speaker, role, date, publisher, question and address', () => {
    const shown = textsOf(quoteCard(inventedQuote({}, { publisher: 'Daily Example' }), painter.widthOf)).join(' | ');
    for (const part of ['Party A', 'Question one', 'Speaker One', 'Spokesperson for examples', '16 April 2025, Daily Example', '/quotes/speaker-one-question-2025-04-16', 'On “Record”']) expect(shown).toContain(part);
  });

  test('a topic’s card asks its questions and names every party in the record’s order', () => {
    const [topic] = record.topics;
    const card = cardsOf(record, painter.widthOf).find(({ path: name }) => name === `topics/${topic?.id}.png`);
    const shown = textsOf(card?.tree).join(' ');
    const places = record.parties.map(({ name }) => shown.indexOf(name));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const { question } of topic?.dimensions ?? []) expect(shown).toContain(question);
  });

  test('an article’s card has its title and standfirst whole; a draft has none', () => {
    const [article] = record.articles;
    const shown = (status: 'draft' | 'published') => textsOf(cardsOf({ ...record, articles: [{ ...article!, status }] }, painter.widthOf).find(({ path: name }) => name.startsWith('articles/'))?.tree).join(' ');
    for (const words of [article!.title, article!.standfirst, `/articles/${article!.id}`]) expect(shown('published')).toContain(words);
    expect(shown('draft')).toBe('');
  });
});

test.each([
  [2, 1],
  [4, 4],
  [8, 10],
])('the cards of an edition with %i parties, one of a very long name, and %i questions a topic hold every text', async (parties, questions) => {
  const folder = await temporaryFolder();
  await generateContent(folder, { quotes: 2 * parties * questions, parties, longName: true, topics: 1, seed: 'cards' });
  const edition = joinRecord((await readContent(folder)).entries);
  const own = await cardPainter(textsOnCards(edition));
  const quotes = edition.parties.flatMap(({ id }) => edition.quotes.filter(({ party }) => party.id === id).slice(0, 2));
  const cards = cardsOf({ ...edition, quotes }, own.widthOf);
  for (const { tree } of cards) await expect(own.svg(tree)).resolves.toContain('<svg');
  const shown = textsOf(cards.at(-1)?.tree);
  expect(edition.parties.filter(({ name, shortName, abbreviation }) => ![name, shortName, abbreviation].some((form) => shown.includes(form)))).toEqual([]);
});

describe('whatever the schema takes', () => {
  const W = (count: number) => 'W'.repeat(count);
  const wide = { name: W(40), shortName: W(16), abbreviation: W(4) };

  test.each<[string, Quote]>([
    [
      'the widest names',
      { ...inventedQuote({ role: W(120) }, { publisher: W(100) }), party: { ...inventedQuote().party, ...wide }, speaker: { ...inventedQuote().speaker, name: W(100) }, dimension: { ...inventedQuote().dimension, title: W(60) } },
    ],
    ['one word of 4,000 letters', inventedQuote({ text: W(4000) })],
    ['an insertion that is never closed', inventedQuote({ text: `[${'word '.repeat(700)}` })],
    ['lines in a role', inventedQuote({ role: 'One\n\nTwo\tthree' })],
    ['an id of 120 letters', inventedQuote({ id: 'w'.repeat(120) })],
  ])('a card of %s is drawn', async (_, quote) => {
    const own = await cardPainter([...textsOnCards({ quotes: [quote], topics: [], parties: [] }), W(1), 'w']);
    await expect(own.svg(quoteCard(quote, own.widthOf))).resolves.toContain('<svg');
  });

  test.each([
    [2, 1, (text: string) => W(text.length)],
    [5, 30, (text: string) => W(text.length)],
    [40, 12, (text: string) => text],
  ])('a card of a topic with %i parties and %i questions is drawn', async (count, questions, widened) => {
    const [topic] = record.topics;
    const parties = Array.from({ length: count }, (_, index) => ({ ...record.parties[0]!, ...wide, id: `party-${index}` }));
    const dimensions = Array.from({ length: questions }, () => ({ ...topic!.dimensions[0]!, title: widened('A title of the longest length that there may be, of 60 signs'), question: widened(topic!.dimensions[0]!.question) }));
    const own = await cardPainter([...textsOnCards(record), W(1)]);
    const drawn = topicCard({ ...topic!, title: widened('A title of the longest length that there may be, of 60 signs'), dimensions }, parties, own.widthOf);
    await expect(own.svg(drawn)).resolves.toContain('<svg');
  });
});

describe('drawing into a folder', () => {
  const said = { 'topic-one': { 'question-one': { a: ['2025-04-16 supports'], b: ['2025-05-01 opposes'] } } } as const;

  test('a second run draws nothing, a changed quote draws one, and a picture is 1200 × 630', async () => {
    const folder = await temporaryFolder();
    const [site, cache] = [path.join(folder, 'site'), path.join(folder, 'cache')];
    const small = smallRecord(said);
    let steps = 0;
    expect(await drawCardFiles(small, site, cache, () => (steps += 1))).toEqual({ cards: 3, drawn: 3, fromCache: 0 });
    expect(steps).toBe(3);
    const name = path.join(site, `quotes/${small.quotes[0]?.id}.png`);
    const first = await fs.readFile(name);
    expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    await fs.rm(site, { recursive: true });
    expect(await drawCardFiles(small, site, cache)).toEqual({ cards: 3, drawn: 0, fromCache: 3 });
    expect((await fs.readFile(name)).equals(first)).toBe(true);
    const changed = { ...small, quotes: small.quotes.map((quote, index) => (index === 0 ? { ...quote, text: 'other words' } : quote)) };
    expect(await drawCardFiles(changed, site, cache)).toEqual({ cards: 3, drawn: 1, fromCache: 2 });
    expect((await fs.readFile(name)).equals(first)).toBe(false);
  });

  test('the same card gives the same bytes, whoever draws it', async () => {
    const tree = quoteCard(inventedQuote({ text: 'the same words' }), painter.widthOf);
    const again = await cardPainter(['the same words']);
    expect(Buffer.from(await painter.png(tree)).equals(Buffer.from(await again.png(tree)))).toBe(true);
    expect(again.keyOf(tree)).toBe(painter.keyOf(tree));
  });
});
