import { buildRecord } from '../domain/build-record.ts';
import type { OnRecord } from '../domain/record.ts';
import type { Entries } from '../schemas/entries.ts';
import type { IndexFile } from '../search/build-index.ts';
import { CommandError } from './command.ts';
import { checkContent } from './content-check.ts';

/** What this process sends to the build that started it, which ends it by disconnecting: the content and then its search index, or the report that refuses it. */
export type ContentMessage = { content: { entries: Entries; record: OnRecord } } | { index: IndexFile[] } | { refused: string };

try {
  const entries = await checkContent();
  const record = buildRecord(entries);
  await send({ content: { entries, record } });
  // Loaded here, so that nothing delays the check.
  const { indexFiles } = await import('../search/index-files.ts');
  await send({ index: await indexFiles(record) });
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  await send({ refused: error.message });
}

function send(message: ContentMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
}
