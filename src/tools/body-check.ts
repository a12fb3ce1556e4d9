import { satteri } from '@astrojs/markdown-satteri';
import { needsModule } from '../loaders/record-files.ts';
import type { Entries } from '../schemas/entries.ts';
import type { Problem } from '../schemas/problem.ts';

const SCRIPT = /<script\b|\b(?:javascript|vbscript):|\]\(\s*data:/iu;

/**
 * What is wrong with the text below the front matter: a script, or MDX that the site's own compiler refuses. Only a body
 * with JSX or expressions is compiled, as in the build.
 */
export async function findBodyProblems({ topics, positions, pages }: Entries): Promise<Problem[]> {
  const bodies = [...topics, ...positions, ...pages].filter(({ body }) => body.trim() !== '');
  const scripts = bodies.filter(({ body }) => SCRIPT.test(body)).map(({ file }): Problem => ({ file, field: 'body', problem: 'holds a script or a javascript: address', mend: 'remove it; bodies are text with links to http(s) addresses' }));
  const modules = bodies.filter(({ body, file }) => needsModule(body) && !scripts.some((problem) => problem.file === file));
  if (modules.length === 0) return scripts;
  const renderer = await satteri().createMdxRenderer?.({ syntaxHighlight: false, gfm: true }, { optimize: false, srcDir: new URL('file:///src/'), sourcemap: false });
  if (!renderer) throw new Error('the Markdown processor cannot compile MDX');
  const refused = await Promise.all(
    modules.map(async ({ file, body }): Promise<Problem[]> => {
      try {
        await renderer.process(body, file, {});
        return [];
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const [, line, reason = message] = /^(\d+):\d+: (.*?)(?: \([\w-]+:[\w-]+\))?$/su.exec(message) ?? [];
        return [{ file, field: 'body', problem: `is not MDX that can be compiled${line ? ` (line ${line} of the body)` : ''}: ${reason.replaceAll('\n', ' ')}`, mend: 'close every tag and brace, or write < and { as &lt; and &#123;' }];
      }
    }),
  );
  return [...scripts, ...refused.flat()];
}
