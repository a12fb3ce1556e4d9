import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { AstroIntegration } from 'astro';
import { FILES, FOLDERS } from '../record/collections.ts';
import { forgetContent, getContent } from '../record/door.ts';
import { contentFolder } from '../record/read.ts';
import { ContentError } from '../record/schema/problem.ts';
import { emptySlots } from '../features/about/behind.ts';
import { CommandError, readArguments } from '../cli/command.ts';
import { addressProblem } from '../site/address.ts';
import { adminIsOn, writeAdmin } from '../site/admin.ts';
import { cmsConfigFile } from '../site/cms-config.ts';
import { builtInWords } from './built-site.ts';
import { writeDesk } from './desk.ts';
import { drawCards } from './cards.ts';
import { serveIndex } from './index-in-development.ts';
import { writeLessonDocx } from './lesson-docx.ts';
import { makeLessonFiles } from './lesson-pdfs.ts';
import { makeLessonZips } from './lesson-zip.ts';
import { writeOffline } from './offline-copy.ts';
import { type IndexFile, indexFiles, writeIndex } from './search-index.ts';
import { makeSlideFiles } from './slides-pptx.ts';
import { clearAside, siteFolder, takePlace, whyNotHere, whyNotInto, whyNotNow } from './site-folder.ts';
import { writeHostFiles } from './host-files.ts';

const FLAG = { type: 'boolean' } as const;
const VALUE = { type: 'string' } as const;

/** How Astro is called here; its other options would pass by our settings, such as where a site may go. */
const ARGUMENTS = {
  build: ['npm run build -- [--force] [--verbose], with SITE_URL, BASE_PATH, OUT_DIR, CONTENT_DIR, CARDS, PDFS and ADMIN in the environment', { force: FLAG, verbose: FLAG }],
  dev: ['npm run dev -- [--port 4321] [--host 0.0.0.0] [--open] [--force] [--verbose]', { port: VALUE, host: VALUE, open: FLAG, force: FLAG, verbose: FLAG }],
} as const;

/**
 * Builds the site from the record, in `astro build` and `astro dev` alike: the content is checked before anything is drawn
 * or removed, and what is no page is made of the same record once the pages are there.
 */
export function onRecord(): AstroIntegration {
  let base = '/';
  let site = '';
  let index: Promise<readonly IndexFile[]>;
  return {
    name: 'on-record',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        await stop(whyNotHere() ?? addressProblem(process.env));
        if (command === 'build' || command === 'dev') {
          const [usage, options] = ARGUMENTS[command];
          await orStop(async () => readArguments(usage, options, { args: process.argv.slice(process.argv.indexOf(command) + 1) }));
        }
        if (command !== 'build') return;
        // V8 would let the heap double before it collects: 1.4 GB at 3,000 quotes, where 0.95 does the same work in the same time.
        setFlagsFromString('--heap-growing-percent=60');
        await stop(whyNotInto(siteFolder()));
        await orStop(getContent);
        await stop(whyNotNow());
        clearAside();
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
        site = fileURLToPath(config.outDir);
      },
      'astro:build:start': () => {
        // Pagefind works in a process of its own while pages are drawn.
        index = getContent().then(({ record }) => indexFiles(record));
        index.catch(() => undefined);
      },
      'astro:build:done': async () => {
        const { record, entries } = await getContent();
        writeIndex(site, await index);
        await writeHostFiles(site, record.behind.email);
        if (adminIsOn()) {
          await writeAdmin(site, cmsConfigFile(FOLDERS, FILES));
          await writeDesk(site, entries);
        }
        if (process.env['CARDS'] !== '0') await drawCards(site, record);
        if (process.env['PDFS'] !== '0') {
          await makeSlideFiles(site, { record, entries });
          await makeLessonFiles(site, { record, entries });
          await writeLessonDocx(site, { record, entries });
          await makeLessonZips(site, { record, entries });
        }
        await writeOffline(site, base, record.topics);
        takePlace(site, siteFolder());
        const empty = emptySlots(record.behind);
        if (empty.length > 0) console.log(`The about page says that nobody has filled in: ${empty.join(', ')}. To mend: write them below “behind” in content/pages/about.mdx.`);
        console.log(`Built ${builtInWords(siteFolder(), record)}, in ${(performance.now() / 1000).toFixed(1)} s, into ${path.relative(process.cwd(), siteFolder())}/`);
      },
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        const folder = path.resolve(contentFolder());
        server.watcher.add(folder);
        server.watcher.on('all', (_, changed) => {
          if (!changed.startsWith(folder + path.sep)) return;
          forgetContent();
          refreshContent?.({}).then(
            () => server.hot.send({ type: 'full-reload' }),
            (error: unknown) => logger.error(String(error)),
          );
        });
        serveIndex(server, logger);
      },
    },
  };
}

/** Ends a build of refused content before anything is drawn, with every problem of every file; one of a wrong option likewise. */
async function orStop(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ContentError || error instanceof CommandError)) throw error;
    await stop(error.message);
  }
}

/** Ends a build with one message that its reader can mend, where there is one. */
async function stop(message: string | undefined): Promise<void> {
  if (message === undefined) return;
  console.error(message);
  // Nothing more happens, so the process ends by itself. `process.exit()` can hang for ever: it waits for V8's compiler
  // threads, and they may wait for this one to collect garbage.
  process.exitCode = 1;
  await new Promise(() => {});
}
