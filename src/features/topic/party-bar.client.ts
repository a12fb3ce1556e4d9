import { stancesDiffer } from '../../record/comparison.ts';
import { readChoice, writeChoice, type ComparisonChoice } from './party-choice.ts';
import { seededOrder } from '../../record/party-order.ts';
import { carryInLinks, keepPlace, orderParties, type Place, readersPlace, showDimension, stancesShown } from './side-by-side.client.ts';

/**
 * Keeps the choice of parties, "differences only" and the order in the address, so that a link shows the same.
 * The choice of parties itself works without it.
 */
class PartyBar extends HTMLElement {
  private known: string[] = [];
  /** What the reader had before their eyes when a chip was pressed. */
  private place: Place | undefined;
  private readonly differences = element('input', { type: 'checkbox', id: 'differences', className: 'tick' });
  private readonly shuffle = element('button', { type: 'button', className: 'button', textContent: 'Shuffle order' });
  private readonly back = element('button', { type: 'button', className: 'button', textContent: 'A to Z' });
  private readonly status = element('p', { className: 'bar-status', role: 'status' });
  private readonly told = element('p', { className: 'unseen', role: 'status' });

  connectedCallback(): void {
    this.known = this.boxes().map((box) => box.value);
    const label = element('label', { className: 'bar-check' });
    label.append(this.differences, 'Differences only');
    label.hidden = document.querySelectorAll('.dimension').length < 2;
    this.querySelector('.bar-options')?.prepend(label, this.shuffle, this.back);
    this.after(this.status, this.told);
    this.addEventListener('change', () => this.keep(this.seed()));
    // Base 36 of a 32-bit number: at most seven letters and digits, short enough to read out.
    this.shuffle.addEventListener('click', () => this.keep(crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)));
    this.back.addEventListener('click', () => {
      this.keep(undefined);
      this.shuffle.focus();
    });
    addEventListener('popstate', () => this.show());
    // Before a chip is pressed: by the time it changes, the styles have hidden a party already.
    for (const press of ['pointerdown', 'keydown']) this.addEventListener(press, () => (this.place = readersPlace()));
    this.show();
  }

  private boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('.chip input')];
  }

  private choice(): ComparisonChoice {
    return readChoice(location.search, this.known);
  }

  private seed(): string | undefined {
    return this.choice().seed;
  }

  private keep(seed: string | undefined): void {
    const chosen = this.boxes()
      .filter((box) => box.checked)
      .map((box) => box.value);
    const parties = this.known.filter((id) => chosen.length === 0 || chosen.includes(id));
    history.replaceState(null, '', location.pathname + writeChoice(location.search, { parties, differences: this.differences.checked, seed }, this.known) + location.hash);
    this.show();
    if (this.place) keepPlace(this.place);
    const shown = this.boxes().filter((box) => box.checked);
    this.told.textContent = shown.length === this.known.length ? 'All parties are shown.' : `Shown: ${shown.map(nameBeside).join(', ')}.`;
  }

  private show(): void {
    const { parties, differences, seed } = this.choice();
    for (const box of this.boxes()) box.checked = parties.includes(box.value);
    this.differences.checked = differences;
    this.back.hidden = seed === undefined;
    orderParties(seed === undefined ? this.known : seededOrder(this.known, seed));
    carryInLinks((search) => writeChoice(search, this.choice(), this.known));
    for (const note of document.querySelectorAll('.order-note')) note.textContent = seed === undefined ? 'parties in alphabetical order' : `order shuffled with seed ${seed}`;
    const sections = [...document.querySelectorAll('.dimension')];
    const alike = differences && sections.length > 1 ? sections.filter((section) => !stancesDiffer({ positions: stancesShown(section) }, parties)) : [];
    for (const section of sections) showDimension(section, !alike.includes(section));
    this.status.textContent = [differences && inWords(alike.length, sections.length, parties.length), seed && `Order shuffled with seed ${seed}.`].filter(Boolean).join(' ');
  }
}

/** A party's name as its chip writes it. */
function nameBeside(box: HTMLInputElement): string {
  return box.parentElement?.querySelector('.chip-long')?.textContent ?? '';
}

/** What "differences only" did. */
function inWords(hidden: number, all: number, parties: number): string {
  if (all < 2) return '';
  if (parties < 2) return 'Choose two parties or more to see where they differ.';
  if (hidden === 0) return 'No question hidden: on none of them do the chosen parties hold the same stance.';
  return `${hidden} of ${all} questions hidden: there the chosen parties hold the same stance.`;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, properties: Partial<HTMLElementTagNameMap[Name]>): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

/** Makes `<party-bar>` known to the browser. */
export function definePartyBar(): void {
  customElements.define('party-bar', PartyBar);
}
