import type { Checkable, CheckableQuote } from './checkable.ts';
import type { Checker } from './checker.ts';
import type { Judgement } from './verdict.ts';

/** The misquote check: reckoning and quotes are loaded once, when the field is used; then everything happens here. */
class QuoteCheck extends HTMLElement {
  private loaded: Promise<Checker> | undefined;

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
    this.querySelector('button')!.disabled = false;
    if (this.field.value.trim() !== '') void this.check();
  }

  private load(): Promise<Checker> {
    this.loaded ??= this.loadAll().catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  private async loadAll(): Promise<Checker> {
    const [{ checkerOf }, response] = await Promise.all([import('./checker.ts'), fetch(this.dataset['quotes'] ?? '')]);
    if (!response.ok) throw new TypeError(`${response.status}`);
    return checkerOf((await response.json()) as Checkable);
  }

  private async check(): Promise<void> {
    const list = this.querySelector('.verdicts')!;
    const loaded = await this.load().catch((error: unknown) => (error instanceof SyntaxError ? 'old' : 'offline'));
    try {
      if (typeof loaded === 'string') throw new Error(loaded);
      const judgements = loaded.judge(this.field.value);
      list.replaceChildren(...judgements.map((judgement) => this.draw(judgement, loaded)));
      this.say(judgements.length === 0 ? 'Paste some words first.' : inOneLine(judgements, loaded));
    } catch {
      list.replaceChildren();
      this.say(loaded === 'offline' ? 'The quotes could not be loaded. Check your connection and try again.' : 'This browser is too old for the check. Use a newer one, or look through the speakers or the topics.');
    }
  }

  private draw(judgement: Judgement, { quotes, whose, names }: Checker): HTMLElement {
    const { verdict, attribution, text, whole, pieces, changes, places } = judgement;
    const item = this.querySelector('template')!.content.firstElementChild!.cloneNode(true) as HTMLElement;
    item.dataset['verdict'] = verdict;
    const fill = (name: string, ...nodes: (Node | string)[]) => item.querySelector(`[data-fill="${name}"]`)!.replaceChildren(...nodes);
    const quote = places.length > 0 ? undefined : quotes.get(judgement.quote ?? '');
    const cut = pieces.some((piece) => piece.cut);
    fill('title', names[verdict]);
    fill('whose', whose(judgement));
    if (attribution === 'wrong') item.querySelector<HTMLElement>('[data-fill=whose]')!.dataset['wrong'] = '';
    if (pieces.length > 0) fill('pieces', ...pieces.flatMap(({ same, said, pasted }) => (same ? [`${pasted} `] : [...marked('del', said), ...marked('ins', pasted)])));
    else if (verdict !== 'too-long') fill('text', `“${text}”`);
    fill('changes', ...changes.map(inWords));
    if (quote)
      fill(
        'extent',
        changes.length > 0 ? 'The quote as it was said:' : cut ? 'Word for word, with cuts that you marked.' : whole ? 'Word for word, the whole quote.' : 'Word for word, part of a longer quote. Read the whole before you use a part.',
      );
    fill('links', ...(quote ? [quote] : places.flatMap((id) => quotes.get(id) ?? [])).map(linkTo));
    for (const part of item.querySelectorAll<HTMLElement>('[data-for]')) if (!part.dataset['for']!.split(' ').some((name) => name === verdict || (name === 'pieces' && pieces.length > 0))) part.remove();
    for (const part of item.querySelectorAll('[data-fill]')) if (part.childNodes.length === 0) part.remove();
    for (const part of item.querySelectorAll('blockquote')) if (part.childElementCount === 0) part.remove();
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

function linkTo({ page, by }: CheckableQuote): HTMLLIElement {
  const item = document.createElement('li');
  const link = item.appendChild(document.createElement('a'));
  link.href = page;
  link.textContent = by;
  return item;
}

function inOneLine(judgements: readonly Judgement[], { names }: Checker): string {
  const verdicts = Object.entries(names).map(([verdict, name]) => ({ name: name.toLowerCase(), count: judgements.filter((judgement) => judgement.verdict === verdict).length }));
  const counted = verdicts.filter(({ count }) => count > 0).map(({ name, count }) => `${count} ${name}`);
  return `${judgements.length} ${judgements.length === 1 ? 'passage' : 'passages'} checked: ${counted.join(', ')}.`;
}

/** Makes `<quote-check>` known to the browser. */
export function defineQuoteCheck(): void {
  customElements.define('quote-check', QuoteCheck);
}
