import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the built site that is no page. */
export interface SiteFile {
  /** From the site's folder, with slashes. */
  path: string;
  content: string | Uint8Array;
}

/**
 * Writes files into a built site.
 * @param folder the site's folder; what is missing of it is made
 */
export function writeSiteFiles(folder: string, files: readonly SiteFile[]): void {
  const targets = files.map(({ path: file, content }) => ({ file: path.join(folder, file), content }));
  for (const place of new Set(targets.map(({ file }) => path.dirname(file)))) mkdirSync(place, { recursive: true });
  // Waiting for each of a thousand small files takes several times as long.
  for (const { file, content } of targets) writeFileSync(file, content);
}
