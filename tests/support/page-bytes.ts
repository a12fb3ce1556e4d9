import fs from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PAGE_BUDGETS, type PageBudget } from './budgets.ts';
import { compressedBytes, scriptsOf } from './script-bytes.ts';

/** What one page of a built site weighs, compressed. */
export interface PageBytes {
  /** Its file in the site's folder. */
  file: string;
  /** Its budget; none when it is of no type. */
  budget: PageBudget | undefined;
  html: number;
  scripts: number;
}

/**
 * Weighs every page of a built site.
 * @param folder the built site
 */
export async function weighPages(folder: string): Promise<PageBytes[]> {
  const files = (await fs.readdir(folder, { recursive: true }))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .sort();
  const pages: PageBytes[] = [];
  const weighed = new Map<string, number>();
  for (const file of files) {
    const html = await fs.readFile(path.join(folder, file), 'utf8');
    const named = (html.match(/<script[^>]+src="[^"]+"|<script>[^<]+/gu) ?? []).join();
    if (!weighed.has(named)) weighed.set(named, compressedBytes(await scriptsOf(folder, html)));
    pages.push({ file, budget: PAGE_BUDGETS.find((budget) => budget.files.test(file)), html: gzipSync(html, { level: 9 }).length, scripts: weighed.get(named) ?? 0 });
  }
  return pages;
}
