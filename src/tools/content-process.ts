import os from 'node:os';
import type { CheckedContent } from '../checked-record.ts';
import { buildRecord } from '../domain/build-record.ts';
import { renderedEntries } from '../loaders/rendered-entries.ts';
import type { DataSummary } from '../outputs/data.ts';
import { dataVersion, newestDay } from '../outputs/record-json.ts';
import { CommandError } from './command.ts';
import { checkContent } from './content-check.ts';

/**
 * What this process sends to the build that started it, and ends when it disconnects: the content, the version of its open
 * data, what they hold, and that every file is written; or the report that refuses the content.
 */
export type ContentMessage = { content: Omit<CheckedContent, 'beside'> } | { version: string } | { data: DataSummary } | { written: true } | { refused: string };

/** What the build sends: where to write. */
export interface FolderMessage {
  folder: string;
}

// The build has all it needs, or has broken.
process.once('disconnect', () => process.exit());

/** Where 0 is normal and 19 the least: at 10, pages would wait for the index of 50,000 quotes; at 0, those of 10,000 take 0.5 s longer on two cores. */
const YIELDING = 5;

const folder = new Promise<string>((resolve) => process.once('message', (message: FolderMessage) => resolve(message.folder)));

try {
  const { indexing } = await checkAndWrite();
  // Nothing holds on to the content any more, and Pagefind is about to need most.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  await indexing;
  await send({ written: true });
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  await send({ refused: error.message });
}

/**
 * Hands the content over once it is checked, and writes open data and feeds.
 * @returns resolves when the search index, which is still being made, is written too
 */
async function checkAndWrite(): Promise<{ indexing: Promise<void> }> {
  const entries = await checkContent();
  const record = buildRecord(entries);
  await send({ content: { rendered: renderedEntries(entries), record, day: newestDay(entries) } });
  await send({ version: dataVersion(entries) });
  // From here on the build waits for its pages more than for this process and Pagefind's, which inherits this.
  os.setPriority(YIELDING);
  // Loaded here, so that nothing delays the check.
  const [{ openData, summaryOf }, { indexFiles }, { writeDataAndFeeds, writeIndex }] = await Promise.all([import('../outputs/data.ts'), import('../search/index-files.ts'), import('./files-beside.ts')]);
  // Pagefind works in a process of its own, and takes longest.
  const index = indexFiles(record);
  // The build names the folder when its bundler has ended: three at once would take longer than one after the other.
  const site = await folder;
  const data = openData(record, entries);
  await send({ data: summaryOf(data) });
  writeDataAndFeeds(site, data, record);
  return { indexing: index.then((files) => writeIndex(site, files)) };
}

function send(message: ContentMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
}
