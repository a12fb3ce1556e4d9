import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { glob } from 'tinyglobby';
import { headersFile } from './headers.ts';
import { securityText } from './security-text.ts';
import { securePage } from './secure-page.ts';

/** At the end of a build: every page gets its policy, and hosts that read `_headers` get theirs. */
export function hosting(): AstroIntegration {
  return {
    name: 'on-record:hosting',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const pages = await glob('**/*.html', { cwd: folder });
        await Promise.all(
          pages.map(async (page) => {
            const file = path.join(folder, page);
            await fs.writeFile(file, securePage(await fs.readFile(file, 'utf8')));
          }),
        );
        await fs.writeFile(path.join(folder, '_headers'), headersFile());
        await fs.mkdir(path.join(folder, '.well-known'), { recursive: true });
        await fs.writeFile(path.join(folder, '.well-known/security.txt'), securityText());
      },
    },
  };
}
