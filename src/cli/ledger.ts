import { ledgerHash } from '../record/check/history.ts';
import type { Entries } from '../record/schema/entries.ts';
import { FILES } from '../record/collections.ts';
import { type ContentFile, yamlText } from './content-files.ts';

/**
 * The ledger with the ids it does not hold yet; lines it holds are never changed or removed.
 * @returns the file to write and the ids added (empty when it already holds all)
 */
export function extendLedger(entries: Pick<Entries, 'positions' | 'published'>): { file: ContentFile; added: string[] } {
  const ledger = new Map(entries.published.map(({ id, data }) => [id, data]));
  const added: string[] = [];
  for (const quote of entries.positions.flatMap(({ data }) => data.quotes)) {
    if (ledger.has(quote.id)) continue;
    ledger.set(quote.id, ledgerHash(quote.text));
    added.push(quote.id);
  }
  const sorted = Object.fromEntries([...ledger].sort(([a], [b]) => a.localeCompare(b)));
  return { file: { file: FILES.published.file, text: LEDGER_HEADING + yamlText(sorted) }, added: added.sort() };
}

const LEDGER_HEADING = `# Every quote id ever published, with the start of the SHA-256 of its words. Written by the tools; lines are only added.\n`;
