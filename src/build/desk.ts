import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Entries } from '../record/schema/entries.ts';
import { site } from '../site/settings.ts';

const SCRIPT = fileURLToPath(import.meta.resolve('../features/desk/quote-desk.client.ts'));

/**
 * Writes the page of the browser's editor on which one quote is added with its proof: `admin/quote/`.
 * @param folder the built site
 * @param entries the content, against whose rules the quote is held
 */
export async function writeDesk(folder: string, entries: Entries): Promise<void> {
  const desk = path.join(folder, 'admin/quote');
  await fs.mkdir(desk, { recursive: true });
  const output = await build({ configFile: false, logLevel: 'error', build: { write: false, lib: { entry: SCRIPT, formats: ['es'], fileName: 'desk' } } });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (!bundle || !('output' in bundle)) throw new TypeError('the script of the desk was not bundled');
  const slim = Object.fromEntries(Object.entries(entries).map(([name, list]) => [name, name === 'pages' || name === 'articles' ? [] : (list as readonly object[]).map((entry) => ({ ...entry, body: '' }))]));
  await Promise.all([
    fs.writeFile(path.join(desk, 'index.html'), page(new URL(site.issues).pathname.split('/').slice(1, 3).join('/'))),
    fs.writeFile(path.join(desk, 'desk.js'), bundle.output[0].code),
    fs.writeFile(path.join(desk, 'record.json'), JSON.stringify(slim)),
  ]);
}

const page = (repository: string) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Add a quote with its proof</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
a { color: inherit; }
fieldset { border: 0; border-top: 1px solid; margin: 2rem 0 0; padding: 0; }
legend { font-size: 1.25rem; font-weight: 600; padding-right: 0.75rem; }
label { display: block; margin-top: 1rem; }
input, select, textarea { font: inherit; display: block; box-sizing: border-box; width: 100%; margin-top: 0.25rem; padding: 0.5rem; }
input:is([type=checkbox], [type=radio]) { display: inline-block; width: auto; margin-left: 0.5rem; }
button { font: inherit; padding: 0.5rem 1rem; }
[data-part=proof] { margin-top: 1rem; padding: 0.75rem; border: 2px solid; }
[data-part=proof][data-verdict=proven]::before { content: "✓ "; }
[data-part=proof][data-verdict=refuted]::before { content: "✗ "; }
[data-part=status] { margin-top: 1rem; white-space: pre-line; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid; padding: 0.5rem; max-height: 14rem; overflow: auto; }
h3 { font-size: 1rem; overflow-wrap: anywhere; }
</style>
<script type="module" src="desk.js"></script>
</head>
<body>
<main>
<h1>Add a quote with its proof</h1>
<p>What the terminal does with <code>npm run source:add</code> and <code>npm run quote:add</code>, for one quote. Nothing is sent before you press the last button. <a href="../">Back to the editor</a></p>
<quote-desk data-record="record.json" data-repository="${repository}">
<form hidden>
<fieldset data-fields="source"><legend>1. Where it was said</legend></fieldset>
<div data-part="new">
<div data-fields="facts"></div>
<p><label>I paste the whole text<input type="radio" name="covers" value="whole" checked></label> <label>I paste only the passage around the words<input type="radio" name="covers" value="passage"></label></p>
</div>
<label>Its text. This page cannot read other sites: open the page there, select its text, copy it and paste it here. Only its fingerprint is kept.<textarea name="passage" rows="6"></textarea></label>
<fieldset><legend>2. The words</legend><label>Copied from the source, not typed. A cut is marked […].<textarea name="words" rows="4"></textarea></label><div data-part="proof" role="status"></div></fieldset>
<fieldset data-fields="quote"><legend>3. Who said it, and on what</legend></fieldset>
<fieldset><legend>4. Save</legend>
<p data-part="status" role="status"></p>
<div data-part="files"></div>
<label>Your token for GitHub (Settings, Developer settings, Fine-grained tokens: this repository, contents and pull requests, read and write). It is sent to GitHub alone and not kept.<input type="password" name="token" autocomplete="off"></label>
<p><button type="submit" disabled>Open a pull request</button></p>
<p data-part="sent" role="status"></p>
</fieldset>
</form>
<noscript><p>This page needs JavaScript. Without it, add the quote in the terminal, or by hand as content/README.md says.</p></noscript>
</quote-desk>
</main>
</body>
</html>
`;
