import { describe, expect, test } from 'vitest';
import type { OnRecord } from '../../../src/record/record.ts';
import { feedFiles, feedsOf } from '../../../src/features/data/feeds.ts';
import { inventedQuote } from '../../support/quote.ts';
import { record } from '../../support/edition.ts';

const corrected: OnRecord = { ...record, corrections: [{ id: '2026-01-02-invented', date: '2026-01-02', quote: record.quotes[0]?.id, was: 'a < b & c', now: 'd', why: 'e' }] };
const files = new Map(feedFiles(corrected).map((file) => [file.path, file.text]));
const names = ['latest', 'corrections', ...record.parties.map(({ id }) => id), ...record.topics.map(({ id }) => id)];

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos);)/u.test(text)) throw new SyntaxError(`a bare & in ${text}`);
  return text.replace(/&(\w+);/gu, (_, name: string) => ENTITIES[name] ?? '');
}

/** A strict reader of the XML that a feed may hold: one root, matched tags, quoted attributes, known entities, CDATA. */
function readXml(xml: string): Element {
  const token = /<\?xml [^?]*\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:]+)>|<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/guy;
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  for (let match = token.exec(xml); match; match = token.exec(xml)) {
    at = token.lastIndex;
    const parent = open.at(-1);
    if (!parent) throw new SyntaxError('closed too often');
    const [, cdata, closing, opening, attributes = '', empty, text] = match;
    if (cdata !== undefined) parent.text += cdata;
    else if (closing !== undefined) {
      if (open.pop()?.name !== closing) throw new SyntaxError(`</${closing}> closes nothing`);
    } else if (opening !== undefined) {
      const element: Element = { name: opening, attributes: Object.fromEntries([...attributes.matchAll(/([\w:]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, decoded(value)])), children: [], text: '' };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    } else if (text !== undefined) parent.text += decoded(text);
  }
  const [top, ...more] = root.children;
  if (at !== xml.length || open.length !== 1 || !top || more.length > 0) throw new SyntaxError(`not well-formed at ${xml.slice(at, at + 60)}`);
  return top;
}

function all(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

function textOf(element: Element, name: string): string {
  const found = all(element, name);
  expect(found, name).toHaveLength(1);
  return found[0]?.text ?? '';
}

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;

function parsed(name: string): JsonFeed {
  return JSON.parse(files.get(`${name}.json`) ?? '') as JsonFeed;
}

interface JsonFeed {
  version: string;
  title: string;
  feed_url: string;
  home_page_url: string;
  authors: { name: string }[];
  items: { id: string; url: string; title: string; content_html: string; date_published: string; authors: { name: string }[] }[];
}

test('there is a feed of everything, of corrections, of each party and of each topic', () => {
  expect([...files.keys()].sort()).toEqual(names.flatMap((name) => [`${name}.json`, `${name}.xml`]).sort());
});

describe.each(names)('%s', (name) => {
  const feed = readXml((files.get(`${name}.xml`) ?? '').trimEnd());

  test('is an Atom feed as RFC 4287 says', () => {
    expect(feed.name).toBe('feed');
    expect(feed.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' });
    expect(textOf(feed, 'title')).not.toBe('');
    expect(textOf(feed, 'updated')).toMatch(DATE);
    expect(new URL(textOf(feed, 'id')).pathname).toMatch(new RegExp(`/feeds/${name}\\.xml$`, 'u'));
    expect(
      all(feed, 'link')
        .map(({ attributes }) => attributes['rel'])
        .sort(),
    ).toEqual(['alternate', 'self']);
    expect(all(feed, 'link').find(({ attributes }) => attributes['rel'] === 'self')?.attributes['href']).toBe(textOf(feed, 'id'));
    expect(textOf(all(feed, 'author')[0] ?? feed, 'name')).not.toBe('');
    const known = ['id', 'title', 'updated', 'author', 'link', 'subtitle', 'rights', 'entry'];
    expect(feed.children.filter((child) => !known.includes(child.name))).toEqual([]);
  });

  test('every entry has id, title, date, link, author and content, and no id stands twice', () => {
    const ids = all(feed, 'entry').map((entry) => {
      expect(textOf(entry, 'title')).not.toBe('');
      expect(textOf(entry, 'updated')).toMatch(DATE);
      expect(textOf(entry, 'published')).toMatch(DATE);
      expect(textOf(entry, 'content')).toContain('<p>');
      expect(all(entry, 'content')[0]?.attributes['type']).toBe('html');
      expect(textOf(all(entry, 'author')[0] ?? entry, 'name')).not.toBe('');
      expect(all(entry, 'link').map(({ attributes }) => new URL(attributes['href'] ?? '').protocol)).toEqual(['https:']);
      return new URL(textOf(entry, 'id')).href;
    });
    expect(new Set(ids).size).toBe(ids.length);
    const dates = all(feed, 'entry').map((entry) => textOf(entry, 'updated'));
    expect(dates).toEqual([...dates].sort().reverse());
    if (dates.length > 0) expect(textOf(feed, 'updated')).toBe(dates[0]);
  });

  test('is a JSON Feed 1.1 with the same entries', () => {
    const json = parsed(name);
    expect(json.version).toBe('https://jsonfeed.org/version/1.1');
    expect(json.title).toBe(textOf(feed, 'title'));
    expect(new URL(json.feed_url).pathname).toMatch(new RegExp(`/feeds/${name}\\.json$`, 'u'));
    expect(json).not.toHaveProperty('author');
    expect(json.items.map(({ id, date_published, content_html }) => [id, date_published, content_html])).toEqual(all(feed, 'entry').map((entry) => [textOf(entry, 'id'), textOf(entry, 'published'), textOf(entry, 'content')]));
    for (const item of json.items) expect(item.authors[0]?.name).not.toBe('');
  });
});

test('a feed without entries has the date of the record, not of the clock', () => {
  const empty = feedFiles({ ...record, corrections: [] }).find(({ path }) => path === 'corrections.xml')?.text ?? '';
  expect(textOf(readXml(empty.trimEnd()), 'updated').slice(0, 10)).toBe(record.asOf);
});

test('building twice gives the same bytes', () => {
  expect(feedFiles(corrected).map(({ text }) => text)).toEqual([...files.values()]);
});

test('a month is its first day', () => {
  const quote = inventedQuote({ date: '2025-10' });
  expect(feedsOf({ ...record, quotes: [quote] })[0]?.items[0]?.day).toBe('2025-10-01');
});

test('words that look like markup are shown, not run', () => {
  const quote = inventedQuote({ text: 'a </p><b> & ]]> "c"' }, { title: 'x < y & z' });
  const odd: OnRecord = { ...record, quotes: [{ ...quote, dimension: { ...quote.dimension, title: 'Is <b> & c so?' } }] };
  const made = new Map(feedFiles(odd).map((file) => [file.path, file.text]));
  const [entry] = all(readXml((made.get('latest.xml') ?? '').trimEnd()), 'entry');
  expect(entry && textOf(entry, 'content')).toContain('<p>a &lt;/p&gt;&lt;b&gt; &amp; ]]&gt; &quot;c&quot;</p>');
  expect(entry && textOf(entry, 'title')).toContain('Is &lt;b&gt; &amp; c so?');
  expect((JSON.parse(made.get('latest.json') ?? '') as JsonFeed).items[0]?.title).toContain('Is <b> & c so?');
});

test('a correction leads to its quote', () => {
  const [item] = parsed('corrections').items;
  expect(item?.url).toContain(`/quotes/${record.quotes[0]?.id}/`);
  expect(item?.content_html).toContain('It said: a &lt; b &amp; c');
});

test('a party and a topic with one id are refused, because they would share a file', () => {
  const [party] = record.parties;
  const [topic] = record.topics;
  if (!party || !topic) throw new TypeError('the record is empty');
  expect(() => feedsOf({ ...record, topics: [{ ...topic, id: party.id }] })).toThrow(`two feeds would be called ${party.id}`);
});
