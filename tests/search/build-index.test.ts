import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import type { SearchRecord } from '../../src/search/records.ts';

const records = Array.from({ length: 30 }, (_, index): SearchRecord => ({ url: `/quotes/${index}/`, content: `The bridge number ${index} will be built.`, language: 'en', meta: { speaker: `Speaker ${index}` }, filters: {} }));

test.each([
  ['one file a result', {}, 30],
  ['results grouped into a few files, where that is asked', { maxFragments: 6 }, 6],
])('%s', async (_, options, count) => {
  const fragments = (await buildIndex(records, options)).filter(({ path }) => path.endsWith('.pf_fragment'));
  expect(fragments).toHaveLength(count);
});

test('an empty index is refused: a search that finds nothing must not be published', async () => {
  await expect(buildIndex([])).rejects.toThrow('The search index would be empty');
});

test('leaves no process behind', async () => {
  const started: ChildProcess[] = [];
  subscribe('child_process', (message) => void started.push((message as { process: ChildProcess }).process));
  await buildIndex(records);
  expect(started).toHaveLength(1);
  expect(started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)).toEqual([]);
});
