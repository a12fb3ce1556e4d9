import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/build/search-index.ts';
import type { SearchRecord } from '../../src/features/search/search-records.ts';

const records = Array.from({ length: 30 }, (_, index): SearchRecord => ({ url: `/quotes/${index}/`, content: `The bridge number ${index} will be built.`, language: 'en', meta: { speaker: `Speaker ${index}` }, filters: {} }));

test('one file a result', async () => {
  const fragments = (await buildIndex(records)).filter(({ path }) => path.endsWith('.pf_fragment'));
  expect(fragments).toHaveLength(30);
});

test('an empty index is refused: a search that finds nothing must not be published', () => expect(buildIndex([])).rejects.toThrow('The search index would be empty'));

test('leaves no process behind', async () => {
  const started: ChildProcess[] = [];
  subscribe('child_process', (message) => void started.push((message as { process: ChildProcess }).process));
  await buildIndex(records);
  expect(started).toHaveLength(1);
  for (const process of started) {
    process.ref();
    if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
  }
});
