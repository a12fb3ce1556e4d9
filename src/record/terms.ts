import type { TopicEntry } from './schema/topic.ts';
import { literally } from './word-forms.ts';

/** A hard word or name of a topic, and what it means. */
export type Term = TopicEntry['terms'][number];

/** A stretch of a text; with a term where it names one. */
export interface ExplainedStretch {
  text: string;
  term?: Term;
}

/** A term's place on the page of all words. */
export function termId({ term }: Pick<Term, 'term'>): string {
  return term
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** "No-fault eviction (Section 21)" stands in texts as either of the two. */
function formsOf({ term }: Pick<Term, 'term'>): string[] {
  const [, outside = term, inside] = /^(.*?)\s*\((.*)\)$/u.exec(term) ?? [];
  return [outside, ...(inside ? [inside] : [])].filter((form) => form !== '');
}

function patternOf(terms: readonly Term[]): RegExp {
  const forms = terms.flatMap(formsOf).sort((a, b) => b.length - a.length);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms.map(literally).join('|')})(?:s|’s|'s)?(?![\p{L}\p{N}])`, 'giu');
}

/**
 * Finds where a text names terms, each at its first place only.
 * @param text of ours; never a quote, whose words stand as they are
 * @param terms a topic's
 */
export function explainTerms(text: string, terms: readonly Term[]): ExplainedStretch[] {
  if (terms.length === 0) return [{ text }];
  const found: ExplainedStretch[] = [];
  const seen = new Set<Term>();
  let from = 0;
  for (const match of text.matchAll(patternOf(terms))) {
    const term = terms.find((one) => formsOf(one).some((form) => match[0].toLowerCase().startsWith(form.toLowerCase())));
    if (!term || seen.has(term)) continue;
    seen.add(term);
    found.push({ text: text.slice(from, match.index) }, { text: match[0], term });
    from = match.index + match[0].length;
  }
  return [...found, { text: text.slice(from) }].filter((stretch) => stretch.text !== '');
}

/** The terms that some texts name, in their own order. */
export function termsIn(texts: readonly string[], terms: readonly Term[]): Term[] {
  return terms.filter((term) => texts.some((text) => patternOf([term]).test(text)));
}

/** The term that these words are, whatever its form; undefined where they are none or more. */
export function termNamed(words: string, terms: readonly Term[]): Term | undefined {
  const [only, ...more] = explainTerms(words.trim(), terms);
  return more.length === 0 ? only?.term : undefined;
}
