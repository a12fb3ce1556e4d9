import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { INDEX_FOLDER, indexFiles, writeIndex } from '../build/search-index.ts';
import type { OnRecord } from '../record/record.ts';
import { ENGINE_OPTIONS, type SearchEngine } from '../site/search-engine.ts';

/**
 * Pagefind as pages run it, outside a browser: its index is built into a folder for a while, and what it asks for is read from there.
 * @param record what is searched
 * The process has no other `fetch` from then on: it is for commands.
 * @param use gets the engine; its files are gone afterwards
 */
export async function withEngine<Result>(record: OnRecord, use: (engine: SearchEngine) => Promise<Result>): Promise<Result> {
  await using temporary = await fs.mkdtempDisposable(path.join(os.tmpdir(), 'on-record-search-'));
  writeIndex(temporary.path, await indexFiles(record));
  const folder = path.join(temporary.path, INDEX_FOLDER);
  // Node's own `fetch` reads no files.
  globalThis.fetch = async (address) => new Response(await fs.readFile(path.join(folder, String(address).split('?')[0]!)));
  const engine = (await import(pathToFileURL(path.join(folder, 'pagefind.js')).href)) as SearchEngine;
  await engine.options({ ...ENGINE_OPTIONS, basePath: '/' });
  // Loads everything that any search needs, so that nothing is still asked for when the files are gone.
  await engine.search(null, { filters: {} });
  return await use(engine);
}
