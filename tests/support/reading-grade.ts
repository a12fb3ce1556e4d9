import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * The school grade at which a text reads (Flesch–Kincaid, https://apps.dtic.mil/sti/citations/ADA006655);
 * a grade and five years make the reading age, so grade 7 is age 12.
 * @param markdown plain Markdown without tables or code
 */
export function readingGrade(markdown: string): number {
  const text = markdown.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/[*_#>`]/gu, '');
  const words = text.match(/[\p{L}\d'’-]+/gu) ?? [];
  const sentences = text.split(/[.!?:]+(?:\s|$)/u).filter((sentence) => /\p{L}/u.test(sentence));
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}
