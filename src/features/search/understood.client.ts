import type { Answer, SearchIndex, SearchRequest } from './answer.ts';
import { linksNearby } from './question-cards.client.ts';

/**
 * Says what was understood: each filter as a button that takes it off, each misspelt word with what it is taken for.
 * @param page has the template of such a button
 * @param line what to fill; hidden when nothing was
 */
export function showUnderstood(page: HTMLElement, line: HTMLElement, { understood: { named, corrected } }: Answer): void {
  const template = page.querySelector<HTMLTemplateElement>('template[data-chip]')!;
  const chips = named.map(({ filter, value, office }) => {
    const chip = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
    chip.dataset['off'] = filter;
    chip.prepend(office ? `${value} (${office})` : value);
    return chip;
  });
  const meant = [...corrected].map(([typed, word]) => `${word} for “${typed}”`);
  line.hidden = chips.length + meant.length === 0;
  line.querySelector('span')!.replaceChildren(...chips, meant.join(', '));
}

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
  else part('nearby').querySelector('ul')!.append(...linksNearby(page, index, nearby));
  const about = typed.trim();
  for (const link of help.querySelectorAll<HTMLAnchorElement>('a[data-tell]')) link.href += encodeURIComponent(about);
  place.replaceChildren(help);
  return about === '' ? 'Nothing in this record with these filters.' : `Nothing in this record about ${/^["“]/u.test(about) ? about : `“${about}”`}.`;
}
