import { type Mark, markOf } from '../../record/mark.ts';
import type { OnRecord, Status } from '../../record/record.ts';
import { matchData, type MatchQuestion } from './match.ts';
import { divides } from './short-version.ts';

/** One question as the match page draws it. */
export interface MatchPageQuestion extends MatchQuestion {
  dimension: string;
  shortTitle: string;
  question: string;
  status?: Status;
  /** 1 for the first question that is asked; absent where it is not. */
  number?: number;
  /** One a party, A to Z. */
  marks: readonly Mark[];
}

/** One topic as the match page draws it. */
export interface MatchPageTopic {
  id: string;
  title: string;
  questions: readonly MatchPageQuestion[];
}

/** Every topic with its questions; those that are asked are numbered through. */
export function matchTopics(record: Pick<OnRecord, 'parties' | 'topics'>): MatchPageTopic[] {
  const counted = new Map(matchData(record).questions.map((question) => [question.id, question]));
  let asked = 0;
  return record.topics.map((topic) => ({
    id: topic.id,
    title: topic.title,
    questions: topic.dimensions.map((dimension): MatchPageQuestion => {
      const question = counted.get(`${topic.id}/${dimension.id}`)!;
      return {
        ...question,
        dimension: dimension.id,
        shortTitle: dimension.shortTitle,
        question: dimension.question,
        ...(dimension.status ? { status: dimension.status } : {}),
        ...(divides(question) > 0 ? { number: (asked += 1) } : {}),
        marks: dimension.positions.map(markOf),
      };
    }),
  }));
}
