import type { Entries, Entry } from '../schemas/entries.ts';
import { FOLDERS, type FolderName } from './collections.ts';

/** The entries that Astro renders, by collection. */
export type RenderedEntries = Record<FolderName, readonly Entry<object>[]>;

/** Pages render these by id, with or without a body; of other collections they render what has a body. */
const BY_ID: ReadonlySet<FolderName> = new Set(['topics', 'pages']);

/** What of the content Astro must render; all else of it is in the record. */
export function renderedEntries(entries: Entries): RenderedEntries {
  const rendered = (name: FolderName): readonly Entry<object>[] => entries[name].filter(({ body }) => BY_ID.has(name) || body.trim() !== '');
  return Object.fromEntries((Object.keys(FOLDERS) as FolderName[]).map((name) => [name, rendered(name)])) as RenderedEntries;
}
