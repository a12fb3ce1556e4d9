/** A reader's query, taken apart. */
export interface SearchQuery {
  /** Exact phrases, in the order typed. */
  phrases: readonly string[];
  /** The words outside quotation marks, joined by spaces. */
  words: string;
}

const QUOTED = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu;

/**
 * Takes a query apart. Pagefind knows a phrase only when the whole query is quoted
 * (https://github.com/Pagefind/pagefind/issues/10), so each phrase is searched for itself and the results are joined.
 * @param typed what the reader typed, with straight or curly quotation marks; a missing closing mark is forgiven
 */
export function parseQuery(typed: string): SearchQuery {
  const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const phrases = [...typed.matchAll(QUOTED)].map((match) => tidy(match[1] ?? '')).filter((phrase) => phrase !== '');
  return { phrases, words: tidy(typed.replace(QUOTED, ' ')) };
}
