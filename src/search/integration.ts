import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkedContent } from '../checked-record.ts';
import { buildRecord } from '../domain/build-record.ts';
import { contentFolder } from '../loaders/collections.ts';
import { readContent } from '../loaders/read-content.ts';
import { writeSiteFiles } from '../site-files.ts';
import type { IndexFile } from './build-index.ts';
import { INDEX_FOLDER, indexFiles } from './index-files.ts';

/** Builds the search index from the record: at the end of a build onto the disk, in development into memory. It must come before everything that reads the built site. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'on-record:search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        // A build has it made beside the pages.
        if (checkedContent(contentFolder())) return;
        const files = await currentIndex();
        writeSiteFiles(path.join(fileURLToPath(dir), INDEX_FOLDER), files);
        logger.info(`${files.length} files of search index`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let files: Promise<Map<string, IndexFile>> | undefined;
        const load = async () => new Map((await currentIndex()).map((file) => [file.path, file]));
        server.watcher.on('change', (changed) => {
          if (changed.startsWith(path.resolve(contentFolder()))) files = undefined;
        });
        server.middlewares.use((request, response, next) => {
          const wanted = new RegExp(`^(?:/[^/]+)?/${INDEX_FOLDER}/([^?]+)`, 'u').exec(request.url ?? '')?.[1];
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

async function currentIndex(): Promise<IndexFile[]> {
  return indexFiles(buildRecord((await readContent(contentFolder())).entries));
}
