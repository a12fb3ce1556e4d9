import { type Answers, decodeAnswers, encodeAnswers, type MatchQuestion } from './match.ts';
import { askedOf, shortVersion, topicOf } from './short-version.ts';

/** Where a reader is, and all that they have said: everything that the address keeps. */
export interface Place {
  view: 'start' | 'ask' | 'results';
  /** Which questions: `short`, `all`, or the ids of topics between commas; empty before the choice. */
  set: string;
  /** The question being asked, from 1; 0 elsewhere. */
  at: number;
  answers: Answers;
  /** Ticked "matters to me" on a question that has no answer yet. */
  matters: boolean;
}

/**
 * The questions of a set, in the order in which they are asked.
 * @param set as in `Place`; topics that are not known add nothing
 * @param questions all of them
 */
export function questionsOf<Q extends MatchQuestion>(set: string, questions: readonly Q[]): Q[] {
  if (set === 'short') return shortVersion(questions);
  const topics = set.split(',');
  return askedOf(questions).filter(({ id }) => set === 'all' || topics.includes(topicOf(id)));
}

/**
 * The place that the part of an address behind the # names. `a=…` alone, as in a shared link, is the results.
 * @param fragment without the #; never throws, whatever stands in it
 * @param questions all of them
 * @returns undefined when it is not ours, such as the name of a heading
 */
export function placeFrom(fragment: string, questions: readonly MatchQuestion[]): Place | undefined {
  const given = new URLSearchParams(fragment);
  if (!['a', 'q', 'n'].some((name) => given.has(name))) return undefined;
  const answers = decodeAnswers(given.get('a') ?? '', questions);
  const named = given.get('q') ?? '';
  const count = questionsOf(named, questions).length;
  const set = count > 0 ? named : '';
  const at = Number(given.get('n') ?? NaN);
  const asking = Number.isInteger(at) && at >= 1 && at <= count;
  const results = !asking && at !== 0 && (set !== '' || Object.keys(answers).length > 0);
  return { view: asking ? 'ask' : results ? 'results' : 'start', set, at: asking ? at : 0, answers, matters: asking && given.has('m') };
}

/** The fragment of a place, which `placeFrom` reads; empty at a start without answers. */
export function fragmentOf({ view, set, at, answers, matters }: Place): string {
  const encoded = encodeAnswers(answers);
  if (view === 'start' && encoded === '') return '';
  const parts = [set && `q=${set}`, view === 'results' ? '' : `n=${at}`, encoded && `a=${encoded}`, matters && view === 'ask' && 'm=1'];
  return `#${parts.filter(Boolean).join('&')}`;
}
