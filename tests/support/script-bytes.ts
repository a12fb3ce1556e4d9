import fs from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The scripts that a built page holds or loads, with all that they import.
 * @param folder the built site
 * @param html the page
 * @returns each script's text by its path in the site, or by itself where it stands in the page
 */
export async function scriptsOf(folder: string, html: string): Promise<Map<string, string>> {
  const scripts = new Map([...html.matchAll(/<script>([^<]+)/gu)].map(([, text = '']) => [text, text]));
  const waiting = [...html.matchAll(/<script[^>]+src="([^"]+)"/gu)].map((match) => match[1] ?? '');
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (scripts.has(address)) continue;
    const text = await fs.readFile(path.join(folder, address), 'utf8');
    scripts.set(address, text);
    for (const match of text.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/gu)) waiting.push(path.posix.join(path.posix.dirname(address), match[1] ?? ''));
  }
  return scripts;
}

/** The compressed size of a page's scripts, in bytes. */
export function compressedBytes(scripts: ReadonlyMap<string, string>): number {
  return [...scripts.values()].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
}
