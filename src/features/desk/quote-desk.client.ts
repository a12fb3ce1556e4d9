import type { Entries } from '../../record/schema/entries.ts';
import { type Problem, problemLine } from '../../record/schema/problem.ts';
import { type DeskAnswers, deskChange, type DeskChange, deskFiles, deskProof, type Difference, differences } from './desk.ts';
import { drawForm, type Filled, readForm, setOptions } from './desk-form.client.ts';
import { missingIn } from './quote-fields.ts';
import { openPullRequest, textInRepository } from './pull-request.client.ts';
import { yamlText } from './yaml.ts';

const WAIT = 250;

/**
 * `<quote-desk data-record="record.json" data-repository="owner/name">`: adds one quote as the terminal does. Words and the
 * text of their source are held against each other as they are pasted; nothing leaves the page before the button is pressed.
 */
class QuoteDesk extends HTMLElement {
  private entries!: Entries;
  private change: DeskChange | undefined;
  private answers: DeskAnswers | undefined;
  private timer = 0;

  async connectedCallback(): Promise<void> {
    try {
      this.entries = (await (await fetch(this.dataset['record'] ?? '')).json()) as Entries;
    } catch {
      return this.prepend('The record could not be loaded. Load this page again; if it does not help, add the quote in the terminal with npm run quote:add.');
    }
    const form = this.querySelector('form')!;
    drawForm(form, this.entries);
    form.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.reckon(), WAIT);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.save();
    });
    form.hidden = false;
    this.reckon();
  }

  private piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }

  /** Says at each change whether the words are proven, what is still missing, and what would be written. */
  private reckon(): void {
    const form = this.querySelector('form')!;
    const filled = readForm(form);
    const { quote } = filled;
    setOptions(form, this.entries, quote);
    this.change = undefined;
    this.showProof(filled);
    const missing = missingIn({ ...quote, ...(filled.facts ? { source: 'new' } : {}), ...(filled.name ? { speaker: 'new' } : {}) });
    const status = this.piece('status');
    this.piece('files').replaceChildren();
    if (missing.length > 0) status.textContent = `Still missing: ${missing.join(', ')}.`;
    else {
      try {
        const today = new Date().toISOString().slice(0, 10);
        const answers = { ...filled, facts: filled.facts ?? {}, today };
        this.answers = answers;
        this.change = deskChange(this.entries, answers);
        const { quote, position, forEditor } = this.change.quote;
        status.textContent = [`Ready: ${quote.id} would stand in content/${position.file}. Below is what is written. Send it as a pull request, or copy it.`, ...forEditor.map(leftOver)].join('\n');
        this.showFiles(this.change);
      } catch (error) {
        status.textContent = (error as Error).message.replaceAll(/ with --\w+/gu, ' as its text').replaceAll(/--(\w+)/gu, '$1');
      }
    }
    this.querySelector<HTMLButtonElement>('button[type=submit]')!.disabled = this.change === undefined;
  }

  private showProof(filled: Filled): void {
    const words = String(filled.quote['text'] ?? '');
    const box = this.piece('proof');
    const known = this.entries.sources.find(({ id }) => id === filled.quote['source']);
    if (words === '') return void box.replaceChildren('Paste the words, and the text of their source, to see the proof.');
    const proof = deskProof(this.entries, { ...filled, facts: {}, today: new Date().toISOString().slice(0, 10) });
    box.dataset['verdict'] = proof.verdict;
    if (proof.verdict === 'unchecked') box.replaceChildren('Not checked yet: paste the text of the source, or the passage around the words.');
    if (proof.verdict === 'proven') box.replaceChildren(`Word for word in ${proof.covers === 'whole' ? 'the whole text' : 'the passage'}${known ? ` of “${known.data.title}”` : ''}.`);
    if (proof.verdict !== 'refuted') return;
    const list = differences(words, filled.text);
    box.replaceChildren(
      `Not word for word: ${proof.why}. `,
      list ? 'Here is where they differ; copy the words again.' : filled.text === '' ? 'Paste the passage around the words.' : 'The text that you pasted does not hold them: look whether it is the whole text.',
    );
    if (list) box.append(marked(list));
  }

  private showFiles({ quote, made }: DeskChange): void {
    const files = [
      ...made,
      ...(quote.source ? [{ file: quote.source.file, text: yamlText({ fingerprint: quote.source.data.fingerprint }) }] : []),
      { file: quote.position.file, text: yamlText({ ...(quote.summary === undefined ? {} : { summary: quote.summary }), quotes: [quote.quote] }) },
    ];
    const repository = this.dataset['repository'];
    const known = new Set(made.map(({ file }) => file));
    for (const { file, text } of files) {
      const row = document.createElement('div');
      const link = document.createElement('a');
      link.href = known.has(file) ? `https://github.com/${repository}/new/main/content?filename=${encodeURIComponent(file)}` : `https://github.com/${repository}/edit/main/content/${file}`;
      link.textContent = known.has(file) ? 'Make this file at GitHub' : 'Open this file at GitHub';
      const heading = document.createElement('h3');
      heading.textContent = `content/${file}${known.has(file) ? ' (new)' : ': add below what is there'}`;
      const code = document.createElement('pre');
      code.textContent = text;
      code.tabIndex = 0;
      const copy = document.createElement('button');
      copy.type = 'button';
      copy.textContent = 'Copy';
      copy.addEventListener('click', () => void navigator.clipboard.writeText(text).then(() => (copy.textContent = 'Copied')));
      row.append(heading, code, copy, ' ', link);
      this.piece('files').append(row);
    }
  }

  private async save(): Promise<void> {
    const [change, answers] = [this.change, this.answers];
    const token = this.querySelector<HTMLInputElement>('input[name=token]')!;
    const said = this.piece('sent');
    if (!change || !answers) return;
    if (token.value.trim() === '') return void (said.textContent = 'A token is needed to send it. Without one, copy each part into its file by hand: the links lead there.');
    const { quote, position, proof, forEditor } = change.quote;
    const repository = { name: this.dataset['repository'] ?? '', token: token.value.trim() };
    said.textContent = 'Sending …';
    try {
      const files = await deskFiles(change, answers.today, (file) => textInRepository(repository, file));
      const body = `Adds ${quote.id} to content/${position.file}, ${proof.verdict === 'proven' ? `proven word for word (${proof.covers})` : 'not machine-checked'}.\n\n> ${quote.text.replaceAll('\n', '\n> ')}\n\n${forEditor.map(leftOver).join('\n')}`;
      const address = await openPullRequest(repository, `quote-${quote.id}`, `Add ${quote.id}`, body, files);
      const link = document.createElement('a');
      link.href = address;
      link.textContent = address;
      said.replaceChildren('The pull request is open: ', link, '. Its check runs by itself; when it is green, an editor merges it. To add another quote, load this page again.');
    } catch (error) {
      said.textContent = `It was not sent. ${(error as Error).message}. Nothing is lost: look whether the token may write contents and pull requests of ${repository.name} and press again, or copy each part into its file by hand. If a branch quote-${quote.id} is there already, remove it at GitHub first.`;
    }
  }
}

/** What the change leaves to an editor, as the terminal says it. */
function leftOver(problem: Problem): string {
  return `For an editor: ${problemLine(problem)}`;
}

/** Words that differ: struck through where the source has others, underlined where it has more. */
function marked(list: readonly Difference[]): HTMLElement {
  const paragraph = document.createElement('p');
  for (const { value, added, removed } of list) {
    const element = document.createElement(added ? 'ins' : removed ? 'del' : 'span');
    element.textContent = value;
    paragraph.append(element);
  }
  return paragraph;
}

customElements.define('quote-desk', QuoteDesk);
