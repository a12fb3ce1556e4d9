import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';

/** What would run in a reader's browser, or show or ask something in another site's name. */
const ACTIVE = /<\s*(?:script|iframe|object|embed|form|style|link|meta|base)\b|<[a-z][^>]*\son[a-z]+\s*=|\b(?:javascript|vbscript):|\]\(\s*<?data:/iu;

/** What MDX would run during the build: an expression, or an import or export that begins a paragraph. */
const CODE = /(?<!\\)\{|(?:^\s*|\n[ \t]*\n)(?:import|export)\s/u;

/**
 * What is wrong with the text below the front matter: a script, code, or MDX that the site's own compiler refuses. Only a
 * body with JSX or expressions is compiled, as in the build.
 */
export async function findBodyProblems({ topics, positions, pages }: Entries): Promise<Problem[]> {
  const bodies = [...topics, ...positions, ...pages].filter(({ body }) => body.trim() !== '');
  const scripts = bodies
    .filter(({ body }) => ACTIVE.test(withoutEntities(body)))
    .map(({ file }): Problem => ({ file, field: 'body', problem: 'holds a script, an event handler, a frame, a form or a javascript: address', mend: 'remove it; bodies are text with links to http(s) addresses' }));
  const modules = bodies.filter(({ body, file }) => needsModule(body) && !scripts.some((problem) => problem.file === file));
  if (modules.length === 0) return scripts;
  // The compiler takes a tenth of a second to load, and few records need it.
  const { satteri } = await import('@astrojs/markdown-satteri');
  const renderer = await satteri().createMdxRenderer?.({ syntaxHighlight: false, gfm: true }, { optimize: false, srcDir: new URL('file:///src/'), sourcemap: false });
  if (!renderer) throw new Error('the Markdown processor cannot compile MDX');
  const refused = await Promise.all(
    modules.map(async ({ file, body }): Promise<Problem[]> => {
      try {
        await renderer.process(body, file, {});
        return CODE.test(withoutCodeSpans(body)) ? [{ file, field: 'body', problem: 'holds an MDX expression or import, which would run when the site is built', mend: 'remove it, or write { as &#123;; bodies are text' }] : [];
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const [, line, reason = message] = /^(\d+):\d+: (.*?)(?: \([\w-]+:[\w-]+\))?$/su.exec(message) ?? [];
        return [{ file, field: 'body', problem: `is not MDX that can be compiled${line ? ` (line ${line} of the body)` : ''}: ${reason.replaceAll('\n', ' ')}`, mend: 'close every tag and brace, or write < and { as &lt; and &#123;' }];
      }
    }),
  );
  return [...scripts, ...refused.flat()];
}

/** Markdown reads `java&#115;cript&colon;` in an address as the letters that it stands for. */
function withoutEntities(body: string): string {
  const letter = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
  return body
    .replaceAll(/&#x([0-9a-f]{1,8});?/giu, (_, code: string) => letter(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d{1,8});?/gu, (_, code: string) => letter(Number(code)))
    .replaceAll(/&colon;?/giu, ':')
    .replaceAll(/&(?:tab|newline);?/giu, '');
}

function withoutCodeSpans(body: string): string {
  return body.replaceAll(/```[\s\S]*?```|`[^`\n]*`/gu, '');
}

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
