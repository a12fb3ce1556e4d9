/** A line of the ledger: the hash of a quote's words and, of quotes published since these days are kept, the day. */
export interface LedgerLine {
  hash: string;
  added?: string;
}

/** What a line says, such as `0123456789abcdef 2026-11-26`. */
export function readLedgerLine(line: string): LedgerLine {
  const [hash = '', added] = line.split(' ');
  return { hash, ...(added ? { added } : {}) };
}

/** The line that says it. */
export function ledgerLine({ hash, added }: LedgerLine): string {
  return added ? `${hash} ${added}` : hash;
}
