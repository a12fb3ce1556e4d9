import type { Party, Speaker } from './record.ts';

/** What a name gives away: the party itself, one of its people, or a slogan. */
export type NameKind = 'party' | 'leader' | 'person' | 'slogan';

/** A form of a name to look for, and whose it is. */
export interface NameForm {
  form: string;
  kind: NameKind;
  party: string;
}

/** A name found in a text. */
export interface FoundName extends NameForm {
  /** Where it begins and ends in the text, title included: `Sir` in "Sir A. Name". */
  start: number;
  end: number;
}

/**
 * Party names that are also ordinary words. `never` and `neverAfter`: what follows, or stands before, shows that the
 * ordinary word is meant. `opening`: where a sentence opens with the word, so that its capital says nothing, only this after it makes it a name.
 */
const COMMON_WORDS: Readonly<Record<string, { never: RegExp; neverAfter?: RegExp; opening?: RegExp }>> = {
  Labour: { never: /^[ -](?:market|force|supply|cost|shortage|law|standard|right|intensive|productivity|Market|Force|Court|Organi[sz]ation)/u },
  Conservative: { never: /^ (?:estimate|figure|forecast|assumption|guess|approach|value)/u },
  Green: {
    never: /^(?: (?:Paper|Belt|Book|Card|Deal|New Deal|Energy|Homes|Finance|Gas|Industr|Investment|Bank|Climate|Prosperity|Room|Park|Lane|Street)|-)/u,
    opening: /^(?:['’]s| (?:MP|peer|councillor|colleague|part(?:y|ies)\b|Party|manifesto|member|leader|voter|polic))/u,
  },
  Reform: {
    never: /^(?:\)| (?:Bill|Act|Club|Treaty|Programme|Commission)\b)/u,
    neverAfter: /\b(?:Welfare|Planning|Pensions?|Tax|Land|Law|Lords|Electoral|Parliamentary|Leasehold|Freehold|Prison|Regulatory|Justice|Government|Care|Service|Services|Benefits?) $/u,
    opening: /^(?:['’]s| (?:UK|MP|peer|councillor|council\b|[Pp]arty|[Gg]overnment|manifesto|leader|voter|will\b|would\b|has\b|have\b|is\b|was\b|were\b|are\b|can\b|want|say|said|believe|support|oppose))/u,
  },
};

/** Surnames that are also ordinary words or parts of other names: they count only beside a first name or a title. */
const COMMON_SURNAMES = new Set(['Bell', 'Berry', 'Eagle', 'Glen', 'Reed', 'Smart']);

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

type Parties = readonly Pick<Party, 'id' | 'name' | 'ownNames'>[];
type Speakers = readonly Pick<Speaker, 'name' | 'kind' | 'aliases' | 'party'>[];

/** Every question of blind mode asks for the forms of all speakers. */
const formsOf = new WeakMap<Parties, WeakMap<Speakers, readonly NameForm[]>>();

function allForms(parties: Parties, speakers: Speakers): NameForm[] {
  const own = parties.flatMap((party) => party.ownNames.map((form): NameForm => ({ form, kind: kindOf(form, party), party: party.id })));
  const people = speakers.filter(({ kind }) => kind === 'person').flatMap(({ name, aliases, party }) => [name, ...aliases].flatMap(formsOfPerson).map((form): NameForm => ({ form, kind: 'person', party: party.id })));
  const known = new Set(own.map(({ form }) => form));
  return [...own, ...people.filter(({ form }) => !known.has(form))].sort((a, b) => b.form.length - a.form.length);
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

/** "Baroness A of B (C A)" is known by each part; a person also by the surname alone, unless that is an ordinary word. */
function formsOfPerson(name: string): string[] {
  const parts = name
    .split(/[()]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.flatMap((part) => {
    const plain = part.replace(/^(?:Sir|Dame) /u, '');
    if (/^(?:Lord|Lady|Baroness|Baron|Earl) /u.test(plain)) return [plain, plain.replace(/(?<=^\S+ \S+) of .*$/u, '')];
    return [plain, plain.slice(plain.lastIndexOf(' ') + 1)];
  });
}

const patterns = new WeakMap<NameForm, RegExp>();

function patternOf(name: NameForm): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const { form, kind } = name;
  const words = form
    .replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)
    .replace(/['’]/gu, "['’]")
    .replace(/ /gu, String.raw`\s`);
  const anyCase = kind === 'slogan' || (kind === 'party' && !Object.keys(COMMON_WORDS).some((word) => form.startsWith(word)));
  const title = kind === 'leader' || kind === 'person' ? `${TITLE}${COMMON_SURNAMES.has(form) ? '' : '?'}` : '';
  const pattern = new RegExp(NOT_IN_A_WORD.before + title + words + NOT_IN_A_WORD.after, anyCase ? 'giu' : 'gu');
  patterns.set(name, pattern);
  return pattern;
}

function isName(text: string, { form }: NameForm, start: number, end: number): boolean {
  const common = COMMON_WORDS[form];
  if (!common) return true;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (common.never.test(after) || common.neverAfter?.test(before) || before.endsWith('(')) return false;
  return !common.opening || !OPENING.test(before) || common.opening.test(after);
}
