import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each layer's files may import; the reasons are in src/README.md. */
const LAYERS: Readonly<Record<string, { own: RegExp; packages: RegExp }>> = {
  schemas: { own: /^schemas\//u, packages: /^astro\/zod$/u },
  loaders: { own: /^(?:loaders\/|schemas\/|checked-record\.ts)/u, packages: /^(?:node:.+|astro\/(?:loaders|zod)|js-yaml|tinyglobby)$/u },
  domain: { own: /^(?:domain|schemas)\//u, packages: /^(?:@noble\/hashes\/.+|diff)$/u },
  data: { own: /^(?:(?:data|domain|schemas|loaders)\/|checked-record\.ts)/u, packages: /^astro:content$/u },
  outputs: { own: /^(?:outputs|domain|schemas|site\.ts|urls\.ts)/u, packages: /^(?!astro:).+/u },
  search: { own: /^(?:search|domain|loaders|schemas|checked-record\.ts|site-files\.ts|site\.ts|urls\.ts)/u, packages: /^(?:node:.+|pagefind|astro)$/u },
  hosting: { own: /^(?:hosting|site\.ts|urls\.ts)/u, packages: /^(?:node:.+|astro|tinyglobby|@noble\/hashes\/.+)$/u },
  offline: { own: /^(?:offline|domain|checked-record\.ts|site\.ts|urls\.ts)/u, packages: /^(?:node:.+|astro)$/u },
  client: { own: /^(?:client|domain)\//u, packages: /^diff$/u },
  components: { own: /^(?:components|domain|client|site\.ts|urls\.ts)/u, packages: /^(?!astro:content$).+/u },
  layouts: { own: /^(?:layouts|components|styles|domain|client|site\.ts|urls\.ts)/u, packages: /^astro:assets$/u },
  pages: { own: /^(?!pages\/|tools\/|loaders\/|client\/|checked-record\.ts).+/u, packages: /^(?:astro|astro:content)$/u },
  tools: { own: /^(?!pages\/|components\/|layouts\/|client\/|data\/).+/u, packages: /^(?!astro:).+/u },
};

const SRC = path.resolve('src');

interface Import {
  file: string;
  layer: string;
  target: string;
  clause: string;
}

const IMPORT = /^\s*(?:import|export)\s+(?<clause>(?:type\s+)?[^'"();]*?from\s+)?['"](?<target>[^'"]+)['"]/gmu;

async function sourceFiles(): Promise<string[]> {
  const files = await fs.readdir(SRC, { recursive: true });
  return files
    .filter((file) => /\.(?:ts|astro)$/u.test(file))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

async function imports(): Promise<Import[]> {
  const files = (await sourceFiles()).filter((file) => file.includes('/'));
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await fs.readFile(path.join(SRC, file), 'utf8');
      return [...text.matchAll(IMPORT)].map((match) => ({ file, layer: file.split('/')[0] ?? '', target: match.groups?.['target'] ?? '', clause: match.groups?.['clause'] ?? '' }));
    }),
  );
  return found.flat();
}

describe('imports', () => {
  test('every folder of src is a layer with rules, or styles', async () => {
    const folders = new Set((await sourceFiles()).filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''));
    expect([...folders].filter((folder) => !(folder in LAYERS))).toEqual([]);
  });

  test.each(Object.keys(LAYERS))('%s imports only what its layer may', async (layer) => {
    const rule = LAYERS[layer];
    const own = (await imports()).filter((one) => one.layer === layer);
    const wrong = own.filter(({ file, target }) => {
      if (!target.startsWith('.')) return !rule?.packages.test(target);
      const resolved = path
        .relative(SRC, path.resolve(SRC, path.dirname(file), target))
        .split(path.sep)
        .join('/');
      return !resolved.startsWith('..') && !rule?.own.test(resolved);
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test('only the data layer queries collections; pages take no more than render() from astro:content', async () => {
    const queries = (await imports()).filter(({ target, layer }) => target === 'astro:content' && layer !== 'data');
    expect(queries.filter(({ clause, layer }) => layer !== 'pages' || !/^\{\s*render\s*\}\s+from\s+$/u.test(clause)).map(({ file }) => file)).toEqual([]);
  });

  test('nobody imports a page', async () => {
    const wrong = (await imports()).filter(({ target }) => /(?:^|\/)pages\//u.test(target));
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});

describe('the pure domain', () => {
  test.each([
    ['a clock', /\b(?:Date\.now|new Date\(\)|performance\.now)/u],
    ['chance', /\bMath\.random\b/u],
    ['the environment', /\bprocess\.|import\.meta/u],
    ['the network', /\bfetch\(/u],
    ['the page', /\b(?:document|window|localStorage)\./u],
  ])('has no access to %s', async (_, pattern) => {
    const files = (await sourceFiles()).filter((file) => /^(?:domain|schemas)\//u.test(file));
    const texts = await Promise.all(files.map(async (file) => ({ file, text: (await fs.readFile(path.join(SRC, file), 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '') })));
    expect(texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe('habits', () => {
  test('pages are thin: they choose and hand on', async () => {
    const pages = (await sourceFiles()).filter((file) => file.startsWith('pages/'));
    const long = await Promise.all(pages.map(async (file) => ({ file, lines: (await fs.readFile(path.join(SRC, file), 'utf8')).split('\n').length })));
    expect(long.filter(({ lines }) => lines > 80)).toEqual([]);
  });

  test('pages do not sort or reduce', async () => {
    const pages = (await sourceFiles()).filter((file) => file.startsWith('pages/'));
    const texts = await Promise.all(pages.map(async (file) => ({ file, text: await fs.readFile(path.join(SRC, file), 'utf8') })));
    expect(texts.filter(({ text }) => /\.(?:sort|toSorted|reduce)\(/u.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('there is no utils folder and no barrel', async () => {
    const files = await sourceFiles();
    expect(files.filter((file) => /(?:^|\/)(?:utils|helpers|lib)\//u.test(file))).toEqual([]);
  });

  test('parties are ordered in one place only', async () => {
    const files = (await sourceFiles()).filter((file) => file.startsWith('domain/') && file !== 'domain/party-order.ts');
    const texts = await Promise.all(files.map(async (file) => ({ file, text: await fs.readFile(path.join(SRC, file), 'utf8') })));
    expect(texts.filter(({ text }) => /parties\.(?:sort|toSorted)\(/u.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
