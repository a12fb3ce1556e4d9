import { headerPolicy } from './policy.ts';

/** Headers for the paths that match a pattern; `*` stands for any rest. Of several matches the last one counts. */
export interface HeaderRule {
  pattern: string;
  headers: Readonly<Record<string, string>>;
}

const YEAR = 31_536_000;

const EVERYWHERE = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': `max-age=${2 * YEAR}; includeSubDomains`,
  'Permissions-Policy': 'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
} as const;

const IMMUTABLE = `public, max-age=${YEAR}, immutable`;

/** What every host should send; `_headers` and the preview server are made from it. */
export const HEADER_RULES: readonly HeaderRule[] = [
  { pattern: '/*', headers: { ...EVERYWHERE, 'Content-Security-Policy': headerPolicy('none'), 'Cross-Origin-Opener-Policy': 'same-origin', 'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400' } },
  { pattern: '/_astro/*', headers: { 'Cache-Control': IMMUTABLE } },
  { pattern: '/pagefind/fragment/*', headers: { 'Cache-Control': IMMUTABLE } },
  { pattern: '/pagefind/index/*', headers: { 'Cache-Control': IMMUTABLE } },
  { pattern: '/embed/*', headers: { 'Content-Security-Policy': headerPolicy('anyone'), 'Cross-Origin-Opener-Policy': 'unsafe-none' } },
  { pattern: '/data/*', headers: { 'Access-Control-Allow-Origin': '*' } },
  { pattern: '/oembed/*', headers: { 'Access-Control-Allow-Origin': '*' } },
  { pattern: '/feeds/*', headers: { 'Access-Control-Allow-Origin': '*' } },
];

/**
 * The headers of one path.
 * @param pathname from the site's root, for example `/embed/quotes/x/`
 */
export function headersFor(pathname: string): Record<string, string> {
  const matching = HEADER_RULES.filter(({ pattern }) => pathname.startsWith(pattern.replace(/\*$/u, '')));
  return Object.assign({}, ...matching.map(({ headers }) => headers)) as Record<string, string>;
}

/**
 * The file `_headers` that Cloudflare Pages and Netlify read (https://developers.cloudflare.com/pages/configuration/headers/).
 * Both send a header twice when two patterns set it; `! Name` first takes the inherited one away.
 */
export function headersFile(): string {
  const [everywhere, ...rest] = HEADER_RULES;
  const inherited = new Set(Object.keys(everywhere?.headers ?? {}));
  const block = ({ pattern, headers }: HeaderRule, detach: boolean) =>
    [pattern, ...Object.entries(headers).flatMap(([name, value]) => [...(detach && inherited.has(name) ? [`  ! ${name}`] : []), `  ${name}: ${value}`])].join('\n');
  return `${[...(everywhere ? [block(everywhere, false)] : []), ...rest.map((rule) => block(rule, true))].join('\n\n')}\n`;
}
