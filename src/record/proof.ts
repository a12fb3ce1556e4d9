import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { hashRuns, readFingerprint, RUN_LENGTH, type RunHasher, runHasher } from './fingerprint.ts';
import type { Fingerprint } from './schema/source.ts';
import { CUT, wordsOf } from './words.ts';

export type Proof =
  /** Every run of the quote stands in the source, consecutive and in order. */
  | { verdict: 'proven'; covers: Fingerprint['covers']; checked: string }
  /** The fingerprint shows that these words are not in the source as given; `mend` where more can be done than to copy them again. */
  | { verdict: 'refuted'; covers: Fingerprint['covers']; checked: string; why: string; mend?: string }
  /** The source has no fingerprint: a person transcribed the quote, no machine has compared it. */
  | { verdict: 'unchecked' };

/** The parts of a quote that a proof looks at. */
export interface Provable {
  text: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/**
 * A quote that leaves off one of these at its start would still stand in the source word for word, with the opposite
 * sense. Which word stands before it can be asked of the fingerprint: the run one earlier begins with that word. Words
 * that often end the sentence before, such as "don't" and "nothing", are not asked for.
 */
export const NEGATIONS: readonly string[] = ['not', 'no', 'never', 'nor', 'neither', 'without', 'hardly', 'cannot'];

/** Words that must stand in the source consecutively, and their hashes. */
interface Part {
  words: readonly string[];
  runs: Uint32Array;
  /** The words of the quote's prefix, which are given and so not left off; a short part begins with them. */
  prefix: readonly string[];
}

/**
 * Is this quote word for word in its source?
 * A cut […] splits the quote into parts that must each be there, in the source's order and without overlap; insertions
 * in square brackets are skipped; parts of fewer than five words need the words just before or after them. No part may
 * begin just after a negation: "raise taxes" is not proven by "we will not raise taxes", unless the prefix says so.
 * @param quote the words, with prefix and suffix where they are short
 * @param sourceId id of the source entry
 * @param fingerprint the source's fingerprint, if it has one
 */
export function prove(quote: Provable, sourceId: string, fingerprint: Fingerprint | undefined): Proof {
  if (!fingerprint) return { verdict: 'unchecked' };
  const known = PROOFS.get(fingerprint) ?? new Map<string, Proof>();
  PROOFS.set(fingerprint, known);
  const key = JSON.stringify([sourceId, quote.prefix, quote.text, quote.suffix]);
  const proof = known.get(key) ?? compareWith(quote, sourceId, fingerprint);
  known.set(key, proof);
  return proof;
}

/** The check asks for each proof, then the record, then the search index: hashing again would be most of their time. */
const PROOFS = new WeakMap<Fingerprint, Map<string, Proof>>();

function compareWith(quote: Provable, sourceId: string, fingerprint: Fingerprint): Proof {
  const { covers, checked } = fingerprint;
  const refuted = (why: string, mend?: string): Proof => ({ verdict: 'refuted', covers, checked, why, ...(mend === undefined ? {} : { mend }) });
  const parts = quoteParts(quote);
  if (parts.length === 0) return refuted('it has no words outside square brackets');
  const short = parts.find((words) => words.length < RUN_LENGTH);
  if (short) return refuted(`“${short.join(' ')}” has fewer than ${RUN_LENGTH} words`, 'give the words that stand in the source just before or after it as prefix or suffix');
  const hash = runHasher(sourceId);
  const prefix = wordsOf(quote.prefix ?? '');
  const wanted = parts.map((words, index): Part => ({ words, runs: hashRuns(hash, words), prefix: index === 0 ? prefix : [] }));
  const passages = readFingerprint(fingerprint).filter((passage) => passage !== undefined);
  if (passages.some((passage) => standInOrder(passage, wanted, hash))) return { verdict: 'proven', covers, checked };
  if (passages.some((passage) => standInOrder(passage, wanted, undefined)))
    return refuted('in the source a negation stands just before its words, or before the words after a cut', 'include the negation, or give it as prefix if it ends the sentence before');
  return refuted(whyNot(passages, wanted, covers));
}

/**
 * The parts between cuts, as words. A part of fewer than five words takes prefix or suffix; failing those it must stand
 * directly beside its neighbour, as if nothing had been cut: too few words to be tested alone.
 */
function quoteParts({ text, prefix = '', suffix = '' }: Provable): string[][] {
  const parts = text
    .split(CUT)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const [first, ...rest] = parts;
  const last = rest.pop();
  if (!first) return [];
  const withPrefix = first.length < RUN_LENGTH ? [...wordsOf(prefix), ...first] : first;
  if (!last) return [first.length < RUN_LENGTH ? [...withPrefix, ...wordsOf(suffix)] : first];
  const withSuffix = last.length < RUN_LENGTH ? [...last, ...wordsOf(suffix)] : last;
  return joinShort([withPrefix, ...rest, withSuffix]);
}

function joinShort(parts: readonly string[][]): string[][] {
  const joined: string[][] = [];
  for (const words of parts) {
    const before = joined.at(-1);
    if (before && (before.length < RUN_LENGTH || words.length < RUN_LENGTH)) joined[joined.length - 1] = [...before, ...words];
    else joined.push(words);
  }
  return joined;
}

/** Is this run what the source would hold just before the part if a negation was left off? */
function isNegation(run: number | undefined, { words, prefix }: Part, hash: RunHasher): boolean {
  const holdsPrefix = prefix.length > 0 && prefix.every((word, index) => word === words[index]);
  if (run === undefined || holdsPrefix) return false;
  const start = utf8ToBytes(words.slice(0, RUN_LENGTH - 1).join(' '));
  return NEGATION_BYTES.some(({ negation, bytes }) => negation !== prefix.at(-1) && hash(concatBytes(bytes, start)) === run);
}

/** Encoded once: every quote is asked for each. */
const NEGATION_BYTES = NEGATIONS.map((negation) => ({ negation, bytes: utf8ToBytes(`${negation} `) }));

/**
 * Taking each part at its first place is enough: a later place never leaves more room for the next part.
 * @param hash to look for a negation left off; without it none is looked for
 */
function standInOrder(passage: Uint32Array, parts: readonly Part[], hash: RunHasher | undefined): boolean {
  let from = 0;
  let before: readonly string[] = [];
  for (const part of parts) {
    const { words, runs } = part;
    const isNegated = (at: number) => hash !== undefined && isNegation(passage[at - 1], part, hash);
    let at = indexOfRuns(passage, runs, from);
    while (at !== -1 && (overlaps(before, words, at - from) || isNegated(at))) at = indexOfRuns(passage, runs, at + 1);
    if (at === -1) return false;
    from = at + runs.length;
    before = words;
  }
  return true;
}

/**
 * Does a part that starts `gap` runs after the last run of the part before it begin inside that part? The runs alone do
 * not tell: a passage may itself have been cut there. It does when it repeats the words the two would share.
 */
function overlaps(before: readonly string[], words: readonly string[], gap: number): boolean {
  const shared = RUN_LENGTH - 1 - gap;
  return shared > 0 && before.length >= shared && before.slice(-shared).every((word, index) => word === words[index]);
}

function indexOfRuns(passage: Uint32Array, runs: Uint32Array, from: number): number {
  const first = runs[0] ?? 0;
  for (let start = passage.indexOf(first, from); start !== -1 && start + runs.length <= passage.length; start = passage.indexOf(first, start + 1)) {
    if (runs.every((run, offset) => passage[start + offset] === run)) return start;
  }
  return -1;
}

function whyNot(passages: readonly Uint32Array[], parts: readonly Part[], covers: Fingerprint['covers']): string {
  const known = new Set(passages.flatMap((passage) => [...passage]));
  for (const { words, runs } of parts) {
    const missing = runs.findIndex((run) => !known.has(run));
    if (missing !== -1) return `the words “${words.slice(missing, missing + RUN_LENGTH).join(' ')}” do not stand ${covers === 'whole' ? 'in the source' : 'in the passages read by the machine'} like this`;
  }
  return 'its parts stand in the source, but not consecutively and in this order';
}
