import type { Relation, RelationCounts } from '../../record/comparison.ts';
import { RELATION_WORDS } from './relation-words.ts';

/** One stretch of a bar that is divided by relation. */
export interface RelationStretch {
  relation: Relation;
  count: number;
  /** Where it begins, 0 to 1. */
  start: number;
  /** Its share of the bar, above 0 to 1. */
  share: number;
}

/**
 * Divides a bar by how often each relation holds; relations that never do are left out.
 * @param counts of one pair
 */
export function relationStretches(counts: RelationCounts): RelationStretch[] {
  const relations = Object.keys(RELATION_WORDS) as Relation[];
  const all = relations.reduce((sum, relation) => sum + counts[relation], 0);
  let before = 0;
  return relations
    .filter((relation) => counts[relation] > 0)
    .map((relation) => {
      const stretch = { relation, count: counts[relation], start: before / all, share: counts[relation] / all };
      before += counts[relation];
      return stretch;
    });
}
