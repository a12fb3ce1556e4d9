import type { OnRecord } from './domain/record.ts';
import type { Entries } from './schemas/entries.ts';

/** A content folder that a build has read and checked. */
export interface CheckedRecord {
  folder: string;
  entries: Entries;
  record: OnRecord;
}

/** Astro bundles the pages with copies of our modules, so a variable of a module would not reach them. */
const KEY = Symbol.for('on-record.checked');

/** Keeps what was checked, so that the very same is drawn and indexed, and nothing is read or proven twice. */
export function keepChecked(checked: CheckedRecord): void {
  (globalThis as { [KEY]?: CheckedRecord })[KEY] = checked;
}

/**
 * What a build has checked in this process.
 * @param folder the content folder in use
 * @returns undefined in development, and wherever the folder was not checked first
 */
export function checkedRecord(folder: string): CheckedRecord | undefined {
  const checked = (globalThis as { [KEY]?: CheckedRecord })[KEY];
  return checked?.folder === folder ? checked : undefined;
}
