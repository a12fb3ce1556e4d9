import type { Entries } from '../../record/schema/entries.ts';

const TITLES = /^(?:lord|lady|baroness|baron|sir|dame|dr|rt-hon)-/u;

/** Every id that a quote has or ever had: ids are permanent, so none is given twice. */
export function takenQuoteIds({ positions, withdrawn, published }: Pick<Entries, 'positions' | 'withdrawn' | 'published'>): Set<string> {
  return new Set([...positions.flatMap(({ data }) => data.quotes.map(({ id }) => id)), ...withdrawn.map(({ id }) => id), ...published.map(({ id }) => id)]);
}

/**
 * An id for a new quote: the speaker's surname, the dimension and the date, with a number where that is taken.
 * @param entries ids of quotes, of withdrawn quotes and of the ledger are taken
 * @param quote its speaker's id, the party's id, the dimension's id and the date
 */
export function suggestQuoteId(entries: Pick<Entries, 'positions' | 'withdrawn' | 'published' | 'speakers'>, { speaker, party, dimension, date }: { speaker: string; party: string; dimension: string; date: string }): string {
  const kind = entries.speakers.find(({ id }) => id === speaker)?.data.kind;
  const name = kind === 'person' ? surname(speaker) : party;
  const taken = takenQuoteIds(entries);
  const base = `${name}-${dimension}-${date}`;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** "lord-davies-of-gower" gives "davies", "baroness-jones-of-moulsecoomb-jenny-jones" gives "jones". */
function surname(speaker: string): string {
  const titled = TITLES.test(speaker);
  const name = speaker.replace(TITLES, '').split('-of-')[0] ?? speaker;
  return titled ? name : (name.split('-').at(-1) ?? name);
}
