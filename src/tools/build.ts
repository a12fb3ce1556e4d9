import fs from 'node:fs/promises';
import path from 'node:path';
import { build } from 'astro';
import { adminIsOn, writeAdmin } from '../hosting/admin.ts';
import { FOLDERS } from '../loaders/collections.ts';
import { cmsConfigFile } from '../outputs/cms-config.ts';
import { drawCards } from './cards.ts';
import { runCommand } from './command.ts';
import { checkContent } from './content-check.ts';
import { makeLessonFiles } from './lesson-pdfs.ts';

await runCommand(async () => {
  const started = performance.now();
  await checkContent();
  // Astro empties an old folder file by file, which takes longer than the build itself.
  const folder = process.env['OUT_DIR'] ?? 'dist';
  await fs.rm(folder, { recursive: true, force: true });
  await build({ logLevel: 'warn' });
  if (adminIsOn()) await writeAdmin(folder, cmsConfigFile(FOLDERS));
  await drawCards(folder);
  if (process.env['PDFS'] !== '0') console.log(`Printed ${await makeLessonFiles(folder)} lesson packs`);
  const { files, bytes } = await measure(folder);
  console.log(`Built ${files} files, ${(bytes / 1_000_000).toFixed(1)} MB, in ${((performance.now() - started) / 1000).toFixed(1)} s, into ${folder}/`);
});

async function measure(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (entry) => (await fs.stat(path.join(entry.parentPath, entry.name))).size));
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
