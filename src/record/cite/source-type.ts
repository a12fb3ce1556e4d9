import type { Source } from '../record.ts';

/** What a source is, for a bibliography. */
export type SourceType = 'hansard' | 'govuk' | 'official' | 'manifesto' | 'press-release' | 'party-page' | 'news-article' | 'broadcast';

/**
 * What every format calls a source of each type, so that one quote is one kind of item wherever it is read. A debate is a
 * report: a hearing is a committee's, and few styles print its speaker. An article is a page of the web, because the author
 * of a newspaper article is its journalist, and whoever is quoted in it is not.
 */
export const CITED_AS = {
  hansard: 'report',
  official: 'report',
  manifesto: 'report',
  govuk: 'webpage',
  'press-release': 'webpage',
  'party-page': 'webpage',
  'news-article': 'webpage',
  broadcast: 'webpage',
} as const satisfies Record<SourceType, 'report' | 'webpage'>;

/** Addresses at which a programme itself is heard or seen; an article on a broadcaster's site is an article. */
const PROGRAMME = /^https?:\/\/(?:www\.)?(?:bbc\.co\.uk\/(?:programmes|iplayer|sounds)\/|itv\.com\/watch\/|channel4\.com\/programmes\/|globalplayer\.com\/|youtube\.com\/watch|youtu\.be\/)/u;
const BROADCAST_TITLE = /\((?:[^()]*\b)?(?:broadcast|radio|television|TV)(?:\b[^()]*)?\)$/iu;

/**
 * What a source is, from its kind, publisher, title and address.
 * An article that reports what was said to a broadcaster is an article: only the programme itself is a broadcast.
 */
export function sourceType({ id, kind, publisher, title, url }: Pick<Source, 'id' | 'kind' | 'publisher' | 'title' | 'url'>): SourceType {
  if (kind === 'official-record') {
    if (/\bHansard\b/u.test(publisher)) return 'hansard';
    return /^https?:\/\/(?:www\.)?gov\.uk\//u.test(url) || publisher.startsWith('GOV.UK') ? 'govuk' : 'official';
  }
  if (kind === 'press') return PROGRAMME.test(url) || BROADCAST_TITLE.test(title) ? 'broadcast' : 'news-article';
  if (/\bmanifesto\b/iu.test(title) || /(?:^|-)(?:manifesto|contract)(?:-|$)/u.test(id)) return 'manifesto';
  const release = /\bpress[- ]releases?\b/iu;
  return release.test(publisher) || release.test(title) || /\/press(?:\/|-release)/u.test(url) ? 'press-release' : 'party-page';
}

/** How Parliament's own site begins its addresses of Hansard. */
const HOUSE_PATH = /^https:\/\/hansard\.parliament\.uk\/(commons|lords)\//iu;

/** Who published a source, and where it was read where that was somewhere else. */
export interface PublishedBy {
  publisher: string;
  via?: string;
}

/**
 * The publisher's name without what the source is: a "Party A press release" was published by Party A, and what
 * "GOV.UK (Prime Minister's Office)" shows is the office's. Other additions say who it is, and stay: "The National (UAE)".
 */
export function publishedBy({ publisher, via }: Pick<Source, 'publisher' | 'via'>): PublishedBy {
  const office = /^GOV\.UK \((?<office>[^()]+)\)$/u.exec(publisher)?.groups?.['office'];
  if (office !== undefined) return { publisher: office, via: 'GOV.UK' };
  const copy = / \((?:press release )?reproduced by (?<via>[^()]+)\)$/u.exec(publisher);
  const name = (copy ? publisher.slice(0, copy.index) : publisher).replace(/ press release$/u, '');
  const readIn = via ?? copy?.groups?.['via'];
  return { publisher: name, ...(readIn === undefined ? {} : { via: readIn }) };
}

/**
 * The House that sat, where Parliament's own address, the title or the address read says so; nothing is guessed from the debate's name, since a
 * "House of Lords (Hereditary Peers) Bill" and "Lords amendments" are debated in the Commons too.
 */
export function houseOf({ title, url, official }: Pick<Source, 'title' | 'url' | 'official'>): 'House of Commons' | 'House of Lords' | undefined {
  const said = HOUSE_PATH.exec(official?.url ?? url)?.[1] ?? /\((?:[^()]*, )?House of (Commons|Lords)(?:, [^()]*)?\)/u.exec(title)?.[1] ?? /\/debate\/(?:[\d-]+\/)?(commons|lords)\//iu.exec(url)?.[1];
  if (said === undefined) return undefined;
  return said.toLowerCase() === 'lords' ? 'House of Lords' : 'House of Commons';
}
