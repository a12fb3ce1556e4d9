import { dateInWords } from '../../record/dates.ts';
import { copyOf } from './question-cards.client.ts';

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
 * Draws the quote that leads a party's position into the card of a question. It is one small file of the open data; without
 * it the card still leads to the question.
 * @param page has the template; its `data-home` is the site's address
 */
export async function drawLead(page: HTMLElement, card: HTMLElement): Promise<void> {
  const id = card.dataset['lead'];
  if (id === undefined) return;
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
