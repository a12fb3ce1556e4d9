import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Is the site built with its editor at `/admin/`? Only when `ADMIN=1` stands in the environment. */
export function adminIsOn(): boolean {
  return process.env['ADMIN'] === '1';
}

const PAGE = `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Edit the record</title>
    <link rel="icon" href="data:,">
    <link rel="cms-config-url" href="config.yml" type="application/yaml">
  </head>
  <body>
    <noscript>The editor needs JavaScript. Without it, edit the files in content/ and send a pull request.</noscript>
    <script src="sveltia-cms.js" defer></script>
  </body>
</html>
`;

/**
 * Writes the editor, Sveltia CMS (https://sveltiacms.app/), into a built site as static files, with its licence. It comes after the
 * pages have got their policies: it has one of its own, as a header.
 * @param folder the built site
 * @param config text of the editor's `config.yml`
 */
export async function writeAdmin(folder: string, config: string): Promise<void> {
  const admin = path.join(folder, 'admin');
  await fs.mkdir(admin, { recursive: true });
  const packaged = path.resolve(path.dirname(fileURLToPath(import.meta.resolve('@sveltia/cms'))), '..');
  await Promise.all([
    fs.writeFile(path.join(admin, 'index.html'), PAGE),
    fs.writeFile(path.join(admin, 'config.yml'), config),
    fs.copyFile(path.join(packaged, 'dist/sveltia-cms.js'), path.join(admin, 'sveltia-cms.js')),
    fs.copyFile(path.join(packaged, 'LICENSE.txt'), path.join(admin, 'LICENSE.txt')),
  ]);
}
