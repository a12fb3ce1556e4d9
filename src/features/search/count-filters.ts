import type { FilterCounts, SearchEngine } from '../../site/search-engine.ts';
import { answerFirst, type SearchIndex, type SearchRequest } from './answer.ts';
import { findQuotes, type FoundQuotes } from './find-quotes.ts';

/**
 * How many quotes each value of each filter would leave. The values of a filter that is chosen are counted as if it were
 * not, so that a reader sees what choosing another would give.
 * @param engine Pagefind
 * @param request what was asked
 * @param found what `findQuotes` gave for it
 * @param names of the filters to count
 */
export async function countFilters(engine: SearchEngine, search: SearchIndex, request: SearchRequest, found: FoundQuotes, names: readonly string[]): Promise<FilterCounts> {
  const values = await engine.filters();
  const counts = names.map(async (name) => {
    const without = { ...request, filters: Object.fromEntries(Object.entries(request.filters).filter(([other]) => other !== name)) };
    const { results } = request.filters[name] === undefined ? found : await findQuotes(engine, search, without, answerFirst(search, without));
    const ids = new Set(results.map(({ id }) => id));
    const of = Object.keys(values[name] ?? {}).map(async (value) => [value, (await engine.search(null, { filters: { [name]: value } })).results.filter(({ id }) => ids.has(id)).length] as const);
    return [name, Object.fromEntries(await Promise.all(of))] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}
