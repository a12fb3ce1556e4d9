import type { Answer, SearchIndex, SearchRequest } from './answer.ts';
import type { IndexedArticle } from './question-index.ts';
import { stemOf, stemsOf } from './word-stems.ts';

/** An article answers when it holds so much of a query, each word by its rarity: one that lacks half of it is about something else. */
const HOLDS = 0.75;
/** Further articles are shown when they answer nearly as well as the first. */
const NEARLY = 0.7;
/** Articles shown at most. */
const MOST = 3;

/**
 * The articles that a query is about, best first: a word in the title counts twice. Phrases in quotation marks stand in quotes, so no article answers them.
 * @param request what was asked; of its filters the topic alone is one of articles
 * @param answer what `answerFirst` gave for it
 */
export function findArticles({ index, lookup }: SearchIndex, { filters }: SearchRequest, { understood, phrases }: Answer): IndexedArticle[] {
  const stems = phrases.length > 0 ? [] : [...new Set(understood.words.map(stemOf))];
  const weightOf = (held: readonly string[]) => stems.reduce((sum, stem) => sum + (held.includes(stem) ? lookup.rarity(stem) : 0), 0);
  const least = HOLDS * weightOf(stems);
  if (least === 0) return [];
  const found = index.articles
    .filter(({ topics }) => filters['topic'] === undefined || topics.some((place) => index.topics[place]!.title === filters['topic']))
    .map((article) => ({ article, held: weightOf(article.stems.split(' ')), titled: weightOf(stemsOf(article.title, new Set())) }))
    .filter(({ held }) => held >= least)
    .map(({ article, held, titled }) => ({ article, score: held + titled }))
    .sort((a, b) => b.score - a.score);
  return found
    .filter(({ score }) => score >= NEARLY * found[0]!.score)
    .slice(0, MOST)
    .map(({ article }) => article);
}
