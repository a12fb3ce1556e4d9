import path from 'node:path';
import type { Loader } from 'astro/loaders';
import { needsModule } from '../record/check/bodies.ts';
import { getContent } from '../record/door.ts';
import { contentFolder } from '../record/read.ts';

/**
 * Gives Astro the entries of a collection as they were read and checked for the record: one reading, two views. A body
 * becomes a module only when it needs one: plain Markdown is rendered here, which saves about 4.5 ms of build a file.
 * @param name the collection
 */
export function entriesOf(name: 'topics' | 'positions' | 'pages' | 'articles'): Loader {
  return {
    name: `on-record-${name}`,
    async load({ store, renderMarkdown }) {
      store.clear();
      // Types are made without content; whoever draws a page of refused content is told all its problems.
      const { entries } = await getContent().catch(() => ({ entries: undefined }));
      for (const { id, file, data, body } of entries?.[name] ?? []) {
        const entry = { id, data: { ...data }, body, filePath: path.relative(process.cwd(), path.resolve(contentFolder(), file)).split(path.sep).join('/') };
        if (needsModule(body)) store.set({ ...entry, deferredRender: true });
        else store.set(body.trim() === '' ? entry : { ...entry, rendered: await renderMarkdown(body) });
      }
    },
  };
}
