import { sha256 } from '@noble/hashes/sha2.js';
import { FRAME_SCRIPT } from './frame-script.ts';

/**
 * What pages may load and do (https://www.w3.org/TR/CSP3/). Everything comes from this site; there are no inline
 * scripts, but the one of frames, and no style attributes. `wasm-unsafe-eval` is for Pagefind's index reader only, and allows no JavaScript.
 */
const DIRECTIVES = {
  'script-src': "'self' 'wasm-unsafe-eval'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'media-src': "'none'",
  'object-src': "'none'",
  'frame-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
} as const;

const DEFAULT = "'self'";

/** How a policy names a text that may stand in a page: base64 of its SHA-256. */
export function hashOf(text: string): string {
  return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))));
}

/** A frame runs its own few lines and nothing else. */
const OF_FRAMES = { 'script-src': `'sha256-${hashOf(FRAME_SCRIPT)}'` } as const;

/** What `default-src` does not say already: fetches of another rule, and `base-uri` and `form-action`, which are no fetches. */
const NOT_BY_DEFAULT = Object.fromEntries(Object.entries(DIRECTIVES).filter(([name, value]) => value !== DEFAULT || !name.endsWith('-src')));

const written = (directives: Readonly<Record<string, string>>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/**
 * The policy a host sends as a header: everything but the styles, whose hash differs from page to page and stands in
 * the page itself.
 * @param framing who may show the page in a frame: `none`, or `anyone` for embeds
 */
export function headerPolicy(framing: 'none' | 'anyone'): string {
  return written({ ...DIRECTIVES, ...(framing === 'anyone' ? OF_FRAMES : {}), 'style-src-attr': "'none'", 'frame-ancestors': framing === 'anyone' ? '*' : "'none'" });
}

/**
 * The policy of the editor at `/admin/`, sent as a header. It fetches its fonts from jsDelivr, asks unpkg for its newest
 * version and GitHub for the files, and writes its styles into the page; scripts come from this site alone.
 */
export function adminPolicy(): string {
  return written({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob: https://avatars.githubusercontent.com",
    'font-src': 'https://cdn.jsdelivr.net',
    'connect-src': "'self' blob: data: https://api.github.com https://www.githubstatus.com https://unpkg.com",
    'worker-src': "'self' blob:",
    'manifest-src': "'self' data: blob:",
    'object-src': "'none'",
    'frame-src': "'self' blob:",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  });
}

/**
 * The policy that stands in a page, for hosts that send no headers, and for its one inline style.
 * @param styleHash base64 of the SHA-256 of the style's text
 * @param isFrame whether it is a page for other sites
 */
export function pagePolicy(styleHash: string, isFrame: boolean): string {
  return written({ 'default-src': DEFAULT, ...NOT_BY_DEFAULT, ...(isFrame ? OF_FRAMES : {}), 'style-src': `'self' 'sha256-${styleHash}'` });
}
