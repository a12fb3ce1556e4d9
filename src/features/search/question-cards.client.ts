import { SINCE_DROPPED } from '../../record/mark.ts';
import { STANCE_WORDS } from '../../record/stance.ts';
import { type Answer, questionId } from './answer.ts';
import type { FoundQuestion } from './find-questions.ts';
import type { IndexedMark, QuestionIndex } from './question-index.ts';

/**
 * Draws a question that answers: every party's mark, or, where one is named, its own with the quote that leads its position.
 * @param page has the templates; its `data-home` is the site's address
 * @returns the card; `data-lead` names the quote that is still to come
 */
export function drawQuestion(page: HTMLElement, index: QuestionIndex, found: FoundQuestion, { party }: Pick<Answer, 'party'>): HTMLElement {
  const { topic, question, marks } = index.questions[found.place]!;
  const card = copyOf(page, 'question');
  const url = addressOf(page, index, found);
  card.querySelector('[data-topic]')!.textContent = index.topics[topic]!.title;
  const link = card.querySelector<HTMLAnchorElement>('h2 a')!;
  link.href = url;
  link.textContent = question;
  const rows = [...card.querySelectorAll<HTMLElement>('.marks li')];
  for (const [place, row] of rows.entries()) {
    if (party === undefined || party === place) row.append(drawMark(page, marks[place]!));
    else row.remove();
  }
  const whole = card.querySelector<HTMLAnchorElement>('[data-whole]')!;
  whole.href = url;
  whole.textContent = party === undefined ? 'Read their own words' : 'All parties side by side';
  whole.ariaLabel = `${whole.textContent}: ${question}`;
  if (found.lacks.length > 0) card.querySelector('[data-lacks]')!.textContent = `It does not speak of ${inMarks(found.lacks)}.`;
  const lead = party === undefined ? undefined : marks[party]?.[3];
  if (party !== undefined) card.dataset['party'] = index.parties[party]!.id;
  if (lead !== undefined) card.dataset['lead'] = lead;
  return card;
}

function drawMark(page: HTMLElement, [stance, year, dropped]: IndexedMark): HTMLElement {
  const mark = copyOf(page, 'mark');
  mark.querySelector('use')!.setAttribute('href', `#s-${stance}`);
  const word = document.createElement(dropped ? 's' : 'b');
  word.textContent = STANCE_WORDS[stance];
  mark.lastElementChild!.replaceChildren(word, `${year ? `, ${year}` : ''}${dropped ? `, ${SINCE_DROPPED}` : ''}`);
  return mark;
}

/** Words in quotation marks, with commas. */
export function inMarks(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

/** The page of a question. */
export function addressOf(page: HTMLElement, index: QuestionIndex, found: FoundQuestion): string {
  return `${page.dataset['home']}topics/${questionId(index, found)}/`;
}

/** A copy of one of the page's templates. */
export function copyOf(page: HTMLElement, name: string): HTMLElement {
  return page.querySelector<HTMLTemplateElement>(`template[data-${name}]`)!.content.firstElementChild!.cloneNode(true) as HTMLElement;
}
