import { site } from '../site/settings.ts';

/** The site's own policy names the fingerprint of styles that are changed here; from disk a page needs nothing but its own text. */
const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`;

/** The script of the frame, on every page: search, copying, links that are fetched before they are followed. */
const FRAME = /\/Base\.[\w-]+\.js$/u;

/**
 * A built page as one file that opens from disk: its styles and its own script stand in it, fonts give way to the system's,
 * the site's header, its lists of links and the frame's script go, links inside the folder lead to its files and all others to the site.
 * @param html the page as built
 * @param files addresses of the site, as they stand in the page, and the files that hold them
 * @param scriptAt gives the script at an address of the site
 * @throws Error when a script loads another, which a page on disk cannot
 */
export function offlinePage(html: string, files: ReadonlyMap<string, string>, scriptAt: (address: string) => string): string {
  const own = [...html.matchAll(/<script type="module" src="([^"]+)"/gu)].flatMap(([, address = '']) => (FRAME.test(address) ? [] : [inlineScript(address, scriptAt(address))]));
  return html
    .replace(/<script\b[\s\S]*?<\/script>/gu, '')
    .replace(/<meta\b[^>]*\bhttp-equiv="content-security-policy"[^>]*>/gu, POLICY)
    .replace(/<link\b[^>]*\brel="(?:preload|modulepreload|icon|apple-touch-icon|manifest|alternate)"[^>]*>/gu, '')
    .replace(/<meta\b[^>]*\bproperty="og:[^>]*>/gu, '')
    .replace(/<header\b[\s\S]*?<\/header>/u, '')
    .replace(/<nav class="crumbs[\s\S]*?<\/nav>/u, '')
    .replace(/(<footer\b[\s\S]*?)<ul\b[\s\S]*?<\/ul>(?=[\s\S]*<\/footer>)/u, '$1')
    .replace(/<(print-button|copy-button)\b[\s\S]*?<\/\1>/gu, '')
    .replace(/@font-face\s*\{[^}]*\burl\([^}]*\}/gu, '')
    .replace(/\bhref="(\/[^"#?]*)(\?[^"#]*)?(#[^"]*)?"/gu, (_, address: string, query = '', fragment = '') => `href="${files.get(address) ?? site.url + address}${query}${fragment}"`)
    .replace('</body>', () => `${own.join('')}</body>`);
}

function inlineScript(address: string, code: string): string {
  if (/(?:^|[;}\s])import\s*(?:["'{*(]|\w+\s+from)/u.test(code)) throw new Error(`${address} loads another script, which a page on disk cannot. To mend: keep it in one file (src/build/two-scripts.ts)`);
  return `<script type="module">${code.replaceAll('</script', '<\\/script')}</script>`;
}
