import { sentenceEnds } from '../../features/check/sentences.ts';
import { wordCount } from '../../record/words.ts';

const FEWEST_WORDS = 8;
const MOST_WORDS = 60;

/** A sentence, and where it begins in the text it was taken from. */
export interface Sentence {
  text: string;
  at: number;
}

/** The sentences of a text in one line. */
export function sentencesOf(text: string): Sentence[] {
  return sentenceEnds(text).flatMap((end, index, ends) => {
    const from = ends[index - 1] ?? 0;
    const sentence = text.slice(from, end);
    return sentence.trim() === '' ? [] : [{ text: sentence.trim(), at: from + sentence.search(/\S/u) }];
  });
}

/** What only opens or closes a speech, or keeps the order of the House. */
const COURTESY =
  /^(?:(?:And |But |Mr Speaker, |Madam Deputy Speaker, )?(?:I (?:thank|am (?:very |most |so |extremely )?(?:grateful|pleased to see|delighted to see)|congratulate|call|beg|give way|will give way|pay tribute|welcome the hon)|Thank you|On a point of order|Order[.!])|Question (?:put|accordingly)|Bill read)/u;

/**
 * Can a sentence stand as a quote: whole, of 8 to 60 words, with nothing of the reporters in it, and not somebody else’s
 * words from end to end?
 */
export function isQuotable(sentence: string): boolean {
  const counts = [sentence.split(/\s+/u).length, wordCount(sentence)];
  if (Math.min(...counts) < FEWEST_WORDS || Math.max(...counts) > MOST_WORDS) return false;
  if (!/^["'“‘(]*[\p{Lu}\p{N}£$€]/u.test(sentence) || !/(?:[.!?]|…)["'”’)]*$/u.test(sentence)) return false;
  if (/[[\]]|\b(?:https?:|www\.)/u.test(sentence) || COURTESY.test(sentence)) return false;
  return isBalanced(sentence) && !/^["“].*["”]$/su.test(sentence);
}

/** A bracket or quotation that is not closed goes on in another sentence. */
function isBalanced(sentence: string): boolean {
  const count = (mark: string) => sentence.split(mark).length;
  return count('(') === count(')') && count('“') === count('”') && count('"') % 2 === 1;
}
