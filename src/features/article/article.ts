import { firstDay } from '../../record/dates.ts';
import type { Article, Dimension, OnRecord, Position, Quote } from '../../record/record.ts';
import { stanceChanges, type StanceChange } from '../../record/stance-changes.ts';
import { idsOf } from '../../record/article-parts.ts';
import { deriveStance } from '../../record/stance.ts';
import { groupStatements, leadWith } from '../../record/statements.ts';

/** An article with the record that its blocks show. */
export interface ArticleView {
  article: Article;
  record: OnRecord;
}

/** A party on a question as an article shows it. */
export interface ShownPosition {
  /** As it was when the article was last held against the record. */
  position: Position;
  /** As it is now, where a newer quote has changed the mark. */
  since?: Position & { shownBy: Quote };
}

/**
 * The articles that are shown, newest first.
 * @param drafts whether those that are not published are shown too
 */
export function shownArticles({ articles }: Pick<OnRecord, 'articles'>, drafts: boolean): Article[] {
  return articles.filter(({ status }) => drafts || status === 'published');
}

/** The published articles that show a question, or a quote on it. */
export function articlesOn(record: OnRecord, { id, topic, positions }: Dimension): Article[] {
  const quotes = new Set(positions.flatMap((position) => position.quotes.map((quote) => quote.id)));
  return shownArticles(record, false).filter(({ parts }) => parts.some(({ attributes }) => attributes['dimension'] === `${topic.id}/${id}` || quotes.has(attributes['id'] ?? '')));
}

/**
 * A question by its place, `topic/dimension`; undefined where its topic has left the record.
 * @param place as an article names it
 */
export function dimensionAt({ record }: ArticleView, place: string): Dimension | undefined {
  const [topic, dimension] = place.split('/');
  return record.topics.find(({ id }) => id === topic)?.dimensions.find(({ id }) => id === dimension);
}

/**
 * The parties on a question as an article shows them, A to Z; nobody where the question or the parties have left the record.
 * @param place `topic/dimension`
 * @param parties ids parted by commas; all where none is given
 */
export function positionsAt(view: ArticleView, place: string, parties = ''): ShownPosition[] {
  const chosen = idsOf(parties);
  const positions = dimensionAt(view, place)?.positions.filter(({ party }) => chosen.length === 0 || chosen.includes(party.id)) ?? [];
  return positions.map((now) => {
    const position = asOf(now, view.article.updated);
    const { shownBy } = now;
    const changed = shownBy !== undefined && (position.stance !== now.stance || position.dropped !== now.dropped);
    return { position, ...(changed ? { since: { ...now, shownBy } } : {}) };
  });
}

/** A position with the quotes of a day and before it. */
function asOf(position: Position, day: string): Position {
  const quotes = position.quotes.filter(({ date }) => firstDay(date) <= day);
  if (quotes.length === position.quotes.length) return position;
  const { shownBy: _, dropped: __, ...rest } = position;
  const derived = deriveStance(quotes);
  return { ...rest, ...derived, quotes, statements: leadWith(groupStatements(quotes), derived.shownBy) };
}

/** Two quotes that show different stances, with the question they answer. */
export interface ShownChange extends StanceChange {
  /** Is the later one newer than the article? */
  isNew: boolean;
}

/**
 * Every change of stance since a date, the newest first.
 * @param since the later quote of each is of this date or after it
 * @param topic id of the only topic
 * @param parties ids parted by commas; all where none is given
 */
export function changesSince({ record, article }: ArticleView, since: string, topic?: string, parties = ''): ShownChange[] {
  const chosen = idsOf(parties);
  const positions = record.topics.filter(({ id }) => topic === undefined || id === topic).flatMap(({ dimensions }) => dimensions.flatMap((dimension) => dimension.positions));
  return positions
    .filter(({ party }) => chosen.length === 0 || chosen.includes(party.id))
    .flatMap(({ quotes }) => stanceChanges(quotes))
    .filter(({ to }) => firstDay(to.date) >= firstDay(since))
    .map((change) => ({ ...change, isNew: firstDay(change.to.date) > article.updated }))
    .sort((a, b) => firstDay(b.to.date).localeCompare(firstDay(a.to.date)) || a.to.id.localeCompare(b.to.id));
}

/** The quotes whose words an article shows, each once, in its order. */
export function quotesIn(view: ArticleView): Quote[] {
  const byId = new Map(view.record.quotes.map((quote) => [quote.id, quote]));
  const shown = view.article.parts.flatMap(({ attributes: { id, dimension, party, parties }, name }): (Quote | undefined)[] => {
    if (id !== undefined) return [byId.get(id)];
    if (dimension === undefined || !SHOWING_WORDS.has(name)) return [];
    return positionsAt(view, dimension, party ?? parties).flatMap(({ position }) => position.statements[0]?.quotes ?? []);
  });
  return [...new Set(shown.filter((quote) => quote !== undefined))];
}

const SHOWING_WORDS: ReadonlySet<string> = new Set(['Position', 'SideBySide']);
