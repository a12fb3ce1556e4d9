import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { besideIsWritten } from '../checked-record.ts';
import { sizeInWords } from '../domain/offline.ts';
import { writeOffline } from './bundle.ts';

/** What we promise readers to stay below, in bytes; said to whoever builds, not enforced: a larger record must not stop a build. */
const PROMISED = 10_000_000;

/** Makes what a reader needs to keep the whole site, at the end of a build; it must come after everything that writes pages, or the search index where that does not stand beside them. */
export function offlineCopy(): AstroIntegration {
  let base = '/';
  return {
    name: 'on-record:offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { files, bytes, stored } = await writeOffline(fileURLToPath(dir), base, besideIsWritten);
        if (stored > PROMISED) logger.warn(`Kept for offline, the site takes ${sizeInWords(stored)}, more than ${sizeInWords(PROMISED)}. To mend: leave more out in src/offline/keepable.ts.`);
        logger.info(`${files} files to keep for offline, ${sizeInWords(bytes)} to download, ${sizeInWords(stored)} on the device`);
      },
    },
  };
}
