import { adminIsOn } from './admin.ts';
import { adminPolicy, headerPolicy } from './policy.ts';

/** Headers for the paths that match a pattern; `*` stands for any rest. Of several matches the last one counts. */
export interface HeaderRule {
  pattern: `/${string}*`;
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

/** What every host should send; `_headers`, the nginx configuration and the preview server are made from it. */
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

/** The editor signs in through a window of another site, which must be able to answer. */
const ADMIN_RULE: HeaderRule = {
  pattern: '/admin/*',
  headers: { 'Content-Security-Policy': adminPolicy(), 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups', 'Cache-Control': 'no-cache', 'X-Robots-Tag': 'noindex' },
};

/**
 * The rules of this build.
 * @param admin whether the site has its editor at `/admin/`; by default as the environment says
 */
export function headerRules(admin: boolean = adminIsOn()): readonly HeaderRule[] {
  return admin ? [...HEADER_RULES, ADMIN_RULE] : HEADER_RULES;
}

/**
 * The headers of one path.
 * @param pathname from the site's root, for example `/embed/quotes/x/`
 * @param rules the rules, the last match of which counts
 */
export function headersFor(pathname: string, rules: readonly HeaderRule[] = headerRules()): Record<string, string> {
  const matching = rules.filter(({ pattern }) => pathname.startsWith(pattern.slice(0, -1)));
  return Object.assign({}, ...matching.map(({ headers }) => headers)) as Record<string, string>;
}

/**
 * The file `_headers` that Cloudflare Pages and Netlify read.
 *
 * Cloudflare applies every matching rule in the file's order and joins a header that two of them set with a comma, so
 * `! Name` first takes the inherited one away (https://developers.cloudflare.com/pages/configuration/headers/).
 * Netlify lets the last matching rule win and passes over a line without a colon, so that line does nothing there
 * (https://github.com/netlify/build/tree/main/packages/headers-parser). Both so send each header once.
 * @param rules the rules, the general ones first
 */
export function headersFile(rules: readonly HeaderRule[] = headerRules()): string {
  const [everywhere, ...rest] = rules;
  const inherited = new Set(Object.keys(everywhere?.headers ?? {}));
  const block = ({ pattern, headers }: HeaderRule, detach: boolean) => [pattern, ...Object.entries(headers).flatMap(([name, value]) => [...(detach && inherited.has(name) ? [`  ! ${name}`] : []), `  ${name}: ${value}`])].join('\n');
  return `${[...(everywhere ? [block(everywhere, false)] : []), ...rest.map((rule) => block(rule, true))].join('\n\n')}\n`;
}
