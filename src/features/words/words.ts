import type { OnRecord } from '../../record/record.ts';
import { type Term, termId } from '../../record/terms.ts';

/** Words under one heading. */
export interface WordSection {
  title: string;
  terms: readonly Term[];
}

/**
 * Every word that the site explains: the topics' terms, A to Z by topic, each once, and last the hard words of the quotes.
 * @param record the record
 */
export function wordSections({ topics, glossary }: Pick<OnRecord, 'topics' | 'glossary'>): WordSection[] {
  const seen = new Set<string>();
  const once = (terms: readonly Term[]) => terms.filter((term) => !seen.has(termId(term)) && seen.add(termId(term)));
  const sections = topics.map(({ title, terms }) => ({ title, terms: once(terms) }));
  return [...sections, { title: 'Hard words in the quotes', terms: once(glossary.map(({ word, meaning }) => ({ term: word, meaning }))) }].filter(({ terms }) => terms.length > 0);
}
