/** What the benchmarks are held to, each with its reason. Ratios hold on any machine, milliseconds on one of two cores. */

/** Loading positions, beside Astro's own loader in the same run. */
export const BUILD_GOALS = {
  /** At every size, times the same content as plain `.md`: what checking and our own loader may add. */
  ofMarkdown: 1.15,
  /** From 10,000 quotes, times the same content as `.mdx` modules: what not making modules must save, or it is not worth a loader. */
  ofModules: 0.4,
} as const;

/** A first search in an empty cache at 10,000 quotes. */
export const SEARCH_GOALS = {
  /** For a common word, in bytes over the wire: a second on a line of 1.6 Mbit/s. */
  bytes: 190_000,
  /** Times the bytes of MiniSearch, which sends its whole index, whatever the query. */
  ofMiniSearch: 0.2,
} as const;

/** Milliseconds to judge one sentence at 10,000 quotes, the slowest counted: a reader takes it for an answer at once. */
export const CHECK_GOAL = 200;

/** Building everything from generated records; see "Measured" in src/README.md for what is reached. */
export const SCALE_GOALS = {
  /** At 10,000 quotes all our pages, times what Hugo takes for topic and quote pages alone: the price of checking, proving and everything else. */
  ofHugo: 2.75,
  /** Peak of the largest process at 10,000 quotes, in MB: what small build machines have to spare. */
  megabytes: 1000,
  /** From 10,000 to 50,000 quotes, times the time: nothing may grow faster than the record. */
  growth: 5,
} as const;
