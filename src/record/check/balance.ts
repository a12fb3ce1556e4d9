import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import { balanceOf } from '../coverage.ts';
import { standing } from '../retired.ts';
import { wordCount } from '../words.ts';

/**
 * The rule of balance: in each topic the best-covered party has at most twice the words of the least covered of those that
 * are quoted, or the topic's `balanceReason` says why not; and a reason stands only where it is needed, or where a party is
 * not quoted at all.
 * @param entries entries that their schemas have accepted; topics with a file that a schema refused are left alone, because their words cannot be counted
 */
export function balanceProblems(entries: Pick<Entries, 'topics' | 'parties' | 'positions' | 'broken'>): Problem[] {
  const { positions, broken } = entries;
  const { topics, parties } = standing(entries);
  const place = (positionId: string) => `${positionId.split('/')[0]}/${positionId.split('/').at(-1)}`;
  const byPlace = Map.groupBy(positions, (position) => place(position.id));
  return topics.flatMap(({ id, file, data }) => {
    if (broken.some((entry) => entry.collection === 'parties' || (entry.collection === 'positions' && entry.id.startsWith(`${id}/`)))) return [];
    const counts = parties.map((party) => ({
      name: party.data.name,
      words: (byPlace.get(`${id}/${party.id}`) ?? []).flatMap((position) => position.data.quotes).reduce((sum, { text }) => sum + wordCount(text), 0),
    }));
    const quoted = counts.filter(({ words }) => words > 0);
    const most = quoted.reduce((best, count) => (count.words > best.words ? count : best), { name: '', words: 0 });
    const least = quoted.reduce((fewest, count) => (count.words < fewest.words ? count : fewest), most);
    const { balanced } = balanceOf(counts.map(({ words }) => words));
    if (balanced === (data.balanceReason === undefined) || (balanced && quoted.length < counts.length)) return [];
    const amounts = `the record has ${most.words} words of ${most.name}`;
    return balanced
      ? [
          {
            file,
            field: 'balanceReason',
            problem: `is not needed: ${amounts} and ${least.words} of ${least.name}`,
            mend: 'remove it; it stands only where the best-covered party has more than twice the words of the least covered, or where a party is not quoted',
          },
        ]
      : [
          {
            file,
            field: 'balanceReason',
            problem: `is missing: ${amounts}, more than twice the ${least.words} of ${least.name}`,
            mend: 'add quotes of the less covered parties, or say in at most 60 neutral words why they have fewer',
          },
        ];
  });
}
