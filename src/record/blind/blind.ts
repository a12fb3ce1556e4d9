import { type BlindGap, cardLetter } from './blind-cards.ts';
import { blindText } from './blind-text.ts';
import { newestFirst } from '../dates.ts';
import { opaqueKey } from '../opaque.ts';
import { findNames, type NameForm, nameForms } from '../party-names.ts';
import { seededOrder } from '../party-order.ts';
import type { Dimension, OnRecord, Party, Position, Quote, Speaker } from '../record.ts';

/** One quote without its party, and the quote that it hides. */
export interface BlindCard {
  /** "A" for the first card of its question. */
  letter: string;
  /** Names the card in the page; tells nothing. */
  key: string;
  /** The words, with masks in square brackets. */
  text: string;
  /** True when the words are part of a sentence in the source. */
  partial: boolean;
  /** True when something is masked. */
  masked: boolean;
  quote: Quote;
}

/** One question of blind mode. */
export interface BlindQuestion {
  /** At most one a party, in seeded order. */
  cards: readonly BlindCard[];
  /** The parties without a card, in the record's order. */
  gaps: readonly BlindGap[];
}

/** Something in a page that gives a party away. */
export interface Leak {
  kind: 'name' | 'id' | 'colour';
  /** What was found, as it stands there. */
  found: string;
  /** The text around it. */
  around: string;
}

/** Attributes that a reader hears or sees as words. */
const SPOKEN = new Set(['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'aria-valuetext', 'content', 'label', 'placeholder', 'summary', 'title']);

/**
 * One dimension as blind mode shows it: for each party the newest quote that shows its stance (or else its newest),
 * of those that can be masked; disowned quotes only when there is no other.
 * @param dimension the dimension
 * @param record its parties and speakers, whose names are masked
 * @param seed decides the order of the cards, the same for everyone; by default the dimension's id
 */
export function blindQuotes(dimension: Dimension, { parties, speakers }: Pick<OnRecord, 'parties' | 'speakers'>, seed: string = `${dimension.topic.id}/${dimension.id}`): BlindQuestion {
  const forms = nameForms(parties, speakers);
  const chosen = dimension.positions.map((position) => ({ position, card: firstCard(candidates(position), forms) }));
  const cards = new Map(chosen.flatMap(({ card }) => (card ? [[card.key, card] as const] : [])));
  return {
    cards: seededOrder([...cards.keys()], seed).map((key, index) => ({ ...cards.get(key)!, letter: cardLetter(index) })),
    gaps: chosen.filter(({ card }) => !card).map(({ position }) => ({ party: position.party.name, why: position.quotes.length === 0 ? 'silent' : 'left-out' })),
  };
}

/**
 * Everything in a text or a page by which a reader could tell a party: names in what is read, and in the
 * markup and scripts also ids of parties (alone or as part of a class, id or address) and party colours.
 * @param text plain text or HTML
 * @param parties every party of the record
 * @param speakers every speaker of the record
 * @returns empty when nothing leaks
 */
export function findLeaks(text: string, parties: readonly Pick<Party, 'id' | 'name' | 'ownNames' | 'ordinaryWords' | 'colour'>[], speakers: readonly Speaker[]): Leak[] {
  // Another party may well quote a slogan: that it stands there tells nothing, and blindText masks it for its own party.
  const forms = nameForms(parties, speakers).filter(({ kind }) => kind !== 'slogan');
  const { spoken, markup } = takeApart(text);
  return [
    ...spoken.flatMap((words) => findNames(words, forms).map(({ start, end }): Leak => leak('name', words, start, end))),
    ...markup.flatMap((code) => findAll(code, idPattern(parties)).map(([start, end]) => leak('id', code, start, end))),
    ...markup.flatMap((code) => findAll(code, colourPattern(parties)).map(([start, end]) => leak('colour', code, start, end))),
  ];
}

function candidates({ stance, quotes }: Position): Quote[] {
  const rank = (quote: Quote) => (quote.disowned ? 2 : 0) + (stance !== 'unclear' && quote.stance === stance ? 0 : 1);
  return [...quotes].sort((a, b) => rank(a) - rank(b) || newestFirst(a.date, b.date));
}

/** The first quote that can be masked, without a letter; those after it are not tried, because masking is the slow part. */
export function firstCard(quotes: readonly Quote[], forms: readonly NameForm[]): Omit<BlindCard, 'letter'> | undefined {
  for (const quote of quotes) {
    const text = blindText(quote, forms);
    if (text !== undefined) return { key: opaqueKey(quote.id), text, partial: quote.partial === true, masked: text !== quote.text, quote };
  }
  return undefined;
}

/** What a reader reads, and the rest: tags with their other attributes, scripts and styles. */
function takeApart(text: string): { spoken: string[]; markup: string[] } {
  const spoken: string[] = [];
  const markup: string[] = [];
  const rest = text.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/giu, (code) => {
    markup.push(code);
    return ' ';
  });
  const words = rest.replace(/<[A-Za-z/!][^>]*>/gu, (tag) => {
    markup.push(
      tag.replace(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu, (attribute, name: string, double: string | undefined, single: string | undefined) => {
        if (!SPOKEN.has(name.toLowerCase())) return attribute;
        spoken.push(unescapeHtml(double ?? single ?? ''));
        return name;
      }),
    );
    // Tags inside a line do not part words: "Lib <em>Dems</em>" reads as one name.
    return /^<\/?(?:a|abbr|b|bdi|cite|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b/iu.test(tag) ? '' : '\n';
  });
  return { spoken: [unescapeHtml(words), ...spoken], markup };
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/gu, (_, number: string) => String.fromCodePoint(Number(number)))
    .replace(/&nbsp;/gu, ' ')
    .replace(/&(?:quot|apos|lsquo|rsquo|lt|gt);/gu, (entity) => ({ '&quot;': '"', '&apos;': "'", '&lsquo;': '‘', '&rsquo;': '’', '&lt;': '<', '&gt;': '>' })[entity] ?? entity)
    .replace(/&amp;/gu, '&');
}

/** An id between quotation marks, slashes, hyphens and the like; in running text it may be an ordinary word. */
function idPattern(parties: readonly { id: string }[]): RegExp {
  return new RegExp(String.raw`(?<=["'/=._#?&:-]|class="[^"]*\s)(?:${parties.map(({ id }) => id).join('|')})(?=["'/=._#?&:\s>-])`, 'giu');
}

function colourPattern(parties: readonly Pick<Party, 'colour'>[]): RegExp {
  return new RegExp(parties.flatMap(({ colour }) => [colour.light, colour.dark]).join('|'), 'giu');
}

function findAll(text: string, pattern: RegExp): [number, number][] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

function leak(kind: Leak['kind'], text: string, start: number, end: number): Leak {
  return { kind, found: text.slice(start, end), around: text.slice(Math.max(0, start - 40), end + 40).replace(/\s+/gu, ' ') };
}
