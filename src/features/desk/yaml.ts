import { type Document, isMap, isSeq, type Node, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { canonicalJson } from '../../record/canonical-json.ts';

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
  const yaml = parseDocument(text);
  if (!isMap(yaml.contents)) return yamlText(data);
  become(yaml, yaml.contents, data);
  return yaml.toString({ lineWidth: 0 });
}

/** Makes a map or list say something else; what says it already stays as it is written. */
function become(yaml: Document, node: YAMLMap | YAMLSeq, data: object): void {
  const said = (one: unknown) => canonicalJson((one as Node | undefined)?.toJS(yaml) ?? null);
  const write = (old: unknown, value: unknown): unknown => {
    if (said(old) === canonicalJson(value)) return old;
    const alike = (isMap(old) && typeof value === 'object' && !Array.isArray(value)) || (isSeq(old) && Array.isArray(value));
    if (!alike || value === null) return yaml.createNode(value, { aliasDuplicateObjects: false });
    become(yaml, old, value);
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
