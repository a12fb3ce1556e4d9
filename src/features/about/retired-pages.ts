import { allPairs } from '../../record/comparison.ts';
import { dateInWords } from '../../record/dates.ts';
import type { OnRecord, Retired } from '../../record/record.ts';
import { quoteUrl, topicUrl } from '../../site/urls.ts';

/** An address at which a notice stands, without a slash at either end, and what left the record there. */
export interface RetiredPage {
  address: string;
  what: Retired;
}

/** Every address that was a page of a party or topic that has left the record. The pages of its quotes are those of withdrawn quotes. */
export function retiredPages({ retired, parties }: Pick<OnRecord, 'retired' | 'parties'>): RetiredPage[] {
  const left = retired.filter(({ kind }) => kind === 'party');
  const pairs = allPairs<{ id: string; name: string }>([...parties, ...left]).flatMap(([a, b]): RetiredPage[] => {
    const what = left.find((one) => one === a || one === b);
    return what ? [{ address: `compare/${a.id}/${b.id}`, what }] : [];
  });
  return [...retired.flatMap((what) => pagesOf(what).map((address) => ({ address, what }))), ...pairs];
}

function pagesOf({ kind, id, parts }: Retired): string[] {
  if (kind === 'party') return [`parties/${id}`, ...parts.map((speaker) => `speakers/${speaker.id}`)];
  return [
    `topics/${id}`,
    ...parts.flatMap((dimension) => [`topics/${id}/${dimension.id}`, `class/${id}/${dimension.id}`, `class/${id}/${dimension.id}/slides`]),
    `blind/${id}`,
    `blind/${id}/key`,
    `class/${id}`,
    `class/${id}/key`,
    `class/${id}/slides`,
  ];
}

/** A frame in other people's pages whose words have left the record. */
export interface RetiredEmbed {
  /** Its address below that of all embeds. */
  address: string;
  title: string;
  notice: string;
  /** The page that says more. */
  link: string;
}

/** Every frame that showed a withdrawn quote, or a question of a topic that has left: whoever embedded it shows why, not an error. */
export function retiredEmbeds({ withdrawn, retired }: Pick<OnRecord, 'withdrawn' | 'retired'>): RetiredEmbed[] {
  const said = (verb: string, { date, reason }: { date: string; reason: string }) => `${verb} on ${dateInWords(date)}. ${reason}`;
  const topics = retired.filter(({ kind }) => kind === 'topic');
  return [
    ...withdrawn.map((quote) => ({ address: `quotes/${quote.id}`, title: 'This quote was withdrawn', notice: said('Withdrawn', quote), link: quoteUrl(quote) })),
    ...topics.flatMap((topic) => topic.parts.map(({ id }) => ({ address: `${topic.id}/${id}`, title: `${topic.name} is no longer part of this record`, notice: said('It left', topic), link: topicUrl(topic.id) }))),
  ];
}
