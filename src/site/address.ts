/** Where the site lives when nothing is said: an address that is kept for examples (RFC 2606). */
const EXAMPLE = 'https://on-record.example';

/** What is allowed of a folder's name in an address, so that it stands in links as it is. */
const FOLDER = /^[\w~-][\w.~-]*$/u;

/** The site's host from `SITE_URL`, without a slash at the end. */
export function siteOrigin(value: string | undefined): string {
  return value === undefined ? EXAMPLE : (originOf(value) ?? EXAMPLE);
}

/** The folder the site is served from, with a slash at both ends, from `BASE_PATH` with or without them. */
export function basePath(value: string | undefined): string {
  const folders = foldersOf(value);
  return folders.length === 0 ? '/' : `/${folders.join('/')}/`;
}

/**
 * What is wrong with the settings of the site's address, in one line with its mend.
 * @param environment `SITE_URL` and `BASE_PATH`
 * @returns undefined where nothing is
 */
export function addressProblem({ SITE_URL, BASE_PATH }: Readonly<Record<string, string | undefined>>): string | undefined {
  const folder = foldersOf(BASE_PATH).find((name) => !FOLDER.test(name));
  if (folder !== undefined) return `BASE_PATH=${BASE_PATH}: “${folder}” is no name of a folder. To mend: use letters, digits, hyphens and dots, such as BASE_PATH=/on-record/`;
  if (SITE_URL === undefined || originOf(SITE_URL) !== undefined) return undefined;
  const url = URL.parse(SITE_URL);
  if (url && /^https?:$/u.test(url.protocol) && url.pathname !== '/') return `SITE_URL=${SITE_URL} has a path, which belongs to BASE_PATH. To mend: SITE_URL=${url.origin} BASE_PATH=${url.pathname.replace(/\/?$/u, '/')}`;
  return `SITE_URL=${SITE_URL} is no address of a site. To mend: give its protocol and host alone, such as SITE_URL=${EXAMPLE}`;
}

function foldersOf(value = ''): string[] {
  return value.split('/').filter((name) => name !== '');
}

/** Undefined where it is no http(s) address, or holds more than a host: a path, a query, a password. */
function originOf(value: string): string | undefined {
  const url = URL.parse(value);
  return url && /^https?:$/u.test(url.protocol) && url.href === `${url.origin}/` ? url.origin : undefined;
}
