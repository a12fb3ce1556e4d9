import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { getContent } from '../record/door.ts';
import type { OnRecord } from '../record/record.ts';
import { INDEX_FOLDER, type IndexFile, indexFiles } from './search-index.ts';

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };

/**
 * Answers with the search index of the content as it stands; it is built into memory when a page first asks for it.
 * @param server the development server
 * @param logger told when the index cannot be built
 */
export function serveIndex(server: ViteDevServer, logger: AstroIntegrationLogger): void {
  let last: { record: OnRecord; files: Promise<Map<string, IndexFile>> } | undefined;
  const current = async () => {
    const { record } = await getContent();
    if (last?.record !== record) last = { record, files: indexFiles(record).then((files) => new Map(files.map((file) => [file.path, file]))) };
    return last.files;
  };
  server.middlewares.use((request, response, next) => {
    const wanted = new RegExp(`^(?:/[^/]+)?/${INDEX_FOLDER}/([^?]+)`, 'u').exec(request.url ?? '')?.[1];
    if (wanted === undefined) return next();
    current().then(
      (files) => {
        const file = files.get(wanted);
        if (!file) return next();
        response.setHeader('Content-Type', TYPES[wanted.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
        response.end(file.content);
      },
      (error: unknown) => {
        logger.error(`The search index could not be built: ${error instanceof Error ? error.message : String(error)}`);
        next();
      },
    );
  });
}
