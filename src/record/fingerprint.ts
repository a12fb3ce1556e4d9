import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Fingerprint } from './schema/source.ts';
import { CUT, wordsOf } from './words.ts';

/** Words in a run. Five is long enough that a run seldom recurs and short enough that any change touches one. */
export const RUN_LENGTH = 5;

/** Bytes kept of each run's SHA-256: a chance of 1 in 4,294,967,296 that a wrong run passes. */
const HASH_BYTES = 4;

/**
 * Fingerprints one text: the hashes of its overlapping five-word runs, in order, as base64.
 * The source's id goes into every hash, so a fingerprint is of no use to another source.
 * Method: w-shingling, Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900
 * @param sourceId id of the source entry
 * @param text the text as read; a cut […] in it ends a run
 * @throws RangeError when the text has fewer than five words
 */
export function fingerprintText(sourceId: string, text: string): string {
  const hash = runHasher(sourceId);
  const segments = text.split(CUT).map((segment) => hashRuns(hash, wordsOf(segment)));
  if (segments.every(({ length }) => length === 0)) throw new RangeError(`the text has fewer than ${RUN_LENGTH} words`);
  return btoa(segments.map((hashes) => [...hashes].map((hash) => String.fromCharCode(hash >>> 24, (hash >>> 16) & 255, (hash >>> 8) & 255, hash & 255)).join('')).join(''));
}

/**
 * The passages of a fingerprint that cannot be read, because they are not base64 of whole hashes.
 * @returns their indices in `fingerprint.runs`; empty when all are right
 */
export function damagedPassages(fingerprint: Fingerprint): number[] {
  return readFingerprint(fingerprint).flatMap((passage, index) => (passage ? [] : [index]));
}

/** Gives the hash of one run, its first four bytes as a number. */
export type RunHasher = (run: Uint8Array) => number;

/** The hasher of a source: its id goes into every hash. */
export function runHasher(sourceId: string): RunHasher {
  const salted = sha256.create().update(utf8ToBytes(`${sourceId}\n`));
  const digest = new Uint8Array(salted.outputLen);
  return (run) => {
    salted.clone().update(run).digestInto(digest);
    return ((digest[0]! << 24) | (digest[1]! << 16) | (digest[2]! << 8) | digest[3]!) >>> 0;
  };
}

/** The hash of each five-word run. The words are encoded once: encoding each run again took half of all time. */
export function hashRuns(hash: RunHasher, words: readonly string[]): Uint32Array {
  const text = utf8ToBytes(words.join(' '));
  const starts = [0];
  for (let space = text.indexOf(SPACE); space !== -1; space = text.indexOf(SPACE, space + 1)) starts.push(space + 1);
  starts.push(text.length + 1);
  const runs = new Uint32Array(Math.max(0, words.length - RUN_LENGTH + 1));
  for (let index = 0; index < runs.length; index++) runs[index] = hash(text.subarray(starts[index], starts[index + RUN_LENGTH]! - 1));
  return runs;
}

const SPACE = 0x20;

/** A whole manifesto is asked for by each of its quotes, and every rule asks if it can be read; it is decoded once. */
const READ = new WeakMap<Fingerprint, readonly (Uint32Array | undefined)[]>();

/** The hashes of each passage; undefined for one that cannot be read. */
export function readFingerprint(fingerprint: Fingerprint): readonly (Uint32Array | undefined)[] {
  const read = READ.get(fingerprint) ?? fingerprint.runs.map(decode);
  READ.set(fingerprint, read);
  return read;
}

/** The hashes of a passage; undefined when it is not base64 of whole hashes. */
function decode(passage: string): Uint32Array | undefined {
  if (passage === '' || passage.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(passage)) return undefined;
  const bytes = atob(passage);
  if (bytes.length % HASH_BYTES !== 0) return undefined;
  const hashes = new Uint32Array(bytes.length / HASH_BYTES);
  for (let index = 0, at = 0; index < hashes.length; index++, at += HASH_BYTES) {
    hashes[index] = (bytes.charCodeAt(at) << 24) | (bytes.charCodeAt(at + 1) << 16) | (bytes.charCodeAt(at + 2) << 8) | bytes.charCodeAt(at + 3);
  }
  return hashes;
}
