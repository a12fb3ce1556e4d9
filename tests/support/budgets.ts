/**
 * Every limit of bytes, with its reason; `npm run budget` prints the built site against them, tests/site/budgets.test.ts
 * holds them. Compressed is gzip -9, which gives the same number everywhere; Brotli, as hosts send it, is smaller.
 */
export interface PageBudget {
  type: string;
  /** Which pages, by their file in the site; the first type that fits counts. */
  files: RegExp;
  /** Compressed bytes of the page with its style: all that is needed to read it. */
  html: number;
  /** Compressed bytes of all scripts it loads or holds; none is needed to read. */
  scripts: number;
  why: string;
}

/** The script of the frame, on every page: search box, copying, printing, and the page of a link before it is followed. */
const BOX = 1700;
/** Ten packets: what a server may send before it hears from the reader, so that the page comes in one round trip. */
const ONE_TRIP = 14_000;

export const PAGE_BUDGETS: readonly PageBudget[] = [
  { type: 'home', files: /^index\.html$/u, html: 12_000, scripts: BOX, why: 'The first page on a bad network.' },
  { type: 'topic', files: /^topics\/[^/]+\/index\.html$/u, html: ONE_TRIP, scripts: 5000, why: 'One round trip. It shows what settles each mark; the rest is on the question’s page.' },
  { type: 'question', files: /^topics\/[^/]+\/[^/]+\/index\.html$/u, html: ONE_TRIP, scripts: 5000, why: 'One round trip, with all that a split topic leaves to it.' },
  { type: 'quote', files: /^quotes\/[^/]+\/index\.html$/u, html: 6900, scripts: 2200, why: 'Links to quotes are shared, so most who come bring no cache. Every citation is in it, to copy and to save.' },
  { type: 'article', files: /^articles\/[^/]+\/index\.html$/u, html: ONE_TRIP, scripts: 2000, why: 'One round trip, with every quote in it.' },
  { type: 'what is new', files: /^new\/index\.html$/u, html: ONE_TRIP, scripts: BOX, why: 'One round trip: the newest 250 changes; the rest is in the data.' },
  { type: 'party', files: /^parties\/[^/]+\/index\.html$/u, html: ONE_TRIP, scripts: BOX, why: 'One round trip.' },
  // Exception to one round trip: both parties' words on every question where they differ are what the page is for.
  { type: 'pair', files: /^compare\/[^/]+\/[^/]+\/index\.html$/u, html: 18_000, scripts: BOX, why: 'Two round trips: every question at once.' },
  { type: 'blind key', files: /^blind\/[^/]+\/key\/index\.html$/u, html: 7000, scripts: 2500, why: 'Names only; the words are on the sheet.' },
  // Exception to one round trip: every quote of a topic stands twice, as words without names and, hidden, as its answer, which cannot be compressed well.
  { type: 'blind', files: /^blind\/[^/]+\/index\.html$/u, html: 15_500, scripts: 15_000, why: 'Two round trips: answers come with the page, so that none is asked for.' },
  { type: 'match', files: /^match\/index\.html$/u, html: 12_000, scripts: 15_000, why: 'A choice of questions and an empty grid. The questions come on top, once, from the page on paper; nothing is asked for while answering.' },
  { type: 'match on paper', files: /^match\/paper\/index\.html$/u, html: ONE_TRIP, scripts: BOX, why: 'One round trip: every question with where it stands, and every mark.' },
  { type: 'search', files: /^search\/index\.html$/u, html: 9000, scripts: 9400, why: 'The frame’s and the questions’ own, which answer first; Pagefind and what reads it come on top, when they are used.' },
  { type: 'check', files: /^check\/index\.html$/u, html: 5500, scripts: 4300, why: 'What it reckons with comes on top, when it is used.' },
  { type: 'coverage', files: /^coverage\/(?:[^/]+\/)?index\.html$/u, html: 12_000, scripts: BOX, why: 'A table a topic and every gap by name.' },
  { type: 'list of sources or speakers', files: /^(?:sources\/(?:of\/[^/]+\/)?|speakers\/of\/[^/]+\/)index\.html$/u, html: 12_000, scripts: BOX, why: 'A line each.' },
  { type: 'source or speaker', files: /^(?:sources|speakers)\/[^/]+\/index\.html$/u, html: 10_000, scripts: BOX, why: 'Their quotes; the manifestos have the most.' },
  { type: 'lesson key', files: /^class\/[^/]+\/key\/index\.html$/u, html: ONE_TRIP, scripts: BOX, why: 'One round trip: every answer with its reason, its notices, and what stands in for a side without a card.' },
  { type: 'lesson on a question', files: /^class\/(?!who-said-it)[^/]+\/(?!key|slides)[^/]+\/index\.html$/u, html: 12_000, scripts: BOX, why: 'One round trip: a plan, and five parts of paper.' },
  { type: 'question slides', files: /^class\/[^/]+\/[^/]+\/slides\/index\.html$/u, html: 9000, scripts: 4000, why: 'Opened in front of a class, with the answer to each card.' },
  // Exception to one round trip: as on the blind page, each card has its answer, which cannot be compressed well.
  { type: 'lesson slides', files: /^class\/[^/]+\/slides\/index\.html$/u, html: 15_500, scripts: 4000, why: 'Two round trips: answers come with the page, so that none is asked for before a class.' },
  { type: 'quiz', files: /^class\/who-said-it\/index\.html$/u, html: 7500, scripts: 11_500, why: 'Its questions come on top, when it begins. 3,900 are what draws QR codes: a class starts by them.' },
  { type: 'quiz on paper', files: /^class\/who-said-it\/print\/index\.html$/u, html: 6000, scripts: BOX, why: 'Printed, on school networks.' },
  { type: 'lesson pack', files: /^class\/[^/]+\/index\.html$/u, html: ONE_TRIP, scripts: BOX, why: 'One round trip on a school network.' },
  { type: 'embed', files: /^embed\//u, html: 5000, scripts: 300, why: 'It stands in other people’s pages; it fetches nothing, and its one inline script tells its height.' },
  { type: 'data', files: /^data\/index\.html$/u, html: 9000, scripts: 2000, why: 'Tables, fields and examples.' },
  { type: 'class', files: /^class\/index\.html$/u, html: 8000, scripts: 4300, why: 'Every topic, and what a lesson serves in four nations; with a button to keep the site.' },
  { type: 'with a button to keep the site', files: /^(?:about|offline)\/index\.html$/u, html: 6000, scripts: 4300, why: 'Short text and one tool.' },
  { type: 'words', files: /^words\/(?:[\w-]+\/)?index\.html$/u, html: ONE_TRIP, scripts: BOX, why: 'Every word that the site explains; links lead into it.' },
  { type: 'other', files: /^(?:404|(?:about\/[\w-]+|agreement|articles|blind|compare|parties|speakers|topics)\/index)\.html$/u, html: 7000, scripts: BOX, why: 'Short text or a short list in the frame of every page, which is 3,000.' },
];

/** All that a browser with an empty cache loads for a page that readers come to first: fonts, scripts and icon included. */
export const FIRST_VISIT = { types: ['home', 'topic', 'question', 'quote'], bytes: 40_000 } as const;
/** Scripts of one page, with all that they import: the frame's and its own. A phone waits longer for a request than for its bytes. */
export const SCRIPT_FILES = 2;
/** Pages that load more of their own once they are used: the bundler's helper for that is a third, of 0.9 kB. */
export const LOADS_LATER = /^(?:check|search)\/index\.html$/u;
/** Font files in all, as they lie on the host (they are compressed): one variable face, cut to what pages show. */
export const FONT_BYTES = 22_000;
/** One share picture: messengers cut off at 300 kB (WhatsApp) and more. */
export const CARD_BYTES = 300_000;
/** One lesson pack as PDF: it goes by mail. */
export const LESSON_PDF_BYTES = 1_000_000;
/** The whole site kept for offline, to download and on the device: a minute on a slow mobile network. */
export const OFFLINE_BYTES = 10_000_000;

/** Most layout shift of a page as it loads; Google calls 0.1 good (https://web.dev/articles/cls), we want none that is seen. */
export const MOST_SHIFT = 0.01;
