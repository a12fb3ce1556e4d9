import { loadPagefind } from '../../src/ui/pagefind.client.ts';
import { findQuotes } from '../../src/features/search/find-quotes.ts';
import type { SearchNames } from '../../src/features/search/search-names.ts';
import { indexNames } from '../../src/features/search/understand-query.ts';

/**
 * Our own search, as the site runs it, without its page; runs in the browser.
 * @param query as typed
 * @param names those of the record
 * @param first how many results are wanted
 * @returns the words of the first quotes found
 */
export async function find(query: string, names: SearchNames, first: number): Promise<string[]> {
  const { results } = await findQuotes(await loadPagefind('/pagefind/pagefind.js'), indexNames(names), { typed: query, filters: {} });
  return Promise.all(results.slice(0, first).map(async (result) => (await result.data()).content));
}
