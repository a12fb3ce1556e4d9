import { FRAME_SCRIPT } from './frame-script.ts';
import { hashOf, pagePolicy } from './policy.ts';
import { usedCss, withoutIdleScopes } from './used-css.ts';

const STYLE = /<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/gu;
const HEAD_END = '</head>';
const CHARSET = /<meta charset="?utf-8"?\s*\/?>/iu;

/** The hash of a page's style: thousands of pages share a dozen styles, and hashing them took a twentieth of a build. */
const HASHES = new Map<string, string>();

/**
 * Joins the rules that a page uses of its inline styles into one, in their order, and writes its policy into the head: one hash is a quarter of
 * a kilobyte less than one a style, and hashes do not compress.
 * @param page a whole page; its styles stand in the head
 * @throws RangeError when the page has no head with a charset, before which a policy would come too late
 */
export function securePage(page: string): string {
  const end = page.indexOf(HEAD_END);
  const head = page.slice(0, Math.max(0, end));
  if (!CHARSET.test(head)) throw new RangeError('the page has no <head> with <meta charset>');
  const { css, scopes } = usedCss([...head.matchAll(STYLE)].map((match) => match[1]).join(''), page);
  const hash = HASHES.get(css) ?? hashOf(css);
  HASHES.set(css, hash);
  const policy = `<meta http-equiv="content-security-policy" content="${pagePolicy(hash, page.includes(FRAME_SCRIPT))}">`;
  return `${head.replace(STYLE, '').replace(CHARSET, (charset) => `${charset}${policy}`)}<style>${css}</style>${withoutIdleScopes(page.slice(end), scopes)}`;
}
