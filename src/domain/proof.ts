import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Fingerprint } from '../schemas/source.ts';
import { CUT, wordsOf } from './words.ts';

/** Words in a run. Five is long enough that a run seldom recurs and short enough that any change touches one. */
export const RUN_LENGTH = 5;

/** Bytes kept of each run's SHA-256: a chance of 1 in 4,294,967,296 that a wrong run passes. */
const HASH_BYTES = 4;

export type Proof =
  /** Every run of the quote stands in the source, consecutive and in order. */
  | { verdict: 'proven'; covers: Fingerprint['covers']; checked: string }
  /** The fingerprint shows that these words are not in the source as given. */
  | { verdict: 'refuted'; covers: Fingerprint['covers']; checked: string; why: string }
  /** The source has no fingerprint: a person transcribed the quote, no machine has compared it. */
  | { verdict: 'unchecked' };

/** The parts of a quote that a proof looks at. */
export interface Provable {
  text: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/**
 * Fingerprints one text: the hashes of its overlapping five-word runs, in order, as base64.
 * The source's id goes into every hash, so a fingerprint is of no use to another source.
 * Method: w-shingling, Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900
 * @param sourceId id of the source entry
 * @param text the text as read
 * @throws RangeError when the text has fewer than five words
 */
export function fingerprintText(sourceId: string, text: string): string {
  const segments = text.split(CUT).map((segment) => runs(wordsOf(segment)));
  const hashes = segments.flat().map((run) => hashRun(sourceId, run));
  if (hashes.length === 0) throw new RangeError(`the text has fewer than ${RUN_LENGTH} words`);
  return btoa(String.fromCharCode(...hashes.flatMap((hash) => [...hash])));
}

/**
 * Is this quote word for word in its source?
 * A cut […] splits the quote into parts that must each be there, in the source's order; insertions in square brackets
 * are skipped; parts of fewer than five words need the words just before or after them.
 * @param quote the words, with prefix and suffix where they are short
 * @param sourceId id of the source entry
 * @param fingerprint the source's fingerprint, if it has one
 */
export function prove(quote: Provable, sourceId: string, fingerprint: Fingerprint | undefined): Proof {
  if (!fingerprint) return { verdict: 'unchecked' };
  const { covers, checked } = fingerprint;
  const parts = quoteParts(quote);
  const short = parts.find((words) => words.length < RUN_LENGTH);
  if (short) return { verdict: 'refuted', covers, checked, why: `“${short.join(' ')}” has fewer than ${RUN_LENGTH} words: give the words just before or after it as prefix or suffix` };
  const wanted = parts.map((words) => runs(words).map((run) => key(hashRun(sourceId, run))));
  const passages = fingerprint.runs.map(decodeRuns);
  if (passages.some((passage) => inOrder(passage, wanted))) return { verdict: 'proven', covers, checked };
  return { verdict: 'refuted', covers, checked, why: whyNot(passages, parts, wanted) };
}

/**
 * The parts between cuts, as words. A part of fewer than five words takes prefix or suffix; failing those it must stand
 * directly beside its neighbour, as if nothing had been cut: too few words to be tested alone.
 */
function quoteParts({ text, prefix = '', suffix = '' }: Provable): string[][] {
  const parts = text.split(CUT).map(wordsOf).filter((words) => words.length > 0);
  const [first = [], ...rest] = parts;
  const last = rest.pop();
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

function runs(words: readonly string[]): string[] {
  return words.slice(RUN_LENGTH - 1).map((_, start) => words.slice(start, start + RUN_LENGTH).join(' '));
}

function hashRun(sourceId: string, run: string): Uint8Array {
  return sha256(utf8ToBytes(`${sourceId}\n${run}`)).subarray(0, HASH_BYTES);
}

function key(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

function decodeRuns(passage: string): number[] {
  const bytes = Uint8Array.from(atob(passage), (character) => character.charCodeAt(0));
  return Array.from({ length: Math.floor(bytes.length / HASH_BYTES) }, (_, index) => key(bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)));
}

function inOrder(passage: readonly number[], wanted: readonly (readonly number[])[]): boolean {
  let from = 0;
  for (const part of wanted) {
    const at = indexOfRuns(passage, part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

function indexOfRuns(passage: readonly number[], part: readonly number[], from: number): number {
  for (let start = from; start + part.length <= passage.length; start++) {
    if (part.every((run, offset) => passage[start + offset] === run)) return start;
  }
  return -1;
}

function whyNot(passages: readonly (readonly number[])[], parts: readonly string[][], wanted: readonly (readonly number[])[]): string {
  const known = new Set(passages.flat());
  for (const [index, part] of wanted.entries()) {
    const missing = part.findIndex((run) => !known.has(run));
    if (missing !== -1) return `the words “${(parts[index] ?? []).slice(missing, missing + RUN_LENGTH).join(' ')}” do not stand in the source like this`;
  }
  return 'its parts stand in the source, but not consecutively and in this order';
}
