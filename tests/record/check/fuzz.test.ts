import fs from 'node:fs/promises';
import { expect, test } from 'vitest';
import { tryBuild } from '../../support/build-site.ts';
import { fuzzContent, mutations } from '../../support/fuzz-content.ts';
import { smallContent } from '../../support/small-content.ts';

test('a thousand mutations of the content: the check throws at none, and what it lets pass can be built', async () => {
  const content = await smallContent();
  const { passed, refused } = await fuzzContent(content, mutations(1000, 15));
  expect(passed).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
  const { code, stdout, stderr } = await tryBuild('.tmp/fuzzed', { CONTENT_DIR: content, PDFS: '0' });
  expect(code, stdout + stderr).toBe(0);
  await fs.rm(content, { recursive: true });
});
