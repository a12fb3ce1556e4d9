import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './records.ts';

/** A file of the search index: its path below `/pagefind/` and its bytes. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/**
 * Builds the Pagefind index.
 * @param records what to index, in the order in which it is given without a query
 * @param options `maxFragments`: how many files the results' texts are grouped into; otherwise there is one a record
 * @returns the files to serve under `/pagefind/`
 * @throws Error when Pagefind reports a problem, or when there is nothing to search
 */
export async function buildIndex(records: readonly SearchRecord[], options: { maxFragments?: number } = {}): Promise<IndexFile[]> {
  if (records.length === 0) throw new Error('The search index would be empty: the record has no quotes.');
  const ended = watchService();
  const { index, errors } = await createIndex({ forceLanguage: 'en', ...options });
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
    return built.files.map(({ path, content }) => ({ path, content }));
  } finally {
    await close();
    await ended();
  }
}

/**
 * Follows the process that Pagefind starts, which it tells nobody of and does not wait for: a build would leave it behind.
 * https://nodejs.org/api/diagnostics_channel.html#built-in-channels
 * @returns waits until that process has ended
 */
function watchService(): () => Promise<void> {
  const started: ChildProcess[] = [];
  const note = (message: unknown) => void started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  return async () => {
    unsubscribe('child_process', note);
    const running = started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    for (const process of running) process.ref();
    await Promise.all(running.map((process) => once(process, 'exit')));
  };
}
