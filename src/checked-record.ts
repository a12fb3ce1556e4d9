import type { OnRecord } from './domain/record.ts';
import type { RenderedEntries } from './loaders/rendered-entries.ts';
import type { DataSummary } from './outputs/data.ts';

/** What a content folder holds, read and checked by a build. */
export interface CheckedContent {
  rendered: RenderedEntries;
  record: OnRecord;
  /** As `newestDay` gives it. */
  day: string;
  beside: FilesBeside;
}

/** The files that stand beside the pages (open data, feeds and search index), made while the pages are drawn. */
export interface FilesBeside {
  /** Has them written into the site's folder, once nothing will empty it any more. */
  writeInto: (folder: string) => void;
  /** The open data's version, as `dataVersion` gives it: pages ask for it before the data are made. */
  version: Promise<string>;
  /** What the open data holds. */
  data: Promise<DataSummary>;
  /** Resolves when every file is written. */
  written: Promise<void>;
}

/** Astro bundles the pages with copies of our modules, so a variable of a module would not reach them. */
const KEY = Symbol.for('on-record.checked');

type Keeper = { [KEY]?: { folder: string; content: Promise<CheckedContent> } };

/** Keeps what is being checked, so that the very same is drawn and indexed, and nothing is read or proven twice. */
export function keepChecked(folder: string, content: Promise<CheckedContent>): void {
  (globalThis as Keeper)[KEY] = { folder, content };
}

/**
 * What a build checks; the promise rejects when the content is refused.
 * @param folder the content folder in use
 * @returns undefined in development, and wherever no check of this folder was begun
 */
export function checkedContent(folder: string): Promise<CheckedContent> | undefined {
  const kept = (globalThis as Keeper)[KEY];
  return kept?.folder === folder ? kept.content : undefined;
}

/** Resolves when everything that the build under way makes beside its pages is written, if it makes anything so. */
export async function besideIsWritten(): Promise<void> {
  const content = await (globalThis as Keeper)[KEY]?.content;
  await content?.beside.written;
}
