import { countFilters } from './count-filters.ts';
import { findQuotes, type FoundQuotes, type SearchRequest } from './find-quotes.ts';
import { foundQuote } from './found-quote.ts';
import type { EngineResult, SearchEngine } from '../../site/search-engine.ts';
import type { SearchNames } from './search-names.ts';
import { parseQuery } from './search-query.ts';
import { indexNames, type NameIndex } from './understand-query.ts';
import { moveByArrows } from './move-by-arrows.client.ts';
import { loadPagefind } from '../../ui/pagefind.client.ts';
import { chosenFilters, countOptions, fillFromAddress, requestOf, writeAddress } from './search-form.client.ts';
import { drawResult, handOver, foundInWords } from './search-results.client.ts';
import { focusOnSlash } from '../../ui/slash.client.ts';
import { loadAll } from './take-away.client.ts';

/** Results drawn first, so that something is there to read soon. */
const FIRST = 5;

/** Results drawn at once; the rest follow on request. */
const PAGE = 20;

/** Milliseconds without typing before a search starts. */
const PAUSE = 150;

/** The search page: the form is plain HTML, this fills in the results. */
class QuoteSearch extends HTMLElement {
  private engine: Promise<SearchEngine> | undefined;
  private names!: NameIndex;
  private partyIds!: ReadonlyMap<string, string>;
  private results: readonly EngineResult[] = [];
  private run = 0;
  private timer = 0;
  /** The query that is searched for as typed, because the reader refused a correction. */
  private refused = '';

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  private get input(): HTMLInputElement {
    return this.querySelector('input[name=q]')!;
  }

  private get list(): HTMLOListElement {
    return this.querySelector('.results')!;
  }

  connectedCallback(): void {
    const names = JSON.parse(this.querySelector('script[data-names]')!.textContent) as SearchNames;
    this.names = indexNames(names);
    this.partyIds = new Map(names.party.map(({ value, id }) => [value, id]));
    fillFromAddress(this.form);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.search();
    });
    this.form.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.search(), PAUSE);
    });
    this.querySelector('.more')?.addEventListener('click', () => void this.drawMore());
    this.addEventListener('click', (event) => this.onHelp(event));
    focusOnSlash(this.input.id);
    moveByArrows(
      this.input,
      () => this.links(),
      () => {
        this.input.value = '';
        void this.search();
      },
    );
    window.addEventListener('popstate', () => {
      fillFromAddress(this.form);
      void this.search(false);
    });
    if (location.search !== '') void this.search(false);
    else this.loadSoon();
  }

  /**
   * What a search finds, with the page's own index and settings.
   * @returns best first; the element's own results are not touched
   */
  async find(request: SearchRequest): Promise<FoundQuotes> {
    return findQuotes(await this.load(), this.names, request);
  }

  /** Whoever opens this page is about to search; the page itself comes first. A failure is told when they do. */
  private loadSoon(): void {
    const load = () => void setTimeout(() => void this.load().catch(() => undefined));
    if (document.readyState === 'complete') load();
    else addEventListener('load', load, { once: true });
  }

  private load(): Promise<SearchEngine> {
    this.engine ??= loadPagefind(this.dataset['pagefind'] ?? '').catch((error: unknown) => {
      this.engine = undefined;
      throw error;
    });
    return this.engine;
  }

  private async search(keep = true): Promise<void> {
    const run = ++this.run;
    if (keep) writeAddress(this.form);
    const request = requestOf(this.form, this.refused);
    if (request.typed.trim() === '' && Object.keys(request.filters).length === 0) {
      this.clear();
      return;
    }
    try {
      const found = await this.find(request);
      if (run !== this.run) return;
      this.results = found.results;
      this.showCorrection(request.typed, found.corrected);
      await this.draw(0, FIRST, found.partial);
      await this.draw(FIRST, PAGE, found.partial);
      const counts = await countFilters(await this.load(), this.names, { ...request, typed: found.corrected ?? request.typed, asTyped: true }, found);
      if (run === this.run) countOptions(this.form, counts, 'unknown');
    } catch (error) {
      if (run !== this.run) return;
      this.say('The search index could not be loaded. Check your connection and try again.');
      console.error(error);
    }
  }

  private clear(): void {
    this.results = [];
    this.list.replaceChildren();
    this.querySelector('.nothing')?.remove();
    this.showCorrection('', undefined);
    this.showTools();
    countOptions(this.form, undefined, 'all');
    this.say('Type a word, or choose a filter.');
  }

  /** Draws the results from one place up to, not including, another. */
  private async draw(from: number, to: number, partial: boolean): Promise<void> {
    const { run } = this;
    const template = this.querySelector<HTMLTemplateElement>('template[data-result]')!;
    const items = await Promise.all(this.results.slice(from, to).map(async (result) => drawResult(template, await result.data(), this.partyIds)));
    if (run !== this.run) return;
    if (from === 0) this.list.replaceChildren(...items);
    else this.list.append(...items);
    this.showTools();
    if (from > 0) return;
    this.querySelector('.nothing')?.remove();
    const total = this.results.length;
    if (total === 0) this.showNothing();
    else this.say(foundInWords(total, partial));
  }

  private async drawMore(): Promise<void> {
    const from = this.list.children.length;
    await this.draw(from, from + PAGE, false);
    this.links()[from]?.focus();
  }

  private showCorrection(typed: string, corrected: string | undefined): void {
    const note = this.querySelector<HTMLElement>('.corrected')!;
    note.hidden = corrected === undefined;
    note.querySelector('strong')!.textContent = corrected ?? '';
    note.querySelector('button')!.textContent = `Search for ${typed.trim()} instead`;
  }

  private showNothing(): void {
    const help = this.querySelector<HTMLTemplateElement>('template[data-nothing]')!.content.cloneNode(true) as DocumentFragment;
    if (parseQuery(this.input.value).phrases.length === 0) help.querySelector('.nothing-phrase')?.remove();
    if (Object.keys(chosenFilters(this.form)).length === 0) help.querySelector('.nothing-filter')?.remove();
    this.list.after(help);
    this.say('No quote found.');
  }

  private onHelp({ target }: Event): void {
    if (!(target instanceof HTMLElement)) return;
    if (target.matches('[data-copy], [data-save]')) {
      void this.takeAway(target.matches('[data-copy]') ? 'copy' : 'save');
      return;
    }
    if (target.matches('[data-unquote]')) this.input.value = this.input.value.replace(/["“”„«»]/gu, ' ').trim();
    else if (target.matches('[data-unfilter]')) for (const select of this.form.querySelectorAll('select')) select.value = '';
    else if (target.matches('[data-as-typed]')) this.refused = this.input.value;
    else return;
    this.input.focus();
    void this.search();
  }

  /** All results, not only those drawn, as citations to the clipboard or as a file. */
  private async takeAway(how: 'copy' | 'save'): Promise<void> {
    const { run } = this;
    const all = (await loadAll(this.results)).map(foundQuote);
    if (run !== this.run) return;
    this.say(await handOver(all, how, this.dataset['site'] ?? ''));
  }

  private showTools(): void {
    this.querySelector<HTMLElement>('.more')!.hidden = this.list.children.length >= this.results.length;
    this.querySelector<HTMLElement>('.take-away')!.hidden = this.results.length === 0;
  }

  private say(text: string): void {
    this.querySelector('.status')!.textContent = text;
  }

  private links(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('a.result')];
  }
}

/** Makes `<quote-search>` known to the browser. */
export function defineQuoteSearch(): void {
  customElements.define('quote-search', QuoteSearch);
}
