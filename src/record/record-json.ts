import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'astro/zod';
import { canonicalJson } from './canonical-json.ts';
import { ENTRY_SCHEMAS } from './collections.ts';
import { newestDay } from './newest-day.ts';
import { DATA_LICENCE } from './licences.ts';
import type { Entries, Entry } from './schema/entries.ts';
import { site } from '../site/settings.ts';

/** The entries of every collection, sorted by id. */
type AllEntries = Omit<Entries, 'broken'>;

const list = (data: z.ZodType) =>
  z.array(
    z.strictObject({
      id: z.string().describe('The file’s path without folder and extension; for collections of one file, the key.'),
      file: z.string().describe('Path from the content folder.'),
      data,
      body: z.string().describe('The text below the front matter.'),
    }),
  );

/** `record.json`: every content entry as its file says, enough to rebuild the content folder and so the site. */
export const recordJsonSchema = z.strictObject({
  $schema: z.url().optional().describe('Where the JSON Schema of this file stands.'),
  name: z.string(),
  version: z.string().describe('Date of the newest thing in the record, and the start of the SHA-256 of the entries.'),
  licence: z.string().describe('Terms in short; LICENCE.txt beside this file says them whole.'),
  entries: z.strictObject(Object.fromEntries(Object.entries(ENTRY_SCHEMAS).map(([name, schema]) => [name, list(schema)]))),
});

/** The whole of `record.json` after its schema. */
export type RecordJson = z.infer<typeof recordJsonSchema>;

/**
 * The content entries that a `record.json` holds: enough to build the record, the content folder and the site again.
 * @param json the parsed file
 * @throws ZodError that names every field that is not as the schema says
 */
export function entriesFromRecordJson(json: unknown): Entries {
  return { ...(recordJsonSchema.parse(json).entries as unknown as AllEntries), broken: [] };
}

/**
 * Version of the data: the newest date in it and the first 8 hex digits of the SHA-256 of its entries, such as
 * `2026-11-22-1a2b3c4d`. It changes when, and only when, an entry changes; no clock is read.
 */
export function dataVersion(entries: Entries): string {
  const version = versions.get(entries) ?? computeVersion(entries);
  versions.set(entries, version);
  return version;
}

const versions = new WeakMap<Entries, string>();

function computeVersion(entries: Entries): string {
  const hash = bytesToHex(sha256(utf8ToBytes(canonicalJson(sortedEntries(entries))))).slice(0, 8);
  return [newestDay(entries), hash].filter((part) => part !== '').join('-');
}

/**
 * `record.json`: the content entries themselves, from which the site can be rebuilt.
 * @param entries every entry
 * @param schemaUrl where its JSON Schema stands
 */
export function recordJson(entries: Entries, schemaUrl: string): RecordJson {
  return {
    $schema: schemaUrl,
    name: site.name,
    version: dataVersion(entries),
    licence: `${DATA_LICENCE.id} for everything but the quoted words, which belong to their speakers and publishers: see LICENCE.txt.`,
    entries: sortedEntries(entries),
  };
}

function sortedEntries(entries: Entries): RecordJson['entries'] {
  const sorted = (list: readonly Entry<unknown>[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(({ id, file, data, body }) => ({ id, file, data, body }));
  return Object.fromEntries((Object.keys(ENTRY_SCHEMAS) as (keyof AllEntries)[]).map((name) => [name, sorted(entries[name])]));
}
