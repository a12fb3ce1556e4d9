import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { type SearchRecord, searchRecords } from '../features/search/search-records.ts';
import type { OnRecord } from '../record/record.ts';

/** A file of the search index: its path below `/pagefind/` and its bytes. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** Where the index is served, and where pages load it from. */
export const INDEX_FOLDER = 'pagefind';

/**
 * Most files that the results' texts are divided into: one a quote, until a record is so large that the files of the whole
 * site would be more than common hosts take. A reader loads about one file a result.
 */
const MOST_FRAGMENTS = 1500;

/** Pagefind's own interfaces, its highlighter and its worker: we draw our own and use none (see ENGINE_OPTIONS), and nobody should download them. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b/u;

/**
 * The search index of a record, as files to serve under `/pagefind/`.
 * @throws Error when Pagefind reports a problem, or when there is nothing to search
 */
export async function indexFiles(record: OnRecord): Promise<IndexFile[]> {
  const files = await buildIndex(searchRecords(record));
  return files.filter(({ path: file }) => !UNUSED.test(file));
}

/**
 * Builds the Pagefind index.
 * @param records what to index, in the order in which it is given without a query
 * @returns the files to serve under `/pagefind/`
 * @throws Error when Pagefind reports a problem, or when there is nothing to search
 */
export async function buildIndex(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  if (records.length === 0) throw new Error('The search index would be empty: the record has no quotes.');
  const { index, errors } = await createIndex({ forceLanguage: 'en', maxFragments: MOST_FRAGMENTS });
  if (!index || errors.length > 0) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  try {
    // Pagefind takes them in the order in which they are sent; waiting for each answer would leave it idle while pages are drawn.
    const adding = records.map(async (record) => {
      const added = await index.addCustomRecord({ ...record });
      if (added.errors.length > 0) throw new Error(`Pagefind refused ${record.url}: ${added.errors.join('; ')}`);
    });
    await Promise.all(adding);
    const built = await index.getFiles();
    if (built.errors.length > 0) throw new Error(`Pagefind could not build the index: ${built.errors.join('; ')}`);
    return built.files.map(({ path: name, content }) => ({ path: name, content }));
  } finally {
    await close();
  }
}

/**
 * Writes the search index into a built site.
 * @param site the site's folder
 * @param files the index
 */
export function writeIndex(site: string, files: readonly IndexFile[]): void {
  const targets = files.map(({ path: name, content }) => ({ file: path.join(site, INDEX_FOLDER, name), content }));
  for (const folder of new Set(targets.map(({ file }) => path.dirname(file)))) mkdirSync(folder, { recursive: true });
  // Waiting for each of a thousand small files takes several times as long.
  for (const { file, content } of targets) writeFileSync(file, content);
}
