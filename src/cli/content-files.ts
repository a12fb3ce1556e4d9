import fs from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';

/** A file to write: its path from the content folder and its whole text. */
export interface ContentFile {
  file: string;
  text: string;
}

/** One entry as a YAML file. */
export function yamlText(data: object): string {
  return stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** One entry as an MDX file: front matter, then the body. */
export function mdxText(data: object, body: string): string {
  return `---\n${yamlText(data)}---\n${body.trim() === '' ? '' : `\n${body.trim()}\n`}`;
}

/** Leaves out empty lists: they are the schemas' defaults and only noise in a file. */
export function withoutDefaults(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
}

/**
 * Writes files so that none is ever half-written: each goes to a temporary name first, and only when all are on disk
 * do they take their names.
 * @param folder the content folder
 */
export async function writeFiles(folder: string, files: readonly ContentFile[]): Promise<void> {
  const temporary: [from: string, to: string][] = [];
  try {
    for (const { file, text } of files) {
      const to = path.join(folder, file);
      const from = `${to}.${process.pid}.tmp`;
      await fs.mkdir(path.dirname(to), { recursive: true });
      temporary.push([from, to]);
      await fs.writeFile(from, text);
    }
    for (const [from, to] of temporary) await fs.rename(from, to);
  } finally {
    await Promise.all(temporary.map(([from]) => fs.rm(from, { force: true })));
  }
}
