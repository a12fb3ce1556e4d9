import fs from 'node:fs';
import path from 'node:path';
import { type Selector, transform } from 'lightningcss';
import { expect, inject, test } from 'vitest';
import { compoundsOf, isScope } from '../../src/site/used-css.ts';

/** Classes that are there to be found and not to be drawn, each with what looks for it. */
const HOOKS: Readonly<Record<string, string>> = {
  dimension: 'party-bar.client.ts',
  glance: 'side-by-side.client.ts',
  'order-note': 'party-bar.client.ts',
  'quiz-topics': 'quiz-form.client.ts',
  'result-where': 'quotes.client.ts',
  result: 'search.test.ts',
  verdicts: 'quote-check.client.ts',
};

const STYLE = /<style>([\s\S]*?)<\/style>/u;
const TAG = /<[a-z][\w-]*(?<attributes>[^<>]*)>/gu;

const folder = inject('siteFolder');
const pages = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith(`admin${path.sep}`))
  .sort();

test('every class in every page has a rule there that means its element, or is a named hook', () => {
  const bare = new Map<string, string>();
  const used = new Set<string>();
  for (const file of pages) {
    const html = fs.readFileSync(path.join(folder, file), 'utf8');
    const rules = ruled(STYLE.exec(html)?.[1] ?? '');
    for (const { groups } of html.slice(html.indexOf('<body')).matchAll(TAG)) {
      const attributes = groups?.['attributes'] ?? '';
      const scope = / (data-\d+[\da-z])$/u.exec(attributes)?.[1];
      for (const name of (/ class="([^"]*)"/u.exec(attributes)?.[1] ?? '').split(' ').filter(Boolean)) {
        used.add(name);
        const scopes = rules.get(name);
        if (!(name in HOOKS) && !scopes?.has(undefined) && !scopes?.has(scope)) bare.set(name, file);
      }
    }
  }
  expect(pages.length).toBeGreaterThan(100);
  expect(Object.fromEntries(bare)).toEqual({});
  expect(Object.keys(HOOKS).filter((name) => !used.has(name))).toEqual([]);
});

/** Of each class that the rules of a style sheet speak of, the scopes that its element must have; none where any may have it. */
type Ruled = Map<string, Set<string | undefined>>;

const known = new Map<string, Ruled>();

function ruled(css: string): Ruled {
  const rules: Ruled = known.get(css) ?? new Map();
  if (known.has(css)) return rules;
  known.set(css, rules);
  const note = (selector: Selector, outer?: string) => {
    for (const compound of compoundsOf(selector)) {
      const scope = compound.find(isScope)?.name ?? outer;
      for (const part of compound) {
        if (part.type === 'class') rules.set(part.name, (rules.get(part.name) ?? new Set()).add(scope));
        if (part.type === 'pseudo-class' && 'selectors' in part) for (const inner of part.selectors ?? []) note(inner as Selector, scope);
      }
    }
  };
  transform({ filename: 'page.css', code: Buffer.from(css), visitor: { Selector: (selector) => void note(selector) } });
  return rules;
}
