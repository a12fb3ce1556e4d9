import { dateInWords } from '../domain/dates.ts';
import { pagefindQueries, parseQuery } from '../domain/search-query.ts';
import { loadPagefind, type Pagefind, type PagefindResponse, type PagefindResult } from './pagefind.ts';
import { markWords } from './mark-words.ts';

/** Results drawn at once; the rest follow on request. */
const PAGE = 20;

/** Milliseconds without typing before a search starts. */
const PAUSE = 150;

/** The search page: the form is plain HTML, this fills in the results. */
class QuoteSearch extends HTMLElement {
  private pagefind: Promise<Pagefind> | undefined;
  private results: PagefindResult[] = [];
  private run = 0;
  private timer = 0;

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
    this.readUrl();
    this.input.addEventListener('focus', () => void this.load(), { once: true });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.search();
    });
    this.form.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.search(), PAUSE);
    });
    this.querySelector('.more')?.addEventListener('click', () => void this.draw(this.list.children.length, true));
    this.addEventListener('click', (event) => this.onHelp(event));
    document.addEventListener('keydown', (event) => this.onKey(event));
    window.addEventListener('popstate', () => {
      this.readUrl();
      void this.search(false);
    });
    if (location.search !== '') void this.search(false);
  }

  private load(): Promise<Pagefind> {
    this.pagefind ??= loadPagefind(this.dataset['pagefind'] ?? '').catch((error: unknown) => {
      this.pagefind = undefined;
      throw error;
    });
    return this.pagefind;
  }

  private fields(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  }

  private filters(): Record<string, string> {
    const chosen = [...this.form.querySelectorAll<HTMLSelectElement>('select[data-filter]')].filter(({ value }) => value !== '');
    return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
  }

  private readUrl(): void {
    const query = new URLSearchParams(location.search);
    for (const field of this.fields()) {
      field.value = query.get(field.name) ?? '';
      if (field instanceof HTMLSelectElement && field.selectedIndex === -1) field.value = '';
    }
  }

  private writeUrl(): void {
    const query = new URLSearchParams(this.fields().filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));
    const text = query.toString();
    history.replaceState(null, '', text === '' ? location.pathname : `?${text}`);
  }

  private async search(keep = true): Promise<void> {
    const run = ++this.run;
    if (keep) this.writeUrl();
    const queries = pagefindQueries(parseQuery(this.input.value));
    const filters = this.filters();
    if (queries.length === 0 && Object.keys(filters).length === 0) {
      this.results = [];
      this.list.replaceChildren();
      this.showMore();
      this.countOptions(undefined);
      this.say('Type a word, or choose a filter.');
      return;
    }
    try {
      const pagefind = await this.load();
      const sort = this.sort();
      const responses = await Promise.all((queries.length > 0 ? queries : [null]).map((query) => pagefind.search(query, { filters, ...(sort ? { sort } : {}) })));
      if (run !== this.run) return;
      const [first, ...others] = responses as [PagefindResponse, ...PagefindResponse[]];
      this.results = first.results.filter(({ id }) => others.every((response) => response.results.some((result) => result.id === id)));
      this.countOptions(others.length === 0 ? first.filters : undefined);
      await this.draw(0);
    } catch (error) {
      this.say('The search index could not be loaded. Check your connection and try again.');
      console.error(error);
    }
  }

  private sort(): Record<string, 'asc' | 'desc'> | undefined {
    const { value } = this.form.querySelector<HTMLSelectElement>('select[name=sort]')!;
    return value === '' ? undefined : { date: value === 'oldest' ? 'asc' : 'desc' };
  }

  private async draw(from: number, moveFocus = false): Promise<void> {
    const { run } = this;
    const items = await Promise.all(this.results.slice(from, from + PAGE).map(async (result) => this.item(await result.data())));
    if (run !== this.run) return;
    if (from === 0) this.list.replaceChildren(...items);
    else this.list.append(...items);
    this.querySelector('.nothing')?.remove();
    const total = this.results.length;
    if (total === 0) this.showNothing();
    else this.say(`${total} ${total === 1 ? 'quote' : 'quotes'} found.`);
    this.showMore();
    if (moveFocus) this.links()[from]?.focus();
  }

  private item({ url, meta, locations }: Awaited<ReturnType<PagefindResult['data']>>): HTMLElement {
    const item = this.querySelector<HTMLTemplateElement>('template[data-result]')!.content.firstElementChild!.cloneNode(true) as HTMLElement;
    const link = item.querySelector('a')!;
    link.href = url;
    item.dataset['party'] = meta['partyId'];
    item.querySelector('.result-who')!.textContent = `${meta['speaker']}, ${meta['role']} (${meta['party']})`;
    item.querySelector('.result-quote')!.append('“', ...markWords(meta['quote'] ?? '', locations), '”');
    item.querySelector('.result-where')!.textContent = `${dateInWords(meta['date'] ?? '')}, ${meta['publisher']}. ${meta['topic']}`;
    return item;
  }

  private showNothing(): void {
    const help = this.querySelector<HTMLTemplateElement>('template[data-nothing]')!.content.cloneNode(true) as DocumentFragment;
    if (parseQuery(this.input.value).phrases.length === 0) help.querySelector('.nothing-phrase')?.remove();
    if (Object.keys(this.filters()).length === 0) help.querySelector('.nothing-filter')?.remove();
    this.list.after(help);
    this.say('No quote found.');
  }

  private onHelp({ target }: Event): void {
    if (!(target instanceof HTMLElement)) return;
    if (target.matches('[data-unquote]')) this.input.value = this.input.value.replace(/["“”„«»]/gu, ' ').trim();
    else if (target.matches('[data-unfilter]')) for (const select of this.form.querySelectorAll('select')) select.value = '';
    else return;
    this.input.focus();
    void this.search();
  }

  private countOptions(counts: PagefindResponse['filters'] | undefined): void {
    for (const option of this.form.querySelectorAll<HTMLOptionElement>('select[data-filter] option[data-all]')) {
      const name = (option.parentElement as HTMLSelectElement).name;
      const count = counts ? (counts[name]?.[option.value] ?? 0) : Number(option.dataset['all']);
      option.textContent = `${option.value} (${count})`;
    }
  }

  private showMore(): void {
    this.querySelector<HTMLElement>('.more')!.hidden = this.list.children.length >= this.results.length;
  }

  private say(text: string): void {
    this.querySelector('.status')!.textContent = text;
  }

  private links(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('a.result')];
  }

  private onKey(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.input.focus();
      this.input.select();
      return;
    }
    const links = this.links();
    const at = links.indexOf(document.activeElement as HTMLElement);
    const fromInput = document.activeElement === this.input;
    if (event.key === 'ArrowDown' && (fromInput || at !== -1)) this.move(event, links[at + 1]);
    else if (event.key === 'ArrowUp' && at !== -1) this.move(event, links[at - 1] ?? this.input);
    else if (event.key === 'Escape' && at !== -1) this.move(event, this.input);
    else if (event.key === 'Escape' && fromInput) {
      this.input.value = '';
      void this.search();
    }
  }

  private move(event: Event, to: HTMLElement | undefined): void {
    if (!to) return;
    event.preventDefault();
    to.focus();
  }
}

/** Makes `<quote-search>` known to the browser. */
export function defineQuoteSearch(): void {
  customElements.define('quote-search', QuoteSearch);
}
