import fs from 'node:fs/promises';
import path from 'node:path';
import { table } from '../support/table.ts';
import { CommandError, readArguments, runCommand } from '../../src/cli/command.ts';
import { FIRST_VISIT, FONT_BYTES, PAGE_BUDGETS } from '../support/budgets.ts';
import { weighPages } from '../support/page-bytes.ts';

/** The heaviest page of each type of the built site beside its budget; exits with 1 when one is passed. */
await runCommand(async () => {
  readArguments('npm run budget', {});
  const folder = process.env['OUT_DIR'] ?? 'dist';
  await fs.access(folder).catch(() => {
    throw new CommandError(`There is no built site in ${folder}/. To mend: npm run build`);
  });
  const pages = await weighPages(folder);
  const rows = PAGE_BUDGETS.flatMap((budget) => {
    const own = pages.filter((page) => page.budget === budget);
    const [heaviest] = own.toSorted((a, b) => b.html - a.html);
    const scripts = Math.max(...own.map((page) => page.scripts));
    const first = Math.max(...own.map((page) => page.firstVisit));
    const overFirst = (FIRST_VISIT.types as readonly string[]).includes(budget.type) && first > FIRST_VISIT.bytes;
    return heaviest
      ? [
          {
            cells: [budget.type, String(own.length), number(heaviest.html), number(budget.html), number(scripts), number(budget.scripts), number(first), heaviest.file],
            over: heaviest.html > budget.html || scripts > budget.scripts || overFirst,
          },
        ]
      : [];
  });
  const fonts = path.join(folder, '_astro/fonts');
  const sizes = await Promise.all((await fs.readdir(fonts)).map(async (file) => (await fs.stat(path.join(fonts, file))).size));
  const font = sizes.reduce((sum, size) => sum + size, 0);
  const untyped = pages.filter(({ budget }) => !budget).map(({ file }) => file);
  const lines = rows.map(({ cells }) => cells);
  console.log(table(['page type', 'pages', 'largest', 'budget', 'scripts', 'budget', 'first visit', 'largest page'], lines));
  console.log(
    `\nCompressed bytes (gzip -9) of the page with its style, and of its scripts. A first visit, with fonts and icon, is at most ${number(FIRST_VISIT.bytes)} for ${FIRST_VISIT.types.join(', ')}. Fonts: ${number(font)} of ${number(FONT_BYTES)} in ${sizes.length} files.`,
  );
  for (const { cells } of rows.filter(({ over }) => over)) console.log(`Over its budget: ${cells[0]}. The reasons are in tests/support/budgets.ts`);
  if (untyped.length > 0) console.log(`Of no type: ${untyped.join(', ')}`);
  return rows.some(({ over }) => over) || font > FONT_BYTES || untyped.length > 0 ? 1 : 0;
});

function number(bytes: number): string {
  return bytes.toLocaleString('en-GB');
}
