import { describe, expect, test } from 'vitest';
import { addressProblem, basePath, siteOrigin } from '../../src/site/address.ts';

describe('the address of the site', () => {
  test.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['on-record', '/on-record/'],
    ['/on-record', '/on-record/'],
    ['/a/b.c/', '/a/b.c/'],
  ])('BASE_PATH=%s is %s', (value, base) => {
    expect(addressProblem({ BASE_PATH: value })).toBeUndefined();
    expect(basePath(value)).toBe(base);
  });

  test.each(['https://a.example', 'https://a.example/', 'http://localhost:4321'])('SITE_URL=%s is taken', (value) => {
    expect(addressProblem({ SITE_URL: value })).toBeUndefined();
    expect(siteOrigin(value)).toBe(value.replace(/\/$/u, ''));
  });

  test.each([
    [{ SITE_URL: 'nonsense' }, /^SITE_URL=nonsense is no address of a site/u],
    [{ SITE_URL: '' }, /^SITE_URL= is no address of a site/u],
    [{ SITE_URL: 'ftp://a.example' }, /is no address of a site/u],
    [{ SITE_URL: 'https://a.example/?b' }, /is no address of a site/u],
    [{ SITE_URL: 'https://me:secret@a.example' }, /is no address of a site/u],
    [{ SITE_URL: 'https://a.example/b' }, /has a path.*SITE_URL=https:\/\/a\.example BASE_PATH=\/b\/$/u],
    [{ BASE_PATH: 'https://a.example/' }, /“https:” is no name of a folder/u],
    [{ BASE_PATH: '/a b/' }, /“a b” is no name of a folder/u],
    [{ BASE_PATH: '/../' }, /“\.\.” is no name of a folder/u],
  ])('%j is refused in one line with its mend', (settings, says) => {
    const said = addressProblem(settings) ?? '';
    expect(said).toMatch(says);
    expect(said).toMatch(/^[^\n]+ To mend: \S[^\n]*$/u);
  });
});
