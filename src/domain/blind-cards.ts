import type { Party } from './record.ts';

/** What a card shows after the choice, in words ready to be drawn. */
export interface BlindAnswer {
  /** The party's name. */
  party: string;
  colour: Party['colour'];
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
 * The letter of a card by its place.
 * @param index 0 to 25
 */
export function cardLetter(index: number): string {
  return String.fromCharCode(65 + index);
}
