import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { CommandError, readArguments, runCommand } from '../../src/cli/command.ts';
import { readPdf } from '../support/read-pdf.ts';

const USAGE = 'npm run audit:office';
const EXPORT = { docx: 'writer_pdf_Export', pptx: 'impress_pdf_Export' };
const OPTIONS = '{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}';

/** What a reader of a document must find in it, by the kinds of element that LibreOffice saw. */
const NEEDED: Readonly<Record<string, readonly string[]>> = { docx: ['H1', 'H2', 'H3', 'Table', 'TH', 'L', 'P'], pptx: ['P'] };

/** Opens every document of the built site's lessons in LibreOffice, and exits with 1 when one has lost headings, tables or words. */
await runCommand(async () => {
  readArguments(USAGE, {});
  const site = path.join(process.env['OUT_DIR'] ?? 'dist', 'class');
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'office-'));
  try {
    const faults: string[] = [];
    let count = 0;
    for (const [kind, filter] of Object.entries(EXPORT)) {
      const files = (await fs.readdir(site, { recursive: true })).filter((file) => file.endsWith(`.${kind}`));
      const copies = await Promise.all(files.map(async (file) => copied(path.join(site, file), path.join(folder, file.split(path.sep).join('--')))));
      if (copies.length === 0) continue;
      await promisify(execFile)('soffice', ['--headless', '--convert-to', `pdf:${filter}:${OPTIONS}`, '--outdir', folder, ...copies]).catch((error: unknown) => {
        throw new CommandError(`LibreOffice did not open the documents: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\nTo mend: install LibreOffice with its command soffice`);
      });
      for (const copy of copies) {
        const { title, language, pages, tags } = await readPdf(await fs.readFile(copy.replace(/\w+$/u, 'pdf')));
        const seen = new Set(tags.flat());
        const missing = (NEEDED[kind] ?? []).filter((role) => !seen.has(role));
        const empty = pages.filter((text) => text.trim() === '').length;
        if (title === '' || !language?.startsWith('en') || missing.length > 0 || empty > 0)
          faults.push(
            `${path.basename(copy)}: ${[title === '' && 'no title', !language?.startsWith('en') && 'no language', missing.length > 0 && `without ${missing.join(', ')}`, empty > 0 && `${empty} empty pages`].filter(Boolean).join('; ')}`,
          );
        count += 1;
      }
    }
    console.log([...faults, `${count} documents opened in LibreOffice, ${faults.length} with a fault`].join('\n'));
    return faults.length === 0 && count > 0 ? 0 : 1;
  } finally {
    await fs.rm(folder, { recursive: true });
  }
});

async function copied(from: string, to: string): Promise<string> {
  await fs.copyFile(from, to);
  return to;
}
