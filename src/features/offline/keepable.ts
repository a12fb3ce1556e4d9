/** The content type of every kind of file that is kept; other kinds are not. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  pagefind: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_filter: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
};

/** For other sites, for other programs, or not of use offline. */
const LEFT_OUT = /^(?:cards|embed)\/|^quotes\/[^/]+\/cite\/|^404\.html$|^sw\.js$/u;

/** Compressed already: a second time would only cost time. */
const COMPRESSED = /\.(?:woff2|pagefind|pf_\w+)$/u;

/**
 * Is this file of the built site kept for reading offline?
 * @param file its path from the site's folder
 * @param needed the JSON files that pages load (`jsonOf`)
 */
export function isKept(file: string, needed: ReadonlySet<string>): boolean {
  if (LEFT_OUT.test(file) || OF_TOPIC.test(file) || !(extensionOf(file) in TYPES)) return false;
  return extensionOf(file) !== 'json' || file.startsWith('pagefind/') || needed.has(file);
}

/**
 * The JSON files that a page's scripts load: those it names in a `data-` attribute.
 * @param html the page
 * @param base the folder the site is served from, with a slash at both ends
 * @returns paths from the site's folder
 */
export function jsonOf(html: string, base: string): string[] {
  return [...html.matchAll(/\sdata-[\w-]+="([^"]+\.json)"/gu)].flatMap(([, address = '']) => (address.startsWith(base) ? [address.slice(base.length)] : []));
}

/** Papers and slides of lessons, to print or to change, and the pages of lessons on one question. */
const OF_TOPIC = /^class\/(?!who-said-it\/)([^/]+)\/(?:(?:.+\/)?[^/]+\.(?:pdf|docx|pptx)|(?!key\/|slides\/)[^/]+\/(?:slides\/)?index\.html)$/u;

/** The topic to whose lessons a file belongs that is kept only for topics that a reader chooses: together they weigh more than the site. */
export function topicOf(file: string): string | undefined {
  return OF_TOPIC.exec(file)?.[1];
}

/** The content type of a kept file. */
export function typeOf(file: string): string {
  return TYPES[extensionOf(file)] ?? 'application/octet-stream';
}

/** Does gzip make this kind of file smaller? */
export function isCompressible(file: string): boolean {
  return !COMPRESSED.test(file);
}

function extensionOf(file: string): string {
  return file.slice(file.lastIndexOf('.') + 1);
}
