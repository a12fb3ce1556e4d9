/** A rule of a style sheet: what stands before its braces, and what stands in them. */
interface Rule {
  prelude: string;
  /** The rules of a group such as `@media`. */
  rules?: readonly Rule[];
  /** The text of any other; absent for a statement such as `@layer a,b;`. */
  body?: string;
}

const GROUP = /^\s*@(?:media|layer|supports|container)\b/u;
/** What a selector may be about without the page showing it by a name: states, attributes, the inside of functions. */
const NOT_NAMES = /::?[\w-]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?|\[[^\]]*\]/gu;
const NAMES = /[a-z_][\w-]*/giu;
const CLASS = 'class="';
const COMMAS = /,(?![^()]*\))/u;
const TEXTS = /'[^'\n]*'|"[^"\n]*"|`[^`]*`/gu;
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu;

/** A style sheet once parsed, and what is left of it for each set of names: thousands of pages have the same few. */
interface Sheet {
  css: string;
  rules: readonly Rule[];
  left: Map<string, string>;
}

/** A list, because looking a style sheet up in a map hashes all of it, once a page. */
const sheets = new WeakMap<ReadonlySet<string>, Sheet[]>();

/**
 * A page's style without the rules for elements and classes that the page does not have, so that it carries no bytes for
 * other pages. A rule stays when in doubt: only names count, and a name that scripts may add counts as there.
 * @param css minified style sheet: no comments, no braces inside of strings
 * @param html the page
 * @param scripted every name that the site's scripts may add, as `namesInScripts` gives them
 */
export function usedCss(css: string, html: string, scripted: ReadonlySet<string>): string {
  const sheet = sheetOf(css, scripted);
  const names = namesOf(html);
  const key = [...names].sort().join(' ');
  const left = sheet.left.get(key) ?? write(sheet.rules, (name) => names.has(name) || scripted.has(name));
  sheet.left.set(key, left);
  return left;
}

/** Every word of the texts in scripts: a script names the elements and classes that it adds in texts. */
export function namesInScripts(sources: readonly string[]): ReadonlySet<string> {
  return new Set(sources.flatMap((source) => (source.replace(COMMENTS, '').match(TEXTS) ?? []).flatMap((text) => text.match(NAMES) ?? [])));
}

function sheetOf(css: string, scripted: ReadonlySet<string>): Sheet {
  const known = sheets.get(scripted) ?? [];
  sheets.set(scripted, known);
  const found = known.find((sheet) => sheet.css === css);
  if (found) return found;
  const sheet = { css, rules: parse(css), left: new Map<string, string>() };
  known.push(sheet);
  return sheet;
}

/** The names of a page's elements and classes, found without a pattern: a page has a thousand tags, and a build thousands of pages. */
function namesOf(html: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    let end = at + 1;
    while (isOfName(html.charCodeAt(end))) end += 1;
    if (end > at + 1) names.add(html.slice(at + 1, end));
  }
  const classes = new Set<string>();
  for (let at = html.indexOf(CLASS); at !== -1; at = html.indexOf(CLASS, at + CLASS.length)) {
    const start = at + CLASS.length;
    classes.add(html.slice(start, html.indexOf('"', start)));
  }
  for (const list of classes) for (const name of list.split(/\s+/u)) names.add(name);
  return names;
}

/** Is this the code of a letter, a digit or a hyphen? */
function isOfName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45;
}

function parse(css: string): Rule[] {
  const rules: Rule[] = [];
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    const statement = css.indexOf(';', at);
    if (statement !== -1 && (open === -1 || statement < open)) {
      rules.push({ prelude: css.slice(at, statement + 1) });
      at = statement + 1;
    } else if (open === -1) {
      at = css.length;
    } else {
      const close = closing(css, open);
      const prelude = css.slice(at, open).trim();
      const body = css.slice(open + 1, close);
      rules.push(GROUP.test(prelude) ? { prelude, rules: parse(body) } : { prelude, body });
      at = close + 1;
    }
  }
  return rules;
}

function closing(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}' && --depth === 0) return at;
  }
  throw new RangeError(`a brace is not closed after ${css.slice(open - 40, open + 40)}`);
}

function write(rules: readonly Rule[], has: (name: string) => boolean): string {
  return rules
    .map(({ prelude, rules: inner, body }) => {
      if (inner) return braced(prelude, write(inner, has));
      if (body === undefined || prelude.startsWith('@')) return body === undefined ? prelude : `${prelude}{${body}}`;
      return braced(
        prelude
          .split(COMMAS)
          .filter((selector) => (selector.replace(NOT_NAMES, '').match(NAMES) ?? []).every(has))
          .join(','),
        body,
      );
    })
    .join('');
}

function braced(prelude: string, body: string): string {
  return prelude === '' || body === '' ? '' : `${prelude}{${body}}`;
}
