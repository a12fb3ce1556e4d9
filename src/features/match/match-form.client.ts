import { type Answer, ANSWERS, encodeAnswers, type MatchData, type MatchQuestion } from './match.ts';
import { fragmentOf, type Place, placeFrom, questionsOf } from './match-address.ts';
import { drawQuestion } from './match-ask.client.ts';
import { drawResults } from './match-results.client.ts';
import { copyText } from '../../ui/copy-text.client.ts';

const START: Place = { view: 'start', set: '', at: 0, answers: {}, matters: false };
/** Marks our own entries of the browser's history: going back to one changes the place, and the answers stay. */
const OURS = { ours: true };

/** One question a screen, then the grid: counts in the browser, stores nothing, and keeps everything in the address. */
class MatchForm extends HTMLElement {
  private paper = document;
  private data: MatchData = { parties: [], questions: [] };
  private place: Place = START;

  connectedCallback(): void {
    // A place waits for the questions; nothing else is shown meanwhile.
    if (/[#&][aqn]=/u.test(location.hash)) for (const part of this.parts()) part.hidden = true;
    const begun = this.begin();
    this.addEventListener('click', async ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button && (await begun)) this.press(button);
    });
    void begun.then((ready) => {
      if (!ready) {
        for (const part of this.parts()) part.hidden = part.dataset['part'] !== 'start';
        this.piece('said').textContent = 'The questions could not be loaded. Please open the page again.';
      }
    });
  }

  /** Asks for the questions once, before any is answered: they stand on the page on paper. */
  private async begin(): Promise<boolean> {
    try {
      const response = await fetch(this.dataset['paper'] ?? '');
      if (!response.ok) return false;
      // Its head is left out: a policy would refuse its style here, aloud.
      const [main = ''] = /<main[\s\S]*<\/main>/u.exec(await response.text()) ?? [];
      this.paper = new DOMParser().parseFromString(main, 'text/html');
    } catch {
      return false;
    }
    this.data = dataOf(this.paper);
    this.addEventListener('change', ({ target }) => this.tick(target as HTMLInputElement));
    document.addEventListener('keydown', (event) => this.key(event));
    // A browser may bring back what was ticked when a reader returns to the page.
    window.addEventListener('pageshow', () => this.draw());
    window.addEventListener('popstate', ({ state }) => this.restore(state !== null));
    this.place = placeFrom(location.hash.slice(1), this.data.questions) ?? this.place;
    this.write('replaceState');
    this.draw();
    return true;
  }

  private parts(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-part]')];
  }

  private piece<E extends HTMLElement = HTMLElement>(name: string): E {
    return this.querySelector<E>(`[data-part="${this.place.view}"] [data-${name}]`) ?? this.querySelector<E>(`[data-${name}]`)!;
  }

  private get asking(): MatchQuestion[] {
    return questionsOf(this.place.set, this.data.questions);
  }

  private press(button: HTMLButtonElement): void {
    const { at, view } = this.place;
    const does = (name: string) => button.hasAttribute(`data-${name}`);
    if (does('answer')) this.answer(button.value as Answer['answer']);
    if (does('short')) this.go({ set: 'short', view: 'ask', at: 1 });
    if (does('long'))
      this.go({
        set:
          this.ticked()
            .map(({ value }) => value)
            .join(',') || 'all',
        view: 'ask',
        at: 1,
      });
    if (does('results')) this.go({ view: 'results', at: 0 });
    if (does('more')) this.go({ view: 'start', at: 0 });
    if (does('back')) {
      const before = view === 'results' ? this.asking.length : at - 1;
      this.go({ view: before > 0 ? 'ask' : 'start', at: before });
    }
    if (does('copy')) void this.copy();
    if (does('clear')) this.go(START);
  }

  private key(event: KeyboardEvent): void {
    const answer = ANSWERS[Number(event.key) - 1];
    // In the search field and in the footer a figure is a figure.
    if (event.target !== document.body && !this.contains(event.target as Node)) return;
    if (this.place.view !== 'ask' || !answer || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    event.preventDefault();
    this.answer(answer);
  }

  private answer(answer: Answer['answer']): void {
    const { at, answers } = this.place;
    const { id = '' } = this.asking[at - 1] ?? {};
    const { [id]: before, ...others } = answers;
    const matters = before?.matters ?? this.place.matters;
    this.place = { ...this.place, answers: answer === 'skip' ? others : { ...others, [id]: { answer, matters } }, matters: false };
    this.write('replaceState');
    this.go(at < this.asking.length ? { at: at + 1 } : { view: 'results', at: 0 });
  }

  private tick(box: HTMLInputElement): void {
    if (box.matches('[data-count]')) return this.drawStart();
    if (!box.matches('[data-matters]')) return;
    const { at, answers } = this.place;
    const { id = '' } = this.asking[at - 1] ?? {};
    const given = answers[id];
    this.place = given ? { ...this.place, answers: { ...answers, [id]: { ...given, matters: box.checked } } } : { ...this.place, matters: box.checked };
    this.write('replaceState');
  }

  private go(to: Partial<Place>): void {
    this.place = { ...this.place, matters: false, ...to };
    this.write('pushState');
    this.draw();
    this.focusOnHeading();
  }

  /** @param ours true when the reader came by Back or Forward to a place of this page */
  private restore(ours: boolean): void {
    const found = placeFrom(location.hash.slice(1), this.data.questions);
    // The name of a heading is no place: the answers return to the address.
    if (!found && !ours && location.hash !== '') return this.write('replaceState');
    this.place = { ...(found ?? START), ...(ours ? { answers: this.place.answers } : {}) };
    this.write('replaceState');
    this.draw();
    this.focusOnHeading();
  }

  private write(how: 'pushState' | 'replaceState'): void {
    const other = how === 'replaceState' && !placeFrom(location.hash.slice(1), this.data.questions) ? location.hash : '';
    history[how](OURS, '', location.pathname + location.search + (fragmentOf(this.place) || other));
  }

  private draw(): void {
    const { view } = this.place;
    this.dataset['view'] = view;
    for (const part of this.parts()) part.hidden = part.dataset['part'] !== view;
    if (view === 'start') this.drawStart();
    if (view === 'ask') drawQuestion(this.querySelector('[data-part=ask]')!, this.paper, this.place, this.asking);
    if (view !== 'results') return;
    drawResults(this, this.paper, this.data, this.place.answers);
    this.say('');
    this.piece('link').hidden = true;
    this.piece('back').hidden = this.place.set === '';
    this.piece('copy').hidden = Object.keys(this.place.answers).length === 0;
  }

  private drawStart(): void {
    const chosen = this.ticked();
    const counted = chosen.length > 0 ? chosen : this.topics();
    const count = counted.reduce((sum, box) => sum + Number(box.dataset['count']), 0);
    this.piece('long').textContent = `Answer ${chosen.length > 0 ? '' : 'all '}${count} ${count === 1 ? 'question' : 'questions'}`;
    this.piece('so-far').hidden = Object.keys(this.place.answers).length === 0;
  }

  private topics(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[data-count]')];
  }

  private ticked(): HTMLInputElement[] {
    return this.topics().filter(({ checked }) => checked);
  }

  /** Without a jump that an eye would have to follow: the page stands at its top, where the question is. */
  private focusOnHeading(): void {
    const heading = this.querySelector<HTMLElement>(this.place.view === 'start' ? 'h1' : `[data-part="${this.place.view}"] h2`)!;
    heading.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  private async copy(): Promise<void> {
    const url = new URL(location.href);
    url.hash = `a=${encodeAnswers(this.place.answers)}`;
    const field = this.querySelector<HTMLInputElement>('#match-link')!;
    field.value = url.href;
    this.piece('link').hidden = false;
    const copied = await copyText(url.href);
    if (!copied) field.select();
    this.say(copied ? 'Link copied.' : 'Copy the link below.');
  }

  /** The same words again would be read out again. */
  private say(words: string): void {
    const place = this.piece('done');
    if (place.textContent !== words) place.textContent = words;
  }
}

/** The questions, as the grid of all positions holds them, and the parties of its head. */
function dataOf(paper: Document): MatchData {
  const heads = [...paper.querySelectorAll<HTMLElement>('[data-positions] th[data-party]')];
  const rows = [...paper.querySelectorAll<HTMLElement>('[data-question]')];
  return {
    parties: heads.map((head) => ({ id: head.dataset['party'] ?? '', name: head.querySelector('span')?.textContent ?? '' })),
    questions: rows.map(({ dataset }) => ({ id: dataset['question'] ?? '', stances: dataset['stances'] ?? '' })),
  };
}

/** Makes `<match-form>` known to the browser. */
export function defineMatchForm(): void {
  customElements.define('match-form', MatchForm);
}
