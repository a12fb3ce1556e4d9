import fs from 'node:fs/promises';
import path from 'node:path';
import { type Document, isMap, isSeq, type Node, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { canonicalJson } from '../record/canonical-json.ts';

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

/**
 * The text of a YAML file or of a front matter with other data, its comments and the order of its fields kept.
 * @param text the YAML as it stands
 * @param data what it is to say
 */
export function yamlWith(text: string, data: object): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) return yamlText(data);
  become(document, document.contents, data);
  return document.toString({ lineWidth: 0 });
}

/** Makes a map or list say something else; what says it already stays as it is written. */
function become(document: Document, node: YAMLMap | YAMLSeq, data: object): void {
  const said = (one: unknown) => canonicalJson((one as Node | undefined)?.toJS(document) ?? null);
  const write = (old: unknown, value: unknown): unknown => {
    if (said(old) === canonicalJson(value)) return old;
    const alike = (isMap(old) && typeof value === 'object' && !Array.isArray(value)) || (isSeq(old) && Array.isArray(value));
    if (!alike || value === null) return document.createNode(value, { aliasDuplicateObjects: false });
    become(document, old, value);
    return old;
  };
  if (isMap(node)) {
    for (const { key } of [...node.items]) if (!Object.hasOwn(data, String(key))) node.delete(key);
    for (const [key, value] of Object.entries(data)) if (value !== undefined) node.set(key, write(node.get(key, true), value));
    return;
  }
  const old = [...node.items];
  const nameOf = (item: unknown) => (isMap(item) ? item.get('id') : undefined);
  node.items = (data as unknown[]).map((value) => {
    const id = (value as { id?: unknown } | null)?.id;
    return write(old.find((item) => said(item) === canonicalJson(value)) ?? (id === undefined ? undefined : old.find((item) => nameOf(item) === id)), value);
  });
}

/** Leaves out empty lists: they are the schemas' defaults and only noise in a file. */
export function withoutDefaults(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
}

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
