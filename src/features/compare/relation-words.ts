import type { Relation } from '../../record/comparison.ts';

/** How two parties stand to each other on a question, in words, in the order in which counts are shown. */
export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  agree: 'Same stance',
  differ: 'Different stance',
  unclear: 'Unclear',
  'one-silent': 'None found yet for one',
  'both-silent': 'None found yet for either',
};

/** What each relation means, in a sentence. */
export const RELATION_MEANINGS: Readonly<Record<Relation, string>> = {
  agree: 'both support, both oppose, or both are mixed',
  differ: 'both have a stance, and not the same one',
  unclear: 'both are quoted, but the words of at least one settle nothing, or it has since withdrawn them',
  'one-silent': 'one is quoted, the other is not',
  'both-silent': 'neither is quoted',
};
