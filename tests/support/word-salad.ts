import { seededNumbers } from '../../src/record/party-order.ts';

/** Different words of the invented language, about as many as 10,000 quotes of English hold. */
const VOCABULARY = 20_000;

/** English letters that may begin, carry and end a syllable; together they make no more than chance words of English. */
const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'br', 'dr', 'kl', 'pr', 'st', 'tr'];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'au', 'ei', 'oa'];
const CODAS = ['', '', '', 'l', 'm', 'n', 'r', 's', 't', 'k'];

/** Draws from one seed: the same seed gives the same draws everywhere. */
export interface WordSalad {
  /** The next whole number from 0 to `count` - 1. */
  number(count: number): number;
  /** The next word, common ones more often than rare ones. */
  word(): string;
  /** The next sentence, with a capital and a full stop. */
  sentence(words: number): string;
}

/**
 * An invented language for benchmarks: nobody can take its sentences for somebody's words. Words are drawn by Zipf's law
 * with the shift of Mandelbrot (P ~ 1 / (rank + 2.7), https://en.wikipedia.org/wiki/Zipf%27s_law), so an index of it has
 * common and rare words as one of English has, and common words are short.
 * @param seed any text
 */
export function wordSalad(seed: string): WordSalad {
  const next = seededNumbers(seed);
  const number = (count: number) => Math.floor((next() / 2 ** 32) * count);
  const pick = (list: readonly string[]) => list[number(list.length)] ?? '';
  const syllable = () => pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const syllables = words.size < 150 ? 1 : words.size < 3000 ? 2 : 3;
    const word = Array.from({ length: syllables }, syllable).join('');
    // A proof looks for a negation before a quote, and chance would put one there.
    if (word !== 'no' && word !== 'nor') words.add(word);
  }
  const vocabulary = [...words];
  let sum = 0;
  const upTo = vocabulary.map((_, rank) => (sum += 1 / (rank + 1 + 2.7)));
  const word = () => vocabulary[firstAbove(upTo, (next() / 2 ** 32) * sum)] ?? '';
  const sentence = (length: number) => {
    const text = Array.from({ length }, word).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return { number, word, sentence };
}

/** Index of the first of the rising numbers that is above the value. */
function firstAbove(rising: readonly number[], value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
