import { qrPath } from '../../ui/qr-path.ts';
import { codeOf, seedOf, settingsOf } from './quiz-code.ts';
import type { Part } from './quiz-draw.client.ts';
import type { QuizPool } from './quiz.ts';
import { modeOf, type QuizSettings, settingsFrom } from './quiz-settings.ts';

/** What chance decides of a new quiz. */
export function newSeed(): string {
  return seedOf(crypto.getRandomValues(new Uint32Array(1))[0]!);
}

/** The two forms with which a quiz begins: one takes a code, the other says how to play and shows the code that this makes. */
export class QuizForms {
  /** Every topic's id, in the order of codes. */
  readonly topics: readonly string[];
  private seed = newSeed();
  private readonly form: HTMLFormElement;
  private readonly part: Part;

  /**
   * @param part finds the parts of the quiz
   * @param begin is told which quiz to start
   */
  constructor(part: Part, begin: (settings: QuizSettings) => void) {
    this.part = part;
    this.form = part<HTMLFormElement>('form');
    this.topics = this.boxes().map(({ value }) => value);
    const query = new URLSearchParams(location.search);
    // The form as it stands is the default: a page for one topic has that topic ticked.
    if (location.search !== '') this.fill({ ...settingsFrom(query, this.topics), seed: this.seed });
    // Quizzes had another kind of code until November 2026.
    if (query.has('seed')) this.complain('This link is of an older kind. Its settings are filled in below, but the questions will be new ones.');
    this.share();
    this.form.addEventListener('change', () => this.share());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      begin(this.read());
    });
    part<HTMLFormElement>('enter').addEventListener('submit', (event) => {
      event.preventDefault();
      const settings = settingsOf(part<HTMLInputElement>('typed').value, this.topics);
      if (settings) return begin(settings);
      this.noSuchCode();
      part('typed').focus();
    });
    for (const form of [this.form, part<HTMLFormElement>('enter')]) form.querySelector('button')!.disabled = false;
  }

  /** Fills the form with the settings of a quiz and shows its code. */
  fill({ seed, topics, count, seconds, teams }: QuizSettings): void {
    this.seed = seed;
    for (const box of this.boxes()) box.checked = topics.includes(box.value);
    for (const [name, value] of Object.entries({ n: String(count), time: String(seconds), mode: modeOf(teams) })) (this.form.elements.namedItem(name) as HTMLSelectElement).value = value;
    this.share();
  }

  complain(text: string): void {
    this.part('error').textContent = text;
  }

  noSuchCode(): void {
    this.complain('There is no quiz with this code. Look at each letter again. A code from before topics were added may no longer work: then make a new one below.');
  }

  private boxes(): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>('.quiz-topics input')];
  }

  private read(): QuizSettings {
    const query = new URLSearchParams([...new FormData(this.form)].map(([name, value]) => [name.replace('[]', ''), String(value)]));
    return { ...settingsFrom(query, this.topics), seed: this.seed };
  }

  /** Shows the code of the quiz that the form describes, with a link and a QR code that start it. */
  private share(): void {
    const code = codeOf(this.read(), this.topics);
    const link = this.part<HTMLAnchorElement>('link');
    link.href = `${this.form.action}#code=${code}`;
    link.textContent = link.href.replace(/^https?:\/\//u, '');
    this.part('made').textContent = code;
    const { size, path } = qrPath(link.href);
    const drawing = this.part('qr');
    drawing.setAttribute('viewBox', `0 0 ${size} ${size}`);
    drawing.querySelector('path')?.setAttribute('d', path);
  }
}

/**
 * What the quiz may ask about.
 * @param address of the pool, or after a `#` the id of the element that holds it: a page on disk cannot fetch
 * @throws Error when it cannot be had
 */
export async function loadPool(address: string): Promise<QuizPool> {
  if (address.startsWith('#')) return JSON.parse(document.querySelector(address)?.textContent ?? '') as QuizPool;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<QuizPool>;
}
