import { dateInWords } from '../../record/dates.ts';
import type { EngineData, EngineResult, SearchEngine } from '../../site/search-engine.ts';
import { copyText } from '../../ui/copy-text.client.ts';
import { loadPagefind } from '../../ui/pagefind.client.ts';
import { type Answer, answerFirst, type SearchIndex, type SearchRequest } from './answer.ts';
import { countFilters } from './count-filters.ts';
import { findArticles } from './find-articles.ts';
import { findQuotes, type FoundQuotes } from './find-quotes.ts';
import { foundQuote } from './found-quote.ts';
import { drawLead } from './lead-quote.client.ts';
import { linkItem, linksToNames } from './links.client.ts';
import { markWords } from './mark-words.client.ts';
import { showNothing } from './nothing.client.ts';
import { copyOf } from './question-cards.client.ts';
import { quotesCsv, shortCitation } from './quotes-as-text.ts';

/** Quotes loaded at once to be taken away: each is a small file, and a browser opens few connections. */
const AT_ONCE = 24;

/** All that a search does with quotes. It comes with Pagefind, after the questions have answered. */
export class Quotes {
  readonly #page: HTMLElement;
  readonly #search: SearchIndex;
  readonly #partyIds: ReadonlyMap<string, string>;
  #engine: Promise<SearchEngine> | undefined;
  #segmenter: Promise<void> | undefined;

  /**
   * Begins to load Pagefind.
   * @param page has the templates; its `data-pagefind` says where `pagefind.js` stands
   */
  constructor(page: HTMLElement, search: SearchIndex) {
    this.#page = page;
    this.#search = search;
    this.#partyIds = new Map(search.index.parties.map(({ name, id }) => [name, id]));
    // A failure is told when they search.
    this.#load().catch(() => undefined);
  }

  #load(): Promise<SearchEngine> {
    this.#engine ??= loadPagefind(this.#page.dataset['pagefind']!);
    this.#engine.catch(() => (this.#engine = undefined));
    return this.#engine;
  }

  /** The quotes that a search finds, best first. */
  async find(request: SearchRequest, answer: Answer = answerFirst(this.#search, request)): Promise<FoundQuotes> {
    const engine = this.#load();
    await (this.#segmenter ??= firstSegmenter());
    return findQuotes(await engine, this.#search, request, answer);
  }

  /** Draws quotes as items of a list. */
  draw(results: readonly EngineResult[]): Promise<HTMLElement[]> {
    return Promise.all(results.map(async (result) => drawQuote(this.#page, await result.data(), this.#partyIds)));
  }

  /** Draws into the card of a question the quote that it waits for. */
  drawLead(card: HTMLElement): Promise<void> {
    return drawLead(this.#page, card);
  }

  /** Links to the parties and speakers whose names begin with what was typed. */
  drawNames(place: HTMLElement, typed: string): void {
    const links = linksToNames(this.#page, this.#search.index, typed);
    place.replaceChildren(...links);
    place.hidden = links.length === 0;
  }

  /**
   * Links to the articles that a search is about.
   * @returns how many
   */
  drawArticles(place: HTMLElement, request: SearchRequest, answer: Answer): number {
    const found = findArticles(this.#search, request, answer);
    place.querySelector('ul')!.replaceChildren(...found.map(({ id, title }) => linkItem(`${this.#page.dataset['home']}articles/${id}/`, title)));
    place.hidden = found.length === 0;
    return found.length;
  }

  /** Says that nothing was found; gives the sentence. */
  showNothing(place: HTMLElement, request: SearchRequest, answer: Answer): string {
    return showNothing(this.#page, place, this.#search, request, answer);
  }

  /**
   * Counts how many quotes each choice of the filters would leave.
   * @param found what a search found; undefined where none is made, which leaves all
   * @returns says so beside the choices
   */
  async count(form: HTMLFormElement, request: SearchRequest, found: FoundQuotes | undefined): Promise<() => void> {
    const options = [...form.querySelectorAll<HTMLOptionElement>('select[data-filter] option[data-all]')];
    const filterOf = ({ parentElement }: HTMLOptionElement) => (parentElement as HTMLSelectElement).name;
    const counts = found && (await countFilters(await this.#load(), this.#search, request, found, [...new Set(options.map(filterOf))]));
    return () => {
      for (const option of options) option.textContent = `${option.value} (${counts ? (counts[filterOf(option)]?.[option.value] ?? 0) : option.dataset['all']})`;
    };
  }

  /**
   * Hands quotes to the reader, as citations in the clipboard or as a CSV file.
   * @param results all that were found, not only those drawn
   * @param how to the clipboard or to a file
   * @returns what came of it, for the reader
   */
  async handOver(results: readonly EngineResult[], how: 'copy' | 'save'): Promise<string> {
    const quotes = (await loadAll(results)).map(foundQuote);
    if (how === 'save') {
      saveFile('on-record-search.csv', 'text/csv;charset=utf-8', quotesCsv(quotes));
      return 'Saved as a CSV file.';
    }
    const copied = await copyText(quotes.map((quote) => shortCitation(quote, this.#page.dataset['site']!)).join('\n\n'));
    return copied ? 'Copied as citations.' : 'The browser did not allow copying. Download the CSV file instead.';
  }
}

/** Pagefind's search makes a segmenter. A browser's first takes 40 ms on an old phone, so it is a task of its own, while the index is on its way. */
function firstSegmenter(): Promise<void> {
  return new Promise((made) =>
    setTimeout(() => {
      if ('Segmenter' in Intl) new Intl.Segmenter('en', { granularity: 'grapheme' });
      made();
    }),
  );
}

function drawQuote(from: HTMLElement, data: EngineData, partyIds: ReadonlyMap<string, string>): HTMLElement {
  const { page, quote, speaker, role, party, date, topic, publisher, notice } = foundQuote(data);
  const item = copyOf(from, 'result');
  const link = item.querySelector('a')!;
  link.href = page;
  link.textContent = `${speaker}, ${role} (${party}), ${dateInWords(date)}`;
  item.dataset['party'] = partyIds.get(party) ?? '';
  item.querySelector('blockquote p')!.append('“', ...markWords(quote, data.locations), '”');
  item.querySelector('.result-where')!.textContent = [notice, `${publisher}. ${topic}`].filter(Boolean).join(' ');
  return item;
}

/** Loads every result, a handful at a time. */
async function loadAll(results: readonly EngineResult[]): Promise<EngineData[]> {
  const loaded: EngineData[] = [];
  for (let from = 0; from < results.length; from += AT_ONCE) loaded.push(...(await Promise.all(results.slice(from, from + AT_ONCE).map((result) => result.data()))));
  return loaded;
}

/** Hands a text to the reader as a file. */
function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
