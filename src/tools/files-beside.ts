import type { OnRecord } from '../domain/record.ts';
import { DATA_FOLDER, type OpenData } from '../outputs/data.ts';
import { feedFiles, FEEDS_FOLDER } from '../outputs/feeds.ts';
import type { IndexFile } from '../search/build-index.ts';
import { INDEX_FOLDER } from '../search/index-files.ts';
import { writeSiteFiles } from '../site-files.ts';

/**
 * Writes the open data and the feeds into a built site.
 * @param folder the site's folder
 * @param data the open data
 * @param record what the feeds are made of
 */
export function writeDataAndFeeds(folder: string, data: OpenData, record: OnRecord): void {
  writeSiteFiles(folder, [...data.files.map((file) => ({ path: `${DATA_FOLDER}/${file.path}`, content: file.bytes })), ...feedFiles(record).map((file) => ({ path: `${FEEDS_FOLDER}/${file.path}`, content: file.text }))]);
}

/** Writes the search index into a built site. */
export function writeIndex(folder: string, index: readonly IndexFile[]): void {
  writeSiteFiles(
    folder,
    index.map((file) => ({ path: `${INDEX_FOLDER}/${file.path}`, content: file.content })),
  );
}
