import type { EngineFilters, EngineResult, SearchEngine } from '../../site/search-engine.ts';
import { type Answer, questionId, type SearchIndex, type SearchRequest } from './answer.ts';
import { foldWords, stemOf, stemsOf } from './word-stems.ts';

/** The quotes that were found. */
export interface FoundQuotes {
  /** Best first, or by date. */
  results: readonly EngineResult[];
  /** Words of the query that the first of them lacks, where no quote holds all. */
  lacks: readonly string[];
}

const NOTHING: FoundQuotes = { results: [], lacks: [] };

/** Quotes that are looked at for a phrase: each is a small file. */
const CHECKED = 200;

/** The same for a query without quotation marks, and for phrases whose words a hyphen may part. */
const FIRST_CHECKED = 5;

/** This many words that name nothing look like words of a quote that somebody remembers. */
const REMEMBERED = 3;

/** Quotes that hold less of a query do not answer it: of its words, and of its words by their rarity. */
const HELD_ENOUGH = 0.6;

/** Words of a query that are looked at one by one when no quote holds all of them. */
const MOST_WORDS = 12;

/**
 * Finds quotes.
 * - Phrases in quotation marks must all stand in the quote's own words, and every other word in the quote or what is
 *   known about it.
 * - Without quotation marks, quotes that hold the words as one phrase come first; then those that hold all the words, of
 *   the party, speaker and year that are named; then those on the questions and topics that the query is about.
 * - A word that the record does not hold finds nothing; quotes that lack a word are given only when they hold most of the
 *   query.
 * @param engine Pagefind, with `ENGINE_OPTIONS`
 * @param answer what `answerFirst` gave for the same request
 */
export async function findQuotes(engine: SearchEngine, index: SearchIndex, request: SearchRequest, answer: Answer): Promise<FoundQuotes> {
  const { phrases, words, understood } = answer;
  if (phrases.length > 0) return { results: await inOrder(engine, await findPhrases(engine, answer, request), request), lacks: [] };
  if (words === '') return Object.keys(request.filters).length === 0 ? NOTHING : { results: await inOrder(engine, await ask(engine, null, request), request), lacks: [] };
  const found = await findWords(engine, index, request, answer);
  if (found.length > 0 || understood.words.length < 2) return { results: await inOrder(engine, found, request), lacks: [] };
  const { results, lacks } = await findSome(engine, index, request, answer);
  return { results: await inOrder(engine, [...results], request), lacks };
}

/** Quotes that hold every phrase, and every word outside the phrases. */
async function findPhrases(engine: SearchEngine, { phrases, words }: Answer, request: SearchRequest): Promise<EngineResult[]> {
  const lists = await Promise.all([...phrases.map((phrase) => findPhrase(engine, phrase, request, CHECKED)), ...(words === '' ? [] : [ask(engine, words, request)])]);
  const [first = [], ...others] = lists;
  const ids = others.map((list) => new Set(list.map(({ id }) => id)));
  return first.filter(({ id }) => ids.every((list) => list.has(id)));
}

/**
 * Quotes that hold a phrase in their own words. For Pagefind "smash" and "smashing" are one word, and "first time" and
 * "first-time" differ, so what it finds is looked at, and some quotes that hold all the words as well.
 * @param checked how many it looks at, at most
 */
async function findPhrase(engine: SearchEngine, phrase: string, request: SearchRequest, checked: number): Promise<EngineResult[]> {
  const [asPhrase, all] = await Promise.all([ask(engine, `"${phrase}"`, request), ask(engine, phrase, request)]);
  const spoken = [...new Map([...asPhrase, ...all].map((result) => [result.id, result])).values()].filter(({ words }) => words.length > 0);
  const wanted = ` ${foldWords(phrase).join(' ')} `;
  const looked = await Promise.all(spoken.slice(0, checked).map(async (result) => ({ result, text: ` ${foldWords((await result.data()).content).join(' ')} ` })));
  return looked.filter(({ text }) => text.includes(wanted)).map(({ result }) => result);
}

/** Quotes that hold all the words, and those on the questions and topics that the query is about. */
async function findWords(engine: SearchEngine, { index, names, spoken }: SearchIndex, request: SearchRequest, { words, understood: { words: about, corrected }, questions, filters }: Answer): Promise<EngineResult[]> {
  const isNamed = Object.keys(filters).length > 0;
  const isSpoken = about.every((word) => spoken.has(stemOf(word)));
  const asTyped = isSpoken && corrected.size === 0;
  const on = questions.map((question) => questionId(index, question));
  const stems = about.map(stemOf);
  // A question says more exactly what a keyword of its topic means; the topic's own name means all of it.
  const topics = index.topics
    .filter(({ title, phrases }) => stems.length > 0 && [title, ...phrases.slice(0, questions.length > 0 ? 1 : phrases.length)].some((phrase) => isOne(stemsOf(phrase, names.filler), stems)))
    .map(({ title }) => title);
  const [exact, all, held, ofQuestions, ofTopics] = await Promise.all([
    asTyped && foldWords(words).length > 1 ? findPhrase(engine, words, request, FIRST_CHECKED) : [],
    asTyped ? ask(engine, words, request) : [],
    isSpoken && (isNamed || about.length > 0) ? ask(engine, about.length > 0 ? about.join(' ') : null, request, filters) : [],
    Promise.all(on.map((question) => ask(engine, null, request, { ...filters, question }))),
    topics.length > 0 ? ask(engine, null, request, { ...filters, topic: { any: topics } }) : [],
  ]);
  const scores = new Map([...all, ...held].map(({ id, score }) => [id, score]));
  const byScore = (results: readonly EngineResult[]) => [...results].sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
  // Whoever names somebody wants their words, unless so many words look like a quote that somebody else said.
  const theirs = isNamed && (held.length > 0 || about.length < REMEMBERED) ? byScore(held) : [...all, ...held];
  const order = [...(about.length === 0 ? [theirs, exact] : [exact, byScore(ofTopics), theirs]), ...ofQuestions];
  return [...new Map(order.flat().map((result) => [result.id, result])).values()];
}

/** Does a phrase of a topic say all that the query is about, and nothing else? */
function isOne(phrase: readonly string[], stems: readonly string[]): boolean {
  return phrase.every((stem) => stems.includes(stem)) && stems.every((stem) => phrase.includes(stem));
}

/**
 * Quotes that hold most of the query, each word by its rarity, and the words that the best of them lacks. Of what is
 * named all must be so.
 */
async function findSome(engine: SearchEngine, { spoken, lookup }: SearchIndex, request: SearchRequest, { understood: { words }, filters }: Answer): Promise<FoundQuotes> {
  const wanted = [...new Map(words.slice(0, MOST_WORDS).map((word) => [stemOf(word), word]))].map(([stem, word]) => ({ word, weight: lookup.rarity(stem), held: spoken.has(stem) }));
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  if (wanted.reduce((sum, { weight, held }) => sum + (held ? weight : 0), 0) < HELD_ENOUGH * total) return NOTHING;
  const lists = await Promise.all(wanted.map(async ({ word, weight, held }) => ({ word, weight, list: held ? await ask(engine, word, request, filters) : [] })));
  const holds = new Map<string, { result: EngineResult; weight: number; words: number }>();
  for (const { weight, list } of lists) {
    for (const result of list) {
      const before = holds.get(result.id);
      holds.set(result.id, { result, weight: (before?.weight ?? 0) + weight, words: (before?.words ?? 0) + 1 });
    }
  }
  const enough = [...holds.values()].filter((one) => one.weight >= HELD_ENOUGH * total && one.words >= HELD_ENOUGH * wanted.length);
  const results = enough.sort((a, b) => b.weight - a.weight).map(({ result }) => result);
  return { results, lacks: lists.filter(({ list }) => !list.some(({ id }) => id === results[0]?.id)).map(({ word }) => word) };
}

/** A query as Pagefind takes it: it finds no phrase with a currency sign. */
function engineQuery(query: string): string {
  return query.replace(/\p{Sc}/gu, '');
}

async function ask(engine: SearchEngine, query: string | null, { filters }: SearchRequest, more: EngineFilters = {}): Promise<EngineResult[]> {
  const { results } = await engine.search(query === null ? null : engineQuery(query), { filters: { ...filters, ...more } });
  return results;
}

/** By date where that is asked for. */
async function inOrder(engine: SearchEngine, results: EngineResult[], { sort }: SearchRequest): Promise<EngineResult[]> {
  if (sort === undefined) return results;
  const places = await datePlaces(engine);
  const sign = sort === 'newest' ? 1 : -1;
  return results.sort((a, b) => sign * ((places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)));
}

const DATE_PLACES = new WeakMap<SearchEngine, Promise<ReadonlyMap<string, number>>>();

/**
 * The place of every quote from the newest to the oldest. Pagefind gives what it finds without a query in the order in which
 * it was indexed, and that is by date; its own sorting would add 25 kB to the first search at 10,000 quotes.
 */
function datePlaces(engine: SearchEngine): Promise<ReadonlyMap<string, number>> {
  const known = DATE_PLACES.get(engine) ?? engine.search(null, { filters: {} }).then(({ results }) => new Map(results.map(({ id }, place) => [id, place])));
  DATE_PLACES.set(engine, known);
  return known;
}
