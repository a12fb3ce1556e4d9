/** The parts of Pagefind's browser API that we use (https://pagefind.app/docs/api/). */
export interface SearchEngine {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  /** Loads every filter, so that responses count all of them. */
  filters(): Promise<FilterCounts>;
  /** Without a query: everything that the filters leave, in the order in which it was indexed. */
  search(query: string | null, options: { filters: EngineFilters }): Promise<EngineResponse>;
}

/** Filter to the value, or the values of which one must hold. */
export type EngineFilters = Readonly<Record<string, string | { any: readonly string[] }>>;

/** Filter to value to how many results have it. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface EngineResponse {
  results: EngineResult[];
  /** Only of the filters loaded so far. */
  filters: FilterCounts;
}

export interface EngineResult {
  id: string;
  score: number;
  /** Places of the matched words in the quote, counted from 0 by white space; empty when only its metadata matched. */
  words: number[];
  data(): Promise<EngineData>;
}

export interface EngineData {
  url: string;
  /** The words as they are; in Pagefind's `raw_content` every < and > is written as HTML. */
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  locations: number[];
}

/**
 * Pagefind's settings (https://pagefind.app/docs/ranking/): the quote's own words count most, the question we put above
 * it least. Without a worker there is one file of 12 kB and one round trip less before the first result. The addresses in
 * the index hold the site's base already; left to itself, Pagefind would put it in front once more.
 */
export const ENGINE_OPTIONS = {
  baseUrl: '/',
  noWorker: true,
  ranking: {
    metaWeights: { speaker: 3, party: 1, topic: 1.5, dimension: 2, role: 1, question: 0.5, publisher: 0.5, date: 0 },
  },
};
