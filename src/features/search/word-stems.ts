/**
 * Words that ask rather than say: question words, what a voter puts around a subject, and the small words of English.
 * None of them names a subject of any record.
 */
const FILLER = new Set(
  (
    'a about again against all also am an and any anybody anyone anything are as ask at be because been being believe believes but by can cannot cant could did do does doesnt doing done dont each either etc ever every explain far favour feel find for from get gets getting give given go goes going got had has have having he her here hers him his how i if im in info information into is isnt it its itself just know let lets like me might mp mps much must my need needs no nor of off on onto opinion opinions or our ours out over parties party per percent please plan plans planning policies policy position positions promise promised promises pledge pledged quote quotes really regarding said saying say says shall she should show side so some somebody someone something stance stances stand stands still such talk talking tell than that thats the their theirs them then there these they theyll theyre thing things think thinking thinks this those thoughts through to today too towards trying uk up us versus very view views vs want wanted wanting wants was we were what whats when where whether which who whod wholl whom whos whose why will wish wishes with wont would yes yet you your yours britain british'
  ).split(' '),
);

const FIGURES: ReadonlyMap<string, string> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ').map((word, value): [string, string] => [word, String(value)]),
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
]);

/** Numbers with decimals or thousands, letters joined by "&" (A&E), and plain words. */
const TOKEN = /\p{N}+(?:[.,]\p{N}+)+|\p{L}&\p{L}|[\p{L}\p{N}]+/gu;

/**
 * A text's words without case, accents, apostrophes and punctuation; a hyphen parts words, numbers are in figures
 * ("sixteen" and "16s" are "16", "1,000" is "1000").
 */
export function foldWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘]/gu, '')
    .toLowerCase();
  return (plain.match(TOKEN) ?? []).map((word) => FIGURES.get(word) ?? word.replace(/^(\p{N}+)s$/u, '$1').replace(/,(?=\p{N}{3})/gu, ''));
}

/** Does a folded word only ask, and name no subject? */
export function isFiller(word: string): boolean {
  return FILLER.has(word);
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

/** Endings, in the order in which they are taken off: what is left must be at least so long. */
const ENDINGS: readonly (readonly [ending: RegExp, left: string, least: number])[] = [
  [/ies$/u, 'y', 4],
  [/(ss|x|ch|sh)es$/u, '$1', 3],
  [/([^su])s$/u, '$1', 3],
  [/ly$/u, '', 4],
  [/ment$/u, '', 3],
  [/isation$/u, 'is', 5],
  [/ation$/u, '', 3],
  [/([ts])ion$/u, '$1', 5],
  [/ing$/u, '', 3],
  [/ed$/u, '', 3],
  [/(?!(.)\1er)(..)er$/u, '$2', 4],
  [/(ate|ant)$/u, '', 4],
  [/e$/u, '', 3],
];

/** A folded word in British spelling, or what stands for both. */
export function spelt(word: string): string {
  return SPELLING.reduce((text, [american, british]) => text.replace(american, british), word);
}

/**
 * The stem of a folded word: "nationalised", "nationalizing" and "nationalisation" have one. A short table after Porter
 * (1980, https://tartarus.org/martin/PorterStemmer/) that keeps more of the word, because in so small a record "national"
 * and "nationalise" must stay apart.
 */
export function stemOf(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  const stem = ENDINGS.reduce((text, [ending, left, least]) => {
    const shorter = text.replace(ending, left);
    return shorter.length >= least && /[aeiouy]/u.test(shorter) ? shorter : text;
  }, spelt(word));
  return stem.replace(/([^aeiou])\1$/u, '$1').replace(/y$/u, 'i');
}

/** The stems of a text's words, in order; filler is left out. */
export function stemsOf(text: string): string[] {
  return foldWords(text)
    .filter((word) => !isFiller(word))
    .map(stemOf);
}
