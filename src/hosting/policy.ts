/**
 * What pages may load and do (https://www.w3.org/TR/CSP3/). Everything comes from this site; there are no inline
 * scripts and no style attributes. `wasm-unsafe-eval` is for Pagefind's index reader only, and allows no JavaScript.
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

const written = (directives: Readonly<Record<string, string>>) => Object.entries(directives).map(([name, value]) => `${name} ${value}`).join('; ');

/**
 * The policy a host sends as a header: everything but the styles, whose hash differs from page to page and stands in
 * the page itself.
 * @param framing who may show the page in a frame: `none`, or `anyone` for embeds
 */
export function headerPolicy(framing: 'none' | 'anyone'): string {
  return written({ ...DIRECTIVES, 'style-src-attr': "'none'", 'frame-ancestors': framing === 'anyone' ? '*' : "'none'" });
}

/**
 * The policy that stands in a page, for hosts that send no headers, and for its one inline style.
 * @param styleHash base64 of the SHA-256 of the style's text
 */
export function pagePolicy(styleHash: string): string {
  return written({ 'default-src': "'self'", ...DIRECTIVES, 'style-src': `'self' 'sha256-${styleHash}'` });
}
