/** How far a finger must move sideways to turn a slide, in CSS pixels. */
const SWIPE = 50;

const KEYS: Readonly<Record<string, 'next' | 'back' | 'first' | 'last'>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
};

/** Shows the slides of a page one at a time; the number of the slide is in the address. */
class SlideDeck extends HTMLElement {
  private slides: HTMLElement[] = [];
  private shown = 0;
  private touch: { x: number; y: number } | undefined;

  connectedCallback(): void {
    this.slides = [...this.querySelectorAll<HTMLElement>('.slide')];
    document.body.dataset['deck'] = 'on';
    const bar = this.querySelector<HTMLElement>('.deck-bar');
    if (bar) bar.hidden = false;
    this.querySelector('[data-next]')?.addEventListener('click', () => this.go(this.shown + 1));
    this.querySelector('[data-back]')?.addEventListener('click', () => this.go(this.shown - 1));
    addEventListener('hashchange', () => this.show(this.fromAddress()));
    document.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('touchstart', ({ touches: [finger] }) => (this.touch = finger && { x: finger.clientX, y: finger.clientY }), { passive: true });
    this.addEventListener('touchend', ({ changedTouches: [finger] }) => finger && this.swipe(finger), { passive: true });
    this.show(this.fromAddress());
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const control = event.target instanceof HTMLElement && event.target.closest('a, button') !== null;
    const turn = KEYS[event.key];
    // A space presses the button that has the focus.
    if (turn === undefined || (control && event.key === ' ')) return;
    // A slide that is taller than the window is read to its end before it turns.
    if ((event.key === 'ArrowDown' || event.key === 'PageDown' || event.key === ' ') && this.below() > 1) return;
    if ((event.key === 'ArrowUp' || event.key === 'PageUp') && scrollY > 1) return;
    event.preventDefault();
    const back = turn === 'back' || (event.key === ' ' && event.shiftKey);
    this.go(turn === 'first' ? 0 : turn === 'last' ? this.slides.length - 1 : this.shown + (back ? -1 : 1));
  }

  private swipe({ clientX, clientY }: Touch): void {
    const [x, y] = [clientX - (this.touch?.x ?? clientX), clientY - (this.touch?.y ?? clientY)];
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) this.go(this.shown + (x < 0 ? 1 : -1));
  }

  /** How much of the page is still below the window, in CSS pixels. */
  private below(): number {
    return document.documentElement.scrollHeight - innerHeight - scrollY;
  }

  private fromAddress(): number {
    const number = Number(/^#slide-(\d{1,4})$/u.exec(location.hash)?.[1] ?? 1);
    return Math.min(Math.max(number, 1), this.slides.length) - 1;
  }

  private go(index: number): void {
    const next = Math.min(Math.max(index, 0), this.slides.length - 1);
    if (next === this.shown) return;
    // Replaced, not added: "back" leaves the deck and does not turn every slide again.
    history.replaceState(null, '', `#slide-${next + 1}`);
    this.show(next);
  }

  private show(index: number): void {
    this.shown = index;
    for (const [place, slide] of this.slides.entries()) slide.toggleAttribute('data-shown', place === index);
    scrollTo(0, 0);
    const slide = this.slides[index];
    const unseen = document.createElement('span');
    unseen.className = 'unseen';
    unseen.textContent = `: ${[...(slide?.querySelectorAll('.slide-place, .slide-heading, .slide-words, li') ?? [])].map((part) => part.textContent?.trim()).join('. ')}`;
    this.querySelector('[role=status]')?.replaceChildren(`${index + 1} of ${this.slides.length}`, unseen);
    for (const [name, end] of [
      ['[data-back]', 0],
      ['[data-next]', this.slides.length - 1],
    ] as const)
      this.querySelector(name)?.setAttribute('aria-disabled', String(index === end));
  }
}

/** Makes `<slide-deck>` known to the browser. */
export function defineSlideDeck(): void {
  customElements.define('slide-deck', SlideDeck);
}
