import type { CodingEntry } from './schema/coding.ts';
import type { Stance } from './schema/stance.ts';
import { newestFirst } from './dates.ts';

/** A party's stance on a dimension: that of a quote, or `none` where it has no quote. */
export type PartyStance = Stance | 'none';

/**
 * A quote's stance is what both of its readers said; `unclear` where they differ, and until both have read it. Where
 * people have read it their reading alone counts; a third of them settles it by agreeing with one of the two.
 * @param coding how they coded it, if they have
 */
export function stanceOf(coding: Pick<CodingEntry, 'first' | 'second' | 'people'> | undefined): Stance {
  if (!coding) return 'unclear';
  const { first, second, third }: { first: Stance; second: Stance; third?: Stance | undefined } = coding.people ?? coding;
  if (first === second) return first;
  return third !== undefined && (third === first || third === second) ? third : 'unclear';
}

/** Who read a quote’s stance, in words; nothing until it is read. */
export function readBy(coding: Pick<CodingEntry, 'first' | 'people'> | undefined): string | undefined {
  if (!coding) return undefined;
  return coding.people ? `read by ${coding.people.third === undefined ? 'two' : 'three'} people` : 'read by two language models';
}

/**
 * A party's stance is derived, never typed: the stance of its newest quote that takes a side and that it still holds to;
 * where it has dropped all that take one, the newest of those; `unclear` when none takes a side; `none` without a quote.
 * @param quotes in the order of their file; of two quotes of one day the one that stands first decides
 * @returns the stance, the quote that settles it (absent when none does), and whether the party has since dropped its words
 */
export function deriveStance<Q extends { date: string; stance: Stance; disowned?: unknown }>(quotes: readonly Q[]): { stance: PartyStance; shownBy?: Q; dropped?: true } {
  if (quotes.length === 0) return { stance: 'none' };
  const settling = [...quotes].sort((a, b) => newestFirst(a.date, b.date)).filter(({ stance }) => stance !== 'unclear');
  const held = settling.find(({ disowned }) => !disowned);
  const shownBy = held ?? settling[0];
  if (!shownBy) return { stance: 'unclear' };
  return { stance: shownBy.stance, shownBy, ...(held ? {} : { dropped: true as const }) };
}

/**
 * The stance that speaks for a party today, for whatever counts or compares: `unclear` where it rests only on words that the party has dropped.
 * @param position a party on a dimension
 */
export function stanceOfToday({ stance, dropped }: { stance: PartyStance; dropped?: true }): PartyStance {
  return dropped ? 'unclear' : stance;
}

/** The word that always stands beside a stance's shape. */
export const STANCE_WORDS: Readonly<Record<PartyStance, string>> = {
  supports: 'Supports',
  opposes: 'Opposes',
  mixed: 'Mixed',
  unclear: 'Unclear',
  none: 'None found yet',
};
