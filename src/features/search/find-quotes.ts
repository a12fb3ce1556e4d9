import type { EngineFilters, EngineResult, SearchEngine } from '../../site/search-engine.ts';
import { parseQuery, type SearchQuery } from './search-query.ts';
import { foldWords, type NamedFilter, type NameIndex, nearestName, understand, type Understood } from './understand-query.ts';

/** What a reader asks. */
export interface SearchRequest {
  typed: string;
  /** Chosen filters: name to value. */
  filters: Readonly<Record<string, string>>;
  sort?: 'newest' | 'oldest' | undefined;
  /** True searches for the words as typed, without looking for misspelt names. */
  asTyped?: boolean;
}

/** What was found. */
export interface FoundQuotes {
  /** Best first, or by date. */
  results: readonly EngineResult[];
  /** The query with misspelt names corrected; undefined when it was searched for as typed. */
  corrected?: string;
  /** True when no quote holds all the words and those with most of them are given. */
  partial: boolean;
}

const NOTHING: FoundQuotes = { results: [], partial: false };

/** Quotes that are looked at for a phrase in quotation marks: each is a small file. */
const CHECKED = 20;

/** The same without quotation marks; these are drawn first in any case. */
const FIRST_CHECKED = 5;

/** This many words that name nothing look like words of a quote that somebody remembers. */
const REMEMBERED = 3;

/** Words of a query that are looked at one by one when no quote holds all of them. */
const MOST_WORDS = 12;

/**
 * Finds quotes.
 * - Phrases in quotation marks must all stand in the quote's own words, and every other word in the quote or what is
 *   known about it.
 * - Without quotation marks, quotes that hold the words as one phrase come first; then those of the party, speaker or
 *   topic that the words name; then those that hold all the words; then those of a topic that is about them.
 * - A misspelt name is corrected when the record holds nothing like the word typed.
 * @param engine Pagefind, with `ENGINE_OPTIONS`
 * @param names what `indexNames` gave
 */
export async function findQuotes(engine: SearchEngine, names: NameIndex, request: SearchRequest): Promise<FoundQuotes> {
  const { phrases, words } = parseQuery(request.typed);
  if (phrases.length > 0) return { results: await findPhrases(engine, { phrases, words }, request), partial: false };
  if (words === '') return Object.keys(request.filters).length === 0 ? NOTHING : { results: await inOrder(engine, await ask(engine, null, request), request), partial: false };
  const corrected = request.asTyped ? undefined : await correct(engine, names, words);
  const found = await findWords(engine, understand(corrected ?? words, names), corrected ?? words, request);
  return { ...found, ...(corrected === undefined ? {} : { corrected }) };
}

/** Quotes that hold every phrase, and every word outside the phrases. */
async function findPhrases(engine: SearchEngine, { phrases, words }: SearchQuery, request: SearchRequest): Promise<EngineResult[]> {
  const lists = await Promise.all([...phrases.map((phrase) => findPhrase(engine, phrase, request, CHECKED)), ...(words === '' ? [] : [ask(engine, words, request)])]);
  const [first = [], ...others] = lists;
  const ids = others.map((list) => new Set(list.map(({ id }) => id)));
  const inAll = first.filter(({ id }) => ids.every((list) => list.has(id)));
  return inOrder(engine, inAll, request);
}

/**
 * Quotes that hold a phrase in their own words. For Pagefind "first time" and "first-time" differ, so quotes that hold all the words of the phrase are looked at as well.
 * @param checked how many of them, at most
 */
async function findPhrase(engine: SearchEngine, phrase: string, request: SearchRequest, checked: number): Promise<EngineResult[]> {
  const [asPhrase, all] = await Promise.all([ask(engine, `"${phrase}"`, request), ask(engine, phrase, request)]);
  const exact = asPhrase.filter(({ words }) => words.length > 0);
  const wanted = ` ${foldWords(phrase).join(' ')} `;
  const others = all.filter(({ id, words }) => words.length > 0 && !exact.some((result) => result.id === id)).slice(0, checked);
  const looked = await Promise.all(others.map(async (result) => ({ result, text: ` ${foldWords((await result.data()).content).join(' ')} ` })));
  return [...exact, ...looked.filter(({ text }) => text.includes(wanted)).map(({ result }) => result)];
}

async function findWords(engine: SearchEngine, { named, strong, rest }: Understood, words: string, request: SearchRequest): Promise<FoundQuotes> {
  const several = foldWords(words).length > 1;
  const filters = namedFilters(named, request.filters);
  const [all, exact, ofNamed] = await Promise.all([ask(engine, words, request), several ? findPhrase(engine, words, request, FIRST_CHECKED) : [], filters ? ask(engine, rest.length > 0 ? rest.join(' ') : null, request, filters) : []]);
  const scores = new Map(all.map(({ id, score }) => [id, score]));
  const ranked = [...ofNamed].sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
  const isWho = strong && (named.party !== undefined || named.speaker !== undefined);
  const order = isWho && rest.length === 0 ? [ranked, exact, all] : strong && rest.length < REMEMBERED ? [exact, ranked, all] : [exact, all, ranked];
  const results = await inOrder(engine, [...new Map(order.flat().map((result) => [result.id, result])).values()], request);
  if (results.length > 0 || !several) return { results, partial: false };
  return { results: await inOrder(engine, await findSome(engine, words, request, filters), request), partial: true };
}

/**
 * Quotes that hold some of the words, those with the rarest first: each word counts by its inverse document frequency
 * (Spärck Jones 1972, https://doi.org/10.1108/eb026526). What the words name counts like the rarest word.
 */
async function findSome(engine: SearchEngine, words: string, request: SearchRequest, named: EngineFilters | undefined): Promise<EngineResult[]> {
  const ofNamed = named ? await ask(engine, null, request, named) : [];
  const single = [...new Set(words.split(' '))].slice(0, MOST_WORDS).map((word) => ask(engine, word, request));
  const lists = await Promise.all(single);
  const most = Math.max(...lists.map(({ length }) => length), 1);
  const weights = new Map<string, number>();
  for (const list of lists) for (const { id } of list) weights.set(id, (weights.get(id) ?? 0) + 1 + Math.log(most / list.length));
  for (const { id } of ofNamed) weights.set(id, (weights.get(id) ?? 0) + 1 + Math.log(most));
  const results = [...new Map([...ofNamed, ...lists.flat()].map((result) => [result.id, result])).values()];
  return results.sort((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0));
}

/** The query with each misspelt name corrected; undefined when there is none. */
async function correct(engine: SearchEngine, names: NameIndex, words: string): Promise<string | undefined> {
  const corrected = await Promise.all(
    words.split(' ').map(async (word) => {
      const name = nearestName(word, names);
      return name === undefined || (await isHeld(engine, word)) ? word : name;
    }),
  );
  const query = corrected.join(' ');
  return query === words ? undefined : query;
}

/** Does the record hold this word, or one that begins or is inflected like it? Pagefind finds words that only begin alike too. */
async function isHeld(engine: SearchEngine, word: string): Promise<boolean> {
  const { results } = await engine.search(word, { filters: {} });
  const spoken = results.find(({ words }) => words.length > 0);
  const best = spoken ?? results[0];
  if (!best) return false;
  const { content, meta, locations } = await best.data();
  const texts = content.split(/\s+/u);
  const matched = spoken ? locations.map((place) => texts[place] ?? '') : [meta['role'], meta['dimension'], meta['question'], meta['publisher']].map((text) => text ?? '');
  const [typed = ''] = foldWords(word);
  return matched.flatMap(foldWords).some((other) => other.startsWith(typed) || shared(other, typed) >= Math.max(other.length, typed.length) - INFLECTION);
}

/** Letters of an inflection: "crossings" and "crossing", "houses" and "housing". */
const INFLECTION = 2;

/** How many letters two words begin with alike. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The filters that the words name, beside those chosen: one that is chosen already is not named again. Undefined without any. */
export function namedFilters(named: Understood['named'], chosen: SearchRequest['filters']): EngineFilters | undefined {
  const added = (Object.entries(named) as [NamedFilter, readonly string[]][]).filter(([name]) => chosen[name] === undefined);
  return added.length === 0 ? undefined : Object.fromEntries(added.map(([name, any]) => [name, { any }]));
}

/** A query as Pagefind takes it: it finds no phrase with a currency sign. */
export function engineQuery(query: string): string {
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
