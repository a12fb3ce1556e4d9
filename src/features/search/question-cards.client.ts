import { dateInWords } from '../../record/dates.ts';
import { SINCE_DROPPED } from '../../record/mark.ts';
import { STANCE_WORDS } from '../../record/stance.ts';
import { type Answer, questionId } from './answer.ts';
import type { FoundQuestion } from './find-questions.ts';
import type { IndexedMark, QuestionIndex } from './question-index.ts';
import { formsStarting } from './understand-query.ts';

/** A quote's row of the open data, as far as it is shown. */
interface QuoteRow {
  id: string;
  text: string;
  speaker_name: string;
  role: string;
  date: string;
  publisher: string;
  note: string | null;
  disowned_note: string | null;
}

/**
 * Draws a question that answers: every party's mark, or, where one is named, its own with the quote that leads its position.
 * @param page has the templates; its `data-home` is the site's address
 * @returns the card, and what is still to come: the quote
 */
export function drawQuestion(page: HTMLElement, index: QuestionIndex, found: FoundQuestion, { party }: Pick<Answer, 'party'>): { card: HTMLElement; quote: Promise<void> } {
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
  if (found.lacks.length > 0) card.querySelector('[data-lacks]')!.textContent = `It does not speak of ${inMarks(found.lacks)}.`;
  const lead = party === undefined ? undefined : marks[party]?.[3];
  return { card, quote: lead === undefined ? Promise.resolve() : drawLead(page, card, lead) };
}

function drawMark(page: HTMLElement, [stance, year, dropped]: IndexedMark): HTMLElement {
  const mark = copyOf(page, 'mark');
  mark.querySelector('use')!.setAttribute('href', `#s-${stance}`);
  const word = document.createElement(dropped ? 's' : 'b');
  word.textContent = STANCE_WORDS[stance];
  mark.lastElementChild!.append(word, `${year ? `, ${year}` : ''}${dropped ? `, ${SINCE_DROPPED}` : ''}`);
  return mark;
}

/** The quote is one small file of the open data; without it the card still leads to the question. */
async function drawLead(page: HTMLElement, card: HTMLElement, id: string): Promise<void> {
  const answer = await fetch(`${page.dataset['home']}data/v1/quotes/${id}.json`).catch(() => undefined);
  if (!answer?.ok) return;
  const { quote } = (await answer.json()) as { quote: QuoteRow };
  const said = copyOf(page, 'lead');
  said.querySelector('blockquote p')!.textContent = `“${quote.text}”`;
  const notes = [quote.note, quote.disowned_note].filter((note) => note !== null);
  said.querySelector('[data-notes]')!.textContent = [...new Set(notes)].join(' ');
  said.querySelector('[data-who]')!.textContent = `${quote.speaker_name}, ${quote.role}, `;
  const link = said.querySelector('a')!;
  link.href = `${page.dataset['home']}quotes/${id}/`;
  link.textContent = dateInWords(quote.date);
  said.querySelector('[data-publisher]')!.textContent = `. ${quote.publisher}`;
  card.querySelector('.marks')!.after(said);
}

/** Links to questions by their titles, for a search that none answers. */
export function linksNearby(page: HTMLElement, index: QuestionIndex, nearby: readonly FoundQuestion[]): HTMLElement[] {
  return nearby.map((found) => linkItem(addressOf(page, index, found), index.questions[found.place]!.question));
}

/** Links to the pages of parties and speakers whose names begin with what was typed. */
export function linksToNames(page: HTMLElement, { parties, speakers }: QuestionIndex, typed: string): HTMLElement[] {
  const of = (names: QuestionIndex['parties'] | QuestionIndex['speakers'], folder: string) => formsStarting(names, typed).map(({ id, name }) => linkItem(`${page.dataset['home']}${folder}/${id}/`, name));
  return [...of(parties, 'parties'), ...of(speakers, 'speakers')];
}

/** Words in quotation marks, with commas. */
export function inMarks(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

function linkItem(href: string, text: string): HTMLElement {
  const [item, link] = [document.createElement('li'), document.createElement('a')];
  link.href = href;
  link.textContent = text;
  item.append(link);
  return item;
}

function addressOf(page: HTMLElement, index: QuestionIndex, found: FoundQuestion): string {
  return `${page.dataset['home']}topics/${questionId(index, found)}/`;
}

function copyOf(page: HTMLElement, name: string): HTMLElement {
  return page.querySelector<HTMLTemplateElement>(`template[data-${name}]`)!.content.firstElementChild!.cloneNode(true) as HTMLElement;
}
