import { describe, expect, test } from 'vitest';
import { headersFile, headersFor } from '../../src/hosting/headers.ts';
import { securePage } from '../../src/hosting/secure-page.ts';

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

  test('only embeds may be framed', () => {
    expect(headersFor('/quotes/x/')['Content-Security-Policy']).not.toContain('frame-ancestors *');
  });
});

test('headersFile takes an inherited header away before it sets another', () => {
  const lines = headersFile().split('\n');
  const embed = lines.slice(lines.indexOf('/embed/*'));
  expect(embed[1]).toBe('  ! Content-Security-Policy');
  expect(lines.every((line) => line.length < 2000)).toBe(true);
});

describe('securePage', () => {
  const page = (head: string) => `<!doctype html><html><head><meta charset="utf-8">${head}</head><body></body></html>`;

  test('joins the styles in their order under one hash', () => {
    const html = securePage(page('<style>a{}</style><title>x</title><style media="all">b{}</style>'));
    expect(html.match(/<style/gu)).toHaveLength(1);
    expect(html).toContain('<style>a{}b{}</style></head>');
    // printf 'a{}b{}' | openssl dgst -sha256 -binary | base64
    expect(html).toContain("'sha256-cR0WXeDFPUxoynVcPpDZ1iYEOmjKwa49ZNxsL/qKIpk='");
  });

  test('puts the policy before anything that could load', () => {
    expect(securePage(page('<script src="/x.js"></script>'))).toMatch(/<meta charset="utf-8"><meta http-equiv="content-security-policy"[^>]*><script/u);
  });

  test('refuses a page without a head', () => {
    expect(() => securePage('<p>x</p>')).toThrow(RangeError);
  });
});
