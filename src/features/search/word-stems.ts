const FIGURES: ReadonlyMap<string, string> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ').map((word, value): [string, string] => [word, String(value)]),
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
]);

/** Numbers with decimals or thousands, letters joined by "&" (A&E), and plain words. */
const TOKEN = /\p{N}+(?:[.,]\p{N}+)+|\p{L}&\p{L}|[\p{L}\p{N}]+/gu;

/**
 * A text's words without case, accents, apostrophes ("Labour's" is "labour") and punctuation; a hyphen parts words, numbers are in figures
 * ("sixteen" and "16s" are "16", "1,000" is "1000").
 */
export function foldWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s(?!\p{L})|[\p{M}'’‘]/gu, '');
  return (plain.match(TOKEN) ?? []).map((word) => FIGURES.get(word) ?? word.replace(/^(\p{N}+)s$/u, '$1').replace(/,(?=\p{N}{3})/gu, ''));
}

/** American spellings as British ones, before endings are taken off. */
const SPELLING: readonly (readonly [RegExp, string])[] = [
  [/iz(e|ed|er|es|ing|ation)$/u, 'is$1'],
  [/yz(e|ed|er|es|ing)$/u, 'ys$1'],
  [/([^aeiou])our(s|ed|er|ing)?$/u, '$1or$2'],
  [/ens(e|ed|es|ing)$/u, 'enc$1'],
  [/^program(me|med|ming)$/u, 'program'],
  [/([^aeiou])tre$/u, '$1ter'],
];

/** A folded word in British spelling, or what stands for both. */
export function spelt(word: string): string {
  return SPELLING.reduce((text, [american, british]) => text.replace(american, british), word);
}

/** A short word without its "e": "vot" of "voting", but neither "plann" nor "farm". */
const SHORT = /^([^aeiou]*[aeiou][^aeiouwxy])$/u;

/** Endings, in the order in which they are taken off: what is left must be at least so long. */
const ENDINGS: readonly (readonly [ending: RegExp, left: string, least: number])[] = [
  [/^(bus|gas)es$/u, '$1', 3],
  [/ies$/u, 'y', 4],
  [/(ss|x|ch|sh)es$/u, '$1', 3],
  [/([^su])s$/u, '$1', 3],
  [/ly$/u, '', 4],
  [/ment$/u, '', 3],
  [/isation$/u, 'is', 5],
  [/ation$/u, '', 3],
  [/([ts])ion$/u, '$1', 5],
  [/(?:ing|ed)$/u, '', 3],
  [/(?!(.)\1er)(..)er$/u, '$2', 4],
  [/(?:ate|ant)$/u, '', 4],
];

/**
 * The stem of a folded word: "nationalised", "nationalizing" and "nationalisation" have one. A short table after Porter
 * (1980, https://tartarus.org/martin/PorterStemmer/) that keeps more of the word, because in so small a record "national"
 * and "nationalise" must stay apart, and planes from planning.
 */
export function stemOf(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  const stem = ENDINGS.reduce((text, [ending, left, least]) => {
    const shorter = text.replace(ending, left);
    if (shorter === text || shorter.length < least || !/[aeiouy]/u.test(shorter)) return text;
    return left === '' || left === '$2' ? shorter.replace(SHORT, '$1e') : shorter;
  }, spelt(word));
  const ended = SHORT.test(stem.replace(/e$/u, '')) ? stem : stem.replace(/([^aeiou].*)e$/u, '$1');
  return ended.replace(/([^aeiou])\1$/u, '$1').replace(/y$/u, 'i');
}

/**
 * The stems of a text's words, in order.
 * @param filler words to leave out, folded
 */
export function stemsOf(text: string, filler: ReadonlySet<string>): string[] {
  return foldWords(text)
    .filter((word) => !filler.has(word))
    .map(stemOf);
}
