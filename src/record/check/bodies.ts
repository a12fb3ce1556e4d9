import type { MdastNode } from 'satteri';
import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';

/** What a body is made of: the parts of Markdown that the pages have styles for. */
const PARTS: ReadonlySet<string> = new Set('root paragraph text emphasis strong delete link linkReference definition list listItem heading blockquote inlineCode break thematicBreak'.split(' '));

/** Tags that Markdown has no signs for and that only mark words, and what they may say of them. */
const TAGS: ReadonlySet<string> = new Set('abbr b br cite details em i q small strong sub summary sup'.split(' '));
const ATTRIBUTES: ReadonlySet<string> = new Set(['lang', 'title']);

/** Where a link may lead: another site, a mailbox, a page or a place of this site. */
const ADDRESS = /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/iu;

/** As deep as lists and quotations in each other may be; every renderer has an end somewhere. */
const DEEPEST = 20;

/** As in `astro.config.mjs`. */
const FEATURES = { smartPunctuation: false, headingAttributes: true };

/** What is wrong at one place, before it is known in which file. */
export type Fault = Pick<Problem, 'problem' | 'mend'>;

/**
 * What is wrong with the text below the front matter, the first of each body: MDX that cannot be compiled, and whatever is
 * more than text, since that could run in a reader's browser or while the site is built, ask another site for something, or
 * break the page around it. Each body is parsed as the build does it.
 */
export async function findBodyProblems({ topics, positions, pages }: Entries): Promise<Problem[]> {
  const bodies = [...topics, ...positions, ...pages].filter(({ body }) => body.trim() !== '');
  const parse = await bodyParser();
  return bodies.flatMap(({ file, body }): Problem[] => {
    const parsed = parse(body, needsModule(body));
    const fault = 'problem' in parsed ? parsed : faultBelow(parsed, 0);
    return fault ? [{ file, field: 'body', ...fault }] : [];
  });
}

/** Parses a body as the build does, as MDX or as plain Markdown: its tree, or why there is none. */
export async function bodyParser(): Promise<(body: string, mdx: boolean) => MdastNode | Fault> {
  const { markdownToMdast, mdxToMdast } = await import('satteri');
  return (body, mdx) => {
    try {
      return (mdx ? mdxToMdast : markdownToMdast)(body, { features: FEATURES });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const [, line, reason = message] = /^(\d+):\d+: (.*?)(?: \([\w-]+:[\w-]+\))?$/su.exec(message) ?? [];
      return { problem: `is not MDX that can be compiled${line ? ` (line ${line} of the body)` : ''}: ${reason.replaceAll('\n', ' ')}`, mend: 'close every tag and brace, or write < and { as &lt; and &#123;' };
    }
  };
}

function faultBelow(node: MdastNode, depth: number): Fault | undefined {
  const fault = depth > DEEPEST ? { problem: 'lists or quotations too deep in each other', mend: 'write it in paragraphs' } : faultIn(node);
  if (fault) return { ...fault, problem: `holds ${fault.problem}${node.position ? ` (line ${node.position.start.line} of the body)` : ''}` };
  for (const child of 'children' in node ? node.children : []) {
    const found = faultBelow(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** What a body must not hold, and what to do instead. */
export function faultIn(node: MdastNode): Fault | undefined {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const more = node.attributes.find((attribute) => attribute.type !== 'mdxJsxAttribute' || !ATTRIBUTES.has(attribute.name) || typeof attribute.value !== 'string');
    if (node.name !== null && TAGS.has(node.name) && !more) return undefined;
    const what = node.name !== null && TAGS.has(node.name) && more ? `<${node.name}> with ${more.type === 'mdxJsxAttribute' ? more.name : 'an expression'}` : `the tag <${node.name ?? ''}>`;
    return { problem: what, mend: `write it as Markdown; the only tags are ${[...TAGS].join(', ')}, with ${[...ATTRIBUTES].join(' or ')}` };
  }
  if (/^mdx/u.test(node.type)) return { problem: 'an MDX expression, import or export, which would run when the site is built', mend: 'remove it, or write { as &#123;; bodies are text' };
  if (!PARTS.has(node.type)) return { problem: `${NAMES[node.type] ?? node.type}, for which the pages have no place`, mend: 'say it in paragraphs and lists, or link to it' };
  if (node.type === 'heading' && node.depth === 1) return { problem: 'a heading of the first level (a line that begins with # or stands above ===), which the page has already', mend: 'begin it with ##' };
  if (node.type === 'heading' && Object.keys((node.data as { hProperties?: object } | undefined)?.hProperties ?? {}).some((name) => name !== 'id'))
    return { problem: 'a heading with more than an address', mend: 'keep only the address, such as {#gaps}' };
  if ((node.type === 'link' || node.type === 'definition') && !ADDRESS.test(node.url))
    return { problem: `a link to ${JSON.stringify(node.url.slice(0, 60))}`, mend: 'link to an http(s) address, or to a page of this site with a path that begins with /' };
  if (node.type === 'listItem' && typeof node.checked === 'boolean') return { problem: 'a box to tick', mend: 'write a plain list' };
  return undefined;
}

const NAMES: Readonly<Record<string, string>> = {
  html: 'HTML',
  image: 'a picture',
  imageReference: 'a picture',
  table: 'a table',
  code: 'a block of code (four spaces, or ```)',
  footnoteReference: 'a footnote',
  footnoteDefinition: 'a footnote',
};

/** The address of a heading, `## Gaps {#gaps}`: Markdown, though it looks like an expression. */
const HEADING_ID = /^(#{1,6} .*) \{#[a-z][a-z\d-]*\}$/gmu;

/**
 * Does an MDX body hold more than Markdown: JSX, an import or export, or an expression?
 * When in doubt, yes: a module renders plain Markdown as well, only slower.
 */
export function needsModule(body: string): boolean {
  const text = body.replace(HEADING_ID, '$1');
  return /^(?:import|export)\s/mu.test(text) || /[{}]/u.test(text) || /<[A-Za-z/>]/u.test(text);
}
