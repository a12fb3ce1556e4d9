import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** A way of looking at a page. */
export interface Way {
  /** Width of the window in CSS pixels. */
  width: number;
  colorScheme: 'light' | 'dark';
  /** True where the reader's system puts its own colours in place of ours. */
  forced?: boolean;
  /** True where nothing differs from another way but colours: then only the rules about colours are asked. */
  coloursOnly?: boolean;
}

/** The ways of looking that every page must pass. */
export const WAYS = {
  light: { width: 1280, colorScheme: 'light' },
  dark: { width: 1280, colorScheme: 'dark' },
  '320 px': { width: 320, colorScheme: 'light' },
  'forced colours': { width: 1280, colorScheme: 'light', forced: true },
} as const satisfies Record<string, Way>;

const COLOUR_RULES = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** WCAG 2.0, 2.1 and 2.2, levels A and AA, and what axe calls best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// AxeBuilder puts axe's 650 kB into the page twice for each look, which takes longer than looking; axe itself is its dependency.
const require = createRequire(import.meta.resolve('@axe-core/playwright'));
const axeSource = await fs.readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe found on a page. */
export interface Violation {
  /** The way of looking. */
  way: string;
  /** Id of axe's rule, such as `color-contrast`. */
  rule: string;
  /** Selectors of the elements that break it. */
  at: string;
}

/**
 * Looks with axe at the page that stands open, in one way after another: nothing is loaded again between them.
 * @param page an open page without frames
 * @param ways the ways of looking, by name
 */
export async function violationsOn(page: Page, ways: Readonly<Record<string, Way>> = WAYS): Promise<Violation[]> {
  await page.evaluate(axeSource);
  const found: Violation[] = [];
  for (const [way, { width, colorScheme, forced = false, coloursOnly = false }] of Object.entries(ways)) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, forcedColors: forced ? 'active' : 'none' });
    const violations = await page.evaluate(look, coloursOnly ? COLOUR_RULES : RULES);
    found.push(...violations.map((violation) => ({ way, ...violation })));
  }
  return found;
}

/** Runs inside the page. Only violations are asked for: naming every element that passed takes longer than the rules. */
async function look(rules: readonly string[] | typeof COLOUR_RULES): Promise<Omit<Violation, 'way'>[]> {
  interface Axe {
    run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
  }
  const { axe } = globalThis as unknown as { axe: Axe };
  const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: rules });
  return violations.map(({ id, nodes }) => ({ rule: id, at: nodes.map(({ target }) => target.join(' ')).join(', ') }));
}
