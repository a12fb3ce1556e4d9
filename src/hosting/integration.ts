import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile } from './headers.ts';
import { robotsText } from './robots-text.ts';
import { securityText } from './security-text.ts';

/** At the end of a build: `_headers` for hosts that read it, `robots.txt` and `security.txt`. Pages get their policy from `src/middleware.ts`. */
export function hosting(): AstroIntegration {
  return {
    name: 'on-record:hosting',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        fs.writeFileSync(path.join(folder, '_headers'), headersFile());
        fs.writeFileSync(path.join(folder, 'robots.txt'), robotsText());
        fs.mkdirSync(path.join(folder, '.well-known'), { recursive: true });
        fs.writeFileSync(path.join(folder, '.well-known/security.txt'), securityText());
      },
    },
  };
}
