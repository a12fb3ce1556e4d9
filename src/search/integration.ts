import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkedContent } from '../checked-record.ts';
import { buildRecord } from '../domain/build-record.ts';
import { contentFolder } from '../loaders/collections.ts';
import { readContent } from '../loaders/read-content.ts';
import type { IndexFile } from './build-index.ts';
import { indexFiles } from './index-files.ts';

/** Where the index is served, and where pages load it from. */
const FOLDER = 'pagefind';

/** Builds the search index from the record: at the end of a build onto the disk, in development into memory. */
export function searchIndex(): AstroIntegration {
  let index: Promise<IndexFile[]> | undefined;
  return {
    name: 'on-record:search',
    hooks: {
      'astro:build:start': () => {
        index = currentIndex();
        index.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const files = await (index ?? currentIndex());
        const folder = path.join(fileURLToPath(dir), FOLDER);
        const targets = files.map(({ path: file, content }) => ({ file: path.join(folder, file), content }));
        for (const place of new Set(targets.map(({ file }) => path.dirname(file)))) mkdirSync(place, { recursive: true });
        // Waiting for each of a thousand small files takes several times as long.
        for (const { file, content } of targets) writeFileSync(file, content);
        logger.info(`${files.length} files of search index`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let files: Promise<Map<string, IndexFile>> | undefined;
        const load = async () => new Map((await currentIndex()).map((file) => [file.path, file]));
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

/** The index that a build makes while it draws the pages, or one made now. */
async function currentIndex(): Promise<IndexFile[]> {
  const folder = contentFolder();
  const checked = await checkedContent(folder);
  return checked?.index ?? indexFiles(buildRecord((await readContent(folder)).entries));
}
