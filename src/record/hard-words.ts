import type { HardWord, OnRecord } from './record.ts';
import { formSource } from './word-forms.ts';

/** A word and what it means, in plain words. */
export interface WordMeaning {
  word: string;
  meaning: string;
}

/**
 * The hard words that some texts hold, each with its meaning, in the glossary's order.
 * @param texts quotes
 * @param record its glossary
 * @param known terms that are explained elsewhere; a hard word that begins one of them is left out
 */
export function hardWords(texts: readonly string[], { glossary }: Pick<OnRecord, 'glossary'>, known: readonly string[] = []): WordMeaning[] {
  const terms = known.map((term) => term.toLowerCase());
  return glossary.filter((entry) => isIn(texts, entry) && !terms.some((term) => term.startsWith(entry.word.toLowerCase()))).map(({ word, meaning }) => ({ word, meaning }));
}

function isIn(texts: readonly string[], word: HardWord): boolean {
  const known = patterns.get(word) ?? patternsOf(word);
  patterns.set(word, known);
  return texts.some((text) => known.some((pattern) => pattern.test(text)));
}

/** Every pack, its slides and its key ask for the same words. */
const patterns = new WeakMap<HardWord, readonly RegExp[]>();

function patternsOf({ forms, except }: HardWord): RegExp[] {
  const others = except.map((words) => `(?!${formSource(words)})`).join('');
  return forms.map((form) => new RegExp(`\\b${others}${formSource(form)}`, form === form.toLowerCase() ? 'iu' : 'u'));
}
