/** The name of the parameter that keeps the choice in the URL: `?parties=greens,labour`. */
const PARAMETER = 'parties';

/** Keeps the choice of parties in the URL, so that a link shows the same. The bar itself works without it. */
class PartyBar extends HTMLElement {
  connectedCallback(): void {
    this.restore();
    this.addEventListener('change', () => this.keep());
    window.addEventListener('popstate', () => this.restore());
  }

  private boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="party"]')];
  }

  private restore(): void {
    const chosen = new URLSearchParams(location.search).get(PARAMETER)?.split(',');
    const known = this.boxes().filter((box) => chosen?.includes(box.value));
    for (const box of this.boxes()) box.checked = known.length === 0 || known.includes(box);
  }

  private keep(): void {
    const boxes = this.boxes();
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    const url = new URL(location.href);
    if (chosen.length === boxes.length || chosen.length === 0) url.searchParams.delete(PARAMETER);
    else url.searchParams.set(PARAMETER, chosen.join(','));
    history.replaceState(null, '', url.href.replaceAll('%2C', ','));
  }
}

/** Makes `<party-bar>` known to the browser. */
export function definePartyBar(): void {
  customElements.define('party-bar', PartyBar);
}
