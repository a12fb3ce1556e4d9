import { seededOrder } from '../../record/party-order.ts';

/** One quote that the quiz can ask about, with everything that explains the answer. */
export interface QuizQuestion {
  /** The quote's id. */
  id: string;
  /** Where it can be read with its proof: a path of this site. */
  page: string;
  /** The words as they are asked, with masks in square brackets. */
  text: string;
  /** The words as they were said, where something is masked. */
  said?: string;
  topic: string;
  party: string;
  speaker: string;
  role: string;
  date: string;
  source: { title: string; publisher: string; url: string };
  /** What a reader of this quote must know. */
  notes?: readonly string[];
}

/** What a quiz is made from. */
export interface QuizPool {
  /** A to Z. */
  parties: readonly { id: string; name: string }[];
  /** A to Z by title. */
  topics: readonly { id: string; title: string }[];
  questions: readonly QuizQuestion[];
}

/** What was answered to one question. */
export interface QuizAnswer {
  /** Id of the quote. */
  question: string;
  /** Wrong answers: 0 or 1 for one pupil, 0 to 6 for teams. */
  wrong: number;
  /** All answers: 1 for one pupil, the number of teams for teams. */
  of: number;
}

/**
 * The questions of one quiz, in the order in which they are asked; the same for everyone who has the seed.
 * Each quote comes once, and so do its words: a quote that repeats another, whole or in part, is passed over. The
 * parties come up as evenly as the pool allows (by at most one question more or less, until a party has no more
 * quotes), new statements before further parts of one that was asked, and never two parts of one statement in a row.
 * @param questions the pool's questions
 * @param quiz.seed any text
 * @param quiz.topics ids of topics; none means all
 * @param quiz.count how many questions, 1 or more
 * @returns at most `count`; fewer when the topics hold no more
 */
export function chooseQuestions(questions: readonly QuizQuestion[], { seed, topics, count }: { seed: string; topics: readonly string[]; count: number }): QuizQuestion[] {
  const open = questions.filter(({ topic }) => topics.length === 0 || topics.includes(topic));
  return apart(inSeededOrder(choose(inSeededOrder(open, `${seed} quotes`), seed, count), `${seed} order`));
}

/** The quotes that were most often answered wrongly, most first; equal ones in the order in which they were first asked. */
export function fooledMost(answers: readonly QuizAnswer[]): QuizAnswer[] {
  const sums = new Map<string, QuizAnswer>();
  for (const { question, wrong, of } of answers) {
    const before = sums.get(question);
    sums.set(question, { question, wrong: wrong + (before?.wrong ?? 0), of: of + (before?.of ?? 0) });
  }
  return [...sums.values()].filter(({ wrong }) => wrong > 0).sort((a, b) => b.wrong - a.wrong);
}

/** In turns, one for each party that still has a quote; the seed decides who has the first turn. */
function choose(open: readonly QuizQuestion[], seed: string, count: number): QuizQuestion[] {
  const parties = seededOrder([...new Set(open.map(({ party }) => party))], `${seed} parties`);
  const chosen: QuizQuestion[] = [];
  for (;;) {
    const before = chosen.length;
    for (const party of parties) {
      const fresh = open.filter((one) => one.party === party && !chosen.some((other) => repeats(one, other)));
      const next = fresh.find((one) => !chosen.some((other) => sameStatement(one, other))) ?? fresh[0];
      if (next && chosen.length < count) chosen.push(next);
    }
    if (chosen.length === before) return chosen;
  }
}

/** Keeps the order, but moves a question on where it would follow one of its own statement; one that fits nowhere is dropped. */
function apart(questions: readonly QuizQuestion[]): QuizQuestion[] {
  const row: QuizQuestion[] = [];
  const waiting = [...questions];
  for (;;) {
    const last = row.at(-1);
    const next = waiting.findIndex((one) => !last || !sameStatement(one, last));
    if (next === -1) break;
    row.push(...waiting.splice(next, 1));
  }
  for (const one of waiting) {
    const gap = row.findIndex((after, at) => !sameStatement(one, after) && (at === 0 || !sameStatement(one, row[at - 1]!)));
    if (gap !== -1) row.splice(gap, 0, one);
  }
  return row;
}

function inSeededOrder(questions: readonly QuizQuestion[], seed: string): QuizQuestion[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return seededOrder([...byId.keys()], seed).flatMap((id) => byId.get(id) ?? []);
}

/** Given by one speaker on one day in one source. */
function sameStatement(a: QuizQuestion, b: QuizQuestion): boolean {
  return a.date === b.date && a.speaker === b.speaker && a.source.url === b.source.url;
}

function repeats(a: QuizQuestion, b: QuizQuestion): boolean {
  const [one, other] = [a.text.toLowerCase(), b.text.toLowerCase()];
  return one.includes(other) || other.includes(one);
}
