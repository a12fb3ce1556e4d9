import { DOMParser, parseHTML } from 'linkedom';
import { z } from 'astro/zod';
import { id } from '../../record/schema/text.ts';
import { type Answer, ask } from '../reading/fetch.ts';
import { unreadable } from '../reading/read.ts';

/** What is looked at: a feed; a page with links; or a list of Hansard's debates of one day, `{day}` in its address. */
export const watchSchema = z.array(
  z.strictObject({
    id,
    kind: z.enum(['feed', 'page', 'hansard']),
    url: z.url({ protocol: /^https?$/u }),
    /** Of a page: what the links begin with. Of Hansard: the address of a debate, `{id}` for its number. */
    each: z.url({ protocol: /^https?$/u }).optional(),
  }),
);

export type Watched = z.infer<typeof watchSchema>[number];

/** No list brings more than this at once; a changed page could bring every link of a site. */
const MOST = 60;

/**
 * The addresses to read that a watched address names.
 * @throws CommandError when it cannot be read, or has another shape than its kind
 */
export async function addressesIn(watched: Watched, day: string, longest: number): Promise<string[]> {
  const url = watched.url.replaceAll('{day}', day).replaceAll('%7Bday%7D', day);
  const answer = await ask(url, { trusted: new URL(url).origin, longest });
  if (answer.status !== 200) unreadable(url, `answered ${answer.status}`, answer.status === 429 ? 'it asks to wait: run it again later' : 'look at it in a browser, and correct watch.yaml');
  const found = { feed: ofFeed, page: ofPage, hansard: ofHansard }[watched.kind](watched, answer, new TextDecoder().decode(answer.bytes));
  return [...new Set(found)].slice(0, MOST);
}

const changed = (url: string, kind: string): never => unreadable(url, `is no ${kind} any more`, 'look at it in a browser, and correct watch.yaml');
const resolved = (links: readonly (string | null | undefined)[], base: string) => links.flatMap((link) => (link && URL.canParse(link.trim(), base) ? [new URL(link.trim(), base).href] : []));

function ofFeed(_: Watched, { url }: Answer, text: string): string[] {
  const start = /<(?:rss|feed|rdf:RDF)\b/iu.exec(text);
  if (!start || /<!ENTITY/iu.test(text)) return changed(url, 'feed');
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const links = [...document.querySelectorAll('item, entry')].map((item) => {
    const link = [...item.querySelectorAll('link')].find((one) => (one.getAttribute('rel') ?? 'alternate') === 'alternate');
    return link?.getAttribute('href') ?? link?.textContent;
  });
  return resolved(links, url);
}

function ofPage({ each }: Watched, { url }: Answer, text: string): string[] {
  if (!/<(?:a|html)\b/iu.test(text)) return changed(url, 'page');
  const links = resolved(
    [...parseHTML(text).document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
    url,
  );
  return links.map((link) => link.replace(/#.*$/u, '')).filter((link) => link !== url && link.startsWith(each ?? url));
}

/** Debates stand in it at any depth, by what the API calls their `ExternalId` or `ExtId`. */
function ofHansard({ each = '' }: Watched, { url }: Answer, text: string): string[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return changed(url, 'JSON');
  }
  const ids = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => (/^(?:ExternalId|ExtId)$/u.test(name) && typeof inner === 'string' && /^[\w-]{1,64}$/u.test(inner) ? [inner] : ids(inner)));
  };
  return ids(data).map((one) => each.replaceAll('{id}', one).replaceAll('%7Bid%7D', one));
}
