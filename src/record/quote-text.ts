import { CUT, INSERTION } from './words.ts';

/** A stretch of a quote: the speaker's words, the mark of a cut, or an insertion that is not the speaker's. */
export interface Stretch {
  kind: 'words' | 'cut' | 'insertion';
  text: string;
}

/**
 * Takes a quote apart so that a reader can see which words are the speaker's.
 * @param text the quote as the record holds it
 */
export function stretches(text: string): Stretch[] {
  const marks = new RegExp(`(${CUT.source}|${INSERTION.source})`, 'u');
  return text
    .split(marks)
    .filter((part) => part !== '')
    .map((part) => ({ kind: !marks.test(part) ? 'words' : CUT.test(part) ? 'cut' : 'insertion', text: part }));
}
