/** Who spoke the words of one quote, in which role, and when. */
export interface Spoken {
  speaker: string;
  kind: 'person' | 'party' | 'unnamed';
  party: string;
  role: string;
  capacity: string;
  date: string;
}

export interface WhoseParty {
  id: string;
  name: string;
  /** Source of a pattern of its names and adjectives, the longest first. */
  names: string;
}

/** A person by the names a reporter uses. */
export interface Person {
  speaker: string;
  first: string;
  surname: string;
}

/** Everything by which an attribution can be understood. */
export interface Whose {
  /** In the order of the index's quotes. */
  spoken: readonly Spoken[];
  /** The words of each role that the speaker of a quote had within a year of it. */
  roles: readonly (readonly (readonly string[])[])[];
  parties: readonly { id: string; name: string; pattern: RegExp }[];
  surnames: ReadonlyMap<string, readonly Person[]>;
  firstNames: ReadonlyMap<string, readonly Person[]>;
  /** Words that stand in roles, such as "energy", but in no name. */
  roleWords: ReadonlySet<string>;
}

const YEAR = 366 * 24 * 3600 * 1000;
const PEER = /^(?:Lord|Lady|Baroness|Baron|Earl|Viscount)$/u;

/** A word without case, accents and a possessive's ending. */
export function foldName(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/u, '');
}

/** The words of a role or of an attribution, folded. */
export function roleWordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu) ?? []).map(foldName);
}

/**
 * Makes ready what attributions are held against.
 * @param quotes who spoke each quote, in the order of the index
 * @param parties every party, with its names
 */
export function whoseWords(quotes: readonly Spoken[], parties: readonly WhoseParty[]): Whose {
  const people = [...new Set(quotes.filter(({ kind }) => kind === 'person').map(({ speaker }) => speaker))].flatMap(personsOf);
  const names = new Set(people.flatMap(({ first, surname }) => [first, surname]));
  return {
    spoken: quotes,
    roles: rolesNear(quotes),
    // A name in capitals, as in a transcript, is a name too; without a capital "green" and "reform" are ordinary words.
    parties: parties.map(({ id, name, names }) => ({ id, name, pattern: new RegExp(`(^|[^\\p{L}\\p{N}])(${names}|${names.replace(/\\?\p{L}+/gu, (part) => (part.startsWith('\\') ? part : part.toUpperCase()))})(?![\\p{L}\\p{N}])`, 'gu') })),
    surnames: groupBy(people, ({ surname }) => surname),
    firstNames: groupBy(
      people.filter(({ first }) => first !== ''),
      ({ first }) => first,
    ),
    roleWords: new Set(quotes.flatMap(({ role }) => roleWordsOf(role)).filter((word) => !names.has(word))),
  };
}

/** The roles of each quote's speaker within a year of it: "at the quote's date". */
function rolesNear(quotes: readonly Spoken[]): string[][][] {
  const dayOf = new Map([...new Set(quotes.map(({ date }) => date))].map((date) => [date, Date.parse(date)]));
  const held = new Map(
    [...groupBy(quotes, ({ speaker }) => speaker)].map(([speaker, theirs]) => [
      speaker,
      [...groupBy(theirs, ({ role }) => role)].map(([role, at]) => ({ words: roleWordsOf(role), days: [...new Set(at.map(({ date }) => dayOf.get(date)!))] })),
    ]),
  );
  return quotes.map(({ speaker, date }) => held.get(speaker)!.flatMap(({ words, days }) => (days.some((day) => Math.abs(day - dayOf.get(date)!) <= YEAR) ? [words] : [])));
}

/** "Baroness A of B (C A)" is known as Baroness A and as C A; anybody else by first name and surname. */
function personsOf(speaker: string): Person[] {
  return speaker.split(/[()]/u).flatMap((part) => {
    const words = part
      .replace(/^\s*(?:Sir|Dame) /u, '')
      .split(' ')
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    const peer = PEER.test(words[0]!);
    const surname = peer ? words.find((word, at) => at > 0 && word !== 'of')! : words.at(-1)!;
    return [{ speaker, first: peer || words.length === 1 ? '' : foldName(words[0]!), surname: foldName(surname) }];
  });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
