import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { firstDay, newestFirst } from './dates.ts';
import { DATA_LICENCE } from './licences.ts';
import type { Entries } from './schema/entries.ts';
import type { RecordJson } from './schema/record-json.ts';
import { site } from '../site/settings.ts';

/** The newest date that the record holds, as a day: of a quote, correction, withdrawal or fingerprint. Empty where it holds none. */
export function newestDay({ positions, corrections, withdrawn, sources }: Entries): string {
  const dates = [
    ...positions.flatMap(({ data }) => data.quotes.map(({ date }) => date)),
    ...corrections.map(({ data }) => data.date),
    ...withdrawn.map(({ data }) => data.date),
    ...sources.flatMap(({ data }) => (data.fingerprint ? [data.fingerprint.checked] : [])),
  ];
  const newest = dates.sort(newestFirst)[0];
  return newest === undefined ? '' : firstDay(newest);
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
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(sortedEntries(entries), sortKeys)))).slice(0, 8);
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

function sortedEntries({ broken: _, ...entries }: Entries): RecordJson['entries'] {
  const byId = <E extends { id: string; file: string; data: unknown; body: string }>(list: readonly E[]) =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(({ id, file, data, body }) => ({ id, file, data: data as E['data'], body }));
  return {
    parties: byId(entries.parties),
    topics: byId(entries.topics),
    positions: byId(entries.positions),
    speakers: byId(entries.speakers),
    sources: byId(entries.sources),
    corrections: byId(entries.corrections),
    pages: byId(entries.pages),
    withdrawn: byId(entries.withdrawn),
    codings: byId(entries.codings),
    published: byId(entries.published),
  };
}

/** The order of fields in a file makes no difference to the version. */
function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
