/**
 * The numbers at which this site decides, each with its reason. Definitions stand with what they define (the words in a
 * run in `fingerprint.ts`), amounts of work with the work, and what only the tests hold in `tests/support/thresholds.ts`.
 */

/**
 * Below this many shared dimensions no share is given. One more agreement moves a share by at most a fifth then; on fewer
 * questions it would say more than the record knows.
 */
export const FEWEST_FOR_A_SHARE = 5;

/**
 * In a topic the best-covered party has at most this many times the words of the least covered of those that are quoted. A judgement, not a
 * measurement: so it is stated to readers, and a topic that passes it must say why (`balanceReason`).
 */
export const BALANCE_LIMIT = 2;

/** Longest passage that the check judges, in UTF-16 units: about ten pages. Whoever has more has a document, not a quote to check. */
export const LONGEST_PASSAGE = 20_000;

/** A shorter extract says too little: it counts only when it is a whole sentence of the quote. */
export const SHORTEST_EXTRACT = 4;

/**
 * Share of equal words from which a sentence is a quote with changes. One word changed leaves 0.75 of a sentence of four
 * words and more of every longer one. Of the record's quotes, each compared with all the others, two reach it, and both
 * nearly say the same; at 0.6 it is seven (tests/domain/misquote.test.ts).
 */
export const ALIKE = 0.7;

/** Beside a sentence of the same quote less is enough: the place is known. */
export const ALIKE_IN_PLACE = 0.5;

/** A shorter sentence shares its few words with too many: it counts only against whole sentences of a quote. */
export const SHORT_SENTENCE = 7;

/** Fewer equal words than this are a coincidence. */
export const FEWEST_EQUAL_WORDS = 4;

/** With fewer of its own words left a masked quote means nothing, and blind pages leave it out. */
export const FEWEST_WORDS_UNMASKED = 4;

/** Fewer words give a class too little to look at in the task on sources. */
export const FEWEST_WORDS_FOR_A_TASK = 8;

/** A link to the words in a source needs this many; a shorter stretch stands in most pages many times. */
export const FEWEST_WORDS_FOR_A_LINK = 3;
