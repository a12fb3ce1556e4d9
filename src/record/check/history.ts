import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import { prove } from '../proof.ts';
import { isBroken, quotesOf } from './look-up.ts';
import { fingerprintsOf } from './proofs.ts';

/** The ledger's hash of a quote's words: the first 16 hex digits of their SHA-256. */
export function ledgerHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
}

/** What was published is still a quote, or withdrawn with a reason. */
export function nothingDisappears(entries: Entries): Problem[] {
  const quoted = new Set(quotesOf(entries).map(({ quote }) => quote.id));
  const withdrawn = new Set(entries.withdrawn.map(({ id }) => id));
  return [
    ...entries.published
      .filter(({ id }) => !quoted.has(id) && !withdrawn.has(id) && !isBroken(entries, 'positions') && !isBroken(entries, 'withdrawn'))
      .map(({ id }) => ({ file: 'published.yaml', field: id, problem: 'was published but is neither a quote nor withdrawn', mend: 'put the quote back, or add it to withdrawn.yaml with date and reason' })),
    ...entries.withdrawn.filter(({ id }) => quoted.has(id)).map(({ id }) => ({ file: 'withdrawn.yaml', field: id, problem: 'is withdrawn but still stands as a quote', mend: 'remove it from its position, or from withdrawn.yaml' })),
  ];
}

/** Words that have changed since they were published stand in a correction. */
export function changedWordsAreCorrected(entries: Entries): Problem[] {
  const ledger = new Map(entries.published.map(({ id, data }) => [id, data]));
  const corrected = new Set(entries.corrections.map(({ data }) => data.quote));
  const fingerprints = fingerprintsOf(entries);
  if (isBroken(entries, 'corrections')) return [];
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const hash = ledger.get(quote.id);
    const unchanged = hash === undefined || hash === ledgerHash(quote.text) || corrected.has(quote.id);
    // Words that the source refutes are reported once, by quotesAreWordForWord.
    if (unchanged || prove(quote, quote.source, fingerprints.get(quote.source)).verdict === 'refuted') return [];
    return [{ file: position.file, field: `${field}.text`, problem: 'has changed since it was published, without a correction', mend: `put the words back, or add a file to content/corrections/ that names ${quote.id}` }];
  });
}
