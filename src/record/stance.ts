import type { CodingEntry } from './schema/coding.ts';
import type { Stance } from './schema/stance.ts';
import { newestFirst } from './dates.ts';

/** A party's stance on a dimension: that of a quote, or `none` where it has no quote. */
export type PartyStance = Stance | 'none';

/**
 * A quote's stance is what both of its readers said; `unclear` where they differ, and until both have read it.
 * @param coding how they coded it, if they have
 */
export function stanceOf(coding: Pick<CodingEntry, 'first' | 'second'> | undefined): Stance {
  return coding && coding.first === coding.second ? coding.first : 'unclear';
}

/**
 * A party's stance is derived, never typed: the stance of its newest quote whose stance is not `unclear`;
 * `unclear` when all are; `none` without a quote.
 * @param quotes in the order of their file; of two quotes of one day the one that stands first decides
 * @returns the stance and the quote that shows it (absent when none does)
 */
export function deriveStance<Q extends { date: string; stance: Stance }>(quotes: readonly Q[]): { stance: PartyStance; shownBy?: Q } {
  if (quotes.length === 0) return { stance: 'none' };
  const shownBy = [...quotes].sort((a, b) => newestFirst(a.date, b.date)).find(({ stance }) => stance !== 'unclear');
  return shownBy ? { stance: shownBy.stance, shownBy } : { stance: 'unclear' };
}

/** The word that always stands beside a stance's shape. */
export const STANCE_WORDS: Readonly<Record<PartyStance, string>> = {
  supports: 'Supports',
  opposes: 'Opposes',
  mixed: 'Mixed',
  unclear: 'Unclear',
  none: 'No statement',
};
