import { chooseQuestions, fooledMost, type QuizAnswer, type QuizPool, type QuizQuestion } from './quiz.ts';
import { addressOf, type QuizSettings } from './quiz-settings.ts';
import { showClock } from './quiz-clock.client.ts';
import { drawExplanation, drawFooled, drawScores, markChoices, type Part, quoteNodes } from './quiz-draw.client.ts';
import { fillQuizForm, loadPool, newSeed, readQuizForm } from './quiz-form.client.ts';

/** The quiz: a form that says how to play, then one question at a time, then the score. All of it stays in this page. */
class WhoSaidIt extends HTMLElement {
  private pool: Promise<QuizPool> | undefined;
  private parties = new Map<string, string>();
  private settings: QuizSettings | undefined;
  private questions: QuizQuestion[] = [];
  /** Every question of the pool, for quotes that fooled in an earlier round. */
  private known = new Map<string, QuizQuestion>();
  private at = 0;
  private open = false;
  private right = 0;
  private scores: number[] = [];
  private answers: QuizAnswer[] = [];
  private stopClock = () => {};

  connectedCallback(): void {
    fillQuizForm(this.form);
    this.form.addEventListener('focusin', () => void this.load(), { once: true });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.start(readQuizForm(this.form));
    });
    this.addEventListener('click', ({ target }) => target instanceof Element && this.onClick(target));
    document.addEventListener('keydown', (event) => this.onKey(event));
    window.addEventListener('popstate', () => this.backToStart());
    this.form.querySelector('button')!.disabled = false;
  }

  private readonly find: Part = <E extends HTMLElement>(name: string) => this.querySelector<E>(`[data-part="${name}"]`)!;

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  private teamBoxes(): HTMLInputElement[] {
    return [...this.find('teams').querySelectorAll('input')].slice(0, this.settings?.teams ?? 0);
  }

  private load(): Promise<QuizPool> {
    this.pool ??= loadPool(this.dataset['questions'] ?? '');
    this.pool.catch(() => (this.pool = undefined));
    return this.pool;
  }

  private async start(settings: QuizSettings): Promise<void> {
    try {
      const { parties, questions } = await this.load();
      this.parties = new Map(parties.map(({ id, name }) => [id, name]));
      this.known = new Map(questions.map((question) => [question.id, question]));
      this.questions = chooseQuestions(questions, settings);
    } catch (error) {
      this.find('error').textContent = 'The questions could not be loaded. Check your connection and try again.';
      console.error(error);
      return;
    }
    this.find('error').textContent = '';
    this.settings = settings;
    if (location.search !== addressOf(settings)) history.pushState(null, '', addressOf(settings));
    this.at = 0;
    this.right = 0;
    this.scores = Array.from({ length: settings.teams }, () => 0);
    this.toggleAttribute('data-large', settings.teams > 0);
    this.show('game');
    this.ask();
  }

  private show(part: 'start' | 'game' | 'end'): void {
    for (const name of ['start', 'game', 'end']) this.find(name).hidden = name !== part;
  }

  private button(name: string): HTMLButtonElement {
    return this.querySelector(`[data-do=${name}]`)!;
  }

  private ask(): void {
    const question = this.questions[this.at];
    if (!question || !this.settings) return this.end();
    const { teams, seconds, seed } = this.settings;
    this.open = true;
    this.find('at').textContent = `Question ${this.at + 1} of ${this.questions.length}`;
    this.find('code').textContent = seed;
    this.find('quote').replaceChildren(...quoteNodes(question.text));
    this.find('choices').hidden = teams > 0;
    this.find('names').hidden = teams === 0;
    this.button('reveal').hidden = teams === 0;
    this.find('answer').hidden = true;
    this.find('keys').textContent = teams > 0 ? 'Keys: Enter shows the answer, 1 to 6 tick a team, Enter goes on.' : `Keys: 1 to ${this.parties.size} choose, Enter goes on.`;
    markChoices(this.find, undefined, undefined);
    this.say(this.at === 0 && seconds > 0 ? `${seconds} seconds for each question.` : '');
    this.startClock(seconds, teams);
    this.find('at').focus();
  }

  private startClock(seconds: number, teams: number): void {
    this.stopClock();
    this.find('clock').hidden = seconds === 0;
    this.button('stop').hidden = false;
    if (seconds === 0) return;
    this.stopClock = showClock(this.find, seconds, () => {
      this.button('stop').hidden = true;
      if (teams > 0) this.say('Time is up.');
      else this.answer(undefined);
    });
  }

  /** One pupil has chosen a party, or nothing before the time was up. */
  private answer(chosen: string | undefined): void {
    const question = this.questions[this.at];
    if (!this.open || !question) return;
    const right = chosen === question.party;
    if (right) this.right += 1;
    this.answers.push({ question: question.id, wrong: right ? 0 : 1, of: 1 });
    this.explain(question, chosen, `${right ? 'Right.' : chosen === undefined ? 'Time is up.' : 'Wrong.'} Answer: ${this.nameOf(question.party)}.`);
    this.say(`${this.right} right so far.`);
  }

  private reveal(): void {
    const question = this.questions[this.at];
    if (!this.open || !question || !this.settings) return;
    this.button('reveal').hidden = true;
    const labels = [...this.find('teams').querySelectorAll('label')];
    for (const [at, label] of labels.entries()) label.hidden = at >= this.settings.teams;
    for (const box of this.find('teams').querySelectorAll('input')) box.checked = false;
    this.explain(question, undefined, `Answer: ${this.nameOf(question.party)}.`);
  }

  private explain(question: QuizQuestion, chosen: string | undefined, verdict: string): void {
    this.open = false;
    this.stopClock();
    this.button('stop').hidden = true;
    markChoices(this.find, question.party, chosen);
    this.find('verdict').textContent = verdict;
    drawExplanation(this.find, question);
    this.find('teams').hidden = this.settings?.teams === 0;
    this.button('next').textContent = this.at + 1 < this.questions.length ? 'Next question' : 'See the score';
    this.find('answer').hidden = false;
    this.find('verdict').focus();
    this.find('answer').scrollIntoView({ block: 'nearest' });
  }

  private next(): void {
    const question = this.questions[this.at];
    if (this.open || !question) return;
    const boxes = this.teamBoxes();
    for (const [at, box] of boxes.entries()) if (box.checked) this.scores[at] = (this.scores[at] ?? 0) + 1;
    if (boxes.length > 0) this.answers.push({ question: question.id, wrong: boxes.filter(({ checked }) => !checked).length, of: boxes.length });
    this.at += 1;
    this.ask();
  }

  private end(): void {
    const teams = this.settings?.teams ?? 0;
    this.find('score').textContent = teams > 0 ? `${this.questions.length} questions` : `${this.right} of ${this.questions.length}`;
    drawScores(this.find, this.scores);
    drawFooled(this.find, fooledMost(this.answers), this.known, this.parties);
    this.show('end');
    this.find('score').focus();
  }

  private backToStart(): void {
    this.stopClock();
    this.open = false;
    this.questions = [];
    this.removeAttribute('data-large');
    fillQuizForm(this.form);
    this.show('start');
    this.form.querySelector('input')?.focus();
  }

  private onClick(target: Element): void {
    const choice = target.closest<HTMLButtonElement>('button.quiz-choice');
    if (choice) return this.answer(choice.value);
    const action = target.closest<HTMLElement>('[data-do]')?.dataset['do'];
    const plain: Record<string, () => void> = { reveal: () => this.reveal(), next: () => this.next(), stop: () => this.leaveClock(), settings: () => this.backToStart() };
    if (action && plain[action]) plain[action]();
    else if (this.settings && action === 'same') void this.start(this.settings);
    else if (this.settings && action === 'new') void this.start({ ...this.settings, seed: newSeed() });
  }

  private onKey(event: KeyboardEvent): void {
    if (this.find('game').hidden || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const teams = (this.settings?.teams ?? 0) > 0;
    const digit = /^[1-9]$/u.test(event.key) ? Number(event.key) - 1 : -1;
    if (digit !== -1 && this.open && !teams) this.find('choices').querySelectorAll('button')[digit]?.click();
    else if (digit !== -1 && !this.open) this.teamBoxes()[digit]?.click();
    // Enter on a button or a link is theirs.
    else if (event.key === 'Enter' && !(event.target as Element).closest('a, button')) {
      event.preventDefault();
      if (!this.open) this.next();
      else if (teams) this.reveal();
    }
  }

  private leaveClock(): void {
    this.stopClock();
    this.button('stop').hidden = true;
    this.find('left').textContent = 'Clock stopped';
    this.find('at').focus();
  }

  private nameOf(party: string): string {
    return this.parties.get(party) ?? party;
  }

  private say(text: string): void {
    this.find('status').textContent = text;
  }
}

/** Makes `<who-said-it>` known to the browser. */
export function defineWhoSaidIt(): void {
  customElements.define('who-said-it', WhoSaidIt);
}
