import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkedContent } from '../checked-record.ts';
import { buildRecord } from '../domain/build-record.ts';
import { contentFolder } from '../loaders/collections.ts';
import { readContent } from '../loaders/read-content.ts';
import { site } from '../site.ts';
import { buildIndex, type IndexFile } from './build-index.ts';
import { searchRecords } from './records.ts';

/** Where the index is served, and where pages load it from. */
const FOLDER = 'pagefind';

/**
 * Files that the results' texts are grouped into, where the number of files counts: otherwise there is one a quote. A reader
 * loads about one file a result, and a tenth of them would each be ten times as large.
 */
const FRAGMENTS = 1000;

/** Pagefind's own interfaces, its highlighter and its worker: we draw our own and use none (see ENGINE_OPTIONS), and nobody should download them. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b/u;

/** Builds the search index from the record: at the end of a build onto the disk, in development into memory. */
export function searchIndex(): AstroIntegration {
  let index: Promise<IndexFile[]> | undefined;
  return {
    name: 'on-record:search',
    hooks: {
      'astro:build:start': () => {
        // Pagefind is a program of its own: it indexes while Astro draws the pages.
        index = indexFiles();
        index.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const files = await (index ?? indexFiles());
        const folder = path.join(fileURLToPath(dir), FOLDER);
        const targets = files.map(({ path: file, content }) => ({ file: path.join(folder, file), content }));
        for (const place of new Set(targets.map(({ file }) => path.dirname(file)))) mkdirSync(place, { recursive: true });
        // Waiting for each of a thousand small files takes several times as long.
        for (const { file, content } of targets) writeFileSync(file, content);
        logger.info(`${files.length} files of search index`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let files: Promise<Map<string, IndexFile>> | undefined;
        const load = async () => new Map((await indexFiles()).map((file) => [file.path, file]));
        server.watcher.on('change', (changed) => {
          if (changed.startsWith(path.resolve(contentFolder()))) files = undefined;
        });
        server.middlewares.use((request, response, next) => {
          const wanted = new RegExp(`^(?:/[^/]+)?/${FOLDER}/([^?]+)`, 'u').exec(request.url ?? '')?.[1];
          if (wanted === undefined) return next();
          files ??= load();
          files.then(
            (byPath) => {
              const file = byPath.get(wanted);
              if (!file) return next();
              response.setHeader('Content-Type', wanted.endsWith('.js') ? 'text/javascript' : wanted.endsWith('.json') ? 'application/json' : 'application/octet-stream');
              response.end(file.content);
            },
            (error: unknown) => {
              files = undefined;
              logger.error(`The search index could not be built: ${error instanceof Error ? error.message : String(error)}`);
              next();
            },
          );
        });
      },
    },
  };
}

async function indexFiles(): Promise<IndexFile[]> {
  const folder = contentFolder();
  const record = (await checkedContent(folder))?.record ?? buildRecord((await readContent(folder)).entries);
  const files = await buildIndex(searchRecords(record), site.largeRecord ? { maxFragments: FRAGMENTS } : {});
  return files.filter(({ path: file }) => !UNUSED.test(file));
}
