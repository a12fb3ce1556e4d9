import { formsOfPerson, nameForms } from '../../record/party-names.ts';
import type { OnRecord } from '../../record/record.ts';

/** A name as the search's filters hold it, and every form of it that a reader may type. */
export interface SearchName {
  /** The filter's value: a party's or speaker's name, a topic's title. */
  value: string;
  forms: readonly string[];
}

/** Everything a query may name. Written into the search page. */
export interface SearchNames {
  party: readonly (SearchName & { id: string })[];
  topic: readonly (SearchName & { /** Looser names: what the topic is about rather than what it is called. */ about: readonly string[] })[];
  speaker: readonly SearchName[];
}

/**
 * The names of a record's parties, topics and speakers.
 * Parties are known by the names in `ownNames`, without leaders and slogans; a person by the surname alone as well.
 */
export function searchNames({ parties, topics, quotes }: OnRecord): SearchNames {
  const partyForms = nameForms(parties, []).filter(({ kind }) => kind === 'party');
  const speakers = new Map(quotes.map(({ speaker }) => [speaker.name, speaker]));
  return {
    party: parties.map(({ id, name, shortName }) => ({ id, value: name, forms: different([name, shortName, ...partyForms.filter(({ party }) => party === id).map(({ form }) => form)]) })),
    topic: topics.map(({ title, shortTitle, keywords }) => ({ value: title, forms: different([title, shortTitle]), about: different(keywords) })),
    // A manifesto speaks as the party: its name is the party's.
    speaker: [...speakers.values()].filter(({ kind }) => kind !== 'party').map(({ name, kind, aliases }) => ({ value: name, forms: different(kind === 'person' ? [name, ...aliases].flatMap(typedForms) : [name, ...aliases]) })),
  };
}

/** Whoever has a title is found by the bare name too. */
function typedForms(name: string): string[] {
  return formsOfPerson(name).flatMap((forms) => [...forms, forms.at(-1)?.split(' ').at(-1) ?? '']);
}

function different(forms: readonly string[]): string[] {
  return [...new Set(forms)];
}
