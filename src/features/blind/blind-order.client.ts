import { cardLetter } from '../../record/blind/blind-cards.ts';
import { seededOrder, seedFrom } from '../../record/party-order.ts';

/** The name of the parameter that keeps the order of the cards in the URL: `?order=k3x`. */
const PARAMETER = 'order';

/** The seed that the address carries; undefined when it has none, and the cards stand as the page was built. */
export function seedOfPage(): string | undefined {
  return seedFrom(new URLSearchParams(location.search).get(PARAMETER));
}

/**
 * An address with a seed in it.
 * @param address any address of this site
 * @param seed from `seedOfPage` or `newSeed`
 */
export function withSeed(address: string, seed: string): string {
  const url = new URL(address, location.href);
  url.searchParams.set(PARAMETER, seed);
  return url.href;
}

/** A seed that nobody chose. */
export function newSeed(): string {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0).toString(36);
}

/**
 * Puts the cards of every list in a page into the order of a seed, and letters them anew.
 * @param root what holds the lists
 * @param seed the same seed gives everyone the same order
 */
export function orderCards(root: Element, seed: string): void {
  for (const list of root.querySelectorAll('[data-order]')) {
    const cards = new Map([...list.querySelectorAll<HTMLElement>('[data-card]')].map((card) => [card.dataset['card'] ?? '', card]));
    for (const [index, key] of seededOrder([...cards.keys()], seed).entries()) {
      const card = cards.get(key);
      const letter = card?.querySelector('[data-letter]');
      if (!card || !letter) continue;
      letter.textContent = cardLetter(index);
      list.append(card);
    }
  }
}
