import type { Party } from '../record.ts';

/** What a card shows after the choice, in words ready to be drawn. */
export interface BlindAnswer {
  /** The party's name. */
  party: string;
  speaker: string;
  /** The speaker's role on the day. */
  role: string;
  /** In words: "16 April 2025". */
  date: string;
  publisher: string;
  /** What a reader of the quote must know, for example that the party has since disowned it. */
  notes: readonly string[];
  links: BlindLinks;
}

/** The colours of the parties of a page's cards, by the party's name: told once, not on every card. */
export type BlindColours = Readonly<Record<string, Party['colour']>>;

/** Where an answer leads. */
export interface BlindLinks {
  speaker: string;
  /** The quote's own page. */
  quote: string;
  /** The source itself. */
  source: string;
}

/** A party without a card, as the page tells it after the choice. */
export interface BlindGap {
  party: string;
  /** `silent`: it is not quoted on the question. `left-out`: its words cannot be shown without telling whose they are. */
  why: 'silent' | 'left-out';
}

/**
 * An answer as text without the names of its fields: hidden text cannot be compressed, and on twenty cards the names alone
 * are two kilobytes of a page.
 */
export function packAnswer({ party, speaker, role, date, publisher, notes, links }: BlindAnswer): string {
  return JSON.stringify([party, speaker, role, date, publisher, links.speaker, links.quote, links.source, ...notes]);
}

/** The answer that `packAnswer` made a text of. */
export function unpackAnswer(text: string): BlindAnswer {
  const [party, speaker, role, date, publisher, toSpeaker, toQuote, toSource, ...notes] = JSON.parse(text) as [string, string, string, string, string, string, string, string, ...string[]];
  return { party, speaker, role, date, publisher, notes, links: { speaker: toSpeaker, quote: toQuote, source: toSource } };
}

/**
 * The letter of a card by its place.
 * @param index 0 to 25
 */
export function cardLetter(index: number): string {
  return String.fromCharCode(65 + index);
}
