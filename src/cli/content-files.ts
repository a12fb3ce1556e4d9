import fs from 'node:fs/promises';
import path from 'node:path';
import type { ContentFile } from '../features/desk/yaml.ts';

/** Signals by which a person or the system ends a command. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes files so that none is ever half-written: each goes to a temporary name first, and only when all are on disk do
 * they take their names, in their order; then others are removed. Ctrl+C waits until it is done.
 * @param folder the content folder
 * @param removed paths from it, of files that are to go
 */
export async function writeFiles(folder: string, files: readonly ContentFile[], removed: readonly string[] = []): Promise<void> {
  const wait = () => {};
  for (const signal of SIGNALS) process.on(signal, wait);
  const temporary: [from: string, to: string][] = [];
  try {
    for (const { file, text } of files) {
      const to = path.join(folder, file);
      // A name that nothing reads, should the machine stop here.
      const from = path.join(path.dirname(to), `.${path.basename(to)}.${process.pid}.tmp`);
      await fs.mkdir(path.dirname(to), { recursive: true });
      temporary.push([from, to]);
      await fs.writeFile(from, text);
    }
    for (const [from, to] of temporary) await fs.rename(from, to);
    for (const file of removed) await removeFile(folder, file);
  } finally {
    await Promise.all(temporary.map(([from]) => fs.rm(from, { force: true })));
    for (const signal of SIGNALS) process.off(signal, wait);
  }
}

/** Removes a file, and the folders that are empty without it. */
async function removeFile(folder: string, file: string): Promise<void> {
  await fs.rm(path.join(folder, file), { force: true });
  for (let above = path.dirname(file); above !== '.'; above = path.dirname(above)) {
    const left = await fs.readdir(path.join(folder, above)).catch(() => ['']);
    if (left.length > 0) return;
    await fs.rmdir(path.join(folder, above));
  }
}
