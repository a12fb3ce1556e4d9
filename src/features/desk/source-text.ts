import { parseDocument } from 'yaml';
import type { SourceEntry } from '../../record/schema/source.ts';
import { yamlText } from './yaml.ts';

/**
 * A source's file with new data: comments and the order of fields stay.
 * @param before the file as it stands, if it does
 */
export function sourceWith(before: string | undefined, data: SourceEntry): string {
  if (before === undefined) return yamlText(data);
  const file = parseDocument(before);
  for (const [name, value] of Object.entries(data)) {
    if (JSON.stringify(file.get(name, false) ?? null) !== JSON.stringify(value)) file.set(name, file.createNode(value));
  }
  return file.toString({ lineWidth: 0 });
}
