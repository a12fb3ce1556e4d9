import fs from 'node:fs/promises';
import http from 'node:http';
import { isIPv6 } from 'node:net';
import path from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import type { Request, Response } from 'express-serve-static-core';
import serveStatic from 'serve-static';
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

/** What comes to nobody but who sits at this machine. */
const LOOPBACK = '127.0.0.1';

/** An error of an answer, as Express has it. */
type Refusal = Error & { statusCode?: number; headers?: http.OutgoingHttpHeaders };

/**
 * Serves a built site, also while a build lets another take its place.
 * @param folder the built site
 * @param port the first port to try; the next free one is taken
 * @param base the folder the site is served from, with a slash at both ends
 * @param host the address to listen on
 * @param headers what is sent with a path
 * @throws CommandError when there is no built site, no free port, or no such address
 */
export async function startPreview(folder: string, port: number, base = '/', host = LOOPBACK, headers: (pathname: string) => Record<string, string> = headersFor): Promise<PreviewServer> {
  const notFound = path.join(folder, '404.html');
  await fs.access(notFound).catch(() => {
    throw new CommandError(`There is no built site in ${folder}/. To mend: npm run build`);
  });
  const files = serveStatic(folder, { dotfiles: 'allow', extensions: ['html'], fallthrough: false });
  const server = http.createServer((request, response) => {
    // Written for Express, it uses nothing but Node's own request and response.
    compress(request as Request, response as Response, () => serve(request, response));
  });
  const serve = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const url = request.url ?? '/';
    const own = url.startsWith(base) ? url.slice(base.length - 1) : undefined;
    response.setHeaders(new Map(Object.entries(headers(own?.split('?')[0] ?? '/'))));
    const missing = async () => {
      const page = await fs.readFile(notFound).catch(() => 'A build is under way.');
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    };
    if (own === undefined) return void missing();
    // A folder without its slash leads to the address that was asked for, base included.
    Object.assign(request, { url: own, originalUrl: url });
    files(request, response, (refusal?: Refusal) => {
      if (response.headersSent) response.destroy();
      else if (refusal?.statusCode === undefined || refusal.statusCode === 404) void missing();
      else response.writeHead(refusal.statusCode, refusal.headers).end();
    });
  };
  const taken = await listen(server, port, host);
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function listen(server: http.Server, first: number, host: string): Promise<number> {
  const last = Math.min(first + PORTS - 1, 65_535);
  for (let port = first; port <= last; port++) {
    const free = await new Promise<boolean>((resolve, reject) => {
      server.once('error', ({ code }: NodeJS.ErrnoException) => {
        if (code === 'EADDRINUSE') resolve(false);
        else reject(new CommandError(`Nothing can listen at ${host}, port ${port} (${code}). To mend: set HOST to an address of this machine, such as ${LOOPBACK}, and PORT to a number above 1023.`));
      });
      server.listen(port, host, () => resolve(true));
    });
    server.removeAllListeners('error');
    if (free) return (server.address() as { port: number }).port;
  }
  throw new CommandError(`No port from ${first} to ${last} is free. To mend: set PORT to one that is.`);
}
