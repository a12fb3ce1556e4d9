import type { OnRecord, Party, Status } from '../../record/record.ts';
import { isStated } from '../../record/comparison.ts';
import { type PartyStance, stanceOfToday } from '../../record/stance.ts';

/** One question as the match page draws it. */
export interface MatchPageQuestion {
  /** `<topic>/<dimension>`, as in `MatchData`. */
  id: string;
  dimension: string;
  shortTitle: string;
  question: string;
  status?: Status;
  /** 1 for the first question of the page. */
  number: number;
  /** What each party's position counts as, A to Z: `none` where it has no stated one. */
  positions: readonly { party: Party; stance: Exclude<PartyStance, 'unclear'> }[];
}

/** One topic as the match page draws it. */
export interface MatchPageTopic {
  id: string;
  title: string;
  questions: readonly MatchPageQuestion[];
}

/** Every topic with its questions, numbered through. */
export function matchTopics({ topics }: Pick<OnRecord, 'topics'>): MatchPageTopic[] {
  const numbers = new Map(topics.flatMap(({ dimensions }) => dimensions).map((dimension, index) => [dimension, index + 1]));
  return topics.map((topic) => ({
    id: topic.id,
    title: topic.title,
    questions: topic.dimensions.map((dimension) => ({
      id: `${topic.id}/${dimension.id}`,
      dimension: dimension.id,
      shortTitle: dimension.shortTitle,
      question: dimension.question,
      ...(dimension.status ? { status: dimension.status } : {}),
      number: numbers.get(dimension) ?? 0,
      positions: dimension.positions.map((position) => {
        const stance = stanceOfToday(position);
        return { party: position.party, stance: isStated(stance) ? stance : 'none' };
      }),
    })),
  }));
}
