/**
 * The source of a pattern for a form of words as editors write it: `abolish*` is a word with any ending, `levy` this word alone.
 * @param form at most one star, at its end
 */
export function formSource(form: string): string {
  const stem = form.replace(/\*$/u, '').replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
  return stem === form ? `${stem}\\b` : stem;
}
