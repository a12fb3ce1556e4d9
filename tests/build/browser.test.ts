import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { browserPath, ownFolder } from '../../src/build/browser.ts';
import { temporaryFolder } from '../support/small-content.ts';

const PLANTED = '#!/bin/sh\nexit 0\n';
const BROWSER_BYTES = 100_000_000;

test("the browser lies in the user's own cache folder, and what was planted there or in the common folder is never run", async () => {
  const [cache, common] = [await temporaryFolder(), await temporaryFolder()];
  await fs.mkdir(path.join(common, 'on-record-browser-153'));
  for (const file of ['on-record-browser-153/chromium', 'chromium']) await fs.writeFile(path.join(common, file), PLANTED, { mode: 0o755 });
  vi.stubEnv('TMPDIR', common);
  vi.stubEnv('XDG_CACHE_HOME', cache);
  try {
    const program = await browserPath();
    expect(program.startsWith(path.join(cache, 'on-record') + path.sep)).toBe(true);
    expect((await fs.stat(path.join(cache, 'on-record'))).mode & 0o777).toBe(0o700);
    expect((await fs.stat(program)).size).toBeGreaterThan(BROWSER_BYTES);
    await fs.writeFile(path.join(path.dirname(program), 'libEGL.so'), PLANTED);
    expect(await browserPath()).toBe(program);
    expect((await fs.stat(path.join(path.dirname(program), 'libEGL.so'))).size).toBeGreaterThan(PLANTED.length);
    expect((await fs.readdir(path.join(cache, 'on-record'))).length).toBe(1);
  } finally {
    vi.unstubAllEnvs();
    await Promise.all([cache, common].map((folder) => fs.rm(folder, { recursive: true })));
  }
});

test("another's folder, or a link to one, is refused with its mend", async () => {
  const folder = await temporaryFolder();
  await fs.symlink(folder, `${folder}-link`);
  const { uid } = await fs.stat(folder);
  for (const [place, user] of [
    [folder, uid + 1],
    [`${folder}-link`, uid],
  ] as const)
    await expect(ownFolder(place, user)).rejects.toThrow(/is not a folder of your own.* To mend: set XDG_CACHE_HOME/u);
  expect(await ownFolder(folder, uid)).toBe(folder);
});
