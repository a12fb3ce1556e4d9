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
  /** How many scripts it loads. */
  scriptFiles: number;
  /** All that a browser with an empty cache loads for it: page, scripts, fonts and icon. */
  firstVisit: number;
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
  const scripts = remembered(async (html: string) => {
    const found = await scriptsOf(folder, html);
    return { scriptFiles: found.size, scripts: compressedBytes(found) };
  }, /<script[^>]+src="[^"]+"|<script>[^<]+/gu);
  const others = remembered(async (html: string) => {
    const addresses = [...html.matchAll(LOADED)].map((match) => match[1] ?? match[2] ?? '');
    const sizes = await Promise.all(addresses.map(async (address) => smallest(await fs.readFile(path.join(folder, address)))));
    return sizes.reduce((sum, size) => sum + size, 0);
  }, LOADED);
  for (const file of files) {
    const html = await fs.readFile(path.join(folder, file), 'utf8');
    const own = { html: gzipSync(html, { level: 9 }).length, ...(await scripts(html)) };
    pages.push({ file, budget: PAGE_BUDGETS.find((budget) => budget.files.test(file)), ...own, firstVisit: own.html + own.scripts + (await others(html)) });
  }
  return pages;
}

/** What a browser loads for a page beside its scripts: fonts and its icon. */
const LOADED = /url\(([^)]+\.woff2)\)|<link rel="icon" href="(\/[^"]+)"/gu;

/** Fonts are compressed already. */
function smallest(bytes: Buffer): number {
  return Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length);
}

/** Thousands of pages load the same few files: weighed once for each set of names in a page. */
function remembered<T>(weigh: (html: string) => Promise<T>, names: RegExp): (html: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (html) => {
    const key = (html.match(names) ?? []).join();
    if (!known.has(key)) known.set(key, weigh(html));
    return known.get(key)!;
  };
}
