import { type Answer, type Answers, type MatchData, matchParties, type MatchQuestion, type MatchResult, SAME_AS, yesToEverything } from './match.ts';
import { answerInWords, littleInWords, yesInWords, questionsInWords } from './match-words.ts';
import { splitsFirst } from './short-version.ts';

/**
 * Draws the grid: the reader and every party, a line a question. Its rows are copies of the rows of all positions.
 * @param form the page's element, which holds the empty grid
 * @param paper the page on paper, which has every question and the grid of all positions
 * @param data all that is counted with
 * @param answers what the reader has said
 */
export function drawResults(form: HTMLElement, paper: Document, data: MatchData, answers: Answers): void {
  const answered = splitsFirst(data.questions.filter(({ id }) => id in answers));
  const results = matchParties(data, answers);
  form.querySelector('[data-summary]')!.textContent =
    answered.length === 0
      ? 'You have not answered a question yet.'
      : `For the ${questionsInWords(answered.length)} you answered: how often your answer is the same, of those on which the party has a stated position. Questions that divide the parties most stand first. Not a ranking, not advice.`;
  form.querySelector<HTMLElement>('[data-grid]')!.hidden = answered.length === 0;
  form.querySelector('[data-rows]')!.replaceChildren(...answered.map((question) => rowOf(paper, results, question, answers[question.id]!)));
  fillFoot(
    form,
    '[data-counts]',
    results.map(({ same, n }) => [same, n]),
  );
  fillFoot(
    form,
    '[data-points]',
    results.map(({ points, possible }) => [points, possible]),
  );
  form.querySelector<HTMLElement>('[data-points]')!.hidden = results.every(({ n, possible }) => n === possible);
  form.querySelector('[data-little]')!.replaceChildren(...results.flatMap((result) => littleInWords(result) ?? []).map((words) => textElement('li', words)));
  form.querySelector('[data-yes]')!.textContent = yesInWords(yesToEverything({ ...data, questions: answered }));
}

function rowOf(paper: Document, results: readonly MatchResult[], { id }: MatchQuestion, answer: Answer): HTMLTableRowElement {
  const row = document.importNode(paper.querySelector<HTMLTableRowElement>(`[data-question="${id}"]`)!, true);
  const link = row.querySelector('a')!;
  link.querySelector('small')?.remove();
  const short = link.textContent.trim();
  link.replaceChildren(textElement('span', short, 'short'), textElement('span', paper.querySelector(`[data-asks="${id}"] b`)?.textContent ?? short, 'long'));
  const question = link.href;
  const anchor = id.slice(id.indexOf('/') + 1);
  for (const [index, cell] of [...row.cells].slice(1).entries()) {
    const { party, lines } = results[index]!;
    const same = lines.some((line) => line.question === id && line.result === 'same');
    const words = document.createElement('a');
    words.href = `${question}#${anchor}-${party.id}`;
    words.append(textElement('span', `${party.name}: `, 'unseen'), ...cell.childNodes, textElement('span', same ? ', the same as you' : '', 'unseen'));
    cell.append(words);
    cell.toggleAttribute('data-same', same);
  }
  row.insertCell(1).append(...yourMark(paper, answer));
  return row;
}

function yourMark(paper: Document, answer: Answer): Node[] {
  const twice = textElement('small', answer.matters ? '×2' : '');
  twice.setAttribute('aria-hidden', 'true');
  const key = answer.answer === 'skip' ? 'none' : SAME_AS[answer.answer];
  return [document.importNode(paper.querySelector(`[data-key="${key}"] svg`)!, true), textElement('span', answerInWords(answer), 'unseen'), twice];
}

function fillFoot(form: HTMLElement, row: string, counts: readonly (readonly [count: number, of: number])[]): void {
  for (const [index, cell] of [...form.querySelectorAll(`${row} td`)].slice(1).entries()) {
    const [count = 0, of = 0] = counts[index] ?? [];
    cell.replaceChildren(textElement('b', String(count)), ` of ${of}`);
  }
}

function textElement(tag: 'b' | 'li' | 'small' | 'span', text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
}
