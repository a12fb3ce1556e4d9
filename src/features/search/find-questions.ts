import type { QuestionIndex } from './question-index.ts';
import type { Understood } from './understand-query.ts';
import { stemOf, stemsOf } from './word-stems.ts';

/** A question that a query is about. */
export interface FoundQuestion {
  /** Place among the questions of the index. */
  place: number;
  /** Orders the questions; of no meaning by itself. */
  score: number;
  /** How much of the query it answers, 0 to 1: each word by its rarity, and by how surely the question is about it. */
  share: number;
  /** Words of the query that it does not hold. */
  lacks: readonly string[];
}

/** How surely a word means a question by where it stands; found by trying (`npm run bench:ask`), the order is what matters. */
const WEIGHTS = { name: 1, question: 0.7, topic: 0.6, own: 0.6, spoken: 0.4 } as const;

/** A word of a longer phrase is worth at least this share of it, and all of it when the query holds the whole phrase. */
const OF_A_PHRASE = 0.4;

/** What a phrase of two words or more adds when the query holds all of it. */
const WHOLE_PHRASE = 0.3;

/** A question that answers less of a query does not answer it. */
export const ANSWERS = 0.45;

/** Further questions are shown when they answer nearly as well as the first. */
const NEARLY = 0.7;

/** Questions shown at most: more are a list, not an answer. */
export const MOST_QUESTIONS = 3;

/** A misspelt word counts less than one that is typed right. */
const CORRECTED = 0.8;

/** What is looked up for each search; made once of the index. */
export interface QuestionLookup {
  questions: readonly { phrases: readonly (readonly string[])[]; topic: readonly (readonly string[])[]; asked: ReadonlySet<string> }[];
  spoken: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Rarity of a stem among the questions: inverse document frequency (Spärck Jones 1972, https://doi.org/10.1108/eb026526). */
  rarity: (stem: string) => number;
}

/** Makes what `findQuestions` looks up. */
export function lookUp({ questions, topics, spoken, held }: QuestionIndex): QuestionLookup {
  const ofTopics = topics.map(({ title, phrases }) => [title, ...phrases].map(distinct));
  const entries = questions.map(({ topic, title, question, phrases }) => ({ phrases: [title, ...phrases].map(distinct), topic: ofTopics[topic] ?? [], asked: new Set(stemsOf(question)) }));
  const counts = new Map<string, number>();
  const words = new Map(Object.entries(spoken).map(([stem, places]) => [stem, new Map(places.map((place) => (place < 0 ? [-1 - place, WEIGHTS.own] : [place, WEIGHTS.spoken])))]));
  for (const [place, { phrases, topic, asked }] of entries.entries()) {
    const stems = new Set([...phrases.flat(), ...topic.flat(), ...asked]);
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + (words.get(stem)?.has(place) ? 0 : 1));
  }
  for (const [stem, places] of words) counts.set(stem, (counts.get(stem) ?? 0) + places.size);
  const common = new Set(held.split(' '));
  const rarity = (stem: string) => Math.log(1 + questions.length / Math.max(counts.get(stem) ?? 0.5, common.has(stem) ? questions.length / 3 : 0));
  return { questions: entries, spoken: words, rarity };
}

function distinct(text: string): string[] {
  return [...new Set(stemsOf(text))];
}

/**
 * Scores every question for a query. A word counts for a question by the surest place where it stands there, places
 * adding up as independent evidence; rare words count more. A phrase of the question counts by how much of it the query
 * holds, so that "space agency" is not answered by single-sex spaces.
 * @returns best first; those that hold no word of it are left out
 */
export function scoreQuestions(lookup: QuestionLookup, { words, corrected }: Pick<Understood, 'words' | 'corrected'>): FoundQuestion[] {
  const meant = new Set([...corrected.values()].map(stemOf));
  const typed = [...new Map(words.map((word) => [stemOf(word), word]))].map(([stem, word]) => ({ stem, word, rarity: lookup.rarity(stem), sure: meant.has(stem) ? CORRECTED : 1 }));
  const stems = new Set(typed.map(({ stem }) => stem));
  const total = typed.reduce((sum, { rarity }) => sum + rarity, 0);
  const covered = (phrase: readonly string[]) => {
    const all = phrase.reduce((sum, stem) => sum + lookup.rarity(stem), 0);
    return phrase.reduce((sum, stem) => sum + (stems.has(stem) ? lookup.rarity(stem) : 0), 0) / all;
  };
  const scored = lookup.questions.map(({ phrases, topic, asked }, place) => {
    const [own, shared] = [evidence(phrases, stems, covered), evidence(topic, stems, covered)];
    const doubt = ({ stem }: { stem: string }) =>
      (1 - WEIGHTS.name * (own.get(stem) ?? 0)) * (1 - WEIGHTS.topic * (shared.get(stem) ?? 0)) * (1 - (asked.has(stem) ? WEIGHTS.question : 0)) * (1 - (lookup.spoken.get(stem)?.get(place) ?? 0));
    const sum = typed.reduce((all, word) => all + word.rarity * word.sure * (1 - doubt(word)), 0);
    const whole = phrases.filter((phrase) => phrase.length > 1 && phrase.every((stem) => stems.has(stem))).flat();
    const more = [...new Set(whole)].reduce((all, stem) => all + lookup.rarity(stem), 0);
    return { place, score: sum + WHOLE_PHRASE * more, share: total === 0 ? 0 : sum / total, lacks: typed.filter((word) => doubt(word) === 1).map(({ word }) => word) };
  });
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.place - b.place);
}

/** What phrases say of each stem of the query: the most that any phrase says. */
function evidence(phrases: readonly (readonly string[])[], stems: ReadonlySet<string>, covered: (phrase: readonly string[]) => number): Map<string, number> {
  const best = new Map<string, number>();
  for (const phrase of phrases) {
    const present = phrase.filter((stem) => stems.has(stem));
    if (present.length === 0) continue;
    const worth = OF_A_PHRASE + (1 - OF_A_PHRASE) * covered(phrase);
    for (const stem of present) best.set(stem, Math.max(best.get(stem) ?? 0, worth));
  }
  return best;
}

/**
 * The questions that a query is about.
 * @param scored what `scoreQuestions` gave
 * @returns at most three, best first; none when none answers enough of it
 */
export function answering(scored: readonly FoundQuestion[]): FoundQuestion[] {
  const [first] = scored;
  if (!first || first.share < ANSWERS) return [];
  return scored.filter(({ score, share }) => share >= ANSWERS && score >= NEARLY * first.score).slice(0, MOST_QUESTIONS);
}
