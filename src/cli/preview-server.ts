import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import type { Request, Response } from 'express-serve-static-core';
import sirv from 'sirv';
import { headersFor } from '../site/headers.ts';
import { CommandError } from './command.ts';

/** A running preview of the built site. */
export interface PreviewServer {
  /** Address of the home page, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** What an edge uses as it sends (src/decisions.md): the best level takes a hundred times longer for a tenth fewer bytes. */
const BROTLI_LEVEL = 5;

/** As a host's edge does: Brotli or gzip, but never a part of a file, whose bytes are counted as it lies there. */
const compress = compression({ threshold: 256, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL } }, filter: (request, response) => response.statusCode !== 206 && compression.filter(request, response) });

/** How many ports after the first are tried. */
const PORTS = 50;

/**
 * Serves a built site.
 * @param folder the built site
 * @param port the first port to try; the next free one is taken
 * @param base the folder the site is served from, with a slash at both ends
 * @throws CommandError when there is no built site, or no free port
 */
export async function startPreview(folder: string, port: number, base = '/'): Promise<PreviewServer> {
  const notFound = await fs.readFile(path.join(folder, '404.html')).catch(() => {
    throw new CommandError(`There is no built site in ${folder}/. To mend: npm run build`);
  });
  const files = sirv(folder, { etag: true, extensions: ['html'] });
  const server = http.createServer((request, response) => {
    // Written for Express, it uses nothing but Node's own request and response.
    compress(request as Request, response as Response, () => serve(request, response));
  });
  const serve = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const url = request.url ?? '/';
    const own = url.startsWith(base) ? url.slice(base.length - 1) : undefined;
    response.setHeaders(new Map(Object.entries(headersFor(own?.split('?')[0] ?? '/'))));
    const missing = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    };
    if (own === undefined) return missing();
    request.url = own;
    files(request, response, missing);
  };
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function listen(server: http.Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS; port++) {
    const free = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
      server.listen(port, () => resolve(true));
    });
    server.removeAllListeners('error');
    if (free) return (server.address() as { port: number }).port;
  }
  throw new CommandError(`No port from ${first} to ${first + PORTS - 1} is free. To mend: set PORT to one that is.`);
}
