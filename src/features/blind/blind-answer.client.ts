import type { BlindAnswer, BlindGap } from '../../record/blind/blind-cards.ts';
import type { BlindTally } from './blind-tally.ts';

/**
 * Draws whose words a card holds.
 * @param place the empty part of the card
 * @param answer what the card hid
 * @param template the HTML to fill
 */
export function drawAnswer(place: HTMLElement, answer: BlindAnswer, template: HTMLTemplateElement): void {
  const drawn = template.content.cloneNode(true) as DocumentFragment;
  const fill = (name: string, text: string, link?: string) => {
    const element = drawn.querySelector(`[data-${name}]`)!;
    if (text !== '') element.textContent = text;
    if (link !== undefined) element.setAttribute('href', link);
  };
  fill('party-name', answer.party);
  fill('speaker', answer.speaker, answer.links.speaker);
  fill('role', answer.role);
  fill('date', answer.date);
  fill('source', answer.publisher, answer.links.source);
  fill('quote', '', answer.links.quote);
  drawn.querySelector('[data-source]')?.setAttribute('rel', 'external');
  place.replaceChildren(drawn, ...answer.notes.map((note) => textElement('p', note, 'whose-note')));
  place.hidden = false;
}

/** What the reader chose on one question, in words. */
export function resultInWords({ card, none, gaps }: { card: { letter: string; answer: BlindAnswer } | undefined; none: boolean; gaps: readonly BlindGap[] }): string {
  const choice = card ? `You chose card ${card.letter}: ${card.answer.party} (${card.answer.speaker}).` : none ? 'You chose none of these.' : 'You did not choose a card.';
  const missing = gaps.map(({ party, why }) => (why === 'silent' ? `None found yet on this question: ${party}.` : `Left out, because the words tell whose they are: ${party}.`));
  return [choice, 'Each card now says whose words it holds.', ...missing].join(' ');
}

/** Draws how often each party's card was chosen, A to Z, always beside the number of questions that it has a card on. */
export function drawTally(place: HTMLElement, { questions, chosen, none, parties }: BlindTally): void {
  const list = document.createElement('ul');
  const ofQuestions = (count: number) => `${count} ${count === 1 ? 'question' : 'questions'}`;
  list.append(...parties.map(({ name, chosen: times, of }) => textElement('li', `${name}: ${times} of ${ofQuestions(of)}${of < questions ? ' on which it has a card' : ''}`)));
  place.replaceChildren(textElement('p', `You chose a card on ${chosen} of ${ofQuestions(questions)}${none > 0 ? `, and none of the cards on ${none}` : ''}. By party, in alphabetical order:`), list);
}

function textElement(tag: 'p' | 'li', text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
}
