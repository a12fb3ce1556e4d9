import { expect, test } from 'vitest';
import type { EngineResult } from '../../src/site/search-engine.ts';
import { foundQuote } from '../../src/features/search/found-quote.ts';
import { record } from '../support/edition.ts';
import { benchmarkQueries, type Kind, MEASURES } from './search-queries.ts';
import { siteBrowser } from '../support/browser.ts';
import { SEARCH_FINDS } from '../support/thresholds.ts';

const browser = siteBrowser();

/** Fewest queries of a kind that say anything of it. */
const FEWEST = 6;

/** The search element's own function, as the page uses it. */
interface Searcher extends HTMLElement {
  find(request: { typed: string; filters: Record<string, string> }): Promise<{ results: EngineResult[] }>;
}

test('the queries of the benchmark find what they should', async () => {
  const queries = benchmarkQueries(record, 'on-record');
  const page = await browser.open('search/');
  const found = await page.evaluate(
    async (all) => {
      const searcher = document.querySelector<Searcher>('quote-search')!;
      const answers = [];
      for (const typed of all) {
        const { results } = await searcher.find({ typed, filters: {} });
        answers.push(await Promise.all(results.slice(0, 3).map(async (result) => (({ url, content, meta }) => ({ url, content, meta }))(await result.data()))));
      }
      return answers;
    },
    queries.map(({ typed }) => typed),
  );
  const judged = queries.map((query, index) => {
    const results = (found[index] ?? []).map(foundQuote).map(({ id, speaker, party, topic }) => ({ quote: id, speaker, party, topic }));
    return { ...query, passed: MEASURES[query.kind].passes(query.wanted, results) };
  });
  const shares = (Object.keys(MEASURES) as Kind[]).map((kind) => {
    const of = judged.filter((query) => query.kind === kind);
    return { kind, queries: of.length, passed: of.filter(({ passed }) => passed).length };
  });
  console.table(shares.map(({ kind, queries: number, passed }) => ({ kind, measure: MEASURES[kind].says, passed: `${passed} of ${number}`, 'at least': `${SEARCH_FINDS[kind] * 100}%` })));
  const missed = shares.filter(({ kind, queries: number, passed }) => number < FEWEST || passed / number < SEARCH_FINDS[kind]);
  const failed = judged.filter(({ passed }) => !passed).map(({ kind, typed }) => `${kind}: ${typed}`);
  expect(missed, failed.join('\n')).toEqual([]);
});
