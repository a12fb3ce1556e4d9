import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** Our template: a package of its own, installed only here. */
const TEMPLATE = path.resolve('tests/bench/peers/starlight');

/**
 * Builds a page of ours as a page of Starlight: the same words, links, lists and tables, in its frame.
 * @param html our built page
 * @param folder an empty folder
 * @returns the built site; the page is at `topic/`
 * @throws Error when it cannot be installed or built
 */
export async function buildStarlight(html: string, folder: string): Promise<string> {
  await fs.cp(TEMPLATE, folder, { recursive: true });
  const page = path.join(folder, 'src/content/docs/topic.md');
  await fs.mkdir(path.dirname(page), { recursive: true });
  await fs.writeFile(page, markdown(html));
  const run = promisify(execFile);
  const options = { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } };
  await run('npm', ['install', '--no-audit', '--no-fund'], options);
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], options);
  return path.join(folder, 'dist');
}

/** The main part without what only our styles and scripts need; its headings as Markdown, from which Starlight makes its list. */
function markdown(html: string): string {
  const [, title = ''] = /<title>([^<|]*[^<|\s])/u.exec(html) ?? [];
  const [, description = ''] = /<meta name="description" content="([^"]*)"/u.exec(html) ?? [];
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/u.exec(html) ?? [];
  const body = main
    .replaceAll(/<(svg|script|template|fieldset|button|h1)\b[\s\S]*?<\/\1>/gu, '')
    .replaceAll(/<\/?(?!(?:a|abbr|article|b|blockquote|caption|cite|dd|dl|dt|h[2-4]|li|ol|p|q|section|table|tbody|td|th|thead|time|tr|ul)\b)[a-z][\w-]*[^>]*>/gu, '')
    .replaceAll(/<([a-z]\w*)\b[^>]*?(?: (href="[^"]*"))?(?: [^>]*)?>/gu, (_, element: string, href?: string) => (href ? `<${element} ${href}>` : `<${element}>`))
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/<h2>(.*?)<\/h2>/gu, (_, words: string) => `\n\n## ${words.replaceAll(/<[^>]*>/gu, '').trim()}\n\n`);
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n${body}\n`;
}
