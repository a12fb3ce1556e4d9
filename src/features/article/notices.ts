import { idsOf } from '../../record/article-parts.ts';
import { firstDay, newestFirst } from '../../record/dates.ts';
import type { Article, Withdrawn } from '../../record/record.ts';
import { dimensionUrl, quoteUrl } from '../../site/urls.ts';
import { type ArticleView, dimensionAt, quotesIn } from './article.ts';

/** What has happened to what an article shows since its words were last held against the record. */
export interface ArticleNotice {
  date: string;
  text: string;
  link: string;
}

/**
 * What a reader of an article must know of what it shows, newest first: one that was withdrawn, at any time, and what was
 * corrected, superseded or disowned, and where a question stands, after the day on which the article was last held against the record.
 */
export function articleNotices(view: ArticleView): ArticleNotice[] {
  const { record, article } = view;
  const withdrawn = record.withdrawn.filter((quote) => isShown(quote, article)).map(({ id, date, reason }) => ({ date, text: `A quote that stood here was withdrawn. ${reason}`, link: quoteUrl({ id }) }));
  const changed = quotesIn(view).flatMap((quote) => {
    const { speaker, corrections, disowned, supersededBy } = quote;
    const later = record.quotes.find(({ id }) => id === supersededBy);
    const own = (date: string, text: string, id = quote.id) => ({ date, text, link: quoteUrl({ id }) });
    return [
      ...corrections.map(({ date, why }) => own(date, `Words of ${speaker.name} were corrected. ${why}`)),
      ...(disowned ? [own(disowned.date, `Words of ${speaker.name} are no longer held by the party. ${disowned.note}`)] : []),
      ...(later ? [own(firstDay(later.date) > article.updated ? later.date : (later.added ?? later.date), `Words of ${speaker.name} were replaced by a later statement of ${later.speaker.name}.`, later.id)] : []),
    ].filter(({ date }) => firstDay(date) > article.updated);
  });
  const standing = new Map(article.parts.filter(({ name }) => name === 'Status').map(({ attributes: { dimension: place = '' } }) => [place, dimensionAt(view, place)]));
  const moved = [...standing.values()].flatMap((dimension) =>
    dimension?.status && firstDay(dimension.status.asOf) > article.updated ? [{ date: dimension.status.asOf, text: `Where things stand has changed: ${dimension.title}.`, link: dimensionUrl(dimension.topic.id, dimension.id) }] : [],
  );
  return [...withdrawn, ...changed, ...moved].sort((a, b) => newestFirst(a.date, b.date));
}

/** Named by the article itself, or withdrawn since from a question and party that one of its blocks shows. */
function isShown({ id, date, topic, dimension, party }: Withdrawn, { parts, updated }: Article): boolean {
  return parts.some(({ attributes }) => {
    if (attributes['id'] !== undefined) return attributes['id'] === id;
    const parties = idsOf(attributes['party'] ?? attributes['parties'] ?? '');
    return date > updated && attributes['dimension'] === `${topic}/${dimension}` && (parties.length === 0 || parties.includes(party));
  });
}
