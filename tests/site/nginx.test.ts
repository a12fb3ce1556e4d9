import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { headerRules, headersFor } from '../../src/site/headers.ts';
import { nginxConfig } from '../../src/site/nginx.ts';

const RULES = headerRules(true);
const THERE = spawnSync('nginx', ['-v']).error === undefined;
if (!THERE) console.warn('nginx is not on this machine: its configuration is read as text here, and not run. To run it: apt-get install nginx-light');

/** Paths of files that a build writes, with the type that a reader's browser needs. */
const PATHS = [
  ['/', 'text/html; charset=utf-8'],
  ['/topics/channel-returns/', 'text/html; charset=utf-8'],
  ['/embed/quotes/x/', 'text/html; charset=utf-8'],
  ['/_astro/page.js', 'text/javascript; charset=utf-8'],
  ['/_astro/face.woff2', 'font/woff2'],
  ['/pagefind/pagefind.js', 'text/javascript; charset=utf-8'],
  ['/pagefind/fragment/x.pf_fragment', 'application/octet-stream'],
  ['/data/v1/quotes.csv', 'text/csv; charset=utf-8'],
  ['/data/v1/quotes.json', 'application/json; charset=utf-8'],
  ['/feeds/latest.xml', 'application/xml; charset=utf-8'],
  ['/oembed/one/two.json', 'application/json; charset=utf-8'],
  ['/quotes/x.bib', 'application/x-bibtex; charset=utf-8'],
  ['/quotes/x.ris', 'application/x-research-info-systems; charset=utf-8'],
  ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
  ['/admin/', 'text/html; charset=utf-8'],
] as const;

/** All headers that any rule sets, in lower case. */
const NAMES = [...new Set(RULES.flatMap(({ headers }) => Object.keys(headers)))].map((name) => name.toLowerCase());

const wanted = (pathname: string) => Object.fromEntries(Object.entries(headersFor(pathname, RULES)).map(([name, value]) => [name.toLowerCase(), value]));

/** What nginx would send, read from the configuration's maps: of the patterns of a map the first that matches. */
function readFromText(config: string, pathname: string): Record<string, string> {
  const maps = [...config.matchAll(/map \$uri \$(?<variable>\w+) \{\n(?<lines>[\s\S]*?)\n\}/gu)];
  const values = new Map(
    maps.map((map) => {
      const lines = [...(map.groups?.['lines'] ?? '').matchAll(/"~(?<pattern>[^"]+)" "(?<value>[^"]*)";/gu)];
      return [map.groups?.['variable'], lines.find((line) => new RegExp(line.groups?.['pattern'] ?? '', 'u').test(pathname))?.groups?.['value'] ?? ''];
    }),
  );
  const added = [...config.matchAll(/add_header (?<name>[\w-]+) \$(?<variable>\w+) always;/gu)];
  return Object.fromEntries(added.map(({ groups }) => [groups?.['name']?.toLowerCase() ?? '', values.get(groups?.['variable']) ?? '']).filter(([, value]) => value !== ''));
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Writes a small site and a configuration around ours, as Debian's nginx.conf includes it. */
async function prepare(base: string): Promise<{ main: string; text: string; url: string; folder: string }> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-nginx-'));
  // nginx reads as another user.
  await fs.chmod(folder, 0o755);
  for (const pathname of [...PATHS.map(([name]) => name), '/404.html', '/_headers']) {
    const file = path.join(folder, 'site', base, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, `${pathname} ${'On Record. '.repeat(200)}`);
  }
  const port = await freePort();
  const text = nginxConfig({ root: path.join(folder, 'site'), name: 'localhost', port, base }, RULES);
  await fs.writeFile(path.join(folder, 'on-record.conf'), text);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
  const main = path.join(folder, 'nginx.conf');
  await fs.writeFile(main, `daemon off; pid ${folder}/pid; error_log stderr crit; events {} http { access_log off; ${temporary} include ${folder}/on-record.conf; }`);
  return { main, text, url: `http://127.0.0.1:${port}`, folder };
}

describe.each(['/', '/on-record/'])('under %s', (base) => {
  let site: Awaited<ReturnType<typeof prepare>>;
  let server: ChildProcess | undefined;

  beforeAll(async () => {
    site = await prepare(base);
    if (!THERE) return;
    server = spawn('nginx', ['-p', site.folder, '-c', site.main], { stdio: 'inherit' });
    await vi.waitFor(() => fetch(site.url), { timeout: 10_000 });
  });
  afterAll(async () => {
    if (server) await new Promise((resolve) => server?.once('exit', resolve).kill());
    await fs.rm(site.folder, { recursive: true, force: true });
  });

  const at = (pathname: string) => base.slice(0, -1) + pathname;

  test('nginx finds nothing wrong with the configuration', () => {
    if (THERE) expect(spawnSync('nginx', ['-t', '-p', site.folder, '-c', site.main], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: expect.not.stringMatching(/warn|emerg/u) });
    // Every block that opens also closes, and every other line ends its directive.
    else expect(site.text.split('\n').filter((line) => line.trim() !== '' && !/[;{}]$|^\s*#/u.test(line))).toEqual([]);
  });

  test.each(PATHS)('%s gets the headers of every other host', async (pathname, type) => {
    if (!THERE) return expect(readFromText(site.text, at(pathname))).toEqual(wanted(pathname));
    const response = await fetch(site.url + at(pathname));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(NAMES.flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)]] : [])))).toEqual(wanted(pathname));
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-encoding')).toBe(/charset/u.test(type) ? 'gzip' : null);
    expect(await response.text()).toContain(`${pathname} On Record`);
  });

  test.each(['/nowhere/', '/_headers', '/_astro/gone.js'])('%s is the page that says so, with the headers of a page', async (pathname) => {
    if (!THERE) return expect(site.text).toContain(`error_page 404 ${base}404.html;`);
    const response = await fetch(site.url + at(pathname));
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).not.toContain('immutable');
    expect(await response.text()).toContain('/404.html');
  });

  test('an address without its last slash leads to the page', async () => {
    if (!THERE) return expect(site.text).toContain('absolute_redirect off;');
    const response = await fetch(`${site.url}${at('/topics/channel-returns')}`, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(at('/topics/channel-returns/'));
  });
});

test('a folder whose name nginx would take for a variable is refused', () => expect(() => nginxConfig({ root: '/srv/$host', name: 'localhost', port: 80, base: '/' }, RULES)).toThrow(RangeError));
