import fs from 'node:fs/promises';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { table } from '../../src/tools/bench/table.ts';
import { browserPath } from '../../src/tools/browser.ts';
import { CommandError, runCommand } from '../../src/tools/command.ts';
import { startPreview } from '../../src/tools/preview-server.ts';
import { PAGE_TYPES } from '../support/page-types.ts';
import { LIGHTHOUSE_SCORE } from '../support/thresholds.ts';

/** Lighthouse's four categories on every page type, mobile and simulated, with the report files; not a test, because it times. */
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const REPORTS = 'reports/lighthouse';

await runCommand(async () => {
  const port = 9333;
  const only = process.argv.slice(2);
  const pages = PAGE_TYPES.filter(([name, route]) => route !== '404.html' && (only.length === 0 || only.includes(name)));
  if (pages.length === 0) throw new CommandError(`There is no page type of that name. Choose from: ${PAGE_TYPES.map(([name]) => name).join(', ')}`);
  await fs.rm(REPORTS, { recursive: true, force: true });
  await fs.mkdir(REPORTS, { recursive: true });
  const server = await startPreview(process.env['OUT_DIR'] ?? 'dist', 4600);
  const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--remote-debugging-port=${port}`] });
  const rows: string[][] = [];
  try {
    for (const [name, route] of pages) {
      const result = await lighthouse(server.url + route, { port, logLevel: 'error', output: ['html', 'json'], onlyCategories: [...CATEGORIES] });
      if (!result) throw new CommandError(`Lighthouse gave no result for ${route}`);
      const [html, json] = result.report as string[];
      const file = path.join(REPORTS, name.replaceAll(' ', '-'));
      await fs.writeFile(`${file}.html`, html ?? '');
      await fs.writeFile(`${file}.json`, json ?? '');
      const score = (category: string) => String(Math.round(100 * (result.lhr.categories[category]?.score ?? 0)));
      const value = (audit: string) => result.lhr.audits[audit]?.displayValue ?? '';
      const failed = Object.values(result.lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary');
      rows.push([name, ...CATEGORIES.map(score), value('largest-contentful-paint'), value('cumulative-layout-shift'), value('total-byte-weight').replace('Total size was ', ''), failed.map(({ id }) => id).join(' ')]);
      console.log(rows.at(-1)?.join('  '));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(`\n${table(['page', ...CATEGORIES, 'LCP', 'CLS', 'bytes', 'failed audits'], rows)}\nReports: ${REPORTS}/`);
  return rows.every((row) => row.slice(1, 5).every((score) => score === String(LIGHTHOUSE_SCORE))) ? 0 : 1;
});
