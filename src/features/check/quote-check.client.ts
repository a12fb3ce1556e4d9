import type { CheckableQuote } from './checkable.ts';
import { buildQuoteIndex, judge, type Judgement, type QuoteIndex } from './misquote.ts';

interface Loaded {
  index: QuoteIndex;
  found: Map<string, CheckableQuote>;
}

/** The misquote check: the quotes are loaded once, then everything happens here. */
class QuoteCheck extends HTMLElement {
  private loaded: Promise<Loaded> | undefined;

  private get field(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }

  connectedCallback(): void {
    const load = () => void this.load().catch(() => undefined);
    this.field.addEventListener('focus', load, { once: true });
    this.field.addEventListener('paste', () => setTimeout(() => void this.check()));
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.check();
    });
    if (this.field.value.trim() !== '') void this.check();
  }

  private load(): Promise<Loaded> {
    this.loaded ??= fetch(this.dataset['quotes'] ?? '')
      .then((response) => {
        if (!response.ok) throw new Error(`${response.status}`);
        return response.json() as Promise<CheckableQuote[]>;
      })
      .then((quotes) => ({ index: buildQuoteIndex(quotes), found: new Map(quotes.map((quote) => [quote.id, quote])) }))
      .catch((error: unknown) => {
        this.loaded = undefined;
        throw error;
      });
    return this.loaded;
  }

  private async check(): Promise<void> {
    const list = this.querySelector('.verdicts')!;
    try {
      const { index, found } = await this.load();
      const judgements = judge(this.field.value, index);
      list.replaceChildren(...judgements.map((judgement) => this.draw(judgement, found)));
      this.say(judgements.length === 0 ? 'Paste some words first.' : inOneLine(judgements));
    } catch {
      list.replaceChildren();
      this.say('The quotes could not be loaded. Check your connection and try again.');
    }
  }

  private draw(judgement: Judgement, found: Map<string, CheckableQuote>): HTMLElement {
    const item = this.querySelector<HTMLTemplateElement>(`template[data-verdict="${judgement.verdict}"]`)!.content.firstElementChild!.cloneNode(true) as HTMLElement;
    const fill = (name: string, ...nodes: (Node | string)[]) => item.querySelector(`[data-fill="${name}"]`)?.append(...nodes);
    fill('text', `“${judgement.text}”`);
    fill('extent', judgement.whole ? 'Word for word, the whole quote.' : 'Word for word, part of a longer quote. Read the whole before you use a part.');
    fill('pieces', ...judgement.pieces.flatMap(({ same, said, pasted }) => (same ? [`${pasted} `] : [...marked('del', said), ...marked('ins', pasted)])));
    fill('changes', ...judgement.changes.map(inWords));
    const link = item.querySelector<HTMLAnchorElement>('a[data-fill="link"]');
    const quote = found.get(judgement.quote ?? '');
    if (link && quote) {
      link.href = quote.page;
      link.textContent = quote.by;
    }
    return item;
  }

  private say(text: string): void {
    this.querySelector('.status')!.textContent = text;
  }
}

function marked(name: 'del' | 'ins', text: string): (Node | string)[] {
  if (text === '') return [];
  const element = document.createElement(name);
  element.textContent = text;
  return [element, ' '];
}

function inWords({ said, pasted }: { said: string; pasted: string }): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = said === '' ? `“${pasted}” was inserted.` : pasted === '' ? `“${said}” is missing.` : `“${said}” was said; “${pasted}” was pasted.`;
  return item;
}

const NAMES = { 'in-record': 'in the record', altered: 'altered', 'not-in-record': 'not in this record', 'too-long': 'too long' } as const;

function inOneLine(judgements: readonly Judgement[]): string {
  const verdicts = Object.entries(NAMES).map(([verdict, name]) => ({ name, count: judgements.filter((judgement) => judgement.verdict === verdict).length }));
  const counted = verdicts.filter(({ count }) => count > 0).map(({ name, count }) => `${count} ${name}`);
  return `${judgements.length} ${judgements.length === 1 ? 'passage' : 'passages'} checked: ${counted.join(', ')}.`;
}

/** Makes `<quote-check>` known to the browser. */
export function defineQuoteCheck(): void {
  customElements.define('quote-check', QuoteCheck);
}
