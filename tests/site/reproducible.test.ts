import { expect, inject, test } from 'vitest';
import { buildSite } from '../support/build-site.ts';
import { EDITION } from '../support/edition.ts';
import { hashesOf } from '../support/small-content.ts';

test('a second build of the same content, elsewhere on earth, has the same files with the same bytes', async () => {
  const again = '.tmp/built-again';
  await buildSite(again, { CONTENT_DIR: EDITION, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' });
  const [first, second] = await Promise.all([inject('siteFolder'), again].map(hashesOf));
  expect([...second!.keys()]).toEqual([...first!.keys()]);
  expect([...second!].filter(([file, hash]) => first!.get(file) !== hash).map(([file]) => file)).toEqual([]);
});
