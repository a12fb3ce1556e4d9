import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tryBuild } from '../support/build-site.ts';
import { smallContent, temporaryFolder } from '../support/small-content.ts';

/** Whatever else can be wrong with content: tests/record/check/malformed-content.test.ts. */
test('a build of broken content ends with every problem of every file at once, and leaves the last site as it was', async () => {
  const content = await smallContent();
  const site = await temporaryFolder();
  for (const file of ['.on-record-site', 'index.html']) await fs.writeFile(path.join(site, file), 'the last build');
  const spoil = async (file: string, from: RegExp, to: string) => {
    const text = await fs.readFile(path.join(content, file), 'utf8');
    await fs.writeFile(path.join(content, file), text.replace(from, to));
  };
  await spoil('positions/bridge/build/party-a.mdx', /speaker: speaker-one/u, 'speaker: nobody-here');
  await spoil('positions/bridge/toll/party-b.mdx', / {4}role: .+\n/u, '');
  await spoil('sources/daily-example-2025-03-01.yaml', /url: .+/u, 'url: javascript:alert(1)');
  const { code, stdout, stderr } = await tryBuild(site, { CONTENT_DIR: content });
  const said = stdout + stderr;
  expect(code).toBe(1);
  expect(said).toMatch(/^3 problems in 3 files/mu);
  for (const problem of [/party-a\.mdx: quotes\[0\]\.speaker: points to nobody-here/u, /party-b\.mdx: quotes\[0\]\.role: is missing/u, /daily-example-2025-03-01\.yaml: url: is not an http\(s\) address/u]) expect(said).toMatch(problem);
  expect(said.match(/To mend: \S/gu)).toHaveLength(3);
  expect(said).not.toMatch(/^\s+at /mu);
  expect((await fs.readdir(site)).sort()).toEqual(['.on-record-site', 'index.html']);
});
