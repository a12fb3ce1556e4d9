import { findNames, nameForms } from '../party-names.ts';
import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import { quotesOf } from './look-up.ts';

/** A name as people bear it. */
const NAME = /^\p{Lu}[\p{L}\p{M}’' -]+$/u;

/** A note states facts about the words beside it; it is no place for a reply by another party's politician. */
export function notesNameNoOpponent(entries: Entries): Problem[] {
  const parties = entries.parties.map(({ id, data }) => ({ id, ...data }));
  const speakers = entries.speakers.flatMap(({ id, data }) => {
    const party = parties.find((one) => one.id === data.party);
    return party ? [{ id, ...data, party, parties: undefined }] : [];
  });
  const forms = nameForms(parties, speakers).filter(({ kind, form }) => (kind === 'person' || kind === 'leader') && NAME.test(form));
  return quotesOf(entries).flatMap(({ quote, position, field }) =>
    findNames(quote.note ?? '', forms)
      .filter(({ party }) => party !== position.id.split('/')[2])
      .map(({ form }) => ({ file: position.file, field: `${field}.note`, problem: `names ${form}, a politician of another party`, mend: 'say only what a reader needs to weigh these words; leave out what others say of them' })),
  );
}
