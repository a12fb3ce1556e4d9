import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Every page of the sitemap.
 * @param folder the built site
 * @returns paths from the home page, without a slash in front; the home page is ''
 */
export async function sitemapRoutes(folder: string): Promise<string[]> {
  const sitemap = await fs.readFile(path.join(folder, 'sitemap-0.xml'), 'utf8');
  return [...sitemap.matchAll(/<loc>https?:\/\/[^/]+\/([^<]*)<\/loc>/gu)].map((match) => match[1] ?? '');
}
