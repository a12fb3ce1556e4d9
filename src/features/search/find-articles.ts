import type { Answer, SearchIndex, SearchRequest } from './answer.ts';
import type { IndexedArticle } from './question-index.ts';
import { stemOf } from './word-stems.ts';

/** An article answers when it holds so much of a query, each word by its rarity: one that lacks half of it is about something else. */
const HOLDS = 0.75;
/** Articles shown at most. */
const MOST = 3;

/**
 * The articles that a query is about, best first. Phrases in quotation marks stand in quotes, so no article answers them.
 * @param request what was asked; of its filters the topic alone is one of articles
 * @param answer what `answerFirst` gave for it
 */
export function findArticles({ index, lookup }: SearchIndex, { filters }: SearchRequest, { understood, phrases }: Answer): IndexedArticle[] {
  const stems = phrases.length > 0 ? [] : [...new Set(understood.words.map(stemOf))];
  const total = stems.reduce((sum, stem) => sum + lookup.rarity(stem), 0);
  if (total === 0) return [];
  return index.articles
    .filter(({ topics }) => filters['topic'] === undefined || topics.some((place) => index.topics[place]!.title === filters['topic']))
    .map((article) => {
      const held = new Set(article.stems.split(' '));
      return { article, share: stems.reduce((sum, stem) => sum + (held.has(stem) ? lookup.rarity(stem) : 0), 0) / total };
    })
    .filter(({ share }) => share >= HOLDS)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST)
    .map(({ article }) => article);
}
