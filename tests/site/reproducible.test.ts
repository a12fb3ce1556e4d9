import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { buildVariant } from '../support/build-variant.ts';

const FOLDER = '.tmp/built-again';

/** Drawn and printed after the build: `tests/build/cards.test.ts` and `lesson-files.test.ts` hold their bytes. */
const MADE_AFTERWARDS = /^cards\/|^class\/[^/]+\/pack\.(?:pdf|zip)$/u;

/** Every file of a built site with the hash of its bytes. */
async function hashes(folder: string): Promise<Map<string, string>> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const found = new Map<string, string>();
  for (const file of files)
    if (!MADE_AFTERWARDS.test(file))
      found.set(
        file,
        createHash('sha256')
          .update(await fs.readFile(path.join(folder, file)))
          .digest('hex'),
      );
  return found;
}

describe('a second build of the same content', () => {
  let first = new Map<string, string>();
  let second = new Map<string, string>();

  beforeAll(async () => {
    // With pictures and packs, because pages name those that are made.
    await buildVariant(FOLDER, { CARDS: '1', PDFS: '1' });
    [first, second] = [await hashes(inject('siteFolder')), await hashes(FOLDER)];
  });

  test('has the same files', () => {
    expect(second.size).toBeGreaterThan(1000);
    expect([...second.keys()]).toEqual([...first.keys()]);
  });

  test('has the same bytes in every file', () => {
    expect([...second].filter(([file, hash]) => first.get(file) !== hash).map(([file]) => file)).toEqual([]);
  });
});
