import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { blindText } from '../../record/blind/blind-text.ts';
import { nameForms } from '../../record/party-names.ts';
import { seededOrder } from '../../record/party-order.ts';
import type { OnRecord } from '../../record/record.ts';
import { type Stance, STANCES } from '../../record/schema/stance.ts';
import { CommandError } from '../command.ts';

/** One quote as its readers see it. */
export interface SheetRow {
  /** Stands for the quote’s id, which would name the speaker. */
  key: string;
  question: string;
  words: string;
  /** The words around it, masked; empty where none were given. */
  passage: string;
  stance: Stance | '';
}

/** A sheet that was filled. */
export interface ReadSheet {
  reader: string;
  rows: ReadonlyMap<string, SheetRow>;
}

/** What stands for a quote’s id in a sheet. */
export function keyOf(id: string): string {
  return bytesToHex(sha256(utf8ToBytes(`coding\n${id}`))).slice(0, 10);
}

/**
 * The quotes as a reader may see them: names masked, in an order of the reader’s own.
 * @param passages the words around quotes, by id, where an editor has them
 * @returns those that cannot be masked are left out
 */
export function sheetRows({ quotes, parties, speakers }: Pick<OnRecord, 'quotes' | 'parties' | 'speakers'>, reader: string, passages: Readonly<Record<string, string>>): SheetRow[] {
  const forms = nameForms(parties, speakers);
  const rows = quotes.flatMap((quote): SheetRow[] => {
    const words = blindText(quote, forms);
    const passage = passages[quote.id];
    const around = passage === undefined ? '' : (blindText({ ...quote, text: passage }, forms) ?? '');
    return words === undefined ? [] : [{ key: keyOf(quote.id), question: quote.dimension.question, words, passage: around, stance: '' }];
  });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return seededOrder([...byKey.keys()], reader).map((key) => byKey.get(key)!);
}

/** A sheet for any spreadsheet. */
export function sheetCsv(reader: string, rows: readonly SheetRow[]): string {
  return stringify(
    rows.map((row) => ({ reader, ...row })),
    { header: true, columns: ['reader', 'key', 'question', 'words', 'passage', 'stance'], bom: true, escape_formulas: true },
  );
}

/**
 * Reads a sheet that was filled, as the page or a spreadsheet saves it.
 * @param file its name, for messages
 * @throws CommandError for a sheet that is none, and for a stance that is none
 */
export function readSheet(file: string, text: string): ReadSheet {
  const wrong = (problem: string): never => {
    throw new CommandError(`${file}: ${problem}. To mend: give the sheet as coding:sheet made it, with supports, opposes, mixed or unclear (or 1 to 4) in the column stance.`);
  };
  let records: Record<string, string>[] = [];
  try {
    // Spreadsheets of other countries save semicolons.
    records = parse<Record<string, string>>(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, delimiter: [',', ';', '\t'] });
  } catch {
    wrong('is no CSV file');
  }
  const rows = new Map<string, SheetRow>();
  const readers = new Set(records.map(({ reader = '' }) => reader));
  for (const [index, { key = '', question = '', words = '', stance = '' }] of records.entries()) {
    const said = stance === '' ? '' : (STANCES[Number(stance) - 1] ?? STANCES.find((one) => one === stance.toLowerCase()));
    if (key === '') wrong(`row ${index + 2} has no key`);
    if (said === undefined) wrong(`row ${index + 2} has the stance “${stance}”`);
    if (rows.has(key)) wrong(`row ${index + 2} is there twice`);
    rows.set(key, { key, question, words, passage: '', stance: said! });
  }
  const [reader = ''] = readers;
  if (reader === '' || readers.size > 1) wrong('does not name one reader in the column reader');
  return { reader, rows };
}
