import fs from 'node:fs/promises';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { glob } from 'tinyglobby';
import { checkedContent } from '../checked-record.ts';
import type { Entry } from '../schemas/entries.ts';
import { contentFolder, FILES, type FileName, fileOf, FOLDERS, type FolderName } from './collections.ts';
import { LARGEST_LIST, parseFile } from './parse-file.ts';
import { emptyFile, entriesIn } from './single-files.ts';

/**
 * Loads a collection with one file an entry. Unlike Astro's `glob()`, an MDX file becomes a module only when its body
 * needs one: a plain or empty body is rendered here as Markdown, which saves about 4.5 ms of build a file.
 * @param name the collection
 */
export function recordFiles(name: FolderName): Loader {
  const { folder, extension } = FOLDERS[name];
  return {
    name: `on-record-${name}`,
    async load(context) {
      const checked = await checkedContent(contentFolder());
      if (checked) return loadBodies(context, name, checked.rendered[name]);
      const base = path.resolve(contentFolder(), folder);
      const untouched = new Set(context.store.keys());
      const files = await glob(`**/*${extension}`, { cwd: base, expandDirectories: false });
      for (const file of files) {
        untouched.delete(file.slice(0, -extension.length));
        await loadEntry(context, base, file, extension);
      }
      for (const id of untouched) context.store.delete(id);
      watch(context, base, extension);
    },
  };
}

/** Loads a collection that is one YAML file. */
export function recordFile(name: FileName): Loader {
  return {
    name: `on-record-${name}`,
    async load({ store, parseData, watcher, logger }) {
      if (checkedContent(contentFolder())) return store.clear();
      const file = path.resolve(contentFolder(), FILES[name].file);
      const load = async () => {
        store.clear();
        const bytes = await fs.readFile(file).catch(() => new Uint8Array());
        const written = FILES[name].schema.parse(parseFile(bytes, '.yaml', LARGEST_LIST).data ?? emptyFile(name));
        for (const { id, data: value } of entriesIn(name, written)) {
          const data = typeof value === 'object' ? { ...value } : { value };
          store.set({ id, data: await parseData({ id, data, filePath: file }), filePath: relative(file) });
        }
      };
      await load();
      watcher?.add(file);
      watcher?.on('change', (changed) => {
        if (changed === file) load().catch((error: unknown) => logger.error(`${relative(file)}: ${String(error)}`));
      });
    },
  };
}

/** In a build whose record is read and checked, pages take from a collection only what Astro must render. */
async function loadBodies({ store, parseData, renderMarkdown }: LoaderContext, name: FolderName, entries: readonly Entry<object>[]): Promise<void> {
  store.clear();
  for (const { id, data, body } of entries) {
    const file = path.resolve(contentFolder(), fileOf(name, id));
    const entry = { id, data: await parseData({ id, data: { ...data }, filePath: file }), body, filePath: relative(file) };
    store.set(needsModule(body) ? { ...entry, deferredRender: true } : { ...entry, rendered: await renderMarkdown(body) });
  }
}

async function loadEntry(context: LoaderContext, base: string, file: string, extension: '.yaml' | '.mdx'): Promise<void> {
  const { store, parseData, generateDigest, renderMarkdown } = context;
  const filePath = path.join(base, file);
  const bytes = await fs.readFile(filePath);
  const id = file.slice(0, -extension.length);
  const digest = generateDigest(new TextDecoder().decode(bytes));
  const known = store.get(id);
  // The store outlives a build, and the next may read another folder: same words there are another file.
  if (known?.digest === digest && known.filePath === relative(filePath)) {
    if (known.deferredRender && known.filePath) store.addModuleImport(known.filePath);
    return;
  }
  const { data, body } = parseFile(bytes, extension);
  const entry = { id, data: await parseData({ id, data: (data ?? {}) as Record<string, unknown>, filePath }), body, digest, filePath: relative(filePath) };
  if (body.trim() === '') store.set(entry);
  else if (needsModule(body)) store.set({ ...entry, deferredRender: true });
  else store.set({ ...entry, rendered: await renderMarkdown(body) });
}

/** The address of a heading, `## Gaps {#gaps}`: Markdown, though it looks like an expression. */
const HEADING_ID = /^(#{1,6} .*) \{#[a-z][a-z\d-]*\}$/gmu;

/**
 * Does an MDX body hold more than Markdown: JSX, an import or export, or an expression?
 * When in doubt, yes: a module renders plain Markdown as well, only slower.
 */
export function needsModule(body: string): boolean {
  const text = body.replace(HEADING_ID, '$1');
  return /^(?:import|export)\s/mu.test(text) || /[{}]/u.test(text) || /<[A-Za-z/>]/u.test(text);
}

function watch({ watcher, logger, store, ...rest }: LoaderContext, base: string, extension: '.yaml' | '.mdx'): void {
  if (!watcher) return;
  const context = { watcher, logger, store, ...rest };
  const own = (changed: string) => changed.startsWith(base + path.sep) && changed.endsWith(extension);
  const reload = (changed: string) => {
    if (!own(changed)) return;
    const file = path.relative(base, changed).split(path.sep).join('/');
    loadEntry(context, base, file, extension).then(
      () => logger.info(`Reloaded ${relative(changed)}`),
      (error: unknown) => logger.error(`Failed to reload ${relative(changed)}: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
  watcher.add(base);
  watcher.on('change', reload);
  watcher.on('add', reload);
  watcher.on('unlink', (removed) => {
    if (own(removed)) store.delete(path.relative(base, removed).split(path.sep).join('/').slice(0, -extension.length));
  });
}

function relative(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/');
}
