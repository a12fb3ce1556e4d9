import fs from 'node:fs/promises';
import { expect, test } from 'vitest';
import { feedsOf } from '../../../src/features/data/feeds.ts';
import { TAKEN } from '../../../src/site/urls.ts';
import { record } from '../../support/edition.ts';

/** Names that stand in `src/pages` beside the place of an id, such as `class/who-said-it` beside `class/[topic]`. */
async function besides(place: RegExp): Promise<string[]> {
  const routes = (await fs.readdir('src/pages', { recursive: true })).map((file) => file.split('/'));
  const names = routes.flatMap((route) => {
    const at = route.findIndex((part) => place.test(part));
    if (at === -1) return [];
    return routes.filter((other) => other.length > at && other.slice(0, at).join() === route.slice(0, at).join()).map((other) => other[at]!.replace(/(?:\.(?:json|md))?\.(?:ts|astro)$/u, ''));
  });
  return [...new Set(names)].filter((name) => name !== 'index' && !name.includes('['));
}

test('the names that topics, parties and pages must not have are those of routes and feeds', async () => {
  const feeds = feedsOf({ ...record, parties: [], topics: [] }).map(({ name }) => name);
  const taken = { topics: [...(await besides(/^\[topic\]/u)), ...feeds], parties: [...(await besides(/^\[(?:party|a|b)\]/u)), ...feeds], pages: await besides(/^\[\.\.\.page\]/u), dimensions: await besides(/^\[dimension\]/u) };
  for (const [name, ids] of Object.entries(taken)) expect([...new Set(ids)].sort(), name).toEqual([...TAKEN[name as keyof typeof TAKEN]].sort());
});
