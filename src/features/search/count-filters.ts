import { engineQuery, findQuotes, type FoundQuotes, namedFilters, type SearchRequest } from './find-quotes.ts';
import type { FilterCounts, SearchEngine } from '../../site/search-engine.ts';
import { parseQuery } from './search-query.ts';
import { type NameIndex, understand } from './understand-query.ts';

/** Results that are counted one by one at most: each is a file. */
const COUNTED = 500;

/**
 * How many quotes each value of each filter would leave. The values of a filter that is chosen are counted as if it were
 * not, so that a reader sees what choosing another would give.
 * @param engine Pagefind
 * @param names what `indexNames` gave
 * @param request what was asked, misspelt names corrected
 * @param found what `findQuotes` gave for it
 * @returns by filter; undefined when the results are too many to be counted
 */
export async function countFilters(engine: SearchEngine, names: NameIndex, request: SearchRequest, found: FoundQuotes): Promise<FilterCounts | undefined> {
  const every = Object.keys(await engine.filters());
  const counts = await countResults(engine, names, request, found);
  const others = await Promise.all(
    every.map(async (name) => {
      if (request.filters[name] === undefined) return [name, counts?.[name] ?? {}] as const;
      const without = { ...request, filters: Object.fromEntries(Object.entries(request.filters).filter(([other]) => other !== name)) };
      return [name, (await countResults(engine, names, without, await findQuotes(engine, names, without)))?.[name] ?? {}] as const;
    }),
  );
  return counts && Object.fromEntries(others);
}

/** The values of the filters among these results. */
async function countResults(engine: SearchEngine, names: NameIndex, { typed, filters }: SearchRequest, { results, partial }: FoundQuotes): Promise<FilterCounts | undefined> {
  const { phrases, words } = parseQuery(typed);
  if (phrases.length > 0 || partial) return countOneByOne(results);
  if (words === '') return (await engine.search(null, { filters })).filters;
  const { named, rest } = understand(words, names);
  const more = namedFilters(named, filters);
  const query = engineQuery(words);
  const all = engine.search(query, { filters });
  if (!more) return (await all).filters;
  // The results are those that hold all the words, and those of what is named that hold the rest; some are both.
  const ofNamed = engine.search(rest.length > 0 ? engineQuery(rest.join(' ')) : null, { filters: { ...filters, ...more } });
  const both = engine.search(query, { filters: { ...filters, ...more } });
  return add([(await all).filters, 1], [(await ofNamed).filters, 1], [(await both).filters, -1]);
}

async function countOneByOne(results: FoundQuotes['results']): Promise<FilterCounts | undefined> {
  if (results.length > COUNTED) return undefined;
  const loaded = await Promise.all(results.map((result) => result.data()));
  return add(...loaded.map(({ filters }) => [Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, Object.fromEntries(values.map((value) => [value, 1]))])), 1] as const));
}

function add(...parts: readonly (readonly [FilterCounts, number])[]): FilterCounts {
  const sum: FilterCounts = {};
  for (const [counts, times] of parts) {
    for (const [name, values] of Object.entries(counts)) {
      const of = (sum[name] ??= {});
      for (const [value, count] of Object.entries(values)) of[value] = (of[value] ?? 0) + times * count;
    }
  }
  return sum;
}
