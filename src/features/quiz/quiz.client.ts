import { chooseQuestions, fooledMost, type QuizPool, type QuizQuestion } from './quiz.ts';
import { codeOf, settingsOf } from './quiz-code.ts';
import { type Game, newGame, onward, scoresOf } from './quiz-game.ts';
import type { QuizSettings } from './quiz-settings.ts';
import { showClock } from './quiz-clock.client.ts';
import { drawAnswer, drawFooled, drawQuestion, drawScores, drawTally, type Part } from './quiz-draw.client.ts';
import { loadPool, newSeed, QuizForms } from './quiz-form.client.ts';
import { savedGame, saveGame } from './quiz-saved.client.ts';

/**
 * The quiz: a form that says how to play, then one question at a time, then the score. All of it stays in this page, and
 * the game as it stands is kept in its tab: whatever is shown is drawn from it, so that a reload goes on where it was.
 */
class WhoSaidIt extends HTMLElement {
  private pool: Promise<QuizPool> | undefined;
  private parties = new Map<string, string>();
  /** Every question of the pool, for quotes that fooled in an earlier round. */
  private known = new Map<string, QuizQuestion>();
  private settings: QuizSettings | undefined;
  private game: Game | undefined;
  private forms: QuizForms | undefined;
  private stopClock = () => {};

  connectedCallback(): void {
    this.forms = new QuizForms(this.find, (settings) => void this.start(settings));
    this.find('form').addEventListener('focusin', () => void this.load(), { once: true });
    this.addEventListener('click', ({ target }) => target instanceof Element && this.onClick(target));
    this.find('teams').addEventListener('change', () => this.tick());
    document.addEventListener('keydown', (event) => this.onKey(event));
    window.addEventListener('hashchange', () => this.follow());
    this.follow();
  }

  private readonly find: Part = <E extends HTMLElement>(name: string) => this.querySelector<E>(`[data-part="${name}"]`)!;

  private get topics(): readonly string[] {
    return this.forms?.topics ?? [];
  }

  private get question(): QuizQuestion | undefined {
    return this.known.get(this.game?.questions[this.game.at] ?? '');
  }

  private get open(): boolean {
    return this.game?.chosen === undefined;
  }

  private teamBoxes(): HTMLInputElement[] {
    return [...this.find('teams').querySelectorAll('input')].slice(0, this.settings?.teams ?? 0);
  }

  /** Goes where the address says: on with the game that it names and this tab has kept, or back to the form. */
  private follow(): void {
    const asked = /^#code=(.*)$/u.exec(location.hash)?.[1];
    if (asked === undefined) {
      // The link that skips to the main content changes the address too.
      if (location.hash === '' && this.game) this.backToStart();
      return;
    }
    const settings = settingsOf(asked, this.topics);
    const code = settings && codeOf(settings, this.topics);
    const saved = savedGame();
    if (!settings) this.forms?.noSuchCode();
    else if (code !== this.game?.code) void this.start(settings, saved?.code === code ? saved : undefined);
  }

  private load(): Promise<QuizPool> {
    this.pool ??= loadPool(this.dataset['questions'] ?? '');
    this.pool.catch(() => (this.pool = undefined));
    return this.pool;
  }

  /** @param saved the game to go on with, where there is one */
  private async start(settings: QuizSettings, saved?: Game): Promise<void> {
    const code = codeOf(settings, this.topics);
    try {
      const { parties, questions } = await this.load();
      this.parties = new Map(parties.map(({ id, name }) => [id, name]));
      this.known = new Map(questions.map((question) => [question.id, question]));
      const ids = chooseQuestions(questions, settings).map(({ id }) => id);
      // The record may have changed since.
      const same = saved?.questions.join() === ids.join() ? saved : undefined;
      this.game = same ?? newGame(code, ids, Math.max(1, settings.teams), settings.seconds, this.game?.answers ?? savedGame()?.answers ?? []);
    } catch (error) {
      this.forms?.complain('The questions could not be loaded. Check your connection and try again.');
      console.error(error);
      return;
    }
    this.forms?.complain('');
    this.settings = settings;
    if (location.hash !== `#code=${code}`) history.pushState(null, '', `#code=${code}`);
    this.toggleAttribute('data-large', settings.teams > 0);
    this.show('game');
    this.ask();
  }

  private show(part: 'start' | 'game' | 'end'): void {
    for (const name of ['start', 'game', 'end']) this.find(name).hidden = name !== part;
  }

  private keep(changes: Partial<Game>): void {
    this.game = { ...this.game!, ...changes };
    saveGame(this.game);
  }

  /** Draws the question as the game stands: still to be answered, or with its answer. */
  private ask(): void {
    const { game, settings, question } = this;
    if (!game || !settings) return;
    saveGame(game);
    if (!question) return this.end();
    drawQuestion(this.find, question, game, settings.teams);
    this.find('keys').textContent = settings.teams > 0 ? 'Keys: Enter shows the answer, 1 to 6 tick a team, Enter goes on.' : `Keys: 1 to ${this.parties.size} choose, Enter goes on.`;
    this.say(game.at === 0 && settings.seconds > 0 ? `${settings.seconds} seconds for each question.` : '');
    this.stopClock();
    this.stopClock = showClock(this.find, { seconds: settings.seconds, left: game.left, tick: (left) => this.clock(left) });
    if (this.open) this.find('at').focus();
    else this.explain();
  }

  private clock(left: number): void {
    this.keep({ left });
    if (left === 0 && this.settings!.teams === 0) this.answer('');
    else if (left === 0) this.say('Time is up.');
  }

  /** A pupil has chosen a party, or nothing before the time was up; or a teacher asks for the answer. */
  private answer(chosen: string): void {
    if (!this.open || !this.question) return;
    this.keep({ chosen, right: chosen === this.question.party ? [0] : [] });
    this.explain();
  }

  private explain(): void {
    const { game, settings, question } = this;
    if (!game || !settings || !question) return;
    this.stopClock();
    drawAnswer(this.find, question, game, settings.teams, this.parties);
    if (settings.teams === 0) this.say(`${scoresOf(game)[0]} right so far.`);
    this.find('verdict').focus();
    this.find('answer').scrollIntoView({ block: 'nearest' });
  }

  /** A team was ticked. */
  private tick(): void {
    this.keep({ right: this.teamBoxes().flatMap(({ checked }, at) => (checked ? [at] : [])) });
    drawTally(this.find, this.game!);
  }

  private next(): void {
    if (this.open || !this.question) return;
    this.game = onward(this.game!, this.settings!.seconds);
    this.ask();
  }

  private end(): void {
    const { scores, questions, answers } = this.game!;
    const teams = this.settings!.teams > 0;
    this.find('score').textContent = teams ? `${questions.length} questions` : `${scores[0]} of ${questions.length}`;
    drawScores(this.find, teams ? scores : []);
    drawFooled(this.find, fooledMost(answers), this.known, this.parties);
    this.show('end');
    this.find('score').focus();
  }

  private backToStart(): void {
    this.stopClock();
    if (this.settings) this.forms?.fill(this.settings);
    this.game = undefined;
    this.removeAttribute('data-large');
    this.show('start');
    this.find('typed').focus();
  }

  private onClick(target: Element): void {
    const choice = target.closest<HTMLButtonElement>('button.quiz-choice');
    if (choice) return this.answer(choice.value);
    const action = target.closest<HTMLElement>('[data-do]')?.dataset['do'];
    const plain: Record<string, () => void> = { reveal: () => this.answer(''), next: () => this.next(), stop: () => this.leaveClock(), settings: () => (location.hash = '') };
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
      else if (teams) this.answer('');
    }
  }

  private leaveClock(): void {
    this.stopClock();
    this.keep({ left: undefined });
    this.find('left').textContent = 'Clock stopped';
    this.find('at').focus();
  }

  private say(text: string): void {
    this.find('status').textContent = text;
  }
}

/** Makes `<who-said-it>` known to the browser. */
export function defineWhoSaidIt(): void {
  customElements.define('who-said-it', WhoSaidIt);
}
