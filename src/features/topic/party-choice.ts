import { seedFrom } from '../../record/party-order.ts';

/** What a reader chose on a comparing page, as its address keeps it. */
export interface ComparisonChoice {
  /** Ids of the chosen parties in the record's order; all of them when nothing is chosen. */
  parties: readonly string[];
  /** Hide the dimensions on which the chosen parties hold the same stance? */
  differences: boolean;
  /** Seed of the shuffled order; undefined is A to Z. */
  seed?: string | undefined;
}

/**
 * Reads `?parties=a,b&differences=1&order=k3x`. What an address says wrongly counts as not said.
 * @param search the query of an address, with or without its `?`
 * @param known ids of all parties, in the record's order
 */
export function readChoice(search: string, known: readonly string[]): ComparisonChoice {
  const query = new URLSearchParams(search);
  const named = query.get('parties')?.split(',') ?? [];
  const chosen = known.filter((id) => named.includes(id));
  return { parties: chosen.length > 0 ? chosen : known, differences: query.get('differences') === '1', seed: seedFrom(query.get('order')) };
}

/**
 * The query that keeps a choice; what is as every page shows it anyway is left out.
 * @param search the query as it stands; what else it holds is kept
 * @param choice what was chosen
 * @param known ids of all parties
 * @returns with its `?`, or empty
 */
export function writeChoice(search: string, { parties, differences, seed }: ComparisonChoice, known: readonly string[]): string {
  const query = new URLSearchParams(search);
  const keep = (name: string, value: string) => (value === '' ? query.delete(name) : query.set(name, value));
  keep('parties', parties.length === known.length ? '' : parties.join(','));
  keep('differences', differences ? '1' : '');
  keep('order', seed ?? '');
  return query.size === 0 ? '' : `?${query.toString().replaceAll('%2C', ',')}`;
}
