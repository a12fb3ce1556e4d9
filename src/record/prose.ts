import { getCollection, getEntry } from 'astro:content';

/**
 * The entry whose body is a topic's background, for a page to render.
 * @throws Error when there is no such topic
 */
export async function topicProse(id: string) {
  const entry = await getEntry('topics', id);
  if (!entry) throw new Error(`there is no topic with the id ${id}`);
  return entry;
}

/**
 * The entry whose body is an article's text, for a page to render.
 * @throws Error when there is no such article
 */
export async function articleProse(id: string) {
  const entry = await getEntry('articles', id);
  if (!entry) throw new Error(`there is no article with the id ${id}`);
  return entry;
}

/** The pages of prose, by id, for their pages to render. */
export async function prosePages() {
  const pages = await getCollection('pages');
  return pages.sort((a, b) => a.id.localeCompare(b.id));
}

/**
 * The entry of a position whose body holds an editor's note.
 * @param id `<topic>/<dimension>/<party>`
 * @throws Error when there is no such position
 */
export async function editorsNote(id: string) {
  const entry = await getEntry('positions', id);
  if (!entry) throw new Error(`there is no position with the id ${id}`);
  return entry;
}
