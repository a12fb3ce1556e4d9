import { TAKEN } from '../../site/urls.ts';
import type { Entries } from '../schema/entries.ts';
import type { PartyEntry } from '../schema/party.ts';
import type { Problem } from '../schema/problem.ts';

const NAMES = ['name', 'shortName', 'abbreviation'] as const satisfies readonly (keyof PartyEntry)[];

/** No two parties share a name, a short name or an abbreviation: a reader could not tell them apart. */
export function partiesHaveNamesOfTheirOwn({ parties }: Entries): Problem[] {
  return NAMES.flatMap((field) => {
    const first = new Map<string, string>();
    return parties.flatMap(({ file, data }) => {
      const name = data[field].toLowerCase();
      const other = first.get(name);
      first.set(name, other ?? file);
      return other === undefined ? [] : [{ file, field, problem: `is ${data[field]}, as in ${other}`, mend: 'give each party a form of its name that no other has' }];
    });
  });
}

/** No id leads to an address of the site's own, and no party and topic share one, because each has a feed of its name. */
export function idsAreFree(entries: Entries): Problem[] {
  const named = { ...entries, dimensions: entries.topics.flatMap(({ file, data }) => data.dimensions.map(({ id }) => ({ id, file }))) };
  const taken = (Object.keys(TAKEN) as (keyof typeof TAKEN)[]).flatMap((name) =>
    named[name].filter(({ id }) => TAKEN[name].includes(id)).map(({ id, file }) => ({ file, field: '', problem: `is named ${id}, which is an address of the site itself`, mend: `rename it; ${TAKEN[name].join(', ')} are taken` })),
  );
  const parties = new Set(entries.parties.map(({ id }) => id));
  const shared = entries.topics
    .filter(({ id }) => parties.has(id))
    .map(({ id, file }) => ({ file, field: '', problem: `is named ${id}, as a party is, and both would have one feed`, mend: 'rename the topic and the folder of its positions' }));
  return [...taken, ...shared];
}
