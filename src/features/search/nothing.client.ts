import type { Answer, SearchIndex, SearchRequest } from './answer.ts';
import { linkItem } from './links.client.ts';
import { addressOf } from './question-cards.client.ts';

/**
 * Says plainly that there is nothing, what the record holds nearest, and how to tell the editors.
 * @param page has the template
 * @param place gets the help
 * @returns the sentence
 */
export function showNothing(page: HTMLElement, place: HTMLElement, { index }: SearchIndex, { typed, filters }: SearchRequest, { phrases, nearby }: Answer): string {
  const help = page.querySelector<HTMLTemplateElement>('template[data-nothing]')!.content.cloneNode(true) as DocumentFragment;
  const part = (name: string) => help.querySelector<HTMLElement>(`[data-if=${name}]`)!;
  if (phrases.length === 0) part('phrase').remove();
  if (Object.keys(filters).length === 0) part('filter').remove();
  if (nearby.length === 0) part('nearby').remove();
  else
    part('nearby')
      .querySelector('ul')!
      .append(...nearby.map((found) => linkItem(addressOf(page, index, found), index.questions[found.place]!.question)));
  const about = typed.trim();
  for (const link of help.querySelectorAll<HTMLAnchorElement>('a[data-tell]')) link.href += encodeURIComponent(about);
  place.replaceChildren(help);
  return about === '' ? 'Nothing in this record with these filters.' : `Nothing in this record about ${/^["“]/u.test(about) ? about : `“${about}”`}.`;
}
