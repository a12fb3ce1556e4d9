import fs from 'node:fs/promises';
import path from 'node:path';

/** What a built site holds. */
export interface Site {
  pages: number;
  files: number;
  megabytes: number;
  /** Mean of its topic pages, in kB. */
  topic: number;
  /** Mean of its quote pages, in kB. */
  quote: number;
}

/** Counts and weighs what is in the folder of a built site. */
export async function siteIn(folder: string): Promise<Site> {
  const entries = (await fs.readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  let bytes = 0;
  for (const entry of entries) bytes += (await fs.stat(path.join(entry.parentPath, entry.name))).size;
  const [topic, quote] = [await meanKilobytes(path.join(folder, 'topics')), await meanKilobytes(path.join(folder, 'quotes'))];
  return { pages: entries.filter(({ name }) => name.endsWith('.html')).length, files: entries.length, megabytes: bytes / 1_000_000, topic, quote };
}

/** What a page holds around its main part. */
export interface PageFrame {
  style: string;
  before: string;
  after: string;
}

/**
 * The frame of a kind of pages.
 * @param folder of pages of one kind; the first speaks for all
 */
export async function frameOf(folder: string): Promise<PageFrame> {
  const [first = ''] = await pagesIn(folder);
  const html = await fs.readFile(first, 'utf8');
  const style = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gu)].map(([, rules]) => rules).join('\n');
  const [, before = '', after = ''] = /<body[^>]*>([\s\S]*?)<main[\s\S]*<\/main>([\s\S]*)<\/body>/u.exec(html) ?? [];
  return { style, before, after };
}

async function meanKilobytes(folder: string): Promise<number> {
  const sizes = await Promise.all((await pagesIn(folder)).map(async (page) => (await fs.stat(page)).size));
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length / 1000;
}

/** The pages one folder below this one. */
async function pagesIn(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name, 'index.html'));
}
