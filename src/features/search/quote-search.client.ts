import type { FoundQuotes } from './find-quotes.ts';
import type { Quotes } from './quotes.client.ts';
import { type Answer, answerFirst, prepare, type SearchIndex, type SearchRequest } from './answer.ts';
import type { QuestionIndex } from './question-index.ts';
import { moveByArrows } from './move-by-arrows.client.ts';
import { chosenFilters, countFiltersSet, fillFilters, fillFromAddress, requestOf, valueOf, writeAddress } from './search-form.client.ts';
import { foundInWords, showUnderstood } from './understood.client.ts';
import { drawQuestion } from './question-cards.client.ts';
import { focusOnSlash } from '../../ui/slash.client.ts';

/** Quotes drawn at once; the rest follow on request. Each is a small file. */
const PAGE = 10;

/** Milliseconds without typing before a search starts. */
const PAUSE = 150;

/** The search page: the form is plain HTML, this fills in the answers. */
class QuoteSearch extends HTMLElement {
  private index: Promise<SearchIndex> | undefined;
  private quotes: Promise<Quotes> | undefined;
  private found: FoundQuotes = { results: [], lacks: [] };
  private run = 0;
  private timer = 0;

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  private get input(): HTMLInputElement {
    return this.querySelector('input[name=q]')!;
  }

  private place(name: string): HTMLElement {
    return this.querySelector(`[data-part=${name}]`)!;
  }

  connectedCallback(): void {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.search();
    });
    this.form.addEventListener('input', ({ target }) => {
      const typing = target === this.input;
      if (typing) this.set('off', '', 'words', '');
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.search({ unfinished: typing }), PAUSE);
    });
    this.place('more').addEventListener('click', () => void this.drawMore());
    this.place('filters').addEventListener('toggle', () => void this.count());
    this.addEventListener('click', (event) => this.onClick(event));
    focusOnSlash(this.input.id);
    moveByArrows(
      this.input,
      () => [...this.querySelectorAll<HTMLElement>('.answers a[href]')],
      () => {
        this.input.value = '';
        void this.search();
      },
    );
    window.addEventListener('popstate', () => {
      fillFromAddress(this.form);
      void this.search({ keep: false });
    });
    void this.start();
  }

  /** The questions' index comes first: it answers first. Pagefind follows, before it is needed. */
  private async start(): Promise<void> {
    try {
      fillFromAddress(this.form);
      const loading = this.loadIndex();
      // The script for quotes lies ready when the index has come.
      void import('./quotes.client.ts').catch(() => undefined);
      const index = await loading;
      fillFromAddress(this.form, 'select');
      if (location.search !== '') await this.search({ keep: false });
      else await this.loadQuotes(index);
    } catch (error) {
      this.fail(error);
    }
  }

  private loadIndex(): Promise<SearchIndex> {
    this.index ??= fetch(this.dataset['index']!)
      .then((answer) => answer.json() as Promise<QuestionIndex>)
      .then((index) => {
        fillFilters(this.form, index);
        this.place('filters').hidden = false;
        return prepare(index);
      });
    this.index.catch(() => (this.index = undefined));
    return this.index;
  }

  private loadQuotes(index: SearchIndex): Promise<Quotes> {
    this.quotes ??= import('./quotes.client.ts').then(({ Quotes }) => new Quotes(this, index));
    this.quotes.catch(() => (this.quotes = undefined));
    return this.quotes;
  }

  /**
   * What a search finds, with the page's own index and settings.
   * @returns best first; the element's own results are not touched
   */
  async find(request: SearchRequest): Promise<FoundQuotes> {
    return (await this.loadQuotes(await this.loadIndex())).find(request);
  }

  private async search({ keep = true, unfinished = false } = {}): Promise<void> {
    const run = ++this.run;
    if (keep) writeAddress(this.form);
    countFiltersSet(this.form);
    const request = { ...requestOf(this.form), unfinished };
    const isEmpty = request.typed.trim() === '' && Object.keys(request.filters).length === 0;
    this.place('answers').hidden = isEmpty;
    this.place('browse').hidden = !isEmpty;
    try {
      const index = await this.loadIndex();
      if (run !== this.run) return;
      const answer = answerFirst(index, request);
      this.drawFirst(index, answer);
      this.found = { results: [], lacks: [] };
      const quotes = await this.loadQuotes(index);
      for (const card of this.place('questions').children) void quotes.drawLead(card as HTMLElement);
      quotes.drawNames(this.place('names'), request.typed);
      const articles = quotes.drawArticles(this.place('articles'), request, answer);
      if (!isEmpty) this.found = await quotes.find(request, answer);
      if (run !== this.run) return;
      await this.draw(0);
      if (run !== this.run) return;
      const total = this.found.results.length;
      if (isEmpty) this.say('Type a word or a question, or choose a filter.');
      else if (total + answer.questions.length + articles > 0) this.say(foundInWords([answer.questions.length, articles, total], this.found.lacks));
      else this.say(quotes.showNothing(this.place('nothing'), request, answer));
      await this.count();
    } catch (error) {
      if (run === this.run) this.fail(error);
    }
  }

  /** Draws what the questions' index alone answers. */
  private drawFirst({ index }: SearchIndex, answer: Answer): void {
    showUnderstood(this, this.place('understood'), answer);
    this.place('questions').replaceChildren(...answer.questions.map((question) => drawQuestion(this, index, question, answer)));
    this.place('nothing').replaceChildren();
  }

  /** Draws quotes from one place on. */
  private async draw(from: number): Promise<void> {
    const { run } = this;
    const items = await (await this.quotes!).draw(this.found.results.slice(from, from + PAGE));
    if (run !== this.run) return;
    const list = this.place('results');
    if (from === 0) list.replaceChildren(...items);
    else list.append(...items);
    const total = this.found.results.length;
    this.place('count').textContent = String(total);
    this.place('quotes').hidden = total === 0;
    this.place('more').hidden = list.children.length >= total;
  }

  private async drawMore(): Promise<void> {
    const from = this.place('results').children.length;
    await this.draw(from);
    this.place('results').children[from]?.querySelector('a')?.focus();
  }

  /** Counts what each filter would leave, for whoever has opened the filters. */
  private async count(): Promise<void> {
    const { run, found, quotes } = this;
    if (!quotes || !(this.place('filters') as HTMLDetailsElement).open) return;
    const show = await (await quotes).count(this.form, requestOf(this.form), this.place('answers').hidden ? undefined : found);
    if (run === this.run) show();
  }

  private onClick({ target }: Event): void {
    const button = (target as Element).closest('button');
    if (!button) return;
    const { off, take } = button.dataset;
    if (take) return void this.takeAway(take as 'copy' | 'save');
    if (off) this.set('off', `${valueOf(this.form, 'off')} ${off}`.trim());
    else if (button.matches('[data-as-typed]')) this.set('words', '1');
    else if (button.matches('[data-unquote]')) this.input.value = this.input.value.replace(/["“”„«»]/gu, ' ').trim();
    else if (button.matches('[data-unfilter]')) this.set(...Object.keys(chosenFilters(this.form)).flatMap((name) => [name, '']));
    else return;
    this.input.focus();
    void this.search();
  }

  private set(...fields: string[]): void {
    for (let at = 0; at < fields.length; at += 2) (this.form.elements.namedItem(fields[at]!) as HTMLInputElement).value = fields[at + 1]!;
  }

  /** All quotes, not only those drawn, as citations to the clipboard or as a file. */
  private async takeAway(how: 'copy' | 'save'): Promise<void> {
    const { run } = this;
    const done = await (await this.quotes!).handOver(this.found.results, how);
    if (run === this.run) this.say(done);
  }

  private fail(error: unknown): void {
    this.say('The search index could not be loaded. Check your connection and try again.');
    console.error(error);
  }

  private say(text: string): void {
    this.place('status').textContent = text;
  }
}

/** Makes `<quote-search>` known to the browser. */
export function defineQuoteSearch(): void {
  customElements.define('quote-search', QuoteSearch);
}
