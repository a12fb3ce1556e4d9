import { Features, type Selector, type SelectorComponent, transform } from 'lightningcss';

/** What a page needs of its style, and what that asks of its elements. */
export interface UsedCss {
  css: string;
  /** Of each component's scope, the elements and classes that its rules speak of; an empty entry speaks of any. */
  scopes: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Elements, classes and the names of scopes, as they stand in a page. */
const NAMED = /<([a-z][\w-]*)|\sclass="([^"]*)"|\s(data-\d+[\da-z])(?=[\s=>])/gu;
const SCOPE = /^data-\d+[\da-z]$/u;
const SCOPED = /<([a-z][\w-]*)([^<>]*) (data-\d+[\da-z])(?:="true")?(?=>)/gu;

/** What is left of a style sheet for each set of names: thousands of pages have the same few. */
const known = new Map<string, UsedCss>();

/**
 * A page's style without the rules for elements, classes and components that the page does not have, so that it carries no
 * bytes for other pages. A rule stays when in doubt: states, attributes and the inside of functions are not looked at, nor
 * is what a component's style says of `:global()` parts inside of it, because its script may add them.
 * @param css style sheet
 * @param html the page
 */
export function usedCss(css: string, html: string): UsedCss {
  const names = namesOf(html);
  const key = [...names].sort().join(' ') + css;
  let used = known.get(key);
  if (!used) {
    const scopes = new Map<string, string[][]>();
    const Selector = (selector: Selector) => {
      if (!fits(selector, names)) return [];
      for (const compound of compoundsOf(selector)) for (const { name } of compound.filter(isScope)) scopes.set(name, [...(scopes.get(name) ?? []), namesIn(compound)]);
      return undefined;
    };
    // Made small, widths would be written as Safari has read them only since 16.4: https://caniuse.com/css-media-range-syntax
    used = { css: transform({ filename: 'page.css', code: Buffer.from(css), minify: true, include: Features.MediaRangeSyntax, visitor: { Selector } }).code.toString(), scopes };
    known.set(key, used);
  }
  return used;
}

/**
 * A page whose elements have the name of a component's scope only where a rule could mean them.
 * @param html the page
 * @param scopes what the rules speak of
 */
export function withoutIdleScopes(html: string, scopes: UsedCss['scopes']): string {
  return html.replaceAll(SCOPED, (_, element: string, attributes: string, scope: string) => {
    const own = new Set([element, ...(/ class="([^"]*)"/u.exec(attributes)?.[1] ?? '').split(' ')]);
    return scopes.get(scope)?.some((asked) => asked.every((name) => own.has(name))) ? `<${element}${attributes} ${scope}` : `<${element}${attributes}`;
  });
}

/** The names of a page's elements, classes and scopes. */
function namesOf(html: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, element, classes, scope] of html.matchAll(NAMED)) {
    for (const name of (element ?? classes ?? scope ?? '').split(/\s+/u)) names.add(name);
  }
  return names;
}

/** Does a page with these names have all that a selector speaks of? */
function fits(selector: Selector, names: ReadonlySet<string>): boolean {
  const scoped = selector.some(isScope);
  return compoundsOf(selector)
    .filter((compound) => !scoped || compound.some(isScope))
    .every((compound) => [...namesIn(compound), ...compound.filter(isScope).map(({ name }) => name)].every((name) => names.has(name)));
}

/** A selector's parts, one list for each element that it speaks of. */
export function compoundsOf(selector: Selector): SelectorComponent[][] {
  const compounds: SelectorComponent[][] = [[]];
  for (const part of selector) {
    if (part.type === 'combinator') compounds.push([]);
    else compounds.at(-1)!.push(part);
  }
  return compounds;
}

/** The element and the classes that an element must have. */
function namesIn(compound: readonly SelectorComponent[]): string[] {
  return compound.flatMap((part) => (part.type === 'type' || part.type === 'class' ? [part.name] : []));
}

/** Is this the attribute that `shortScopes` gives to the elements of one component? */
export function isScope(part: SelectorComponent): part is Extract<SelectorComponent, { type: 'attribute' }> {
  return part.type === 'attribute' && SCOPE.test(part.name);
}
