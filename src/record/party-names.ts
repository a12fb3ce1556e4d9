import type { Party, Speaker } from './record.ts';
import { formSource, literally } from './word-forms.ts';

/** What a name gives away: the party itself, one of its people, or a slogan. */
export type NameKind = 'party' | 'leader' | 'person' | 'slogan';

/** A form of a name to look for, and whose it is. */
export interface NameForm {
  form: string;
  kind: NameKind;
  party: string;
  /** Where it is also an ordinary word: what tells the two apart. */
  ordinary?: OrdinaryWord;
  /** It is known by its capital: it is an ordinary word, or begins with one. */
  capital?: true;
  /** A surname that counts only beside a first name or a title. */
  titled?: true;
}

/** A name found in a text. */
export interface FoundName extends NameForm {
  /** Where it begins and ends in the text, title included: `Sir` in "Sir A. Name". */
  start: number;
  end: number;
}

const TITLE = '(?:(?:Sir|Dame|Lord|Lady|Baroness|Baron|Earl|Mr|Mrs|Ms|Miss|Dr|Prime Minister|Chancellor|Home Secretary) )';
const NOT_IN_A_WORD = { before: String.raw`(?<![\p{L}\p{N}])`, after: String.raw`(?![\p{L}\p{N}])` };
/** What may stand before a word that opens a sentence. */
const OPENING = /(?:^|[.!?:…\]\n]["'”’)]?\s*|(?:^|\s)["'“‘])$/u;

/**
 * Every form of a name by which a reader could tell a party: the `ownNames` of the parties and the names of the
 * speakers. In `ownNames`, a name that begins with a small letter is a slogan; a full name whose surname is also
 * listed is a leader's (their words make the mask: "[our leader]"); everything else is a name of the party.
 * @param parties every party of the record
 * @param speakers every speaker of the record; those that are a party or unnamed have no name of their own
 * @returns the longest form first; the same list each time for the same two lists
 */
export function nameForms(parties: Parties, speakers: Speakers): readonly NameForm[] {
  const ofParties = formsOf.get(parties) ?? new WeakMap<Speakers, readonly NameForm[]>();
  formsOf.set(parties, ofParties);
  const forms = ofParties.get(speakers) ?? allForms(parties, speakers);
  ofParties.set(speakers, forms);
  return forms;
}

type Parties = readonly Pick<Party, 'id' | 'name' | 'ownNames' | 'ordinaryWords'>[];
type Speakers = readonly Pick<Speaker, 'name' | 'kind' | 'aliases' | 'party' | 'surnameIsWord'>[];
type OrdinaryWord = NonNullable<Party['ordinaryWords']>[number];

/** Every question of blind mode asks for the forms of all speakers. */
const formsOf = new WeakMap<Parties, WeakMap<Speakers, readonly NameForm[]>>();

function allForms(parties: Parties, speakers: Speakers): NameForm[] {
  const people = speakers.filter(({ kind }) => kind === 'person');
  const words = new Set(people.filter(({ surnameIsWord }) => surnameIsWord).flatMap(({ name }) => formsOfPerson(name).map((forms) => forms.at(-1))));
  const titled = (form: string) => (words.has(form) ? { titled: true as const } : {});
  const own = parties.flatMap((party) => party.ownNames.map((form): NameForm => ({ form, kind: kindOf(form, party), party: party.id, ...ordinary(form, party), ...titled(form) })));
  const known = new Set(own.map(({ form }) => form));
  const ofPeople = people.flatMap(({ name, aliases, party }) => [name, ...aliases].flatMap((known) => formsOfPerson(known).flat()).map((form): NameForm => ({ form, kind: 'person', party: party.id, ...titled(form) })));
  return [...own, ...ofPeople.filter(({ form }) => !known.has(form))].sort((a, b) => b.form.length - a.form.length);
}

function ordinary(form: string, { ordinaryWords = [] }: Parties[number]): Pick<NameForm, 'ordinary' | 'capital'> {
  const word = ordinaryWords.find(({ name }) => form === name);
  return { ...(word ? { ordinary: word } : {}), ...(ordinaryWords.some(({ name }) => form.startsWith(name)) ? { capital: true } : {}) };
}

/**
 * Every place in a text where a name stands as a name: whole words, longest form first, none inside another.
 * Party names that are no ordinary words, and slogans, are found in any case; people and ordinary words only as names.
 * @param text any text
 * @param forms what `nameForms` gave
 * @returns in the order of the text
 */
export function findNames(text: string, forms: readonly NameForm[]): FoundName[] {
  const found: FoundName[] = [];
  for (const name of possibleForms(text, forms)) {
    for (const match of text.matchAll(patternOf(name))) {
      const [start, end] = [match.index, match.index + match[0].length];
      const inside = found.some((other) => start < other.end && other.start < end);
      if (!inside && isName(text, name, start, end)) found.push({ ...name, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The forms of a list by the first word they hold, with their places in the list. */
const byFirstWord = new WeakMap<readonly NameForm[], ReadonlyMap<string, readonly number[]>>();

const WORD = /[\p{L}\p{N}]+/gu;

/** Those whose first word the text holds, in their order: a record has thousands of names, and a quote few words. */
function possibleForms(text: string, forms: readonly NameForm[]): NameForm[] {
  const index = byFirstWord.get(forms) ?? indexForms(forms);
  byFirstWord.set(forms, index);
  const words = new Set((text.match(WORD) ?? []).map(foldWord));
  const places = [...words, ''].flatMap((word) => index.get(word) ?? []);
  return places.sort((a, b) => a - b).map((place) => forms[place]!);
}

function indexForms(forms: readonly NameForm[]): ReadonlyMap<string, readonly number[]> {
  return Map.groupBy(forms.keys(), (place) => foldWord(forms[place]!.form.match(WORD)?.[0] ?? ''));
}

function foldWord(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}

function kindOf(form: string, { name, ownNames }: Pick<Party, 'name' | 'ownNames'>): NameKind {
  if (/^\p{Ll}/u.test(form)) return 'slogan';
  const lastWord = (full: string) => full.slice(full.lastIndexOf(' ') + 1);
  const isPerson = (full: string) => full.includes(' ') && ownNames.includes(lastWord(full)) && !name.split(' ').includes(lastWord(full));
  return ownNames.some((full) => isPerson(full) && (full === form || lastWord(full) === form)) ? 'leader' : 'party';
}

/**
 * How a person is known. "Baroness A of B (C A)" is known by each part, and by "Baroness A"; anybody else also by the surname.
 * @returns the forms of each part, the shortest last
 */
export function formsOfPerson(name: string): string[][] {
  const parts = name
    .split(/[()]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map((part) => {
    const plain = part.replace(/^(?:Sir|Dame) /u, '');
    if (/^(?:Lord|Lady|Baroness|Baron|Earl) /u.test(plain)) return [plain, plain.replace(/(?<=^\S+ \S+) of .*$/u, '')];
    return [plain, plain.slice(plain.lastIndexOf(' ') + 1)];
  });
}

const patterns = new WeakMap<NameForm, RegExp>();

function patternOf(name: NameForm): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const { form, kind, capital, titled } = name;
  const words = literally(form).replace(/ /gu, String.raw`\s`);
  const anyCase = kind === 'slogan' || (kind === 'party' && !capital);
  const title = kind === 'leader' || kind === 'person' ? `${TITLE}${titled ? '' : '?'}` : '';
  const pattern = new RegExp(NOT_IN_A_WORD.before + title + words + NOT_IN_A_WORD.after, anyCase ? 'giu' : 'gu');
  patterns.set(name, pattern);
  return pattern;
}

function isName(text: string, { ordinary: word }: NameForm, start: number, end: number): boolean {
  if (!word) return true;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const { notBefore, notAfter, opening } = contexts.get(word) ?? contextsOf(word);
  if (notBefore.test(after) || notAfter.test(before) || before.endsWith('(')) return false;
  return !opening || !OPENING.test(before) || opening.test(after);
}

/** Patterns for what stands around a name that is also an ordinary word. */
interface Contexts {
  notBefore: RegExp;
  notAfter: RegExp;
  opening: RegExp | undefined;
}

const contexts = new WeakMap<OrdinaryWord, Contexts>();

function contextsOf(word: OrdinaryWord): Contexts {
  const { notBefore, notAfter, opening } = word;
  const one = (forms: readonly string[]) => forms.map(formSource).join('|');
  // A word stands after a space or a hyphen, a sign directly after the name.
  const following = (forms: readonly string[]) => {
    const [words, signs] = [forms.filter((form) => /^[\p{L}\p{N}]/u.test(form)), forms.filter((form) => !/^[\p{L}\p{N}]/u.test(form))];
    return new RegExp(`^(?:[ -](?:${one(words) || NOTHING})|${one(signs) || NOTHING})`, 'u');
  };
  const made = { notBefore: following(notBefore), notAfter: new RegExp(`(?<![\\p{L}\\p{N}])(?:${one(notAfter) || NOTHING}) $`, 'u'), opening: opening.length > 0 ? following(opening) : undefined };
  contexts.set(word, made);
  return made;
}

/** A pattern that no text fits. */
const NOTHING = '(?!)';
