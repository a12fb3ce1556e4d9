import type { PartyStance } from '../../record/stance.ts';

/**
 * Puts everything that belongs to a party into one order: cards, tabs, columns of the table, chips. The elements are
 * moved, so that a screen reader and the keyboard meet them in the same order as the eye.
 * @param order ids of all parties
 */
export function orderParties(order: readonly string[]): void {
  const all = [...document.querySelectorAll<HTMLElement>('main .by-party, main .chip')];
  for (const parent of new Set(all.map((one) => one.parentElement))) {
    const own = all.filter((one) => one.parentElement === parent);
    const place = (one: HTMLElement) => order.indexOf(one.dataset['party'] ?? '');
    const sorted = [...own].sort((a, b) => place(a) - place(b));
    // What already stands right is left alone: moving a node loses focus and scroll places.
    if (sorted.some((one, index) => one !== own[index])) parent?.append(...sorted);
  }
}

/** The stance that each card of a dimension shows. */
export function stancesShown(section: Element): { party: { id: string }; stance: PartyStance }[] {
  return (section.getAttribute('data-stances') ?? '').split(' ').map((pair) => {
    const [id = '', stance] = pair.split(':');
    return { party: { id }, stance: stance as PartyStance };
  });
}

/** Shows or hides a dimension with its row of the table and its other voices. */
export function showDimension(section: Element, shown: boolean): void {
  const { id } = section;
  const row = document.querySelector(`.glance a[href="#${id}"]`)?.closest('tr');
  const voices = document.getElementById(`${id}-voices`)?.parentElement;
  for (const one of [section, row, voices]) one?.toggleAttribute('hidden', !shown);
}

/**
 * Lets links to other comparing pages of this site keep the choice.
 * @param write gives the query of a link, from the one it has
 */
export function carryInLinks(write: (search: string) => string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href*="/topics/"]:not([href$="/topics/"])')) {
    if (link.origin === location.origin) link.search = write(link.search);
  }
}

/** Something on the page and how far it stood below the top of the window, in pixels. */
export interface Place {
  element: Element;
  top: number;
}

/** The first card, or else section, that reaches into the middle of the window. */
export function readersPlace(): Place | undefined {
  const middle = innerHeight / 2;
  const holds = (one: Element) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > middle && top < innerHeight;
  };
  const element = [...document.querySelectorAll('.dimension')].find(holds);
  return element && { element, top: element.getBoundingClientRect().top };
}

/** Scrolls so that it stands where it stood; what is hidden by now has no place to keep. */
export function keepPlace({ element, top }: Place): void {
  if (element.getClientRects().length > 0) scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
}
