import fs from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions } from 'playwright-core';
import { table } from '../../src/tools/bench/table.ts';
import { launchBrowser } from '../../src/tools/browser.ts';
import { runCommand } from '../../src/tools/command.ts';
import { startPreview } from '../../src/tools/preview-server.ts';

/** axe on every page of the sitemap, not a sample, in four ways of looking; the tests look at every type of page. */
const WAYS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  '320 px': { viewport: { width: 320, height: 700 }, colorScheme: 'light' },
  'forced colours': { viewport: { width: 1280, height: 800 }, forcedColors: 'active' },
};
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Pages looked at side by side: a page waits for its fonts while another is looked at. */
const AT_ONCE = 3;

await runCommand(async () => {
  const folder = process.env['OUT_DIR'] ?? 'dist';
  const sitemap = await fs.readFile(path.join(folder, 'sitemap-0.xml'), 'utf8');
  const routes = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+\/([^<]*)<\/loc>/gu)].map((match) => match[1] ?? '');
  const server = await startPreview(folder, 4650);
  const browser = await launchBrowser();
  const found: string[] = [];
  const rows: string[][] = [];
  try {
    for (const [way, options] of Object.entries(WAYS)) {
      const queue = [...routes];
      const before = found.length;
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          const page = await (await browser.newContext(options)).newPage();
          for (let route = queue.pop(); route !== undefined; route = queue.pop()) {
            await page.goto(server.url + route, { waitUntil: 'load' });
            // Legacy mode opens no second page a look; our pages hold no frames that would need one.
            const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
            found.push(...violations.map(({ id, nodes }) => `${way}: /${route}: ${id}: ${nodes[0]?.target.join(' ')}`));
          }
          await page.context().close();
        }),
      );
      rows.push([way, String(routes.length), String(found.length - before)]);
      console.log(`${way}: ${routes.length} pages, ${found.length - before} violations`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  for (const violation of found.slice(0, 50)) console.log(`  ${violation}`);
  console.log(`\n${table(['seen', 'pages', 'violations'], rows)}`);
  return found.length === 0 ? 0 : 1;
});
