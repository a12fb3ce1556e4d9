import type { OnRecord } from '../domain/record.ts';
import { DATA_FOLDER, type OpenData } from '../outputs/data.ts';
import { feedFiles, FEEDS_FOLDER } from '../outputs/feeds.ts';
import type { IndexFile } from '../search/build-index.ts';
import { INDEX_FOLDER } from '../search/index-files.ts';
import { writeSiteFiles } from '../site-files.ts';

/**
 * Writes what stands beside the pages into a built site: the open data, the feeds and the search index.
 * @param folder the site's folder
 * @param record what the feeds are made of
 * @param made the other two
 * @returns how many files it wrote
 */
export function writeFilesBeside(folder: string, record: OnRecord, { data, index }: { data: OpenData; index: readonly IndexFile[] }): number {
  const files = [
    ...data.files.map((file) => ({ path: `${DATA_FOLDER}/${file.path}`, content: file.bytes })),
    ...feedFiles(record).map((file) => ({ path: `${FEEDS_FOLDER}/${file.path}`, content: file.text })),
    ...index.map((file) => ({ path: `${INDEX_FOLDER}/${file.path}`, content: file.content })),
  ];
  writeSiteFiles(folder, files);
  return files.length;
}
