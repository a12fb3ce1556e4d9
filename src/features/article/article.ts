import { dateInWords, firstDay } from '../../record/dates.ts';
import type { Article, Dimension, Figure, OnRecord, Position, Quote, Voice } from '../../record/record.ts';
import { oldestFirst, stanceChanges, type StanceChange } from '../../record/stance-changes.ts';
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
  return partiesOf(view, place, parties).map((now) => {
    const position = asOf(now, view.article.updated);
    const { shownBy } = now;
    const changed = shownBy !== undefined && (position.stance !== now.stance || position.dropped !== now.dropped);
    return { position, ...(changed ? { since: { ...now, shownBy } } : {}) };
  });
}

/**
 * The statements on a question, the oldest first, each as that of its quotes which takes a side: its parts have one speaker and one date.
 * @param place `topic/dimension`
 * @param parties ids parted by commas; all where none is given
 */
export function statementsOn(view: ArticleView, place: string, parties = ''): (Quote & { isNew: boolean })[] {
  const statements = partiesOf(view, place, parties).flatMap((position) => position.statements);
  const quotes = statements.map(({ quotes: parts }) => parts.find(({ stance }) => stance !== 'unclear') ?? parts[0]);
  return oldestFirst(quotes).map((quote) => ({ ...quote, isNew: isSince(quote, view.article.updated) }));
}

/** The positions of some parties on a question; of all where none is named. */
function partiesOf(view: ArticleView, place: string, parties: string): readonly Position[] {
  const chosen = idsOf(parties);
  return dimensionAt(view, place)?.positions.filter(({ party }) => chosen.length === 0 || chosen.includes(party.id)) ?? [];
}

/** The voice of no party that an article names. */
export function voiceNamed({ record }: ArticleView, topic: string, name: string, begins = ''): Voice | undefined {
  const voices = record.topics.find(({ id }) => id === topic)?.dimensions.flatMap((dimension) => dimension.voices);
  return voices?.find((one) => one.name === name && one.text.startsWith(begins));
}

/** The key figure that an article names. */
export function figureNamed({ record }: ArticleView, topic: string, label: string): Figure | undefined {
  return record.topics.find(({ id }) => id === topic)?.figures.find((one) => one.label === label);
}

/** A position as the record had it on a day. */
function asOf(position: Position, day: string): Position {
  const quotes = position.quotes.filter((quote) => !isSince(quote, day));
  if (quotes.length === position.quotes.length) return position;
  const { shownBy: _, dropped: __, ...rest } = position;
  const derived = deriveStance(quotes);
  return { ...rest, ...derived, quotes, statements: leadWith(groupStatements(quotes), derived.shownBy) };
}

/** Was a quote said after a day, or added to the record after it? */
export function isSince({ date, added = '' }: Pick<Quote, 'date' | 'added'>, day: string): boolean {
  return firstDay(date) > day || added > day;
}

/** How a quote that is newer than an article is introduced beside what the article shows. */
export function sinceInWords(quote: Pick<Quote, 'date'>, { updated }: Pick<Article, 'updated'>): string {
  return `${firstDay(quote.date) > updated ? 'Since then,' : 'Added since, of'} ${dateInWords(quote.date)}`;
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
    .map((change) => ({ ...change, isNew: isSince(change.to, article.updated) }))
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
