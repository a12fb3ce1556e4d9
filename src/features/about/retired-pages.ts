import { allPairs } from '../../record/comparison.ts';
import type { OnRecord, Retired } from '../../record/record.ts';

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
  return [`topics/${id}`, ...parts.map((dimension) => `topics/${id}/${dimension.id}`), `blind/${id}`, `blind/${id}/key`, `class/${id}`, `class/${id}/key`, `class/${id}/slides`];
}
