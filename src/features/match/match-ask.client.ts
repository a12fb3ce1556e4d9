import type { Place } from './match-address.ts';
import type { MatchQuestion } from './match.ts';
import { topicOf } from './short-version.ts';

/**
 * Draws the question that is being asked.
 * @param part the part of the page for it
 * @param paper the page on paper, which has every question
 * @param place where the reader is
 * @param asking the questions of the set
 */
export function drawQuestion(part: HTMLElement, paper: Document, { at, answers, matters }: Place, asking: readonly MatchQuestion[]): void {
  const piece = <E extends Element = HTMLElement>(name: string) => part.querySelector<E>(`[data-${name}]`)!;
  const { id } = asking[at - 1]!;
  const asked = paper.querySelector(`[data-asks="${id}"]`)!;
  const topic = paper.querySelector(`[data-topic-id="${topicOf(id)}"]`)!;
  const standing = asked.querySelector('.standing');
  piece('progress').textContent = `${at} of ${asking.length}`;
  piece('bar').setAttribute('width', String(at / asking.length));
  piece('topic').textContent = topic.querySelector('h3')!.textContent;
  piece('words').textContent = asked.querySelector('b')!.textContent;
  piece('standing').replaceChildren(...[...(standing?.childNodes ?? [])].map((node) => document.importNode(node, true)));
  piece('standing').hidden = standing === null;
  piece('blind').replaceChildren(document.importNode(topic.querySelector('a')!, true));
  piece<HTMLInputElement>('matters').checked = answers[id]?.matters ?? matters;
  for (const button of part.querySelectorAll<HTMLButtonElement>('[data-answer]')) button.setAttribute('aria-pressed', String(button.value === answers[id]?.answer));
}
