import type { OnRecord } from '../domain/record.ts';
import { site } from '../site.ts';
import { buildIndex, type IndexFile } from './build-index.ts';
import { searchRecords } from './records.ts';

/** Where the index is served, and where pages load it from. */
export const INDEX_FOLDER = 'pagefind';

/**
 * Files that the results' texts are grouped into, where the number of files counts: otherwise there is one a quote. A reader
 * loads about one file a result, and a tenth of them would each be ten times as large.
 */
const FRAGMENTS = 1000;

/** Pagefind's own interfaces, its highlighter and its worker: we draw our own and use none (see ENGINE_OPTIONS), and nobody should download them. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b/u;

/**
 * The search index of a record, as files to serve under `/pagefind/`.
 * @throws Error when Pagefind reports a problem, or when there is nothing to search
 */
export function indexFiles(record: OnRecord): Promise<IndexFile[]> {
  // Without `async`, which would hold on to the record until the index is made.
  return buildIndex(searchRecords(record), site.largeRecord ? { maxFragments: FRAGMENTS } : {}).then((files) => files.filter(({ path: file }) => !UNUSED.test(file)));
}
