import type { EngineFilters } from '../../site/search-engine.ts';
import { answering, type FoundQuestion, lookUp, MOST_QUESTIONS, type QuestionLookup, scoreQuestions } from './find-questions.ts';
import type { QuestionIndex } from './question-index.ts';
import { parseQuery, type SearchQuery } from './search-query.ts';
import { indexNames, type NamedFilter, type NameIndex, understand, type Understood } from './understand-query.ts';
import { foldWords, stemsOf } from './word-stems.ts';

/** What a reader asks. */
export interface SearchRequest {
  typed: string;
  /** Chosen filters: name to value. */
  filters: Readonly<Record<string, string>>;
  sort?: 'newest' | 'oldest' | undefined;
  /** Filters that the reader took off, though the words name them. */
  off?: readonly NamedFilter[];
  /** True searches for the words only: nothing is understood or corrected. */
  asTyped?: boolean;
  /** True while the reader types: the last word may be the beginning of one. */
  unfinished?: boolean;
}

/** The questions' index, ready to be searched. */
export interface SearchIndex {
  index: QuestionIndex;
  names: NameIndex;
  lookup: QuestionLookup;
  /** Stems that stand in a quote or in what is known about it. */
  spoken: Pick<ReadonlySet<string>, 'has'>;
}

/** What is known before any quote is loaded. */
export interface Answer extends SearchQuery {
  understood: Understood;
  /** The questions that the query is about, best first. */
  questions: readonly FoundQuestion[];
  /** Where none is: those that hold some of its words. */
  nearby: readonly FoundQuestion[];
  /** Place among the parties of the one that is named or chosen, by itself or by a speaker. */
  party?: number;
  /** What the query names, as filters of the engine, beside those chosen. */
  filters: EngineFilters;
}

/** Makes the questions' index ready. */
export function prepare(index: QuestionIndex): SearchIndex {
  const titles = [...index.parties, ...index.speakers]
    .map(({ name }) => name)
    .concat(
      index.topics.map(({ title }) => title),
      index.questions.flatMap(({ title, question }) => [title, question]),
    );
  const names = indexNames(index);
  return {
    index,
    names,
    lookup: lookUp(index),
    spoken: !index.whole ? { has: () => true } : new Set([...Object.values(index.spoken), index.held].flatMap((stems) => stems.split(' ')).concat(titles.flatMap((text) => stemsOf(text, names.filler)))),
  };
}

/** The name of a question in the filters of the engine: `<topic>/<dimension>`. */
export function questionId({ topics, questions }: QuestionIndex, { place }: Pick<FoundQuestion, 'place'>): string {
  const { topic, id } = questions[place]!;
  return `${topics[topic]!.id}/${id}`;
}

/** Answers a request from the questions' index alone. Phrases in quotation marks stand in quotes, not in our questions. */
export function answerFirst({ index, names, lookup }: SearchIndex, { typed, filters: chosen, off = [], asTyped = false, unfinished = false }: SearchRequest): Answer {
  const query = parseQuery(typed);
  const literally = asTyped || query.phrases.length > 0;
  const understood = literally ? wordsOnly(query.words, names) : understand(query.words, names, off, unfinished);
  const scored = literally ? [] : scoreQuestions(lookup, understood).filter(({ place }) => chosen['topic'] === undefined || index.topics[index.questions[place]!.topic]!.title === chosen['topic']);
  const questions = answering(scored, understood.words.length);
  const named = understood.named.filter(({ filter }) => chosen[filter] === undefined);
  const filters = Object.fromEntries(named.map(({ filter }) => [filter, { any: [...new Set(named.filter((one) => one.filter === filter).map(({ value }) => value))] }]));
  const party = partyOf(index, [...Object.entries(chosen), ...named.map(({ filter, value }) => [filter, value] as const)]);
  return { ...query, understood, questions, nearby: questions.length > 0 ? [] : scored.slice(0, MOST_QUESTIONS), ...(party === undefined ? {} : { party }), filters };
}

function wordsOnly(words: string, { filler }: NameIndex): Understood {
  return { named: [], words: foldWords(words).filter((word) => !filler.has(word)), lacking: [], corrected: new Map() };
}

function partyOf({ parties, speakers }: QuestionIndex, named: readonly (readonly [filter: string, value: string])[]): number | undefined {
  const [, party] = named.find(([filter]) => filter === 'party') ?? [];
  const [, speaker] = named.find(([filter]) => filter === 'speaker') ?? [];
  const place = party === undefined ? (speakers.find(({ name }) => name === speaker)?.party ?? -1) : parties.findIndex(({ name }) => name === party);
  return place < 0 ? undefined : place;
}
