/** What the benchmarks are held to, each with its reason. Ratios hold on any machine, times on one of two cores. */

/** `npm run build` with share pictures and lesson packs. */
export const BUILD_GOALS = {
  /** A record ten times today's, as large as one made by hand may become in years. */
  quotes: 3000,
  /** Common hosts take no more in one site: https://developers.cloudflare.com/pages/platform/limits/ */
  files: 20_000,
  /** All processes at once, in MB: leaves a small build machine of 2 GB room for its system. */
  megabytes: 1500,
  /** Times the time of the checkout that `--beside` names, in the same run: a change that costs more must say what for. */
  ofBeside: 1.1,
} as const;

/** Seconds from saving a quote's file until the open page shows it: an editor who waits longer reloads, and doubts what they see. */
export const EDIT_GOAL = 2;

/** A first search in an empty cache. */
export const SEARCH_GOALS = {
  /** More than one record by hand will hold: search must not be what stops it. */
  quotes: 10_000,
  /** For a common word, in bytes over the wire with the headers of every file: a second on a line of 1.6 Mbit/s. */
  bytes: 200_000,
  /** Times the bytes of MiniSearch, which sends its whole index, whatever the query. */
  ofMiniSearch: 0.2,
} as const;

/** Milliseconds to judge one sentence at 10,000 quotes, the slowest counted: a reader takes it for an answer at once. */
export const CHECK_GOAL = 200;

/** Pages beside the same words as a Starlight page, which documentation sites are made with, from an empty cache. */
export const PAGE_GOALS = {
  /** Times Starlight's bytes, fonts and scripts included, and its largest paint: what readers get elsewhere is not enough. */
  ofBytes: 0.7,
  ofPaint: 0.9,
  /** Milliseconds of a script that a reader could feel, and layout shift: none. */
  blocking: 0,
  shift: 0,
  /** Milliseconds of blank from a topic to a question on the slow line: what feels like at once. */
  blank: 100,
  /** Milliseconds of the longest script on a processor four times slower, where https://web.dev/articles/optimize-long-tasks begins to count. */
  script: 50,
  /** The same for the quiz's start and the check's first run, which a reader has asked for. */
  firstRun: 100,
} as const;

/** Shares of voters' queries that `npm run ask` must answer: first, among the first three, and with nothing where there is nothing. */
export const ASK_GOALS = { first: 0.9, three: 0.97, nothing: 14 / 15 } as const;
