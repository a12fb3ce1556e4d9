import { prepare } from '../../src/features/search/answer.ts';
import type { QuestionIndex } from '../../src/features/search/question-index.ts';
import { Quotes } from '../../src/features/search/quotes.client.ts';

/**
 * Our own search, as the site runs it, without its page; runs in the browser.
 * @param query as typed
 * @param index the questions' index
 * @param first how many results are wanted
 * @returns the words of the first quotes found
 */
export async function find(query: string, index: QuestionIndex, first: number): Promise<string[]> {
  const page = document.createElement('div');
  page.dataset['pagefind'] = '/pagefind/pagefind.js';
  const { results } = await new Quotes(page, prepare(index)).find({ typed: query, filters: {} });
  return Promise.all(results.slice(0, first).map(async (result) => (await result.data()).content));
}
