import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import zlib from 'node:zlib';

/** What an edge uses as it sends (src/README.md): the best level takes a hundred times longer for a tenth fewer bytes. */
const BROTLI_LEVEL = 5;

/** Below this, headers and compressing cost more than they save; in bytes. */
const SMALLEST = 256;

/** Types in which letters stand; pictures, fonts, PDFs and zips are compressed already. */
const TEXT = /^(?:text\/|image\/svg\+xml|application\/[\w.+-]*(?:json|xml|javascript|yaml|bibtex|research-info-systems)\b)/u;

/**
 * The encoding to send a text in: Brotli where the client takes it, else gzip.
 * @param accepted the request's `Accept-Encoding` (https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding)
 * @returns none when the client takes neither
 */
export function encodingFor(accepted: string): 'br' | 'gzip' | undefined {
  const offers = new Map(
    accepted
      .toLowerCase()
      .split(',')
      .map((offer): [string, boolean] => {
        const [name = '', weight] = offer.split(';').map((part) => part.trim());
        return [name, weight === undefined || Number(weight.replace('q=', '')) > 0];
      }),
  );
  return (['br', 'gzip'] as const).find((name) => offers.get(name) ?? offers.get('*') ?? false);
}

/**
 * Makes a response compress its text as it is sent, as hosts do. A part of a file (206), what has not changed (304) and
 * what is compressed already go as they are. Called before anything is written.
 */
export function compressResponse(request: IncomingMessage, response: ServerResponse): void {
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''));
  const [writeHead, write, end] = [response.writeHead.bind(response), response.write.bind(response), response.end.bind(response)];
  let body: zlib.BrotliCompress | zlib.Gzip | undefined;
  const replaced = {
    writeHead(status: number, headers: OutgoingHttpHeaders = {}) {
      if (!TEXT.test(String(headers['Content-Type'] ?? ''))) return writeHead(status, headers);
      response.setHeader('Vary', 'Accept-Encoding');
      if (!encoding || status === 206 || Number(headers['Content-Length'] ?? Infinity) < SMALLEST) return writeHead(status, headers);
      const { 'Content-Length': _length, ...rest } = headers;
      writeHead(status, { ...rest, 'Content-Encoding': encoding });
      if (request.method === 'HEAD') return response;
      body = encoding === 'br' ? zlib.createBrotliCompress({ params: { [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL } }) : zlib.createGzip();
      body.on('data', (bytes: Buffer) => write(bytes));
      body.on('drain', () => response.emit('drain'));
      body.on('end', () => end());
      return response;
    },
    write: (bytes: Buffer) => (body ? body.write(bytes) : write(bytes)),
    end(bytes?: Buffer) {
      if (body) body.end(bytes);
      else end(bytes);
      return response;
    },
  };
  Object.assign(response, replaced);
}
