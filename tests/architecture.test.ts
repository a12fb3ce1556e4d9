import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** What the files of one room may import. Paths are from `src`; `own` stands for the room's own folder. */
interface Rule {
  /** Which files it is for. */
  files: RegExp;
  /** Files of `src` that they may import. */
  own: (file: string) => RegExp;
  /** Packages that they may import. */
  packages: RegExp;
}

/** Everything of the record but its door and what reads files. */
const MEANING = '^record/(?!door\\.ts|prose\\.ts|read\\.ts)';
const FEATURE = /^features\/([^/]+)\//u;
const ownRoom = (file: string) => `^features/${FEATURE.exec(file)?.[1]}/`;

/** The table of src/README.md: the first rule that fits a file counts. */
const RULES: Readonly<Record<string, Rule>> = {
  'the doors of the record': { files: /^record\/(?:door|prose)\.ts$/u, own: () => /^record\//u, packages: /^astro:content$/u },
  'what reads the content': { files: /^record\/read\.ts$/u, own: () => /^record\//u, packages: /^(?:node:.+|astro\/zod|tinyglobby|js-yaml)$/u },
  'the record': { files: /^record\//u, own: () => new RegExp(`${MEANING}|^site/(?:settings|urls)\\.ts$`, 'u'), packages: /^(?:astro\/zod|@noble\/hashes\/.+|js-yaml|satteri)$/u },
  'scripts of features': { files: /^features\/[^/]+\/[^/]+\.client\.ts$/u, own: (file) => new RegExp(`${ownRoom(file)}|${MEANING}|^ui/(?:[^/]+\\.client|qr-path)\\.ts$|^site/search-engine\\.ts$`, 'u'), packages: /^$/u },
  'reckoning of features': {
    files: /^features\/[^/]+\/[^/]+\.ts$/u,
    own: (file) => new RegExp(`${ownRoom(file)}(?!.*\\.client)|${MEANING}|^site/(?:settings|urls|search-engine)\\.ts$`, 'u'),
    packages: /^(?:astro\/zod|csv-stringify\/.+|feed|diff|schema-dts|yaml|@noble\/hashes\/.+)$/u,
  },
  'drawings of features': {
    files: /^features\/[^/]+\/[^/]+\.astro$/u,
    own: (file) => new RegExp(`${ownRoom(file)}|${MEANING}|^ui/|^site/(?:settings|urls|frame-script)\\.ts$`, 'u'),
    packages: /^astro\/runtime\/server\/index\.js$/u,
  },
  'what rooms draw with': { files: /^ui\//u, own: () => new RegExp(`^ui/|${MEANING}|^site/(?:settings|urls|search-engine)\\.ts$`, 'u'), packages: /^(?:uqr|astro:assets|astro\/virtual-modules\/prefetch\.js|tailwindcss.*)$/u },
  'the site': { files: /^site\//u, own: () => /^(?:site|record)\//u, packages: /^(?:node:.+|yaml|lightningcss|@noble\/hashes\/.+|astro\/zod)$/u },
  routes: { files: /^pages\//u, own: () => /^(?:record|features|ui|site)\/(?!.*\.client\.ts)/u, packages: /^(?:astro|astro:content)$/u },
  'the integration': { files: /^build\//u, own: () => /^(?:build|cli|record|site|features\/[^/]+\/[^/]+(?<!\.client)\.ts$)/u, packages: /^(?!astro:).+/u },
  "the editor's commands": { files: /^cli\//u, own: () => /^(?:cli|build|record|site|features\/[^/]+\/[^/]+(?<!\.client)\.ts$)/u, packages: /^(?!astro:).+/u },
  'the files of src itself': { files: /^[^/]+$/u, own: () => /^(?:build|record\/schema|site)\//u, packages: /^(?:astro:content|astro:middleware)$/u },
};

const SRC = path.resolve('src');
const SOURCE = /\.(?:ts|astro|css|mjs)$/u;

interface Import {
  file: string;
  /** A path from `src`, or the name of a package. */
  target: string;
  local: boolean;
  clause: string;
}

/** Static imports and re-exports over several lines, dynamic ones, and those of style sheets. */
const IMPORTS = [/(?<![\w.])(?:import|export)\s+(?<clause>(?:type\s+)?[\w*{}\s,$]+?\s+from\s+)?['"](?<target>[^'"]+)['"]/gu, /\bimport\(\s*['"](?<target>[^'"]+)['"]/gu, /@import\s+['"](?<target>[^'"]+)['"]/gu];

const sources = await sourceTexts();

async function sourceTexts(): Promise<Map<string, string>> {
  const files = (await fs.readdir(SRC, { recursive: true })).filter((file) => SOURCE.test(file)).map((file) => file.split(path.sep).join('/'));
  return new Map(await Promise.all(files.sort().map(async (file) => [file, await fs.readFile(path.join(SRC, file), 'utf8')] as const)));
}

function importsOf([file, text]: [string, string]): Import[] {
  return IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)]).map(({ groups }) => {
    const target = groups?.['target'] ?? '';
    const local = target.startsWith('.');
    return { file, local, clause: groups?.['clause'] ?? '', target: local ? path.posix.join(path.posix.dirname(file), target) : target };
  });
}

const imports = [...sources].flatMap(importsOf);

describe('imports', () => {
  test('every file of src stands in a room', () => expect([...sources.keys()].filter((file) => !Object.values(RULES).some(({ files }) => files.test(file)))).toEqual([]));

  test.each(Object.keys(RULES))('%s: only what the table allows', (room) => {
    const rules = Object.entries(RULES);
    const wrong = imports.filter(({ file, target, local }) => {
      const [name, rule] = rules.find(([, { files }]) => files.test(file)) ?? [];
      if (name !== room || !rule) return false;
      return !(local ? rule.own(file).test(target) : rule.packages.test(target));
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test('only the door asks Astro for entries; routes take no more than render() from astro:content', () => {
    const asking = imports.filter(({ file, target }) => target === 'astro:content' && !/^(?:record\/prose\.ts|content\.config\.ts)$/u.test(file));
    expect(asking.filter(({ file, clause }) => !file.startsWith('pages/') || !/^\{\s*render\s*\}\s+from\s+$/u.test(clause)).map(({ file }) => file)).toEqual([]);
  });

  test('the test reads imports as they are written', () => {
    const written = 'import a from "./a.ts";\nexport { b } from "./b.ts";\nexport * from "./c.ts";\nimport {\n  type D,\n  d,\n} from "./d.ts";\nconst e = await import("./e.ts");\nimport "./f.css";';
    expect(importsOf(['x/y.ts', written]).map(({ target }) => target)).toEqual(['x/a.ts', 'x/b.ts', 'x/c.ts', 'x/d.ts', 'x/f.css', 'x/e.ts']);
  });
});

/** Pure reckoning: the meaning of the record, and what features make of it. */
const isPure = (file: string) => /^(?:record|features)\/.*(?<!\.client)\.ts$/u.test(file) && !/^record\/(?:door|prose|read|collections)\.ts$/u.test(file);
/** What runs elsewhere: in a service worker, and on the machine of a reader who copies an example. */
const OUT_OF_OUR_HANDS: ReadonlySet<string> = new Set(['features/offline/worker.ts', 'features/data/data-examples.ts']);
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/gu, '');

test.each([
  ['a clock', /\b(?:Date\.now|new Date\(\)|performance\.now)/u],
  ['chance', /\bMath\.random\b/u],
  ['the environment', /\bprocess\.|import\.meta/u],
  ['the network', /\bfetch\(/u],
  ['the page', /\b(?:document|window|localStorage)\./u],
])('pure reckoning has no access to %s', (_, pattern) => expect([...sources].filter(([file, text]) => isPure(file) && !OUT_OF_OUR_HANDS.has(file) && pattern.test(withoutComments(text))).map(([file]) => file)).toEqual([]));

describe('habits', () => {
  const linesOf = (text: string) => text.trimEnd().split('\n').length;

  test('files are short', () => expect([...sources].filter(([, text]) => linesOf(text) > 220).map(([file, text]) => `${file}: ${linesOf(text)} lines`)).toEqual([]));

  test('routes are thin: they choose and hand on, and do not sort or reduce', () => {
    const routes = [...sources].filter(([file]) => file.startsWith('pages/'));
    expect(routes.filter(([, text]) => linesOf(text) > 60 || /\.(?:sort|toSorted|reduce)\(/u.test(text)).map(([file]) => file)).toEqual([]);
  });

  test('styles are scoped: only what draws a whole page styles all of it, and routes draw nothing', () => {
    const having = (style: RegExp) => [...sources].filter(([file, text]) => file.endsWith('.astro') && style.test(text)).map(([file]) => file);
    expect(having(/<style\b[^>]*is:global/u)).toEqual(['features/class/LessonPaper.astro', 'features/embed/Embed.astro']);
    expect(having(/<style\b/u).filter((file) => file.startsWith('pages/'))).toEqual([]);
  });

  test('nothing is called utils, and no file only hands others on', () => {
    expect([...sources.keys()].filter((file) => /(?:^|\/)(?:utils?|helpers?|lib|common|misc)(?:\/|\.)/u.test(file))).toEqual([]);
    const barrels = [...sources].filter(
      ([file, text]) =>
        /(?<!\.d)\.ts$/u.test(file) &&
        withoutComments(text)
          .replace(/export\s+(?:type\s+)?[\w*{}\s,$]+\sfrom\s+['"][^'"]+['"];?/gu, '')
          .trim() === '' &&
        text.trim() !== '',
    );
    expect(barrels.map(([file]) => file)).toEqual([]);
  });

  test('parties are ordered in one place only', () => expect([...sources].filter(([file, text]) => file !== 'record/party-order.ts' && /parties\.(?:sort|toSorted)\(/u.test(text)).map(([file]) => file)).toEqual([]));
});
