import { reveal } from '../../record/opaque.ts';
import { SlideTimer } from './slide-timer.client.ts';

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

const LETTERS: Readonly<Record<string, string>> = { b: 'blank', t: 'time', r: 'reveal', w: 'words' };

/** Shows the slides of a page one at a time; the number of the slide is in the address. */
class SlideDeck extends HTMLElement {
  private slides: HTMLElement[] = [];
  private shown = 0;
  private timer: SlideTimer | undefined;
  /** What had the focus before the screen went black. */
  private focused: Element | null = null;
  private touch: { x: number; y: number } | undefined;

  connectedCallback(): void {
    this.slides = [...this.querySelectorAll<HTMLElement>('.slide')];
    document.body.dataset['deck'] = 'on';
    const bar = this.querySelector<HTMLElement>('.deck-bar');
    if (bar) bar.hidden = false;
    for (const hidden of this.querySelectorAll<HTMLElement>('[data-answer]')) hidden.hidden = false;
    this.timer = new SlideTimer(this.querySelector('[data-do=time]')!, (text) => this.say(text));
    this.addEventListener('click', ({ target }) => target instanceof Element && this.act(target.closest<HTMLElement>('[data-do]')?.dataset['do']));
    addEventListener('hashchange', () => this.show(this.fromAddress()));
    document.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('touchstart', ({ touches: [finger] }) => (this.touch = finger && { x: finger.clientX, y: finger.clientY }), { passive: true });
    this.addEventListener('touchend', ({ changedTouches: [finger] }) => finger && this.swipe(finger), { passive: true });
    this.show(this.fromAddress());
  }

  private get blank(): HTMLElement {
    return this.querySelector('.deck-blank')!;
  }

  private act(what: string | undefined): void {
    if (what === 'next') this.go(this.shown + 1);
    if (what === 'back') this.go(this.shown - 1);
    if (what === 'time') this.timer?.press();
    if (what === 'blank') this.cover(this.blank.hasAttribute('hidden'));
    if (what === 'reveal') this.answer(this.slides[this.shown]?.querySelector('.slide-answer')?.childElementCount === 0);
    const words = what === 'words' ? this.slides[this.shown]?.querySelector('details') : undefined;
    if (words) words.open = !words.open;
  }

  /** Shows nothing but black, or the slide again. */
  private cover(blank: boolean): void {
    if (blank) this.focused = document.activeElement;
    this.blank.hidden = !blank;
    if (blank) return this.blank.focus();
    if (this.focused instanceof HTMLElement) this.focused.focus();
    this.say('The slide is shown again.');
  }

  /** Shows whose words the slide holds, or hides it again. */
  private answer(open: boolean): void {
    const hidden = this.slides[this.shown]?.querySelector<HTMLElement>('[data-answer]');
    if (!hidden) return;
    const lines = open ? (JSON.parse(reveal(hidden.dataset['answer'] ?? '', this.dataset['key'] ?? '')) as string[]) : [];
    hidden.querySelector('.slide-answer')!.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        return paragraph;
      }),
    );
    hidden.querySelector('button')!.textContent = open ? 'Hide whose words these are' : 'Whose words are these?';
    hidden.closest('.slide')?.toggleAttribute('data-told', open);
    this.say(lines.map((line) => `: ${line}`).join(''));
    if (open) hidden.scrollIntoView({ block: 'nearest' });
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const letter = LETTERS[event.key.toLowerCase()];
    if (!this.blank.hidden) {
      if (letter === 'blank' || event.key === 'Escape') this.cover(false);
      return;
    }
    if (letter) return this.act(letter);
    const control = event.target instanceof HTMLElement && event.target.closest('a, button, summary') !== null;
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
    // The next class must not come upon what this one has asked for.
    this.answer(false);
    this.shown = index;
    for (const [place, slide] of this.slides.entries()) slide.toggleAttribute('data-shown', place === index);
    scrollTo(0, 0);
    const slide = this.slides[index];
    this.timer?.set(slide?.dataset['minutes']);
    this.say(`: ${[...(slide?.querySelectorAll('.slide-place, .slide-heading, .slide-words, .slide-task, li') ?? [])].map((part) => part.textContent?.trim()).join('. ')}`);
    for (const [name, end] of [
      ['[data-do=back]', 0],
      ['[data-do=next]', this.slides.length - 1],
    ] as const)
      this.querySelector(name)?.setAttribute('aria-disabled', String(index === end));
  }

  /** Where we are, for all; what is on the slide or has happened, for those who hear the page. */
  private say(text: string): void {
    const unseen = document.createElement('span');
    unseen.className = 'unseen';
    unseen.textContent = text;
    this.querySelector('[role=status]')?.replaceChildren(`${this.shown + 1} of ${this.slides.length}`, unseen);
  }
}

/** Makes `<slide-deck>` known to the browser. */
export function defineSlideDeck(): void {
  customElements.define('slide-deck', SlideDeck);
}
