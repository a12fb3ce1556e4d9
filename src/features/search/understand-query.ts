import { editDistance } from '../../record/edit-distance.ts';
import type { IndexedParty, QuestionIndex } from './question-index.ts';
import { foldWords, spelt, stemOf, stemsOf } from './word-stems.ts';

/** The filters that a query can name. */
export type NamedFilter = 'party' | 'speaker' | 'year';

/** A filter that words of a query name. */
export interface Named {
  filter: NamedFilter;
  /** As the engine's filters hold it: a party's or speaker's name, a year. */
  value: string;
  /** What was typed, where it is not the name itself: an office. */
  office?: string;
}

/** A query, understood. */
export interface Understood {
  named: readonly Named[];
  /** The words that say what the query is about, folded; filler and names are left out. */
  words: readonly string[];
  /** Words that the record does not hold, folded. */
  lacking: readonly string[];
  /** Misspelt words, folded, with what they are taken for. */
  corrected: ReadonlyMap<string, string>;
}

/** What a query may name, and the words that the record holds; made once of the questions' index. */
export interface NameIndex {
  forms: ReadonlyMap<string, readonly Form[]>;
  longest: number;
  /** Words that a misspelt one may be meant for: of questions and keywords. */
  words: ReadonlySet<string>;
  /** The same of parties and people. */
  people: ReadonlySet<string>;
  /** Every stem that the record holds, and every word of a name as it stands. */
  held: ReadonlySet<string>;
  /** Does it know every word of the record? */
  whole: boolean;
  /** Words that only ask, folded. */
  filler: ReadonlySet<string>;
  /** Two stems that stand side by side in what names a question or topic. */
  pairs: ReadonlySet<string>;
}

interface Form {
  filter: NamedFilter;
  value: string;
  not?: IndexedParty['not'];
  /** Of an office: who held it in which years, the newest first. */
  holders?: readonly { value: string; years: readonly string[] }[];
}

/** Makes the index of names and words. */
export function indexNames(index: QuestionIndex): NameIndex {
  const filler = new Set(index.filler.split(' '));
  const forms = new Map<string, Form[]>();
  const add = (typed: readonly string[], form: Form) => {
    for (const one of typed.map(keyOf)) forms.set(one, [...(forms.get(one) ?? []).filter(({ value }) => value !== form.value), form]);
  };
  for (const { name, forms: typed, not } of index.parties) add(typed, { filter: 'party', value: name, ...(not ? { not } : {}) });
  for (const { name, forms: typed } of index.speakers) add(typed, { filter: 'speaker', value: name });
  for (const { forms: typed, held } of index.offices) add(typed, { filter: 'speaker', value: '', holders: held.map(([place, years]) => ({ value: index.speakers[place]!.name, years })) });
  for (const [year] of index.years) add([year], { filter: 'year', value: year });
  const texts = [...index.topics.flatMap(({ title, phrases }) => [title, ...phrases]), ...index.questions.flatMap(({ title, question, phrases }) => [title, question, ...phrases])];
  const correctable = (all: readonly string[]) => new Set(all.filter((word) => word.length > 3 && !filler.has(word) && !/\p{N}/u.test(word)));
  const words = texts.flatMap(foldWords);
  const people = [...index.parties, ...index.speakers].flatMap((one) => one.forms.flatMap((form) => form.split(' ')));
  const stems = texts.map((text) => stemsOf(text, filler));
  return {
    forms,
    longest: Math.max(...[...forms.keys()].map((form) => form.split(' ').length)),
    words: correctable(words),
    people: correctable(people),
    held: new Set(
      words.map(stemOf).concat(
        people,
        Object.values(index.spoken).flatMap((stems) => stems.split(' ')),
        index.held.split(' '),
      ),
    ),
    filler,
    whole: index.whole,
    pairs: new Set(stems.flatMap((all) => all.slice(1).map((stem, at) => `${all[at]} ${stem}`))),
  };
}

/**
 * Understands a query: what it names, what it is about, and which of its words the record does not hold.
 * @param typed the query's words, without quotation marks
 * @param off filters that the reader took off: their words are left out
 * @param unfinished the last word may be the beginning of one
 */
export function understand(typed: string, names: NameIndex, off: readonly NamedFilter[] = [], unfinished = false): Understood {
  const corrected = new Map<string, string>();
  const tokens = foldWords(typed).flatMap((word, at, all) => {
    if (isHeld(word, names)) return word;
    const begun = unfinished && at === all.length - 1 ? beginning(word, names) : undefined;
    const parted = begun ?? inTwo(word, names);
    if (parted !== undefined) return parted.split(' ');
    const nearest = nearestWord(word, names) ?? firstName(word, all[at + 1] ?? '', names);
    if (nearest !== undefined) corrected.set(word, nearest);
    return nearest ?? word;
  });
  const named: Named[] = [];
  const words: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = longestForm(tokens, at, names);
    if (length === 0) words.push(tokens[at]!);
    else {
      const form = tokens.slice(at, at + length).join(' ');
      for (const one of names.forms.get(keyOf(form)) ?? []) named.push(one.holders ? { ...holder(one.holders, tokens), office: form } : { filter: one.filter, value: one.value });
    }
    at += Math.max(length, 1);
  }
  const about = words.filter((word) => !names.filler.has(word));
  return { named: named.filter(({ filter }) => !off.includes(filter)), words: about, lacking: about.filter((word) => names.whole && !isHeld(word, names)), corrected };
}

function isHeld(word: string, { held, filler }: NameIndex): boolean {
  return filler.has(word) || held.has(stemOf(word)) || held.has(word);
}

/** A form as it is looked up: American and British spellings are one. */
function keyOf(form: string): string {
  return form.split(' ').map(spelt).join(' ');
}

/** Who held an office in a year of the query, or else who spoke in it last. */
function holder(holders: NonNullable<Form['holders']>, tokens: readonly string[]): { filter: 'speaker'; value: string } {
  const then = holders.find(({ years }) => years.some((year) => tokens.includes(year)));
  return { filter: 'speaker', value: (then ?? holders[0]!).value };
}

/** How many words from here on make a name; 0 for none. */
function longestForm(tokens: readonly string[], at: number, { forms, longest, pairs }: NameIndex): number {
  for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
    const known = forms.get(keyOf(tokens.slice(at, at + length).join(' ')));
    if (!known) continue;
    const [before, after] = [tokens[at - 1] ?? '', tokens[at + length] ?? ''];
    const isOrdinary = known.some(({ not: [notBefore, notAfter] = [[], []] }) => starts(after, notBefore) || starts(before, notAfter));
    const isPhrase = length === 1 && [`${stemOf(before)} ${stemOf(tokens[at]!)}`, `${stemOf(tokens[at]!)} ${stemOf(after)}`].some((pair) => pairs.has(pair));
    if (!isOrdinary && !isPhrase) return length;
  }
  return 0;
}

function starts(word: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => word.startsWith(beginning));
}

/** The first word that begins with what is being typed. */
function beginning(word: string, { words, people }: NameIndex): string | undefined {
  return word.length < 3 ? undefined : [...words, ...people].find((other) => other.startsWith(word));
}

/** "greenbelt" as "green belt", where the two stand side by side in what names a question or topic. */
function inTwo(word: string, { pairs }: NameIndex): string | undefined {
  const cut = [...word].findIndex((_, at) => pairs.has(`${stemOf(word.slice(0, at))} ${stemOf(word.slice(at))}`));
  return cut < 0 ? undefined : `${word.slice(0, cut)} ${word.slice(cut)}`;
}

/** Letters from which a word may have two wrong ones; names are misspelt more. */
const TWO_WRONG = { words: 9, people: 6 } as const;

/** In shorter words one letter for another makes another word ("meat", "heat"): in words of five only one too many or too few is mended, as in short names, in those of four only swapped ones. */
const SHORT = 6;

/**
 * The word that a misspelt one is meant for: one letter may be wrong, two in a long one; of words equally near, one with the
 * same first letter wins, then the first in the alphabet.
 * @param word folded
 * @returns undefined when the record holds the word, or none is near
 */
export function nearestWord(word: string, names: NameIndex): string | undefined {
  if (word.length < 4 || /\p{N}/u.test(word) || isHeld(word, names)) return undefined;
  const near = (['words', 'people'] as const).flatMap((kind) => {
    const limit = word.length < TWO_WRONG[kind] ? 1 : 2;
    const others = [...names[kind]].filter((other) => word.length >= SHORT || ((kind === 'people' || word.length === 5) && other.length !== word.length) || letters(other) === letters(word));
    const apart = others.map((other) => ({ other, distance: editDistance(word, other, limit) + (other[0] === word[0] ? 0 : 0.5) }));
    return apart.filter(({ distance }) => distance < limit + 1);
  });
  return near.sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))[0]?.other;
}

/** "Zak" before a surname that belongs to a Zack. */
function firstName(word: string, surname: string, { forms }: NameIndex): string | undefined {
  const full = [...forms.keys()].find((form) => form.endsWith(` ${surname}`) && editDistance(form.split(' ')[0]!, word, 1) === 1);
  return full?.split(' ')[0];
}

function letters(word: string): string {
  return [...word].sort().join('');
}
