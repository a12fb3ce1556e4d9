import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CorrectionEntry } from '../schema/correction.ts';
import type { Entries, Entry } from '../schema/entries.ts';
import type { QuoteEntry } from '../schema/position.ts';
import type { Problem } from '../schema/problem.ts';
import { readLedgerLine } from '../ledger-line.ts';
import { prove } from '../proof.ts';
import { isBroken, type PlacedQuote, quotesOf } from './look-up.ts';
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

/** The corrections of one field of a quote, in the order in which they were made: by date, those of one day by their files' names. */
type Chain = Entry<CorrectionEntry>[];

function chainsOf({ corrections }: Pick<Entries, 'corrections'>): Map<string, Chain> {
  const ofQuotes = corrections.filter(({ data }) => data.quote !== undefined);
  return Map.groupBy(
    ofQuotes.toSorted((a, b) => a.data.date.localeCompare(b.data.date) || a.id.localeCompare(b.id)),
    ({ data }) => chainKey(data.quote!, data.field),
  );
}

const chainKey = (quote: string, field = 'text') => `${quote} ${field}`;

/** Do the corrections lead from the words that the ledger has to words that the quote has, or had on the way? */
function leadsFrom(hash: string, chain: Chain): boolean {
  return chain.some(({ data }) => hash === ledgerHash(data.was) || hash === ledgerHash(data.now));
}

/**
 * Quotes whose words differ from the ledger's and whose corrections lead from those to these: publishing renews the
 * ledger for them and for no others.
 */
export function correctedQuotes(entries: Pick<Entries, 'positions' | 'published' | 'corrections'>): QuoteEntry[] {
  const [ledger, chains] = [ledgerOf(entries), chainsOf(entries)];
  return entries.positions
    .flatMap(({ data }) => data.quotes)
    .filter(({ id, text }) => {
      const [hash, chain] = [ledger.get(id), chains.get(chainKey(id))];
      return hash !== undefined && hash !== ledgerHash(text) && chain?.at(-1)?.data.now === text && leadsFrom(hash, chain);
    });
}

function ledgerOf({ published }: Pick<Entries, 'published'>): Map<string, string> {
  return new Map(published.map(({ id, data }) => [id, readLedgerLine(data).hash]));
}

/** Each correction of a quote begins with what the one before it or the ledger says, and the last ends with what the quote says. */
export function correctionsFollowEachOther(entries: Entries): Problem[] {
  const ledger = ledgerOf(entries);
  const quotes = new Map(quotesOf(entries).map((placed) => [placed.quote.id, placed]));
  return [...chainsOf(entries).values()].flatMap((chain): Problem[] => {
    const last = chain.at(-1)!;
    const { quote: id = '', field = 'text', now } = last.data;
    const hash = field === 'text' ? ledger.get(id) : undefined;
    const torn = chain.flatMap(({ file, data }, index): Problem[] => {
      const before = chain[index - 1];
      if (!before || before.data.now === data.was) return [];
      const mend = `copy now of ${before.file} into it; corrections of one quote follow each other by date, those of one day by the names of their files`;
      return [{ file, field: 'was', problem: `is not what the correction before it says: ${before.file} says “${before.data.now}”`, mend }];
    });
    if (torn.length > 0) return torn;
    if (hash !== undefined && !leadsFrom(hash, chain)) {
      const mend = 'copy into was the words as they stood when they were published, letter for letter; a correction that was published stays as it was, and a later change needs another file';
      return [{ file: last.file, field: 'was', problem: `is not what was published: the ledger has other words for ${id}`, mend }];
    }
    const placed = quotes.get(id);
    if (!placed || placed.quote[field] === now) return [];
    if (hash === ledgerHash(now)) return [changed(placed, `has changed since its correction in ${last.file}, without another`)];
    const mend = `copy ${field} of ${id} from ${placed.position.file} into it, or correct it there; if it has changed again, add another correction`;
    return [{ file: last.file, field: 'now', problem: `is not what the quote says: “${placed.quote[field] ?? ''}”`, mend }];
  });
}

/** Words that have changed since they were published stand in a correction. */
export function changedWordsAreCorrected(entries: Entries): Problem[] {
  const [ledger, chains] = [ledgerOf(entries), chainsOf(entries)];
  const fingerprints = fingerprintsOf(entries);
  if (isBroken(entries, 'corrections')) return [];
  return quotesOf(entries).flatMap((placed) => {
    const { quote } = placed;
    const hash = ledger.get(quote.id);
    const unchanged = hash === undefined || hash === ledgerHash(quote.text) || chains.has(chainKey(quote.id));
    // Words that the source refutes are reported once, by quotesAreWordForWord.
    if (unchanged || prove(quote, quote.source, fingerprints.get(quote.source)).verdict === 'refuted') return [];
    return [changed(placed, 'has changed since it was published, without a correction')];
  });
}

function changed({ quote, position, field }: PlacedQuote, problem: string): Problem {
  const mend = `put the words back, or add a file to content/corrections/ with date, quote: ${quote.id}, was (the words before, letter for letter), now (the words as they stand) and why`;
  return { file: position.file, field: `${field}.text`, problem, mend };
}
