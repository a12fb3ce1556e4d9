import type { QuizPool } from './quiz.ts';
import { modeOf, type QuizSettings, settingsFrom } from './quiz-settings.ts';

function topicBoxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('.quiz-topics input')];
}

function settingsOf(form: HTMLFormElement, query: URLSearchParams): QuizSettings {
  const topics = topicBoxes(form).map(({ value }) => value);
  return { seed: newSeed(), ...settingsFrom(query, topics) };
}

/** Fills the form with what the page's address asks for, and with a new quiz code where it names none. */
export function fillQuizForm(form: HTMLFormElement): void {
  const { seed, topics, count, seconds, teams } = settingsOf(form, new URLSearchParams(location.search));
  for (const box of topicBoxes(form)) box.checked = topics.includes(box.value);
  const fields = { seed, n: String(count), time: String(seconds), mode: modeOf(teams) };
  for (const [name, value] of Object.entries(fields)) (form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement).value = value;
}

/** How the form says to play. */
export function readQuizForm(form: HTMLFormElement): QuizSettings {
  return settingsOf(form, new URLSearchParams([...new FormData(form)].map(([name, value]) => [name.replace('[]', ''), String(value)])));
}

/** A new quiz code: six letters and digits. */
export function newSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 36).toString(36)).join('');
}

/**
 * What the quiz may ask about.
 * @param address of the pool
 * @throws Error when it cannot be had
 */
export async function loadPool(address: string): Promise<QuizPool> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<QuizPool>;
}
