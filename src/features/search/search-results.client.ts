import { dateInWords } from '../../record/dates.ts';
import { inFigures } from '../../record/figures.ts';
import { type FoundQuote, foundQuote, quotesCsv, shortCitation } from './found-quote.ts';
import type { EngineData } from '../../site/search-engine.ts';
import { markWords } from './mark-words.client.ts';
import { inMarks } from './question-cards.client.ts';
import { copyText } from '../../ui/copy-text.client.ts';
import { saveFile } from './take-away.client.ts';

/**
 * Draws one result.
 * @param template the page's own item
 * @param data what the engine knows of the quote
 * @param partyIds ids of the parties by name, for their colours
 */
export function drawResult(template: HTMLTemplateElement, data: EngineData, partyIds: ReadonlyMap<string, string>): HTMLElement {
  const { page, quote, speaker, role, party, date, topic, publisher } = foundQuote(data);
  const item = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
  const link = item.querySelector('a')!;
  link.href = page;
  link.textContent = `${speaker}, ${role} (${party}), ${dateInWords(date)}`;
  item.dataset['party'] = partyIds.get(party) ?? '';
  item.querySelector('blockquote p')!.append('“', ...markWords(quote, data.locations), '”');
  item.querySelector('.result-where')!.textContent = `${publisher}. ${topic}`;
  return item;
}

/**
 * How much was found, in words.
 * @param quotes how many
 * @param questions how many
 * @param lacks words that the first quote lacks, where none holds all
 */
export function foundInWords(quotes: number, questions = 0, lacks: readonly string[] = []): string {
  const counted = (count: number, one: string) => (count === 0 ? [] : [`${inFigures(count)} ${one}${count === 1 ? '' : 's'}`]);
  const found = `${[...counted(questions, 'question'), ...counted(quotes, 'quote')].join(' and ')} found.`;
  return lacks.length === 0 ? found : `No quote holds all these words. ${found} The first lacks ${inMarks(lacks)}.`;
}

/**
 * Hands quotes to the reader, as citations in the clipboard or as a CSV file.
 * @param quotes all that were found, not only those drawn
 * @param how to the clipboard or to a file
 * @param site the address of the site, which the citations name
 * @returns what came of it, for the reader
 */
export async function handOver(quotes: readonly FoundQuote[], how: 'copy' | 'save', site: string): Promise<string> {
  const found = foundInWords(quotes.length);
  if (how === 'save') {
    saveFile('on-record-search.csv', 'text/csv;charset=utf-8', quotesCsv(quotes));
    return `${found} Saved as a CSV file.`;
  }
  const copied = await copyText(quotes.map((quote) => shortCitation(quote, site)).join('\n\n'));
  return copied ? `${found} Copied as citations.` : 'The browser did not allow copying. Download the CSV file instead.';
}
