import { getCollection, getEntry } from 'astro:content';
import { checkedContent } from '../checked-record.ts';
import { contentFolder } from '../loaders/collections.ts';

/**
 * The entry whose body is a topic's background, for a page to render.
 * @throws Error when there is no such topic
 */
export async function topicProse(id: string) {
  const entry = await getEntry('topics', id);
  if (!entry) throw new Error(`there is no topic with the id ${id}`);
  return entry;
}

/** The pages of prose, by id, for their pages to render. */
export async function prosePages() {
  const pages = await getCollection('pages');
  return pages.sort((a, b) => a.id.localeCompare(b.id));
}

/**
 * The entries of one dimension's positions whose body holds an editor's note, by party.
 * @param topic id of the topic
 * @param dimension id of the dimension
 */
export async function editorsNotes(topic: string, dimension: string) {
  if (import.meta.env.DEV) notes = undefined;
  // Read once: a collection is copied each time it is asked for, and every dimension's page asks.
  notes ??= readNotes();
  return (await notes).get(`${topic}/${dimension}`) ?? [];
}

let notes: ReturnType<typeof readNotes> | undefined;

async function readNotes() {
  // In a build the collection holds bodies alone, and Astro warns of one that is empty.
  if ((await checkedContent(contentFolder()))?.rendered.positions.length === 0) return new Map<string, never[]>();
  const entries = await getCollection('positions', ({ body }) => (body ?? '').trim() !== '');
  const ordered = entries.sort((a, b) => a.id.localeCompare(b.id)).map((entry) => ({ party: entry.id.split('/')[2] ?? '', entry }));
  return Map.groupBy(ordered, ({ entry }) => entry.id.split('/').slice(0, 2).join('/'));
}
