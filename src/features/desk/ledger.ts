import { correctedQuotes, ledgerHash } from '../../record/check/history.ts';
import { FILES } from '../../record/collections.ts';
import { ledgerLine, readLedgerLine } from '../../record/ledger-line.ts';
import type { Entries } from '../../record/schema/entries.ts';
import { type ContentFile, yamlText } from './yaml.ts';

/**
 * The ledger with the ids it does not hold yet; no other line is changed, and none is removed.
 * @param what.only the one id that is added; all where it is left out
 * @param what.today the day that is written beside what is added, `YYYY-MM-DD`
 * @param what.renew also the new words of quotes whose corrections lead to them
 * @returns the file to write, the ids added and the ids renewed (both empty when it is right already)
 */
export function extendLedger(entries: Pick<Entries, 'positions' | 'published' | 'corrections'>, { only, renew = false, today }: { only?: string; renew?: boolean; today: string }): { file: ContentFile; added: string[]; renewed: string[] } {
  const ledger = new Map(entries.published.map(({ id, data }) => [id, data]));
  const quotes = entries.positions.flatMap(({ data }) => data.quotes).filter(({ id }) => only === undefined || id === only);
  const added = quotes.filter(({ id }) => !ledger.has(id));
  const renewed = renew ? correctedQuotes(entries) : [];
  for (const { id, text } of added) ledger.set(id, ledgerLine({ hash: ledgerHash(text), added: today }));
  for (const { id, text } of renewed) ledger.set(id, ledgerLine({ ...readLedgerLine(ledger.get(id) ?? ''), hash: ledgerHash(text) }));
  const sorted = Object.fromEntries([...ledger].sort(([a], [b]) => a.localeCompare(b)));
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
  return { file: { file: FILES.published.file, text: LEDGER_HEADING + yamlText(sorted) }, added: ids(added), renewed: ids(renewed) };
}

const LEDGER_HEADING = `# Every quote id ever published, with the start of the SHA-256 of its words and, since 26 November 2026, the day it was added. Written by the tools: a line is never removed, and changed only by a correction.\n`;
