import { site } from '../site/settings.ts';

/** The site's own policy names the fingerprint of styles that are changed here; from disk a page needs nothing but them. */
const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">`;

/**
 * A built page as one file that opens from disk: its styles stay, fonts give way to the system's, scripts and the
 * site's own header go, links inside the pack lead to its files and all others to the site.
 * @param html the page as built
 * @param files addresses of the site, as they stand in the page, and the files of the pack that hold them
 */
export function offlinePage(html: string, files: ReadonlyMap<string, string>): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/gu, '')
    .replace(/<meta\b[^>]*\bhttp-equiv="content-security-policy"[^>]*>/gu, POLICY)
    .replace(/<link\b[^>]*\brel="(?:preload|modulepreload|icon|manifest|alternate)"[^>]*>/gu, '')
    .replace(/<meta\b[^>]*\bproperty="og:[^>]*>/gu, '')
    .replace(/<header\b[\s\S]*?<\/header>/u, '')
    .replace(/<nav class="crumbs[\s\S]*?<\/nav>/u, '')
    .replace(/<print-button\b[\s\S]*?<\/print-button>/gu, '')
    .replace(/@font-face\s*\{[^}]*\burl\([^}]*\}/gu, '')
    .replace(/\bhref="(\/[^"#]*)(#[^"]*)?"/gu, (_, address: string, fragment = '') => `href="${files.get(address) ?? site.url + address}${fragment}"`);
}
