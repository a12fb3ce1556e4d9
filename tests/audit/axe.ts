import fs from 'node:fs/promises';
import path from 'node:path';
import { table } from '../support/table.ts';
import { launchBrowser } from '../../src/build/browser.ts';
import { readArguments, runCommand } from '../../src/cli/command.ts';
import { startPreview } from '../../src/cli/preview-server.ts';
import { type Violation, violationsOn, WAYS } from '../support/axe.ts';

/** Pages looked at side by side: one loads while axe is busy with another. */
const AT_ONCE = 2;
/** Pages between two lines that say how far it is. */
const STEP = 50;

/** axe on every page of the sitemap, not a sample, in every way of looking; ends with 1 when it finds anything. */
await runCommand(async () => {
  readArguments('npm run audit:axe', {});
  const folder = process.env['OUT_DIR'] ?? 'dist';
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const sitemap = await fs.readFile(path.join(folder, 'sitemap-0.xml'), 'utf8');
  const routes = Array.from(sitemap.matchAll(/<loc>https?:\/\/[^/]+\/([^<]*)<\/loc>/gu), ([, route = '']) => route);
  const queue = [...routes];
  const found: (Violation & { route: string })[] = [];
  const server = await startPreview(folder, 4650);
  const browser = await launchBrowser();
  let done = 0;
  try {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const page = await browser.newPage();
        for (let route = queue.shift(); route !== undefined; route = queue.shift()) {
          await page.goto(server.url + route, { waitUntil: 'load' });
          for (const violation of await violationsOn(page)) found.push({ route, ...violation });
          done += 1;
          if (done % STEP === 0 || done === routes.length) console.log(`${done} of ${routes.length} pages, ${found.length} violations, ${seconds()} s`);
        }
        await page.close();
      }),
    );
  } finally {
    await browser.close();
    await server.close();
  }
  for (const { way, route, rule, at } of found.slice(0, 50)) console.log(`  ${way}: /${route}: ${rule}: ${at}`);
  if (found.length > 0) console.log(`\n${table(['rule', 'violations', 'for example'], byRule(found))}\n`);
  console.log(`${routes.length} pages, each in ${Object.keys(WAYS).length} ways (${Object.keys(WAYS).join(', ')}): ${routes.length * Object.keys(WAYS).length} looks, ${found.length} violations, ${seconds()} s`);
  return found.length === 0 ? 0 : 1;
});

/** One line a rule that was broken. */
function byRule(found: readonly (Violation & { route: string })[]): string[][] {
  const rules = [...new Set(found.map(({ rule }) => rule))].sort();
  return rules.map((rule) => {
    const own = found.filter((violation) => violation.rule === rule);
    return [rule, String(own.length), `/${own[0]?.route} (${own[0]?.way})`];
  });
}
