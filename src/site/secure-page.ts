import { sha256 } from '@noble/hashes/sha2.js';
import { pagePolicy } from './policy.ts';
import { usedCss } from './used-css.ts';

const STYLE = /<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/gu;
/** Minifiers keep comments that begin with `!`, such as the name of the tool that wrote the rules. */
const COMMENT = /\/\*![\s\S]*?\*\//gu;
const HEAD_END = '</head>';
const CHARSET = /<meta charset="?utf-8"?\s*\/?>/iu;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The hash of a page's style: thousands of pages share a dozen styles, and hashing them took a twentieth of a build. */
const HASHES = new Map<string, string>();

/**
 * Joins the rules that a page uses of its inline styles into one, in their order, and writes its policy into the head: one hash is a quarter of
 * a kilobyte less than one a style, and hashes do not compress.
 * @param page a whole page as UTF-8; its styles stand in the head
 * @param scripted every name that the site's scripts may add to it
 * @returns the page; only its head is read as text, because reading whole pages took a tenth of a build
 * @throws RangeError when the page has no head with a charset, before which a policy would come too late
 */
export function securePage(page: Uint8Array<ArrayBuffer>, scripted: ReadonlySet<string> = new Set()): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const end = bytes.indexOf(HEAD_END);
  const head = decoder.decode(bytes.subarray(0, Math.max(0, end)));
  if (!CHARSET.test(head)) throw new RangeError('the page has no <head> with <meta charset>');
  const written = [...head.matchAll(STYLE)]
    .map((match) => match[1])
    .join('')
    .replace(COMMENT, '');
  // Names of elements and classes are ASCII.
  const css = usedCss(written, bytes.toString('latin1'), scripted);
  const hash = HASHES.get(css) ?? btoa(String.fromCharCode(...sha256(encoder.encode(css))));
  HASHES.set(css, hash);
  const policy = `<meta http-equiv="content-security-policy" content="${pagePolicy(hash)}">`;
  const lean = head.replace(STYLE, '').replace(CHARSET, (charset) => `${charset}${policy}`);
  return Buffer.concat([encoder.encode(`${lean}<style>${css}</style>`), bytes.subarray(end)]);
}
