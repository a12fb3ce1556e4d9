import fs from 'node:fs/promises';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { build, type Rolldown } from 'vite';
import type { OnRecord } from '../../src/record/record.ts';
import { questionIndex } from '../../src/features/search/question-index.ts';
import { buildIndex } from '../../src/build/search-index.ts';
import { searchRecords } from '../../src/features/search/search-records.ts';

/** The ways to search that are compared. */
export const ENGINES = ['site', 'minisearch', 'scan'] as const;

export type Engine = (typeof ENGINES)[number];

/** Quotes that count as "first results". */
const FIRST = 5;

/** What the other engines search and show: the same as ours. */
const MINISEARCH = { fields: ['text', 'speaker', 'role', 'party', 'topic', 'dimension', 'question', 'publisher'], storeFields: ['text', 'speaker', 'role', 'party', 'topic', 'date', 'question', 'publisher', 'url'] };

/**
 * One page's script an engine; each sets `find(query)`, which loads everything the engine needs and gives the first results
 * as text. The plain scan looks for the words as they stand in a text of every quote.
 */
const SCRIPTS: Readonly<Record<Engine, string>> = {
  // Asked for together, as on the site.
  site: `
    window.find = async (query) => {
      const [{ find }, index] = await Promise.all([import('/find.js'), fetch('/questions.json').then((answer) => answer.json()), import('/pagefind/pagefind.js')]);
      return find(query, index, ${FIRST});
    };`,
  minisearch: `
    window.find = async (query) => {
      const [{ default: MiniSearch }, json] = await Promise.all([import('/minisearch.js'), fetch('/minisearch.json').then((answer) => answer.text())]);
      const index = MiniSearch.loadJSON(json, ${JSON.stringify(MINISEARCH)});
      return index.search(query.replaceAll('"', ''), { combineWith: 'AND', prefix: true }).slice(0, ${FIRST}).map(({ text }) => text);
    };`,
  scan: `
    window.find = async (query) => {
      const quotes = await (await fetch('/quotes.json')).json();
      const words = query.toLowerCase().split(/[\\s"]+/u).filter(Boolean);
      return quotes.filter(({ text }) => words.every((word) => text.toLowerCase().includes(word))).slice(0, ${FIRST}).map(({ text }) => text);
    };`,
};

/**
 * Writes the pages, indexes and code of every engine.
 * @param record what is searched
 * @param folder gets a page `<engine>/`, and what the preview server wants of a site
 */
export async function writeEngines(record: OnRecord, folder: string): Promise<void> {
  const add = async (name: string, content: string | Uint8Array) => {
    await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await fs.writeFile(path.join(folder, name), content);
  };
  await add('404.html', '');
  for (const engine of ENGINES) {
    await add(`${engine}/index.html`, `<!doctype html><html lang="en"><title>${engine}</title><link rel="icon" href="data:,"><script type="module" src="/${engine}/page.js"></script></html>`);
    await add(`${engine}/page.js`, SCRIPTS[engine]);
  }
  for (const { path: file, content } of await buildIndex(searchRecords(record))) await add(`pagefind/${file}`, content);
  await add('find.js', await bundled(path.resolve(import.meta.dirname, 'search-find.ts')));
  await add('questions.json', JSON.stringify(questionIndex(record)));
  const rows = record.quotes.map(({ id, text, speaker, role, party, topic, date, dimension: { title, question }, source: { publisher, url } }) => {
    return { id, text, speaker: speaker.name, role, party: party.name, topic: topic.title, date, dimension: title, question, publisher, url };
  });
  const mini = new MiniSearch(MINISEARCH);
  mini.addAll(rows);
  await add('minisearch.json', JSON.stringify(mini));
  await add('minisearch.js', await fs.readFile(new URL(import.meta.resolve('minisearch'))));
  await add('quotes.json', JSON.stringify(rows));
}

/** One file with all that a module imports, as small as the site's own. */
async function bundled(entry: string): Promise<string> {
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: true, lib: { entry, formats: ['es'] } } });
  return (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
}
