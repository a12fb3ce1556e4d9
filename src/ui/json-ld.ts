const UNSAFE: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/**
 * JSON-LD as the text of a `<script type="application/ld+json">`: the same JSON, with nothing that could end the script
 * or begin a comment (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements).
 */
export function jsonLdText(value: object): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, (sign) => UNSAFE[sign] ?? sign);
}
