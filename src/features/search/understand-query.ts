import { editDistance } from '../../record/edit-distance.ts';
import type { SearchNames } from './search-names.ts';

/** The filters that a query can name. */
export type NamedFilter = 'party' | 'topic' | 'speaker';

/** What the words of a query name, and what is left of them. */
export interface Understood {
  /** Values of filters, each list without repeats. */
  named: Partial<Record<NamedFilter, readonly string[]>>;
  /** True when a party or speaker is named, or a topic by its title. */
  strong: boolean;
  /** The words that name nothing. */
  rest: readonly string[];
}

/** A form that a reader may type, with what it names. */
interface Known {
  filter: NamedFilter;
  value: string;
  strong: boolean;
}

/** Every form, folded, with what it names. Made once a page. */
export interface NameIndex {
  forms: ReadonlyMap<string, readonly Known[]>;
  /** The single words that a misspelt one may be meant for, folded: of the names of people, parties and topics. */
  words: ReadonlySet<string>;
  /** The single words of every form, folded: none of them is misspelt. */
  known: ReadonlySet<string>;
  longest: number;
}

/** Words too common to be corrected to, or to name anything alone. */
const SMALL = /^(?:a|an|and|at|by|for|from|in|of|on|or|the|to|uk|with)$/u;

/** Longer names are descriptions ("a working group on ..."), and their words are ordinary ones. */
const LONGEST_NAME = 3;

/** Makes an index of the names. */
export function indexNames({ party, topic, speaker }: SearchNames): NameIndex {
  const forms = new Map<string, Known[]>();
  const words = new Set<string>();
  const known = new Set<string>();
  const add = (filter: NamedFilter, value: string, typed: readonly string[], strong: boolean, correctable: boolean) => {
    for (const form of typed) {
      const tokens = foldWords(form);
      const key = tokens.map(singular).join(' ');
      forms.set(key, [...(forms.get(key) ?? []).filter((other) => other.value !== value), { filter, value, strong }]);
      for (const token of tokens) {
        known.add(token);
        if (correctable && tokens.length <= LONGEST_NAME && !SMALL.test(token)) words.add(token);
      }
    }
  };
  for (const { value, forms: typed } of party) add('party', value, typed, true, true);
  for (const { value, about } of topic) add('topic', value, about, false, false);
  for (const { value, forms: typed } of topic) add('topic', value, typed, true, true);
  for (const { value, forms: typed } of speaker) add('speaker', value, typed, true, true);
  return { forms, words, known, longest: [...forms.keys()].reduce((most, key) => Math.max(most, key.split(' ').length), 1) };
}

/**
 * What the words of a query name: the longest forms first, from left to right.
 * @param typed the query's words, without quotation marks
 */
export function understand(typed: string, index: NameIndex): Understood {
  const words = typed.split(/\s+/u).filter((word) => word !== '');
  const tokens = words.map((word) => foldWords(word).map(singular).join(' '));
  const found: Known[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    const length = longestForm(tokens, at, index);
    if (length === 0) rest.push(words[at++]!);
    else found.push(...(index.forms.get(tokens.slice(at, at + length).join(' ')) ?? []));
    at += length;
  }
  const named: Understood['named'] = {};
  for (const { filter, value } of found) named[filter] = [...new Set([...(named[filter] ?? []), value])];
  return { named, strong: found.some(({ strong }) => strong), rest };
}

/** How many words from here on make a known form; 0 for none. */
function longestForm(tokens: readonly string[], at: number, { forms, longest }: NameIndex): number {
  for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
    if (forms.has(tokens.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}

/**
 * The name nearest to a word that may be misspelt. One letter may be wrong in a word of four or five, two in a longer one;
 * of names equally near, one with the same first letter wins, then the first in the alphabet.
 * @param word as typed
 * @returns undefined when the word is itself part of a known form, or no name is near
 */
export function nearestName(word: string, { words, known }: NameIndex): string | undefined {
  const [typed, ...more] = foldWords(word);
  if (typed === undefined || more.length > 0 || typed.length < 4 || /\d/u.test(typed) || known.has(typed)) return undefined;
  const limit = typed.length < 6 ? 1 : 2;
  const near = [...words]
    .map((name) => ({ name, distance: editDistance(typed, name, limit) + (name[0] === typed[0] ? 0 : 0.5) }))
    .filter(({ distance }) => distance < limit + 1)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near[0]?.name;
}

/** A text's words without case, accents, apostrophes and punctuation; a hyphen parts words. */
export function foldWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘]/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** "boats" and "boat" name the same. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
