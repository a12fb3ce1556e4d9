import { nameForms } from '../../record/party-names.ts';
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
    speaker: [...speakers.values()].filter(({ kind }) => kind !== 'party').map(({ name, kind, aliases }) => ({ value: name, forms: different(kind === 'person' ? [name, ...aliases].flatMap(formsOfPerson) : [name, ...aliases]) })),
  };
}

/** "Baroness A of B (C A)" is known by each part, and by "Baroness A" and "A"; anybody else by name and surname. */
function formsOfPerson(name: string): string[] {
  return name
    .split(/[()]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const plain = part.replace(/^(?:Sir|Dame) /u, '');
      const short = plain.replace(/^((?:Lord|Lady|Baroness|Baron) \S+) of .*$/u, '$1');
      return [plain, short, short.slice(short.lastIndexOf(' ') + 1)];
    });
}

function different(forms: readonly string[]): string[] {
  return [...new Set(forms)];
}
