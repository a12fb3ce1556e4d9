import { type Answer, ANSWERS, type Answers, decodeAnswers, encodeAnswers, type MatchData, matchParties } from './match.ts';
import { drawResults } from './match-results.client.ts';
import { copyText } from '../../ui/copy-text.client.ts';

/** The name of the fragment's part that holds the answers: `#a=…`. A fragment is never sent to the server. */
const PARAMETER = 'a';

/** The questionnaire: counts in the browser, stores nothing, and puts answers into a link only when asked to. */
class MatchForm extends HTMLElement {
  private data: MatchData = { parties: [], questions: [] };
  private drawn: string | undefined;

  connectedCallback(): void {
    this.data = JSON.parse(this.querySelector('script[type="application/json"]')?.textContent ?? '') as MatchData;
    for (const part of this.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false;
    this.addEventListener('change', () => this.progress());
    this.piece('show').addEventListener('click', () => this.show());
    this.piece('copy').addEventListener('click', () => void this.copy());
    this.piece('clear').addEventListener('click', () => this.clear());
    window.addEventListener('hashchange', () => this.restore());
    // A browser may bring back what was ticked when a reader returns to the page.
    window.addEventListener('pageshow', () => this.progress());
    this.restore();
  }

  private piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-${name}]`)!;
  }

  private questions(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('fieldset[data-question]')];
  }

  private answers(): Answers {
    return Object.fromEntries(
      this.questions().flatMap((question): [string, Answer][] => {
        const value = question.querySelector<HTMLInputElement>('[type=radio]:checked')?.value;
        const answer = ANSWERS.find((one) => one === value);
        const matters = question.querySelector<HTMLInputElement>('[type=checkbox]')?.checked ?? false;
        return answer === undefined || answer === 'skip' ? [] : [[question.dataset['question'] ?? '', { answer, matters }]];
      }),
    );
  }

  private restore(): void {
    const text = new URLSearchParams(location.hash.slice(1)).get(PARAMETER);
    const answers = text === null ? {} : decodeAnswers(text, this.data.questions);
    if (Object.keys(answers).length === 0) return this.progress();
    this.fill(answers);
    this.draw();
  }

  private fill(answers: Answers): void {
    for (const question of this.questions()) {
      const answer = answers[question.dataset['question'] ?? ''];
      for (const input of question.querySelectorAll('input')) input.checked = input.type === 'checkbox' ? (answer?.matters ?? false) : input.value === answer?.answer;
    }
  }

  private progress(): void {
    const answers = this.answers();
    const stale = this.drawn !== undefined && this.drawn !== encodeAnswers(answers);
    this.say('status', `${Object.keys(answers).length} of ${this.data.questions.length} answered${stale ? '. Your answers have changed since these results.' : ''}`);
    this.say('done', '');
    this.piece('link').hidden = true;
  }

  private draw(): void {
    const answers = this.answers();
    this.drawn = encodeAnswers(answers);
    drawResults(this, matchParties(this.data, answers));
    this.progress();
  }

  private show(): void {
    if (Object.keys(this.answers()).length === 0) return this.say('status', 'Answer at least one question first.');
    this.draw();
    const heading = this.querySelector<HTMLElement>('#results');
    heading?.focus();
    heading?.scrollIntoView({ block: 'start' });
  }

  private async copy(): Promise<void> {
    const encoded = encodeAnswers(this.answers());
    if (encoded === '') return this.say('done', 'Answer at least one question first.');
    const url = new URL(location.href);
    url.hash = `${PARAMETER}=${encoded}`;
    const field = this.querySelector<HTMLInputElement>('#match-link')!;
    field.value = url.href;
    this.piece('link').hidden = false;
    const copied = await copyText(url.href);
    if (!copied) field.select();
    this.say('done', copied ? 'Link copied.' : 'Copy the link below.');
  }

  private clear(): void {
    this.fill({});
    this.drawn = undefined;
    this.piece('results').hidden = true;
    if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
    this.progress();
    this.say('done', 'All answers are cleared.');
  }

  /** The same words again would be read out again. */
  private say(name: string, words: string): void {
    const place = this.piece(name);
    if (place.textContent !== words) place.textContent = words;
  }
}

/** Makes `<match-form>` known to the browser. */
export function defineMatchForm(): void {
  customElements.define('match-form', MatchForm);
}
