import { type BlindAnswer, type BlindColours, type BlindGap, unpackAnswer } from '../../record/blind/blind-cards.ts';
import { type BlindRound, blindTally } from './blind-tally.ts';
import { reveal } from '../../record/opaque.ts';
import { drawAnswer, drawTally, resultInWords } from './blind-answer.client.ts';
import { newSeed, orderCards, seedOfPage, withSeed } from './blind-order.client.ts';

/** One topic's quotes without names: keeps the order in the URL, and shows whose words they are after the choice. */
class BlindQuotes extends HTMLElement {
  connectedCallback(): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false;
    this.reorder();
    window.addEventListener('popstate', () => this.reorder());
    this.addEventListener('click', (event) => this.onClick(event));
  }

  private onClick({ target }: Event): void {
    const button = target instanceof Element ? target.closest('button') : null;
    const question = button?.closest('fieldset');
    if (!button) return;
    if (button.matches('[data-shuffle]')) this.shuffle();
    if (button.matches('[data-reveal]') && question) this.revealOne(question);
    if (button.matches('[data-reveal-all]')) this.revealAll();
    if (button.matches('[data-again]')) this.again();
  }

  private colourOf({ party }: BlindAnswer): string {
    const colour = (JSON.parse(reveal(this.dataset['colours'] ?? '', this.dataset['key'] ?? '')) as BlindColours)[party];
    return colour ? `light-dark(${colour.light}, ${colour.dark})` : '';
  }

  private questions(): HTMLFieldSetElement[] {
    return [...this.querySelectorAll<HTMLFieldSetElement>('fieldset')];
  }

  private piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-${name}]`)!;
  }

  private shuffle(): void {
    history.replaceState(null, '', withSeed(location.href, newSeed()));
    this.reorder();
    this.piece('status').textContent = 'The cards are shuffled. The address of this page keeps their order.';
  }

  /** The sheet and its key must agree, so the link to the key carries the order too. */
  private reorder(): void {
    const seed = seedOfPage();
    if (seed === undefined || this.querySelector('.shown')) return;
    orderCards(this, seed);
    const link = this.piece('key-link') as HTMLAnchorElement;
    const address = this.piece('key-address');
    link.href = withSeed(link.href, seed);
    address.textContent = withSeed(address.textContent, seed);
  }

  private revealOne(question: HTMLFieldSetElement): void {
    this.show(question);
    question.querySelector<HTMLElement>('.blind-result')?.focus();
    if (this.questions().every((one) => one.classList.contains('shown'))) this.tally();
  }

  private revealAll(): void {
    for (const question of this.questions()) this.show(question);
    this.tally();
    this.piece('tally').focus();
  }

  private show(question: HTMLFieldSetElement): void {
    if (question.classList.contains('shown')) return;
    question.classList.add('shown');
    for (const card of question.querySelectorAll<HTMLElement>('[data-card]')) {
      drawAnswer(card.querySelector<HTMLElement>('.whose')!, answerOf(card), this.querySelector<HTMLTemplateElement>('[data-whose]')!);
      card.style.setProperty('--party', this.colourOf(answerOf(card)));
    }
    // What was chosen without names stays what was chosen.
    for (const input of question.querySelectorAll('input')) input.disabled = true;
    question.querySelector<HTMLElement>('[data-reveal]')!.hidden = true;
    const chosen = chosenCard(question);
    question.querySelector('.blind-result')!.textContent = resultInWords({
      card: chosen ? { letter: chosen.querySelector('[data-letter]')?.textContent ?? '', answer: answerOf(chosen) } : undefined,
      none: choiceOf(question) === 'none',
      gaps: gapsOf(question),
    });
    this.piece('shuffle').hidden = true;
    this.piece('again').hidden = false;
  }

  private tally(): void {
    drawTally(this.piece('tally'), blindTally(this.questions().map(roundOf)));
    this.piece('more').hidden = false;
    this.piece('reveal-all').hidden = true;
  }

  private again(): void {
    for (const question of this.questions()) {
      question.classList.remove('shown');
      for (const card of question.querySelectorAll<HTMLElement>('[data-card]')) {
        card.style.removeProperty('--party');
        const whose = card.querySelector<HTMLElement>('.whose')!;
        whose.replaceChildren();
        whose.hidden = true;
      }
      for (const input of question.querySelectorAll('input')) Object.assign(input, { disabled: false, checked: false });
      question.querySelector<HTMLElement>('[data-reveal]')!.hidden = false;
      question.querySelector('.blind-result')!.textContent = '';
    }
    this.piece('tally').replaceChildren();
    this.piece('more').hidden = true;
    this.piece('again').hidden = true;
    this.piece('reveal-all').hidden = false;
    this.piece('shuffle').hidden = false;
    this.querySelector('input')?.focus();
  }
}

function choiceOf(question: Element): string | undefined {
  return question.querySelector<HTMLInputElement>('input:checked')?.value;
}

function chosenCard(question: Element): HTMLElement | null {
  return question.querySelector<HTMLElement>('[data-card]:has(input:checked)');
}

function answerOf(card: HTMLElement): BlindAnswer {
  return unpackAnswer(reveal(card.dataset['answer'] ?? '', card.dataset['card'] ?? ''));
}

function gapsOf(question: HTMLElement): BlindGap[] {
  return JSON.parse(reveal(question.dataset['gaps'] ?? '', question.dataset['key'] ?? '')) as BlindGap[];
}

function roundOf(question: HTMLElement): BlindRound {
  const chosen = chosenCard(question);
  return {
    chosen: chosen ? { party: answerOf(chosen).party } : choiceOf(question) === 'none' ? 'none' : undefined,
    shown: [...question.querySelectorAll<HTMLElement>('[data-card]')].map((card) => answerOf(card).party),
    gaps: gapsOf(question).map(({ party }) => party),
  };
}

/** Makes `<blind-quotes>` known to the browser. */
export function defineBlindQuotes(): void {
  customElements.define('blind-quotes', BlindQuotes);
}
