import fs from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import type { OnRecord } from '../../src/domain/record.ts';
import { searchNames } from '../../src/domain/search-names.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { searchRecords } from '../../src/search/records.ts';

/** The ways to search that are compared. */
export const ENGINES = ['site', 'minisearch', 'scan'] as const;

export type Engine = (typeof ENGINES)[number];

/** Quotes that count as "first results". */
const FIRST = 5;

/** Our own search, as the site runs it, without its page. */
const MODULES = ['find-quotes', 'search-query', 'understand-query', 'edit-distance', 'search-engine'];

/**
 * One page an engine; each sets `find(query)`, which loads everything the engine needs and gives the first results as text.
 * The plain scan looks for the words as they stand in a text of every quote.
 */
const PAGES: Readonly<Record<Engine, string>> = {
  site: `
    window.find = async (query) => {
      const code = (name) => import('/domain/' + name + '.ts');
      const load = async () => {
        const [engine, { ENGINE_OPTIONS }] = await Promise.all([import('/pagefind/pagefind.js'), code('search-engine')]);
        await engine.options(ENGINE_OPTIONS);
        await engine.init();
        return engine;
      };
      // Asked for together: on the site they are one file.
      const [engine, { findQuotes }, { indexNames }, names] = await Promise.all([load(), code('find-quotes'), code('understand-query'), fetch('/names.json').then((answer) => answer.json()), code('edit-distance'), code('search-query')]);
      const { results } = await findQuotes(engine, indexNames(names), { typed: query, filters: {} });
      return Promise.all(results.slice(0, ${FIRST}).map(async (result) => (await result.data()).content));
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
  for (const name of MODULES) add(`/domain/${name}.ts`, stripTypeScriptTypes(await fs.readFile(path.resolve('src/domain', `${name}.ts`), 'utf8')));
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

async function serve(files: ReadonlyMap<string, { name: string; body: Buffer }>): Promise<{ url: string; close: () => Promise<void> }> {
  const server = http.createServer((request, response) => {
    const file = files.get((request.url ?? '').split('?')[0] ?? '');
    if (!file) return response.writeHead(404).end();
    const type = /\.(?:js|ts)$/u.test(file.name) ? 'text/javascript' : file.name.endsWith('.json') ? 'application/json' : file.name.includes('.') ? 'application/octet-stream' : 'text/html; charset=utf-8';
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
