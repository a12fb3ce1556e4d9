import { yearOf } from './dates.ts';
import type { Position } from './record.ts';
import { type PartyStance, STANCE_WORDS } from './stance.ts';

/** A position's stance as it is shown everywhere: with the year of the words that settle it. */
export interface Mark {
  stance: PartyStance;
  /** Of the quote that settles it; where none does, of the newest. Absent without a quote. */
  year?: string;
  /** Its party has since dropped the words on which it rests. */
  dropped?: true;
}

/** A position's mark. */
export function markOf({ stance, shownBy, dropped, quotes }: Pick<Position, 'stance' | 'shownBy' | 'dropped' | 'quotes'>): Mark {
  const date = (shownBy ?? quotes[0])?.date;
  return { stance, ...(date ? { year: yearOf(date) } : {}), ...(dropped ? { dropped } : {}) };
}

/** Stands beside words whose party may not be named yet. */
export const WITHDRAWN_WORDS = 'Its party has since withdrawn these words.';

/** What stands after a mark's year where its party has dropped the words. */
export const SINCE_DROPPED = 'since withdrawn';

/** A mark in words: "Supports, 2024", "Supports, 2024, since withdrawn" or "None found yet". */
export function markInWords({ stance, year, dropped }: Mark): string {
  return [STANCE_WORDS[stance], year, dropped && SINCE_DROPPED].filter(Boolean).join(', ');
}
