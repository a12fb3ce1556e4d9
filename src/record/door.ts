import { joinRecord } from './join.ts';
import { checkContent } from './read.ts';
import type { OnRecord } from './record.ts';
import type { Entries } from './schema/entries.ts';

/** What the content folder holds: its entries, all of them right, and the record that they make. */
export interface Content {
  entries: Entries;
  record: OnRecord;
}

/** Astro bundles routes and loaders with copies of this module, and all of them must see one record. */
const KEY = Symbol.for('on-record.content');
const kept = globalThis as { [KEY]?: Promise<Content> };

/**
 * The content, read, checked and joined once.
 * @throws ContentError that lists every problem of every file
 */
export function getContent(): Promise<Content> {
  return (kept[KEY] ??= load());
}

/**
 * The record: the only way from the content to the pages.
 * @throws ContentError that lists every problem of every file
 */
export async function getRecord(): Promise<OnRecord> {
  return (await getContent()).record;
}

/** In development, after a change: the next who asks reads the content again. */
export function forgetContent(): void {
  delete kept[KEY];
}

async function load(): Promise<Content> {
  const entries = await checkContent();
  return { entries, record: joinRecord(entries) };
}
