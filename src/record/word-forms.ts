/** A text as it stands in a pattern that looks for it; either apostrophe stands for both. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`).replace(/['’]/gu, "['’]");
}

/**
 * The source of a pattern for words as editors write them: `abolish*` is a word with any ending, `levy` this word alone.
 * @param form at most one star, at its end
 */
export function formSource(form: string): string {
  const stem = form.replace(/\*$/u, '');
  return literally(stem) + (stem === form && /[\p{L}\p{N}]$/u.test(stem) ? String.raw`(?![\p{L}\p{N}])` : '');
}
