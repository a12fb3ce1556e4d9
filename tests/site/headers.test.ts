import { describe, expect, test } from 'vitest';
import { headerRules, headersFile, headersFor } from '../../src/site/headers.ts';
import { securePage } from '../../src/site/secure-page.ts';

describe('headersFor', () => {
  test.each([
    ['/', 'content-security-policy', /frame-ancestors 'none'/u],
    ['/embed/quotes/x/', 'content-security-policy', /frame-ancestors \*/u],
    ['/embed/quotes/x/', 'x-content-type-options', /nosniff/u],
    ['/_astro/x.js', 'cache-control', /immutable/u],
    ['/topics/', 'cache-control', /max-age=300/u],
    ['/data/v1/quotes.json', 'access-control-allow-origin', /^\*$/u],
  ])('%s sends %s', (pathname, name, value) => {
    const headers = new Headers(headersFor(pathname));
    expect(headers.get(name)).toMatch(value);
  });

  test('only embeds may be framed', () => expect(headersFor('/quotes/x/')['Content-Security-Policy']).not.toContain('frame-ancestors *'));
});

/** What a host does with the lines of `_headers`: its rules in the file's order, each with the names it takes away. */
interface HostRule {
  path: string;
  lines: readonly { name: string; value: string }[];
  detached: readonly string[];
}

function rulesOf(file: string): HostRule[] {
  return file
    .trim()
    .split(/\n\n/u)
    .map((block) => {
      const [path = '', ...lines] = block.split('\n').map((line) => line.trim());
      const detached = lines.flatMap((line) => /^! (\S+)$/u.exec(line)?.[1] ?? []);
      return { path, detached, lines: lines.flatMap((line) => (line.includes(':') ? [{ name: line.slice(0, line.indexOf(':')).toLowerCase(), value: line.slice(line.indexOf(':') + 1).trim() }] : [])) };
    });
}

/** Cloudflare Pages: every matching rule in turn; it takes away, then adds, and joins what stands twice with a comma. */
function cloudflare(file: string, pathname: string): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const { path, lines, detached } of rulesOf(file)) {
    const pattern = path.split('*').map((part) => RegExp.escape(part));
    if (!new RegExp(`^${pattern.join('.*')}$`, 'u').test(pathname)) continue;
    for (const name of detached) delete sent[name.toLowerCase()];
    for (const { name, value } of lines) sent[name] = sent[name] === undefined ? value : `${sent[name]}, ${value}`;
  }
  return sent;
}

/** Netlify: the last matching rule wins for each header; a line without a colon is passed over, letters match in either case, and `/x/*` matches all that begins with `/x`. */
function netlify(file: string, pathname: string): Record<string, string> {
  const matching = rulesOf(file).filter(({ path }) => new RegExp(`^${path.replace(/\/\*$/u, '/?(.*)')}/?$`, 'iu').test(pathname));
  return Object.fromEntries(matching.flatMap(({ lines }) => lines.map(({ name, value }) => [name, value])));
}

describe('headersFile', () => {
  const rules = headerRules(true);
  const file = headersFile(rules);

  const paths = [
    '/',
    '/404',
    '/topics/nhs/',
    '/embed/quotes/x/',
    '/embed/nhs/waiting-times/',
    '/_astro/x.js',
    '/pagefind/pagefind.js',
    '/pagefind/fragment/x.pf_fragment',
    '/data/',
    '/data/v1/quotes.csv',
    '/oembed/one/two.json',
    '/feeds/latest.xml',
    '/admin/',
    '/admin/sveltia-cms.js',
    '/nowhere',
  ];

  test.each(paths.flatMap((pathname) => [['Cloudflare Pages', cloudflare, pathname] as const, ['Netlify', netlify, pathname] as const]))('%s sends for %3$s each header once, as every other host', (_, host, pathname) => {
    const wanted = Object.fromEntries(Object.entries(headersFor(pathname, rules)).map(([name, value]) => [name.toLowerCase(), value]));
    expect(host(file, pathname)).toEqual(wanted);
  });

  // https://developers.cloudflare.com/pages/configuration/headers/: 100 rules, 2,000 characters a line, one * a rule.
  test('keeps to the limits of the hosts', () => {
    expect(rulesOf(file).length).toBeLessThanOrEqual(100);
    expect(file.split('\n').filter((line) => line.length > 2000)).toEqual([]);
    expect(rulesOf(file).filter(({ path }) => !/^\/[^*\s:]*\*?$/u.test(path))).toEqual([]);
    const lines = rulesOf(file).flatMap((rule) => rule.lines);
    expect(lines.filter(({ name, value }) => !/^[a-z-]+$/u.test(name) || value === '')).toEqual([]);
  });

  test('says nothing of an editor that the site does not have', () => {
    expect(headersFile(headerRules(false))).not.toContain('/admin/');
    expect(headersFor('/admin/', headerRules(false))['Content-Security-Policy']).not.toContain('unpkg');
  });

  test('the editor may load from named hosts, run no foreign script, and not be framed or indexed', () => {
    const { 'Content-Security-Policy': policy = '', ...headers } = headersFor('/admin/', rules);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https:(?!\/\/[\w.]+)|\s\*[\s;]/u);
    expect(headers['X-Robots-Tag']).toBe('noindex');
  });
});

describe('securePage', () => {
  const page = (head: string) => `<!doctype html><html><head><meta charset="utf-8">${head}</head><body></body></html>`;

  test('joins the styles in their order under one hash', () => {
    const html = securePage(page('<style>html{a:b}</style><title>x</title><style media="all">body{c:d}</style>'));
    expect(html.match(/<style/gu)).toHaveLength(1);
    expect(html).toContain('<style>html{a:b}body{c:d}</style></head>');
    // printf 'html{a:b}body{c:d}' | openssl dgst -sha256 -binary | base64
    expect(html).toContain("'sha256-gMULzHt/30mWFwrtCqt1DyZW1HQxG0XBVOI9+yd39bI='");
  });

  test('leaves out the rules that the page does not use, and comments', () => {
    const html = securePage(page('<style>html{a:b}/*! a tool */.gone{c:d}</style>'));
    expect(html).toContain('<style>html{a:b}</style></head>');
  });

  test('puts the policy before anything that could load', () => expect(securePage(page('<script src="/x.js"></script>'))).toMatch(/<meta charset="utf-8"><meta http-equiv="content-security-policy"[^>]*><script/u));

  test('refuses a page without a head', () => expect(() => securePage('<p>x</p>')).toThrow(RangeError));
});
