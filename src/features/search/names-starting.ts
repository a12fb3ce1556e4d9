import type { IndexedName } from './question-index.ts';
import { foldWords } from './word-stems.ts';

/** Names offered at most. */
const MOST_NAMES = 3;

/** The names of which a form begins with what was typed; none for fewer than three letters. */
export function namesStarting(names: readonly IndexedName[], typed: string): IndexedName[] {
  const start = foldWords(typed).join(' ');
  return start.length < 3 ? [] : names.filter(({ forms }) => forms.some((form) => form.startsWith(start))).slice(0, MOST_NAMES);
}
