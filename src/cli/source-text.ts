import fs from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { contentFolder } from '../record/read.ts';
import type { SourceEntry } from '../record/schema/source.ts';
import { yamlText } from './content-files.ts';

/**
 * A source's file with new data: comments and the order of fields stay.
 * @param file its path from the content folder; need not exist yet
 */
export async function sourceText(file: string, data: SourceEntry): Promise<string> {
  const before = await fs.readFile(path.join(contentFolder(), file), 'utf8').catch(() => undefined);
  if (before === undefined) return yamlText(data);
  const document = parseDocument(before);
  for (const [name, value] of Object.entries(data)) {
    if (JSON.stringify(document.get(name, false) ?? null) !== JSON.stringify(value)) document.set(name, document.createNode(value));
  }
  return document.toString({ lineWidth: 0 });
}
