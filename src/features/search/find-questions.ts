import type { QuestionIndex } from './question-index.ts';
import type { Understood } from './understand-query.ts';
import { foldWords, stemOf, stemsOf } from './word-stems.ts';

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
const WEIGHTS = { question: 0.7, topic: 0.6, own: 0.6, spoken: 0.4 } as const;

/** A word of a longer phrase is worth at least this share of it, and all of it when the query holds the whole phrase; titles are chosen word by word. */
const OF_A_PHRASE = 0.4;
const OF_A_TITLE = 0.7;

/** What a phrase of two words or more adds when the query holds all of it. */
const WHOLE_PHRASE = 0.3;

/**
 * A question that answers less of a query does not answer it, by how many words the query has: two are easily shared by
 * chance ("space agency" and single-sex spaces), four hardly. In the 72 queries of a trial, what should be found answered
 * 0.43 to 1, nearly all above 0.6; what the record does not hold 0 to 0.58, nearly all below 0.4.
 */
const ANSWERS = [0.5, 0.5, 0.7, 0.55, 0.4] as const;

/** The same where it lacks more than a third of the words: "dog licence" is not answered by hunting with dogs. */
const ANSWERS_IN_PART = 0.7;

/** What a word adds that stands there as it was typed: the House of Lords is about no housing. */
const AS_WRITTEN = 0.1;

/** Further questions are shown when they answer nearly as well as the first. */
const NEARLY = 0.7;

/** Questions shown at most: more are a list, not an answer. */
export const MOST_QUESTIONS = 3;

/** A misspelt word counts less than one that is typed right. */
const CORRECTED = 0.8;

/** What is looked up for each search; made once of the index. */
export interface QuestionLookup {
  questions: readonly { title: readonly string[]; phrases: readonly (readonly string[])[]; topic: readonly (readonly string[])[]; asked: ReadonlySet<string>; written: ReadonlySet<string> }[];
  spoken: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Rarity of a stem among the questions: inverse document frequency (Spärck Jones 1972, https://doi.org/10.1108/eb026526). */
  rarity: (stem: string) => number;
}

/** Makes what `findQuestions` looks up. */
export function lookUp({ questions, topics, spoken, held, filler }: QuestionIndex, omit: ReadonlySet<string> = new Set(filler.split(' '))): QuestionLookup {
  const distinct = (text: string) => [...new Set(stemsOf(text, omit))];
  const ofTopics = topics.map(({ title, phrases }) => [title, ...phrases].map(distinct));
  const entries = questions.map(({ topic, title, question, phrases }) => ({
    title: distinct(title),
    phrases: phrases.map(distinct),
    topic: ofTopics[topic] ?? [],
    asked: new Set(distinct(question)),
    written: new Set([title, question, ...phrases, ...[topics[topic]!].flatMap((one) => [one.title, ...one.phrases])].flatMap(foldWords)),
  }));
  const counts = new Map<string, number>();
  const words = new Map(
    Object.entries(spoken).flatMap(([where, stems]) => {
      const places = new Map(
        where
          .split(' ')
          .map(Number)
          .map((place) => (place < 0 ? [-1 - place, WEIGHTS.own] : [place, WEIGHTS.spoken])),
      );
      return stems.split(' ').map((stem) => [stem, places] as const);
    }),
  );
  for (const [place, { title, phrases, topic, asked }] of entries.entries()) {
    const stems = new Set([...title, ...phrases.flat(), ...topic.flat(), ...asked]);
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + (words.get(stem)?.has(place) ? 0 : 1));
  }
  for (const [stem, places] of words) counts.set(stem, (counts.get(stem) ?? 0) + places.size);
  const common = new Set(held.split(' '));
  const rarity = (stem: string) => Math.log(1 + questions.length / Math.max(counts.get(stem) ?? 1, common.has(stem) ? questions.length / 3 : 0));
  return { questions: entries, spoken: words, rarity };
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
  const scored = lookup.questions.map(({ title, phrases, topic, asked, written }, place) => {
    const [titled, own, shared] = [evidence([title], stems, covered, OF_A_TITLE), evidence(phrases, stems, covered), evidence(topic, stems, covered)];
    const doubt = ({ stem }: { stem: string }) =>
      (1 - (titled.get(stem) ?? 0)) * (1 - (own.get(stem) ?? 0)) * (1 - WEIGHTS.topic * (shared.get(stem) ?? 0)) * (1 - (asked.has(stem) ? WEIGHTS.question : 0)) * (1 - (lookup.spoken.get(stem)?.get(place) ?? 0));
    const sum = typed.reduce((all, word) => all + word.rarity * word.sure * (1 - doubt(word)), 0);
    const whole = [title, ...phrases].filter((phrase) => phrase.length > 1 && phrase.every((stem) => stems.has(stem))).flat();
    const more = [...new Set(whole)].reduce((all, stem) => all + lookup.rarity(stem), 0);
    const exact = typed.reduce((all, { word, rarity }) => all + (written.has(word) ? rarity : 0), 0);
    return { place, score: sum + WHOLE_PHRASE * more + AS_WRITTEN * exact, share: total === 0 ? 0 : sum / total, lacks: typed.filter((word) => doubt(word) === 1).map(({ word }) => word) };
  });
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.place - b.place);
}

/** What phrases say of each stem of the query: the most that any phrase says. */
function evidence(phrases: readonly (readonly string[])[], stems: ReadonlySet<string>, covered: (phrase: readonly string[]) => number, least = OF_A_PHRASE): Map<string, number> {
  const best = new Map<string, number>();
  for (const phrase of phrases) {
    const present = phrase.filter((stem) => stems.has(stem));
    if (present.length === 0) continue;
    const worth = least + (1 - least) * covered(phrase);
    for (const stem of present) best.set(stem, Math.max(best.get(stem) ?? 0, worth));
  }
  return best;
}

/**
 * The questions that a query is about.
 * @param scored what `scoreQuestions` gave
 * @param words how many words the query has
 * @returns at most three, best first; none when none answers enough of it
 */
export function answering(scored: readonly FoundQuestion[], words: number): FoundQuestion[] {
  const least = ANSWERS[Math.min(words, ANSWERS.length - 1)]!;
  const answers = ({ share, lacks }: FoundQuestion) => share >= (lacks.length * 3 > words ? Math.max(least, ANSWERS_IN_PART) : least);
  const found = scored.filter(answers);
  return found.filter(({ score }) => score >= NEARLY * found[0]!.score).slice(0, MOST_QUESTIONS);
}
