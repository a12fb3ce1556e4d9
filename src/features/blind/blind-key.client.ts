import { orderCards, seedOfPage } from './blind-order.client.ts';

/** The answer key: puts its lines into the order of the sheet that it belongs to. */
class BlindKey extends HTMLElement {
  connectedCallback(): void {
    const seed = seedOfPage();
    if (seed !== undefined) orderCards(this, seed);
  }
}

/** Makes `<blind-key>` known to the browser. */
export function defineBlindKey(): void {
  customElements.define('blind-key', BlindKey);
}
