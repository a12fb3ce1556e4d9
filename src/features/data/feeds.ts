import { type Author, Feed, type Item } from 'feed';
import { officialUrl, publisherInWords } from '../../record/source-address.ts';
import { escapeHtml } from '../../record/cite/prose.ts';
import { dateInWords, firstDay } from '../../record/dates.ts';
import { DATA_LICENCE } from '../../record/licences.ts';
import type { OnRecord, Quote } from '../../record/record.ts';
import { site } from '../../site/settings.ts';
import { absolute, articleUrl, dimensionUrl, homeAddress, partyUrl, path, quoteUrl, topicUrl } from '../../site/urls.ts';

/** Entries in a feed; a reader that polls once a week misses none at the pace of the record. A large record has hundreds of feeds. */
const LONGEST = 100;

/** Where the feeds stand in the site. */
export const FEEDS_FOLDER = 'feeds';

interface FeedItem {
  /** Permanent, and the same in Atom and JSON. */
  id: string;
  title: string;
  link: string;
  /** The day it was last changed in the record, `YYYY-MM-DD`. */
  day: string;
  /** Is that also the day it first stood there? */
  isNew: boolean;
  author: string;
  html: string;
  tags: readonly string[];
}

/** One feed before it is written. */
export interface FeedSource {
  /** Name of its file without extension; a question's stands in its topic's folder. */
  name: string;
  title: string;
  description: string;
  /** The page it belongs to. */
  link: string;
  /** Its newest day, `YYYY-MM-DD`; where it has no entries yet, the record's. */
  updated: string;
  items: readonly FeedItem[];
}

export interface FeedFile {
  /** Path below `/feeds/`. */
  path: string;
  mime: string;
  text: string;
}

/**
 * Every feed of the record: latest, articles, corrections, one a party, one a topic, one a question.
 * An entry's date is the day it was added or corrected. Of quotes whose addition the ledger does not date it is the day on
 * which their words were last checked: the day they were said stands in words, as exactly as it is known. No clock is read.
 * @throws RangeError when a party and a topic have one id, since they would share a file
 */
export function feedsOf(record: OnRecord): FeedSource[] {
  const newest = (quotes: readonly Quote[] = [], corrections: OnRecord['corrections'] = quotes.flatMap((quote) => quote.corrections)) =>
    [...corrections.map((correction) => correctionItem(correction, record)), ...quotes.map((quote) => quoteItem(quote, record.day))].sort((a, b) => b.day.localeCompare(a.day)).slice(0, LONGEST);
  const byParty = Map.groupBy(record.quotes, (quote) => quote.party.id);
  const correctionsOf = (topic: string, quotes: readonly Quote[]) => record.corrections.filter((correction) => correction.topic === topic || quotes.some(({ id }) => id === correction.quote));
  const feed = (name: string, title: string, description: string, link: string, items: FeedItem[]): FeedSource => ({
    name,
    title: `${site.name}: ${title}`,
    description,
    link: absolute(link),
    updated: items[0]?.day ?? firstDay(record.asOf),
    items,
  });
  const feeds = [
    feed('latest', 'latest', 'What was added to the record and what was corrected, newest first.', path('/new/'), newest(record.quotes, record.corrections)),
    feed('articles', 'articles', 'Articles whose quotations are the record’s own, the newest first.', articleUrl(), record.articles.filter(({ status }) => status === 'published').map(articleItem)),
    feed('corrections', 'corrections', 'What was wrong in the record, and what it says now.', path('/about/corrections/'), newest([], record.corrections)),
    ...record.parties.map(({ id, name }) => feed(id, name, `What was added or corrected of ${name}, newest first.`, partyUrl(id), newest(byParty.get(id)))),
    ...record.topics.map(({ id, title, quotes }) => feed(id, title, `What was added or corrected on ${title}, newest first.`, topicUrl(id), newest(quotes, correctionsOf(id, quotes)))),
    ...record.topics.flatMap((topic) =>
      topic.dimensions.map(({ id, question, positions }) => feed(`${topic.id}/${id}`, question, `What was added or corrected on “${question}”, newest first.`, dimensionUrl(topic.id, id), newest(positions.flatMap(({ quotes }) => quotes)))),
    ),
  ];
  const twice = feeds.find(({ name }, index) => feeds.findIndex((other) => other.name === name) !== index);
  if (twice) throw new RangeError(`two feeds would be called ${twice.name}: give the party or the topic another id`);
  return feeds;
}

/** Every feed as Atom (`.xml`) and JSON Feed (`.json`). */
export function feedFiles(record: OnRecord): FeedFile[] {
  return feedsOf(record).flatMap((feed) => [
    { path: `${feed.name}.xml`, mime: 'application/atom+xml', text: atom(feed) },
    { path: `${feed.name}.json`, mime: 'application/feed+json', text: jsonFeed(feed) },
  ]);
}

function quoteItem(quote: Quote, today: string): FeedItem {
  const { text, speaker, role, date, added, party, topic, dimension, source, notices } = quote;
  const said = `${speaker.name}, ${role}, ${dateInWords(date)}`;
  return {
    id: absolute(quoteUrl(quote)),
    title: `${speaker.name}${speaker.name === party.name ? '' : ` (${party.name})`} on ${dimension.title}`,
    link: absolute(quoteUrl(quote)),
    day: added ?? source.fingerprint?.checked ?? today,
    isNew: added !== undefined,
    author: speaker.name,
    html: `<p>${escapeHtml(dimension.question)}</p><blockquote cite="${escapeHtml(source.url)}"><p>${escapeHtml(text)}</p></blockquote><p>${escapeHtml(said)}. Source: <a href="${escapeHtml(officialUrl(source))}">${escapeHtml(source.title)}</a>, ${escapeHtml(publisherInWords(source))}.</p>${notices.map((notice) => `<p>${escapeHtml(notice)}</p>`).join('')}`,
    tags: [party.name, topic.title],
  };
}

function articleItem({ id, title, standfirst, author, published, updated, topics }: OnRecord['articles'][number]): FeedItem {
  const link = absolute(articleUrl(id));
  return { id: link, title, link, day: updated, isNew: published === updated, author, html: `<p>${escapeHtml(standfirst)}</p>`, tags: topics.map((topic) => topic.title) };
}

function correctionItem({ id, date, quote, topic, was, now, why }: OnRecord['corrections'][number], { quotes, topics, withdrawn }: OnRecord): FeedItem {
  const found = quotes.find((one) => one.id === quote);
  const about = found ? `${found.speaker.name} on ${found.dimension.title}` : (topics.find((one) => one.id === topic)?.title ?? 'a withdrawn quote');
  const gone = withdrawn.find((one) => one.id === quote);
  const place = found ? quoteUrl(found) : gone ? quoteUrl(gone) : topic === undefined ? path('/about/corrections/') : topicUrl(topic);
  return {
    id: `${absolute(path('/about/corrections/'))}#${id}`,
    title: `Correction: ${about}`,
    link: absolute(place),
    day: date,
    isNew: true,
    author: site.name,
    html: `<p>It said: ${escapeHtml(was)}</p><p>It says now: ${escapeHtml(now)}</p><p>${escapeHtml(why)}</p>`,
    tags: [],
  };
}

/** Midnight UTC: the record knows no hours. */
function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/**
 * Atom 1.0 (RFC 4287) by the package `feed`, which takes titles for HTML, leaves `<` bare in attributes and reads the
 * clock where `updated` is not given; so titles are escaped here, no categories are given and every date is set.
 */
function atom({ name, title, description, link, updated, items }: FeedSource): string {
  const self = absolute(path(`/${FEEDS_FOLDER}/${name}.xml`));
  const feed = new Feed({
    id: self,
    title,
    description,
    link,
    updated: asDate(updated),
    author: { name: site.name, link: homeAddress },
    generator: false,
    copyright: `Quoted words belong to their speakers and publishers; everything else ${DATA_LICENCE.id}.`,
    feedLinks: { atom: self },
  });
  for (const item of items) {
    const author: Author[] = [{ name: item.author }];
    feed.addItem({ id: item.id, title: escapeHtml(item.title), link: item.link, date: asDate(item.day), ...(item.isNew ? { published: asDate(item.day) } : {}), content: item.html, author } satisfies Item);
  }
  return `${feed.atom1().replace('<feed xmlns="http://www.w3.org/2005/Atom">', `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">`)}\n`;
}

/** JSON Feed 1.1 (https://jsonfeed.org/version/1.1) by hand: `feed` writes version 1, which had one `author` and no language. */
function jsonFeed({ name, title, description, link, items }: FeedSource): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: link,
    feed_url: absolute(path(`/${FEEDS_FOLDER}/${name}.json`)),
    description,
    language: site.language,
    authors: [{ name: site.name, url: homeAddress }],
    items: items.map((item) => ({
      id: item.id,
      url: item.link,
      title: item.title,
      content_html: item.html,
      ...(item.isNew ? { date_published: asDate(item.day).toISOString() } : {}),
      date_modified: asDate(item.day).toISOString(),
      authors: [{ name: item.author }],
      ...(item.tags.length > 0 ? { tags: item.tags } : {}),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
