import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { build, type Rolldown } from 'vite';
import type { OnRecord } from '../../src/domain/record.ts';
import { searchNames } from '../../src/domain/search-names.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { searchRecords } from '../../src/search/records.ts';

/** The ways to search that are compared. */
export const ENGINES = ['site', 'minisearch', 'scan'] as const;

export type Engine = (typeof ENGINES)[number];

/** Quotes that count as "first results". */
const FIRST = 5;

/**
 * One page an engine; each sets `find(query)`, which loads everything the engine needs and gives the first results as text.
 * The plain scan looks for the words as they stand in a text of every quote.
 */
const PAGES: Readonly<Record<Engine, string>> = {
  site: `
    window.find = async (query) => {
      // Asked for together: on the site our code and the names are part of the page.
      const [{ find }, names] = await Promise.all([import('/find.js'), fetch('/names.json').then((answer) => answer.json()), import('/pagefind/pagefind.js')]);
      return find(query, names, ${FIRST});
    };`,
  minisearch: `
    window.find = async (query) => {
      const [{ default: MiniSearch }, json] = await Promise.all([import('/minisearch.js'), fetch('/minisearch.json').then((answer) => answer.text())]);
      const index = MiniSearch.loadJSON(json, ${JSON.stringify(miniOptions())});
      return index.search(query.replaceAll('"', ''), { combineWith: 'AND', prefix: true }).slice(0, ${FIRST}).map(({ text }) => text);
    };`,
  scan: `
    window.find = async (query) => {
      const quotes = await (await fetch('/quotes.json')).json();
      const words = query.toLowerCase().split(/[\\s"]+/u).filter(Boolean);
      return quotes.filter(({ text }) => words.every((word) => text.toLowerCase().includes(word))).slice(0, ${FIRST}).map(({ text }) => text);
    };`,
};

/** What the other engines search and show: the same as ours. */
function miniOptions() {
  return { fields: ['text', 'speaker', 'role', 'party', 'topic', 'dimension', 'question', 'publisher'], storeFields: ['text', 'speaker', 'role', 'party', 'topic', 'date', 'question', 'publisher', 'url'] };
}

/** A server of the pages, indexes and code of every engine, compressed as a host would. */
export async function serveEngines(record: OnRecord): Promise<{ url: string; close: () => Promise<void> }> {
  const files = new Map<string, Buffer>();
  const add = (name: string, content: string | Uint8Array) => files.set(name, Buffer.from(content));
  for (const engine of ENGINES) add(`/${engine}`, `<!doctype html><html lang="en"><title>${engine}</title><link rel="icon" href="data:,"><script type="module">${PAGES[engine]}</script></html>`);
  for (const { path: file, content } of await buildIndex(searchRecords(record))) add(`/pagefind/${file}`, content);
  add('/find.js', await bundled(path.resolve(import.meta.dirname, 'search-find.ts')));
  add('/names.json', JSON.stringify(searchNames(record)));
  const rows = record.quotes.map(({ id, text, speaker, role, party, topic, date, dimension, source }) => ({
    id,
    text,
    speaker: speaker.name,
    role,
    party: party.name,
    topic: topic.title,
    date,
    dimension: dimension.title,
    question: dimension.question,
    publisher: source.publisher,
    url: source.url,
  }));
  const mini = new MiniSearch(miniOptions());
  mini.addAll(rows);
  add('/minisearch.json', JSON.stringify(mini));
  add('/minisearch.js', await fs.readFile(new URL(import.meta.resolve('minisearch'))));
  add('/quotes.json', JSON.stringify(rows));
  return serve(new Map([...files].map(([name, content]) => [name, { name, body: gzipSync(content, { level: 9 }) }])));
}

/** One file with all that a module imports, as small as the site's own. */
async function bundled(entry: string): Promise<string> {
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: true, lib: { entry, formats: ['es'] } } });
  return (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
}

async function serve(files: ReadonlyMap<string, { name: string; body: Buffer }>): Promise<{ url: string; close: () => Promise<void> }> {
  const server = http.createServer((request, response) => {
    const file = files.get((request.url ?? '').split('?')[0] ?? '');
    if (!file) return response.writeHead(404).end();
    const type = file.name.endsWith('.js') ? 'text/javascript' : file.name.endsWith('.json') ? 'application/json' : file.name.includes('.') ? 'application/octet-stream' : 'text/html; charset=utf-8';
    return response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': file.body.length }).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
