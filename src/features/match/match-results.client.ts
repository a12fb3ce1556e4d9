import type { MatchLine, MatchResult } from './match.ts';
import { agreementInWords, answerInWords, littleInWords, RESULT_WORDS, weightInWords } from './match-words.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** How the squares of a bar are grouped, so that they can be counted at a glance. */
const GROUPS: readonly MatchLine['result'][] = ['same', 'different', 'no-position'];

/**
 * Draws every party's agreement, A to Z.
 * @param form the questionnaire, which holds the templates and the place for the results
 * @param results what `matchParties` gave
 */
export function drawResults(form: HTMLElement, results: readonly MatchResult[]): void {
  const of = results[0]?.of ?? 0;
  form.querySelector('[data-summary]')!.textContent =
    `For the ${of} ${of === 1 ? 'question' : 'questions'} you answered. One box a question: filled is the same as your answer, empty is not, dashed is no stated position. Parties in alphabetical order.`;
  form.querySelector('[data-parties]')!.replaceChildren(...results.map((result) => partyResult(form, result)));
  form.querySelector<HTMLElement>('[data-results]')!.hidden = false;
}

function partyResult(form: HTMLElement, result: MatchResult): DocumentFragment {
  const drawn = copyOf(form, `[data-party-result="${result.party.id}"]`);
  drawn.querySelector('[data-count]')!.textContent = agreementInWords(result);
  drawn.querySelector('[data-weight]')!.textContent = weightInWords(result) ?? '';
  drawn.querySelector('[data-little]')!.textContent = littleInWords(result) ?? '';
  drawBar(drawn.querySelector('[data-bar]')!, result);
  drawn.querySelector('[data-lines]')!.replaceChildren(...result.lines.map((line) => questionLine(form, result.party, line)));
  return drawn;
}

function drawBar(bar: Element, { lines, of }: MatchResult): void {
  const kinds = GROUPS.flatMap((group) => lines.filter(({ result }) => result === group).map(({ result }) => result));
  bar.setAttribute('viewBox', `0 0 ${of} 1`);
  bar.replaceChildren(
    ...kinds.map((kind, index) => {
      const box = document.createElementNS(SVG, 'rect');
      for (const [name, value] of Object.entries({ x: index + 0.1, y: 0.1, width: 0.8, height: 0.8, class: kind })) box.setAttribute(name, String(value));
      return box;
    }),
  );
}

function questionLine(form: HTMLElement, party: MatchResult['party'], { question, answer, stance, result }: MatchLine): DocumentFragment {
  const asked = form.querySelector<HTMLElement>(`fieldset[data-question="${question}"]`)!;
  const drawn = copyOf(form, '[data-line]');
  const words = asked.querySelector('[data-words]')?.textContent ?? '';
  drawn.querySelector('[data-question-words]')!.textContent = words;
  drawn.querySelector('[data-you]')!.textContent = answerInWords(answer);
  drawn.querySelector('[data-stance-place]')!.replaceChildren(stance === 'none' ? 'no stated position' : copyOf(form, `template[data-stance="${stance}"]`));
  drawn.querySelector('[data-result]')!.textContent = RESULT_WORDS[result];
  const link = drawn.querySelector<HTMLAnchorElement>('[data-quotes-link]')!;
  link.href = `${asked.dataset['quotes'] ?? ''}${party.id}`;
  link.querySelector('[data-which]')!.textContent = ` (${party.name}: ${words})`;
  return drawn;
}

function copyOf(form: HTMLElement, template: string): DocumentFragment {
  return form.querySelector<HTMLTemplateElement>(template)!.content.cloneNode(true) as DocumentFragment;
}
