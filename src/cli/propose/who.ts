import { formsOfPerson } from '../../record/party-names.ts';
import { partiesAt } from '../../record/parties-at.ts';
import type { Entries } from '../../record/schema/entries.ts';
import type { Attributed, Speech } from '../reading/read.ts';

/** Who said something, as far as it is known; null is a question to the editor. */
export interface Who {
  speaker: string;
  /** Id of a party of the record. */
  party: string | null;
  role: string | null;
  /** The office in which the source names them. */
  office?: string;
  /** How the party and the role are known. */
  because: string;
}

/** What of the record tells who somebody is. */
export type Known = Pick<Entries, 'parties' | 'speakers' | 'offices'>;

const TITLE = /^(?:(?:Rt|Right|Hon|The|Sir|Dame|Dr|Mr|Mrs|Ms|Miss|Professor)\.? )+/u;
const PEER = /^(?:The )?(?:Lord|Lady|Baroness|Viscount|Earl|Countess|Duke|Marquess)\b/u;

/** A name without titles and case. */
export function plainName(name: string): string {
  return name.replace(TITLE, '').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
}

/** The record’s speaker of this name; none where two have it. */
export function speakerNamed(name: string, { speakers }: Pick<Known, 'speakers'>): Known['speakers'][number] | undefined {
  const wanted = plainName(name);
  const named = speakers.filter(({ data }) => data.kind === 'person' && [data.name, ...data.aliases, ...formsOfPerson(data.name).map(([whole]) => whole ?? '')].some((one) => plainName(one) === wanted));
  return named.length === 1 ? named[0] : undefined;
}

/** The parties that somebody is known to belong to on a day: by the record’s speakers, or by the table of office-holders. */
export function partyOf(name: string, date: string | undefined, known: Known): { party: string; because: string } | undefined {
  const speaker = speakerNamed(name, known);
  const parties = speaker && (date === undefined ? (speaker.data.parties ? [] : [speaker.data.party]) : partiesAt(speaker.data, date));
  if (parties?.length === 1) return { party: parties[0]!, because: 'party: the record’s speaker of this name' };
  const holder = known.offices.find(({ id }) => plainName(id) === plainName(name));
  return holder && { party: holder.data.party, because: 'party: the table of office-holders' };
}

/**
 * Who speaks in each speech. A short form (“Dr Name”, “A B”) is whom the same debate names in full: by the source’s
 * number of the person, by the whole name, or by a surname that only one person in it has.
 * @returns one a speech; undefined for the Chair, for what nobody said, and for parties that the record does not have
 */
export function whoSpeaks(speeches: readonly Speech[], date: string | undefined, known: Known): (Who | undefined)[] {
  const people = new Map<string, Attributed>();
  const keyOf = (by: Attributed): string | undefined => {
    if (by.member !== undefined && people.has(by.member)) return by.member;
    if (by.name === '') return undefined;
    const wanted = plainName(by.name);
    const same = [...people].filter(([key, one]) => plainName(one.name) === wanted && (by.member === undefined || key === one.name));
    if (same.length === 1) return same[0]![0];
    const shortened = !wanted.includes(' ') ? [...people].filter(([, one]) => plainName(one.name).split(' ').at(-1) === wanted && by.member === undefined) : [];
    return shortened.length === 1 ? shortened[0]![0] : undefined;
  };
  // Whoever is named in full anywhere in the debate is known everywhere in it.
  for (const { by } of [...speeches].sort((a, b) => fullness(b.by) - fullness(a.by))) {
    if (!by || by.name === '') continue;
    const key = keyOf(by) ?? by.member ?? by.name;
    people.set(key, { ...by, ...people.get(key) });
  }
  return speeches.map(({ by, tabled }, index) => {
    const key = by && keyOf(by);
    const person = key === undefined ? undefined : people.get(key);
    return person && !tabled ? whoIs(person, calledAs(speeches, index, person), date, known) : undefined;
  });
}

const fullness = (by: Attributed | undefined) => (by ? (by.mark ? 4 : 0) + (by.constituency ? 2 : 0) + (by.office ? 2 : 0) + plainName(by.name).split(' ').length / 10 : -1);

/** “I call the shadow Justice Secretary.” directly before who is then named for the first time. */
function calledAs(speeches: readonly Speech[], index: number, person: Attributed): string | undefined {
  const first = speeches.findIndex(({ by, tabled }) => by && !tabled && by.name === person.name && (by.member === undefined || by.member === person.member));
  const call = speeches[first - 1];
  if (first === -1 || first > index || call?.by !== undefined) return undefined;
  return /\bI (?:now )?call (?:the )?((?:[Ss]hadow (?!Cabinet)|[\p{L} ]+ spokes(?:person|man|woman)\b|Leader of the Opposition|leader of the [\p{L} ]+|Chair of the [\p{L} ,]+Committee|Father of the House|Mother of the House)[\p{L} ,’-]*)\.\s*$/u
    .exec(call?.text ?? '')?.[1]
    ?.trim();
}

function whoIs(person: Attributed, called: string | undefined, date: string | undefined, known: Known): Who | undefined {
  const { name, mark, office, constituency } = person;
  const speaker = speakerNamed(name, known)?.data.name ?? name;
  const ofMark = mark === undefined ? undefined : known.parties.find(({ data }) => data.hansard?.includes(mark) && !data.retired);
  // A party that the record does not have.
  if (mark !== undefined && !ofMark) return undefined;
  const party = ofMark ? { party: ofMark.id, because: `party: (${mark}) in Hansard` } : partyOf(name, date, known);
  const held = known.offices.find(({ id }) => plainName(id) === plainName(name))?.data.offices.find(({ first, last }) => date !== undefined && first <= date && date <= last)?.office;
  const partyName = known.parties.find(({ id }) => id === party?.party)?.data.name;
  const calledOffice = called && fitsParty(called, partyName) ? capital(called) : undefined;
  const seat = constituency ? `MP for ${constituency}` : PEER.test(name) && partyName ? `${partyName} peer` : undefined;
  const role = office ?? ([held ?? calledOffice, seat].filter(Boolean).join(', ') || null);
  const how = office ? 'role: as Hansard names them' : held ? 'role: the table of office-holders' : calledOffice ? `role: called so by the Chair${seat ? ', and the seat' : ''}` : seat ? 'role: the seat' : 'role: not known';
  return { speaker, party: party?.party ?? null, role, ...(office ? { office } : {}), because: `${party?.because ?? 'party: not known'}; ${how}` };
}

/** A spokesperson is called by their party’s name, which must be theirs. */
function fitsParty(called: string, party: string | undefined): boolean {
  const named = /^([\p{L} ]+?) spokes/u.exec(called)?.[1];
  return named === undefined || (party?.toLowerCase().startsWith(named.toLowerCase()) ?? false);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
