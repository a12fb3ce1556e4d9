import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../../cli/command.ts';
import { generateContent } from './generate-record.ts';
import { BUILD_GOALS } from './goals.ts';
import { table } from './table.ts';

/**
 * What a position costs to load, by loader: ours (`.mdx` files whose plain bodies are no modules) beside Astro's `glob()`
 * on the same content as `.md`, and as `.mdx` modules. All in one run, so that the ratios hold whatever else the machine does.
 */
const VARIANTS = {
  ours: { extension: 'mdx', loader: "recordFiles('positions')" },
  md: { extension: 'md', loader: "glob({ base: process.env.CONTENT_DIR + '/positions', pattern: '**/*.md' })" },
  mdx: { extension: 'mdx', loader: "glob({ base: process.env.CONTENT_DIR + '/positions', pattern: '**/*.mdx' })" },
} as const;

type Variant = keyof typeof VARIANTS;

interface Measured {
  seconds: number;
  megabytes: number;
}

const ROOT = path.resolve('.tmp/bench-build');

/** Every third body is plain Markdown, the rest are empty, as in the real record. */
const NOTE = '\nA plain note with *one* emphasis, made for a benchmark.\n';

async function prepare(quotes: number): Promise<void> {
  await fs.rm(ROOT, { recursive: true, force: true });
  const content = path.join(ROOT, 'content');
  await generateContent(content, { quotes, seed: 'bench-build' });
  const files = (await fs.readdir(path.join(content, 'positions'), { recursive: true })).filter((file) => file.endsWith('.mdx')).sort();
  for (const [index, file] of files.entries()) if (index % 3 === 0) await fs.appendFile(path.join(content, 'positions', file), NOTE);
  for (const [variant, { extension, loader }] of Object.entries(VARIANTS)) {
    const project = path.join(ROOT, variant);
    const own = path.join(project, 'content');
    await fs.cp(content, own, { recursive: true });
    if (extension === 'md') for (const file of files) await fs.rename(path.join(own, 'positions', file), path.join(own, 'positions', file.replace(/x$/u, '')));
    await write(project, 'package.json', '{ "type": "module" }');
    await write(project, 'astro.config.mjs', "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()], cacheDir: './.astro/', build: { concurrency: 4 }, logLevel: 'error' };\n");
    const imports = ["import { defineCollection } from 'astro:content';", "import { glob } from 'astro/loaders';", `import { recordFiles } from '${path.resolve('src/loaders/record-files.ts')}';`, 'void glob;', 'void recordFiles;'];
    await write(project, 'src/content.config.ts', [...imports, `export const collections = { positions: defineCollection({ loader: ${loader} }) };`].join('\n'));
    await write(project, 'src/pages/[topic].astro', PAGE);
  }
}

/** One page a topic that draws every position, as the site's topic pages do. */
const PAGE = [
  '---',
  "import { getCollection, render } from 'astro:content';",
  'export async function getStaticPaths() {',
  "  const byTopic = Map.groupBy(await getCollection('positions'), ({ id }) => id.split('/')[0]);",
  '  return [...byTopic].map(([topic, positions]) => ({ params: { topic }, props: { positions } }));',
  '}',
  'const drawn = await Promise.all(Astro.props.positions.map(async (position) => ({ position, Content: (await render(position)).Content })));',
  '---',
  '<html><body>{drawn.map(({ position, Content }) => <article><h2>{position.id}</h2>{position.data.quotes?.map((quote) => <blockquote>{quote.text}</blockquote>)}<Content /></article>)}</body></html>',
].join('\n');

async function write(project: string, file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(path.join(project, file)), { recursive: true });
  await fs.writeFile(path.join(project, file), text);
}

function measure(variant: Variant): Measured {
  const project = path.join(ROOT, variant);
  const script =
    "const started = performance.now(); const { build } = await import('astro'); await build({ root: '.', logLevel: 'error' }); console.log('MEASURED ' + JSON.stringify({ seconds: (performance.now() - started) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));";
  for (const folder of ['dist', '.astro', 'node_modules/.astro']) spawnSync('rm', ['-rf', path.join(project, folder)]);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: project, encoding: 'utf8', env: { ...process.env, CONTENT_DIR: path.join(project, 'content') } });
  const line = /^MEASURED (.+)$/mu.exec(stdout)?.[1];
  if (status !== 0 || line === undefined) throw new Error(`${variant} could not be built:\n${stdout}${stderr}`);
  return JSON.parse(line) as Measured;
}

await runCommand(async () => {
  const sizes = (process.argv[2] ?? '1000,10000').split(',').map(Number);
  const rounds = Number(process.argv[3] ?? 3);
  const rows: string[][] = [];
  let missed = false;
  for (const quotes of sizes) {
    await prepare(quotes);
    const results = new Map<Variant, Measured[]>();
    // Rounds outside, variants inside: a slow minute of the machine hits all three.
    for (let round = 0; round < rounds; round++) for (const variant of Object.keys(VARIANTS) as Variant[]) results.set(variant, [...(results.get(variant) ?? []), measure(variant)]);
    const median = (variant: Variant, of: keyof Measured) => (results.get(variant) ?? []).map((one) => one[of]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
    const ours = (other: Variant) => median('ours', 'seconds') / median(other, 'seconds');
    missed ||= ours('md') > BUILD_GOALS.ofMarkdown || (quotes >= 10_000 && ours('mdx') > BUILD_GOALS.ofModules);
    for (const variant of Object.keys(VARIANTS) as Variant[]) {
      rows.push([
        String(quotes),
        variant,
        median(variant, 'seconds').toFixed(2),
        median(variant, 'megabytes').toFixed(0),
        (median(variant, 'seconds') / median('md', 'seconds')).toFixed(2),
        (median(variant, 'seconds') / median('mdx', 'seconds')).toFixed(2),
      ]);
    }
  }
  console.log(table(['quotes', 'loader', 'seconds (median)', 'peak MB', '× .md', '× .mdx modules'], rows));
  console.log(`Goals: ours at most ${BUILD_GOALS.ofMarkdown} × .md; from 10,000 quotes at most ${BUILD_GOALS.ofModules} × .mdx modules: ${missed ? 'missed' : 'reached'}.`);
  await fs.rm(ROOT, { recursive: true, force: true });
  return missed ? 1 : 0;
});
