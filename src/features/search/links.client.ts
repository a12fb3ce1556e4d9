import { namesStarting } from './names-starting.ts';
import type { IndexedName, QuestionIndex } from './question-index.ts';

/** Links to the pages of parties and speakers whose names begin with what was typed. */
export function linksToNames(page: HTMLElement, { parties, speakers }: QuestionIndex, typed: string): HTMLElement[] {
  const of = (names: readonly IndexedName[], folder: string) => namesStarting(names, typed).map(({ id, name }) => linkItem(`${page.dataset['home']}${folder}/${id}/`, name));
  return [...of(parties, 'parties'), ...of(speakers, 'speakers')];
}

/** A link as an item of a list. */
export function linkItem(href: string, text: string): HTMLElement {
  const [item, link] = [document.createElement('li'), document.createElement('a')];
  link.href = href;
  link.textContent = text;
  item.append(link);
  return item;
}
