import { dateInWords } from '../../record/dates.ts';
import { stretches } from '../../record/quote-text.ts';
import type { QuizAnswer, QuizQuestion } from './quiz.ts';
import { type Game, scoresOf } from './quiz-game.ts';

/** Finds the part of the quiz that is marked `data-part`. */
export type Part = <E extends HTMLElement = HTMLElement>(name: string) => E;

/**
 * A question that waits for its answer.
 * @param teams how many play; 0 for one pupil
 */
export function drawQuestion(part: Part, question: QuizQuestion, game: Game, teams: number): void {
  part('at').textContent = `Question ${game.at + 1} of ${game.questions.length}`;
  part('code').textContent = game.code;
  part('quote').replaceChildren(...quoteNodes(question.text));
  part('choices').hidden = teams > 0;
  part('names').hidden = teams === 0;
  part('ask').hidden = teams === 0;
  part('answer').hidden = true;
  part('tally').hidden = teams === 0;
  drawTally(part, game);
  markChoices(part, undefined, undefined);
}

/**
 * The answer below its question.
 * @param parties their names by id
 */
export function drawAnswer(part: Part, question: QuizQuestion, { at, questions, chosen = '', right }: Game, teams: number, parties: ReadonlyMap<string, string>): void {
  for (const [team, label] of part('teams').querySelectorAll('label').entries()) {
    label.hidden = team >= teams;
    label.querySelector('input')!.checked = right.includes(team);
  }
  markChoices(part, question.party, chosen);
  const verdict = teams > 0 ? '' : right.length > 0 ? 'Right. ' : chosen === '' ? 'Time is up. ' : 'Wrong. ';
  part('verdict').textContent = `${verdict}Answer: ${parties.get(question.party) ?? question.party}.`;
  drawExplanation(part, question);
  part('ask').hidden = true;
  part('teams').hidden = teams === 0;
  part('next').textContent = at + 1 < questions.length ? 'Next question' : 'See the score';
  part('answer').hidden = false;
}

/** Right answers so far, team by team. */
export function drawTally(part: Part, game: Game): void {
  part('tally').replaceChildren(
    ...scoresOf(game).map((score, team) => {
      const item = document.createElement('li');
      item.textContent = `Team ${team + 1}: ${score}`;
      return item;
    }),
  );
}

/** A question's words; what stands in square brackets is not the speaker's and looks so. */
function quoteNodes(text: string): Node[] {
  const parts = stretches(text).map((stretch) => {
    if (stretch.kind === 'words') return document.createTextNode(stretch.text);
    const mask = document.createElement('span');
    mask.className = 'quiz-mask';
    mask.textContent = stretch.text;
    return mask;
  });
  return [document.createTextNode('“'), ...parts, document.createTextNode('”')];
}

/** Who said it, when, where it can be read, and whether words were masked. */
function drawExplanation(part: Part, question: QuizQuestion): void {
  part('who').textContent = `${question.speaker}, ${question.role}, ${dateInWords(question.date)}.`;
  part('masked').hidden = question.said === undefined;
  part('unmasked').hidden = question.said !== undefined;
  part('said').textContent = question.said ?? '';
  part('notes').replaceChildren(
    ...(question.notes ?? []).map((note) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = note;
      return paragraph;
    }),
  );
  link(part('source'), question.source.url, question.source.title);
  part('publisher').textContent = question.source.publisher;
  link(part('permalink'), question.page, 'This quote’s own page');
}

/** Opens in a new tab, because the quiz lives in this one. */
function link(anchor: HTMLAnchorElement, address: string, text: string): void {
  Object.assign(anchor, { href: address, target: '_blank', rel: 'noopener', textContent: text });
}

/** Marks what was chosen and what is right, in words; without a question takes the marks away. */
function markChoices(part: Part, right: string | undefined, chosen: string | undefined): void {
  for (const choice of document.querySelectorAll<HTMLElement>('.quiz-choice')) {
    const value = choice instanceof HTMLButtonElement ? choice.value : (choice.dataset['value'] ?? '');
    const mark = value === right ? 'said it' : right !== undefined && value === chosen ? 'your answer' : '';
    choice.dataset['mark'] = mark;
    choice.querySelector('.quiz-mark')!.textContent = mark;
  }
  for (const button of part('choices').querySelectorAll('button')) button.setAttribute('aria-disabled', String(right !== undefined));
}

/** The quotes that fooled most, each with its party and how many answers were wrong. */
export function drawFooled(part: Part, fooled: readonly QuizAnswer[], questions: ReadonlyMap<string, QuizQuestion>, parties: ReadonlyMap<string, string>): void {
  const template = part<HTMLTemplateElement>('fooled-item');
  part('none').hidden = fooled.length > 0;
  part('since').hidden = fooled.length === 0;
  part('fooled').replaceChildren(
    ...fooled.flatMap(({ question, wrong, of }) => {
      const asked = questions.get(question);
      if (!asked) return [];
      const item = template.content.cloneNode(true) as DocumentFragment;
      item.querySelector('[data-fill=quote]')!.textContent = asked.said ?? asked.text;
      const party = parties.get(asked.party) ?? asked.party;
      link(item.querySelector<HTMLAnchorElement>('[data-fill=link]')!, asked.page, asked.speaker === party ? party : `${asked.speaker} (${party})`);
      item.querySelector('[data-fill=count]')!.textContent = `${wrong} of ${of} ${of === 1 ? 'answer' : 'answers'} wrong`;
      return [item];
    }),
  );
}

/** The teams' scores, in the teams' order. */
export function drawScores(part: Part, scores: readonly number[]): void {
  part('table').hidden = scores.length === 0;
  part('rows').replaceChildren(
    ...scores.map((score, at) => {
      const row = document.createElement('tr');
      const team = document.createElement('th');
      team.scope = 'row';
      team.textContent = `Team ${at + 1}`;
      row.append(team);
      row.insertCell().textContent = String(score);
      return row;
    }),
  );
}
