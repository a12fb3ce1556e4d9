import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { inFigures, sizeInWords } from '../record/figures.ts';
import type { OnRecord } from '../record/record.ts';

/** Some hosts take no more in one site: https://developers.cloudflare.com/pages/platform/limits/ */
const MOST_FILES = 20_000;

/**
 * What a build made, in words.
 * @param folder the built site
 * @param record what it was built from
 */
export function builtInWords(folder: string, { topics, quotes }: Pick<OnRecord, 'topics' | 'quotes'>): string {
  const { pages, html, files, bytes } = measure(folder);
  const tooMany = files > MOST_FILES ? `, more than the ${inFigures(MOST_FILES)} that some hosts take` : '';
  return `${inFigures(topics.length)} topics with ${inFigures(quotes.length)} quotes as ${inFigures(pages)} pages (${sizeInWords(html)} of HTML), in all ${inFigures(files)} files (${sizeInWords(bytes)})${tooMany}`;
}

/** What is in a built site; sizes in bytes. */
function measure(folder: string): { pages: number; html: number; files: number; bytes: number } {
  // Waiting for each of thousands of files takes ten times as long.
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const sum = { pages: 0, html: 0, files: 0, bytes: 0 };
  for (const entry of entries.filter((one) => one.isFile())) {
    const { size } = statSync(path.join(entry.parentPath, entry.name));
    sum.files += 1;
    sum.bytes += size;
    if (!entry.name.endsWith('.html')) continue;
    sum.pages += 1;
    sum.html += size;
  }
  return sum;
}
