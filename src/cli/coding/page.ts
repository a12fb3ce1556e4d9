import type { SheetRow } from './sheet.ts';

/**
 * A page that asks for the stances: it works from a file, with the keys 1 to 4, keeps each answer in the browser as it is
 * given, and saves the sheet as CSV. It asks no network for anything.
 */
export function sheetPage(reader: string, rows: readonly SheetRow[]): string {
  const data = JSON.stringify({ reader, rows }).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Reading sheet</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
blockquote { font: 1.3rem/1.5 Georgia, serif; margin: 1.5rem 0; white-space: pre-line; }
button { font: inherit; padding: .5rem .9rem; margin: .2rem .3rem .2rem 0; }
button[aria-pressed=true] { outline: 3px solid; }
</style>
<h1>Reading sheet</h1>
<p>Say what these words say on the question, and nothing else: not who may have said them, nor whether you agree. Press 1 to 4, or choose. The arrow keys go back and on. Each answer is kept in this browser at once.</p>
<main>
<p id="place" role="status"></p>
<h2 id="question"></h2>
<blockquote id="words"></blockquote>
<details id="more"><summary>The words around them</summary><p id="passage"></p></details>
<p id="answers"></p>
<p><button id="back">← Back</button> <button id="on">On →</button> <button id="save">Save the sheet (CSV)</button></p>
</main>
<script>
const { reader, rows } = ${data};
const STANCES = ['supports', 'opposes', 'mixed', 'unclear'];
const store = 'coding ' + reader + ' ' + rows.length + ' ' + (rows[0] ? rows[0].key : '');
const given = JSON.parse(localStorage.getItem(store) || '{}');
const at = (id) => document.getElementById(id);
let now = Math.max(0, rows.findIndex(({ key }) => !given[key]));
function draw() {
  const row = rows[now];
  if (!row) return;
  at('place').textContent = 'Quote ' + (now + 1) + ' of ' + rows.length + '; ' + Object.keys(given).length + ' read';
  at('question').textContent = row.question;
  at('words').textContent = row.words;
  at('passage').textContent = row.passage;
  at('more').hidden = !row.passage;
  at('more').open = false;
  at('answers').replaceChildren(...STANCES.map((stance, index) => {
    const button = document.createElement('button');
    button.textContent = index + 1 + ' ' + stance;
    button.setAttribute('aria-pressed', String(given[row.key] === stance));
    button.onclick = () => answer(index);
    return button;
  }));
}
function answer(index) {
  given[rows[now].key] = STANCES[index];
  localStorage.setItem(store, JSON.stringify(given));
  go(1);
}
function go(steps) {
  now = Math.min(rows.length - 1, Math.max(0, now + steps));
  draw();
}
function save() {
  const cell = (text) => '"' + String(text).replaceAll('"', '""') + '"';
  const lines = [['reader', 'key', 'question', 'words', 'passage', 'stance'], ...rows.map(({ key, question, words }) => [reader, key, question, words, '', given[key] || ''])];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\\ufeff' + lines.map((line) => line.map(cell).join(',')).join('\\r\\n')], { type: 'text/csv' }));
  link.download = 'coding-' + reader + '.csv';
  link.click();
}
at('back').onclick = () => go(-1);
at('on').onclick = () => go(1);
at('save').onclick = save;
addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
  if (ctrlKey || metaKey || altKey) return;
  if (key >= '1' && key <= '4') answer(Number(key) - 1);
  if (key === 'ArrowLeft') go(-1);
  if (key === 'ArrowRight') go(1);
});
draw();
</script>
</html>
`;
}
