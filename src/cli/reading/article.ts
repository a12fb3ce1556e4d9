import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Facts } from '../../features/desk/new-source.ts';
import { LICENCES, type SourceKind } from '../../record/schema/source.ts';
import { dayIn, type Given, inOneLine, type ReadSource, unreadable } from './read.ts';

/** Readability looks at each element several times. */
const MOST_ELEMENTS = 30_000;
/** A page has some dozens; finding the article in thousands takes minutes. */
const DEEPEST = 400;
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, td, th, dt, dd, figcaption, pre, div, section';

/**
 * Reads the article of a page saved as HTML: its text as Mozilla’s Readability finds it, and what the page says of itself.
 * @throws CommandError when there is no article in it
 */
export function readArticle({ name, url }: Given, html: string): ReadSource {
  if ((html.match(/<[a-z]/giu)?.length ?? 0) > MOST_ELEMENTS) unreadable(name, `has more than ${MOST_ELEMENTS} elements`, 'save only the article, or its text');
  if (depthOf(html) > DEEPEST) unreadable(name, 'is nested in a way that no article is', 'save the article’s text as plain UTF-8 text');
  const read = () => {
    const { document } = parseHTML(html);
    const facts = factsOf(document, url);
    for (const element of document.querySelectorAll('script, style, noscript, template, iframe, object, svg')) element.remove();
    const article = new Readability(document as unknown as Document, { maxElemsToParse: MOST_ELEMENTS }).parse();
    return { facts, article };
  };
  let result: ReturnType<typeof read>;
  try {
    result = read();
  } catch {
    return unreadable(name, 'is nested in a way that no article is', 'save the article’s text as plain UTF-8 text');
  }
  const text = textOf(result.article?.content ?? '');
  if (text.split(/\s+/u).length < 20) return unreadable(name, 'is a page in which no article was found', 'save the article’s text as plain UTF-8 text; a page may be drawn by scripts that did not run');
  const title = result.facts.title ?? inOneLine(result.article?.title ?? '');
  return { text: title === '' || text.startsWith(title) ? text : `${title}\n\n${text}`, facts: { ...result.facts, ...(title === '' ? {} : { title }) } };
}

/** How deep elements stand in one another; those that may go unclosed are not counted. */
function depthOf(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, closing] of html.matchAll(/<(\/?)(?:div|span|section|article|blockquote|table|ul|ol|font|b|i|em|strong|a|main)\b/giu)) {
    depth = Math.max(0, depth + (closing ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The words of the article, a paragraph a line. */
function textOf(content: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${content}</body></html>`);
  for (const br of document.querySelectorAll('br')) br.replaceWith('\n');
  for (const block of document.querySelectorAll(BLOCKS)) block.append('\n\n');
  return (document.body.textContent ?? '')
    .split('\n')
    .map(inOneLine)
    .filter((line) => line !== '')
    .join('\n\n');
}

/** Whose pages are under which terms, by their hosts. */
const HOSTS: readonly (readonly [RegExp, { publisher?: string; licence: (typeof LICENCES)[number]; kind?: SourceKind }])[] = [
  [/(?:^|\.)hansard\.parliament\.uk$/u, { publisher: 'Hansard', licence: 'OPL', kind: 'official-record' }],
  [/(?:^|\.)parliament\.uk$/u, { publisher: 'UK Parliament', licence: 'OPL', kind: 'official-record' }],
  [/(?:^|\.)gov\.uk$/u, { publisher: 'GOV.UK', licence: 'OGL', kind: 'official-record' }],
];

function factsOf(document: ReturnType<typeof parseHTML>['document'], url: string | undefined): Facts {
  const meta = (...names: string[]) => names.map((name) => inOneLine(document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? '')).find((value) => value !== '');
  const linked = linkedData([...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent ?? ''));
  const address = [document.querySelector('link[rel="canonical"]')?.getAttribute('href'), meta('og:url'), url].find((one) => /^https?:\/\//u.test(one ?? ''));
  const host = address && URL.canParse(address) ? new URL(address).hostname : '';
  const known = HOSTS.find(([pattern]) => pattern.test(host))?.[1];
  const title = meta('og:title', 'dc.title', 'citation_title') ?? linked.title ?? (inOneLine(document.querySelector('h1')?.textContent ?? '') || inOneLine(document.querySelector('title')?.textContent ?? '') || undefined);
  const publisher = known?.publisher ?? meta('og:site_name', 'citation_publisher', 'dc.publisher') ?? linked.publisher;
  const published =
    dayIn(meta('article:published_time', 'datePublished', 'date', 'dc.date', 'dcterms.issued', 'citation_publication_date')) ?? dayIn(linked.published) ?? dayIn(document.querySelector('time[datetime]')?.getAttribute('datetime'));
  // Copyright is what the law says where a page names no licence.
  const licence = known?.licence ?? (host === '' ? undefined : 'quotation');
  return { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}), ...(address ? { url: address } : {}), ...(published ? { published } : {}), ...(licence ? { licence } : {}), ...(known?.kind ? { kind: known.kind } : {}) };
}

/** What a page says of itself for search engines (schema.org as JSON-LD). */
function linkedData(scripts: readonly string[]): { title?: string | undefined; publisher?: string | undefined; published?: string | undefined } {
  const all = scripts.flatMap((script): Record<string, unknown>[] => {
    try {
      const data = JSON.parse(script) as Record<string, unknown> | Record<string, unknown>[];
      return (Array.isArray(data) ? data : [data, ...((data['@graph'] as Record<string, unknown>[] | undefined) ?? [])]).filter((one) => typeof one === 'object' && one !== null);
    } catch {
      return [];
    }
  });
  const article = all.find((one) => /Article|Posting|Report/u.test(String(one['@type'])));
  const text = (value: unknown) => (typeof value === 'string' ? inOneLine(value) : undefined);
  return { title: text(article?.['headline']), published: text(article?.['datePublished']), publisher: text((article?.['publisher'] as { name?: unknown } | undefined)?.name) };
}
