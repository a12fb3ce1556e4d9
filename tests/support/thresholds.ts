/**
 * What the tests hold the record and the site to, each number with its reason. Numbers at which the site itself decides are
 * in `src/domain/thresholds.ts`, byte budgets beside this file, the benchmarks' goals in `tests/bench/goals.ts`.
 */

/** Highest school grade of our own texts: with five years it is a reading age of 12, so that a first-year pupil can read them. */
export const READING_GRADE = 7;

/** Least Krippendorff's alpha of the two readings: below it he advises to draw no conclusion (Content Analysis, 2004, p. 241). */
export const RELIABILITY = 0.667;

/** Of 1,000 corrupted quotes this many may pass the proof: a corrupted quote can by chance stand in its source as well. */
export const CORRUPTIONS_NOT_SEEN = 1;

/**
 * Share of sentences with one changed word whose change may be told otherwise. A word beside its like ("a a bridge") has no
 * one place, and a changed word can make another quote the nearer one.
 */
export const CHANGES_TOLD_OTHERWISE = 0.05;

/** Below this share of quotes may look like another quote with changes: politicians repeat themselves, the record seldom. */
export const QUOTES_ALIKE = 0.02;

/** Least share of queries of each kind that find what they should. */
export const SEARCH_FINDS = {
  /** Whoever has the exact words, or a name spelt right, or picks a party and a topic, has said all: anything else is a fault. */
  'exact phrase': 1,
  name: 1,
  'party and topic': 1,
  /** Remembered words may fit another quote as well, and everyday words may stand in another topic's quotes. */
  'remembered words': 0.9,
  synonym: 0.9,
  /** Two slips in a short name can make it another's. */
  'misspelt name': 0.8,
} as const;

/** How evenly five parties are shuffled over 10,000 seeds: 20% is even, and 1.5 are nearly four standard deviations (0.4). */
export const SHUFFLE_SHARE = { least: 18.5, most: 21.5 } as const;

/** 99.9% point of chi squared with 119 degrees of freedom, for the 120 orders of five parties. */
export const SHUFFLE_CHI_SQUARED = 172.7;

/** Of 200 draws at least this many for each of five parties: 40 is even, 20 more than three standard deviations (5.7) below. */
export const DRAWN_OF_200 = 20;

/** Below this share of quotes may be left out of blind pages because masks cannot hide whose they are; more would skew them. */
export const LEFT_OUT_BLIND = 0.05;

/** Least share of the record's quotes that the quiz may ask about: the rest say too much or too little without a name. */
export const QUIZ_POOL = 0.9;

/** Least share of the quiz's pool that 200 quizzes of five questions ask about, so that no part of it is hardly met. */
export const QUIZ_VARIETY = 0.8;

/** Least height in px of what is touched in a hurry: WCAG 2.2, 2.5.5 (AAA), beyond the 24 px that AA asks for. */
export const TOUCH_TARGET = 44;

/** Least type in px on a projector of 1,920 px: 48 is a fortieth of its width; the rest is read by whoever acts on it. */
export const PROJECTOR_TYPE = { quote: 48, choice: 28 } as const;

/** Least type in px on a share picture drawn at a quarter of its size, as in a list of messages. */
export const CARD_TYPE = 8;

/** Lighthouse's score in each category; it rounds, so 100 leaves half a point. No exception is made. */
export const LIGHTHOUSE_SCORE = 100;
