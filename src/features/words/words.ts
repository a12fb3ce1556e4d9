import type { OnRecord } from '../../record/record.ts';
import type { Term } from '../../record/terms.ts';

/** A page of words: a topic's terms, or the hard words of the quotes. */
export interface WordsPage {
  /** Its place in addresses: the topic's id, or `quotes`. */
  id: string;
  title: string;
  terms: readonly Term[];
}

/** Every page of words that has any. */
export function wordLists({ topics, glossary }: Pick<OnRecord, 'topics' | 'glossary'>): WordsPage[] {
  const ofQuotes = { id: 'quotes', title: 'Hard words in the quotes', terms: glossary.map(({ word, meaning }) => ({ term: word, meaning })) };
  return [...topics, ofQuotes].map(({ id, title, terms }) => ({ id, title, terms })).filter(({ terms }) => terms.length > 0);
}
