import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { pagePolicy } from './policy.ts';

const STYLE = /<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/gu;
const HEAD_END = '</head>';
const CHARSET = /<meta charset="?utf-8"?\s*\/?>/iu;

/**
 * Joins a page's inline styles into one, in their order, and writes its policy into the head: one hash is a quarter of
 * a kilobyte less than one a style, and hashes do not compress.
 * @param html a whole page; its styles stand in the head
 * @throws RangeError when the page has no head with a charset, before which a policy would come too late
 */
export function securePage(html: string): string {
  const end = html.indexOf(HEAD_END);
  if (end === -1 || !CHARSET.test(html.slice(0, end))) throw new RangeError('the page has no <head> with <meta charset>');
  const head = html.slice(0, end);
  const css = [...head.matchAll(STYLE)].map((match) => match[1]).join('');
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(css))));
  const policy = `<meta http-equiv="content-security-policy" content="${pagePolicy(hash)}">`;
  const lean = head.replace(STYLE, '').replace(CHARSET, (charset) => `${charset}${policy}`);
  return `${lean}<style>${css}</style>${html.slice(end)}`;
}
