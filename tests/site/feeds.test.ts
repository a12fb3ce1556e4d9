import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';

const browser = siteBrowser();
const folder = path.join(inject('siteFolder'), 'feeds');
const names = (await fs.readdir(folder, { recursive: true })).filter((file) => file.endsWith('.xml')).map((file) => file.slice(0, -4).split(path.sep).join('/'));
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** What a feed reader takes from an element and those right below it; of one that stands twice the last counts. Runs in the page. */
function readAtom(xml: string) {
  const { documentElement: root } = new DOMParser().parseFromString(xml, 'application/xml');
  const fields = (of: Element) => Object.fromEntries([...of.children].map((child) => [child.localName === 'link' ? (child.getAttribute('rel') ?? 'link') : child.localName, child.getAttribute('href') ?? child.textContent.trim()]));
  return {
    root: { name: root.localName, namespace: root.namespaceURI, language: root.getAttribute('xml:lang') },
    feed: fields(root),
    names: [...root.children].map(({ localName }) => localName),
    entries: [...root.querySelectorAll(':scope > entry')].map((entry) => ({ ...fields(entry), type: entry.querySelector('content')?.getAttribute('type') })) as Record<string, string>[],
  };
}

describe.each(names)('%s', (name) => {
  test('is an Atom feed as RFC 4287 says, and a JSON Feed 1.1 with the same entries', async () => {
    const page = await browser.open('404.html');
    const { root, feed, names: children, entries } = await page.evaluate(readAtom, await fs.readFile(path.join(folder, `${name}.xml`), 'utf8'));
    expect(root).toEqual({ name: 'feed', namespace: 'http://www.w3.org/2005/Atom', language: 'en-GB' });
    expect(feed).toMatchObject({ title: expect.stringMatching(/\S/u), author: expect.stringMatching(/\S/u), updated: expect.stringMatching(DATE), alternate: expect.stringMatching(/^https:/u), self: feed['id'] });
    expect(new URL(feed['id'] ?? '').pathname).toBe(`/feeds/${name}.xml`);
    expect(children.filter((child) => !['id', 'title', 'updated', 'author', 'link', 'subtitle', 'rights', 'entry'].includes(child))).toEqual([]);

    for (const entry of entries) {
      expect(entry).toMatchObject({
        title: expect.stringMatching(/\S/u),
        author: expect.stringMatching(/\S/u),
        updated: expect.stringMatching(DATE),
        content: expect.stringContaining('<p>'),
        type: 'html',
      });
      expect([entry['id'], entry['alternate'] ?? entry['link']].map((address) => new URL(address ?? '').protocol)).toEqual(['https:', 'https:']);
    }
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const dates = entries.map(({ updated = '' }) => updated);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(feed['updated']).toBe(dates[0] ?? feed['updated']);

    const json = JSON.parse(await fs.readFile(path.join(folder, `${name}.json`), 'utf8')) as { items: Record<string, string>[] };
    expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: feed['title'], feed_url: feed['id']?.replace(/xml$/u, 'json') });
    expect(json).not.toHaveProperty('author');
    expect(json.items.map((item) => [item['id'], item['date_published'], item['date_modified'], item['content_html']])).toEqual(entries.map(({ id, published, updated, content }) => [id, published, updated, content]));
    expect(json.items.filter(({ authors }) => !authors?.[0])).toEqual([]);
  });
});
