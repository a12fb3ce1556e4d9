import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { buildSite } from '../support/build-site.ts';
import { EDITION } from '../support/edition.ts';

/** Every file of a built site with the hash of its bytes. */
async function hashes(folder: string): Promise<Map<string, string>> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    await Promise.all(
      files.map(
        async (file) =>
          [
            path.relative(folder, file),
            createHash('sha256')
              .update(await fs.readFile(file))
              .digest('hex'),
          ] as const,
      ),
    ),
  );
}

test('a second build of the same content, elsewhere on earth, has the same files with the same bytes', async () => {
  const again = '.tmp/built-again';
  await buildSite(again, { CONTENT_DIR: EDITION, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' });
  const [first, second] = await Promise.all([inject('siteFolder'), again].map(hashes));
  expect([...second!.keys()]).toEqual([...first!.keys()]);
  expect([...second!].filter(([file, hash]) => first!.get(file) !== hash).map(([file]) => file)).toEqual([]);
});
