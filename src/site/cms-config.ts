import { z } from 'astro/zod';
import { stringify } from 'yaml';
import { site } from './settings.ts';
import { homeAddress } from './urls.ts';

/** A collection of the content with one file an entry, as `src/record/collections.ts` lists them. */
export interface CmsFolder {
  folder: string;
  extension: string;
  schema: z.ZodType;
}

/** A collection of the content that is one file. */
export interface CmsFile {
  file: string;
  /** The field that names an entry of its list. */
  key?: string;
  schema: z.ZodType;
}

/** A field of the editor's forms (https://sveltiacms.app/en/docs/fields). */
export interface CmsField {
  name: string;
  label: string;
  widget: 'string' | 'text' | 'select' | 'number' | 'datetime' | 'object' | 'list' | 'keyvalue' | 'relation';
  required: boolean;
  hint?: string;
  fields?: CmsField[];
  field?: CmsField;
  [option: string]: unknown;
}

export interface CmsCollection {
  name: string;
  label: string;
  folder: string;
  fields: CmsField[];
  [option: string]: unknown;
}

/** A collection that is one file stands beside the others (https://sveltiacms.app/en/docs/collections/singletons). */
export interface CmsSingleton {
  name: string;
  label: string;
  file: string;
  format: 'yaml';
  editor: { preview: false };
  fields: [CmsField];
}

/** What we use of JSON Schema (https://json-schema.org/draft/2020-12/schema). */
interface Shape {
  type?: string;
  description?: string;
  properties?: Record<string, Shape>;
  additionalProperties?: Shape | boolean;
  required?: string[];
  items?: Shape;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  format?: string;
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  minItems?: number;
  maxItems?: number;
}

/** How the editor lists a collection: the field that names an entry, and what a new file is called. */
interface Listing {
  label: string;
  label_singular: string;
  identifier_field: string;
  slug: string;
  summary?: string;
  nested?: { depth: number; subfolders: boolean };
  meta?: { path: Record<string, never> };
}

const LISTINGS: Readonly<Record<string, Listing>> = {
  topics: { label: 'Topics', label_singular: 'Topic', identifier_field: 'title', slug: '{{title}}' },
  // The folders are topic and dimension; the file's name is the party's id.
  positions: { label: 'Positions', label_singular: 'Position', identifier_field: 'summary', slug: '{{summary}}', summary: '{{dirname}}/{{filename}}', nested: { depth: 3, subfolders: false }, meta: { path: {} } },
  parties: { label: 'Parties', label_singular: 'Party', identifier_field: 'name', slug: '{{name}}' },
  speakers: { label: 'Speakers', label_singular: 'Speaker', identifier_field: 'name', slug: '{{name}}' },
  sources: { label: 'Sources', label_singular: 'Source', identifier_field: 'title', slug: '{{publisher}}-{{published}}-{{title}}' },
  corrections: { label: 'Corrections', label_singular: 'Correction', identifier_field: 'why', slug: '{{date}}-{{quote}}', summary: '{{date}}: {{quote}}{{topic}}' },
  pages: { label: 'Pages', label_singular: 'Page', identifier_field: 'title', slug: '{{title}}' },
};

/** How the editor names a file and one entry of it. */
const FILE_LABELS: Readonly<Record<string, { label: string; label_singular: string }>> = {
  withdrawn: { label: 'Withdrawn quotes', label_singular: 'Withdrawn quote' },
  codings: { label: 'Codings', label_singular: 'Coding' },
  published: { label: 'Ledger', label_singular: 'Quote' },
  glossary: { label: 'Hard words', label_singular: 'Hard word' },
};

/** Made by the tools; shown, so that a saved file keeps them, but not to be typed. */
const MADE_BY_TOOLS = new Set(['fingerprint']);

/** Texts of at most so many characters are written in one line. */
const ONE_LINE = 200;

const ID_PATTERN = '^[a-z0-9]+(?:-[a-z0-9]+)*$';

/**
 * The configuration of the editor at `/admin/`, made from the schemas that check the content, so that a form never asks
 * for a field that the check refuses. A save opens a pull request, where every rule across the files is checked.
 * @param folders the collections with one file an entry, by name
 * @param files the collections that are one file, by name
 * @throws RangeError for a collection without a listing, or a kind of field that no form can show
 */
export function cmsConfig(folders: Readonly<Record<string, CmsFolder>>, files: Readonly<Record<string, CmsFile>> = {}): { collections: CmsCollection[]; singletons: CmsSingleton[]; [option: string]: unknown } {
  return {
    backend: { name: 'github', repo: new URL(site.issues).pathname.split('/').slice(1, 3).join('/'), branch: 'main', auth_methods: ['token'] },
    publish_mode: 'editorial_workflow',
    media_folder: 'public',
    site_url: homeAddress,
    app_title: `Edit ${site.name}`,
    output: { omit_empty_optional_fields: true },
    slug: { maxlength: 120, encoding: 'ascii', clean_accents: true },
    collections: Object.entries(folders).map(([name, folder]) => collection(name, folder, folders)),
    singletons: Object.entries(files).map(([name, file]) => singleton(name, file, folders)),
  };
}

/**
 * The file `config.yml` of the editor.
 * @param folders the collections with one file an entry, by name
 * @param files the collections that are one file, by name
 * @throws RangeError as `cmsConfig()` does
 */
export function cmsConfigFile(folders: Readonly<Record<string, CmsFolder>>, files: Readonly<Record<string, CmsFile>>): string {
  return stringify(cmsConfig(folders, files), { aliasDuplicateObjects: false, lineWidth: 0 });
}

function collection(name: string, { folder, extension, schema }: CmsFolder, folders: Readonly<Record<string, CmsFolder>>): CmsCollection {
  const listing = LISTINGS[name];
  if (!listing) throw new RangeError(`the editor has no listing for the collection ${name}`);
  const shape = z.toJSONSchema(schema, { io: 'input' }) as Shape;
  const hasBody = extension === '.mdx';
  return {
    name,
    ...listing,
    slug: { template: listing.slug, editable: ['create'], pattern: [ID_PATTERN, 'Lower-case letters, digits and single hyphens. It becomes the id, which never changes.'] },
    folder: `content/${folder}`,
    extension: extension.slice(1),
    format: hasBody ? 'yaml-frontmatter' : 'yaml',
    create: true,
    // What was published never disappears; a quote is withdrawn, not deleted.
    delete: false,
    editor: { preview: false },
    fields: [...fieldsOf(shape, folders), ...(hasBody ? [BODY] : [])],
  };
}

function singleton(name: string, { file, key, schema }: CmsFile, folders: Readonly<Record<string, CmsFolder>>): CmsSingleton {
  const labels = FILE_LABELS[name];
  if (!labels) throw new RangeError(`the editor has no listing for the collection ${name}`);
  const { items, additionalProperties } = z.toJSONSchema(schema, { io: 'input' }) as Shape;
  // `root`: the file holds the list itself, under no name.
  const common = { name, label: labels.label, required: false, root: true };
  const one = (field: CmsField): CmsSingleton => ({ name, label: labels.label, file: `content/${file}`, format: 'yaml', editor: { preview: false }, fields: [field] });
  if (items) return one({ ...common, ...labels, widget: 'list', collapsed: true, summary: `{{${key}}}`, fields: fieldsOf(items, folders) });
  if (additionalProperties) return one({ ...common, widget: 'keyvalue', readonly: true, key_label: 'Quote', value_label: 'Start of the SHA-256 of its words', hint: 'Written by the tools when a quote is published.' });
  throw new RangeError(`the editor has no form for ${file}`);
}

const BODY: CmsField = { name: 'body', label: 'Text', widget: 'text', required: false, hint: 'The text below the fields, in Markdown.' };

function fieldsOf({ properties = {}, required = [] }: Shape, folders: Readonly<Record<string, CmsFolder>>): CmsField[] {
  return Object.entries(properties).map(([name, shape]) => field(name, shape, required.includes(name), folders));
}

function field(name: string, shape: Shape, required: boolean, folders: Readonly<Record<string, CmsFolder>>): CmsField {
  const { description: hint } = shape;
  return { name, label: labelOf(name), required, ...(hint !== undefined && { hint }), ...(MADE_BY_TOOLS.has(name) && { readonly: true }), ...inputFor(name, shape, folders) };
}

function inputFor(name: string, shape: Shape, folders: Readonly<Record<string, CmsFolder>>): Pick<CmsField, 'widget'> & Partial<CmsField> {
  if (shape.const !== undefined) return { widget: 'select', options: [shape.const] };
  if (shape.enum) return { widget: 'select', options: shape.enum };
  if (shape.type === 'object' && shape.properties) return { widget: 'object', collapsed: true, fields: fieldsOf(shape, folders) };
  if (shape.type === 'array' && shape.items) {
    const limits = { ...(shape.minItems !== undefined && { min: shape.minItems }), ...(shape.maxItems !== undefined && { max: shape.maxItems }), collapsed: true };
    return shape.items.type === 'object' ? { widget: 'list', ...limits, fields: fieldsOf(shape.items, folders) } : { widget: 'list', ...limits, field: field(name, shape.items, true, folders) };
  }
  if (shape.type === 'integer') return { widget: 'number', value_type: 'int', ...(shape.minimum !== undefined && { min: shape.minimum }) };
  // A union is a date of which only the month or the year may be known: no calendar can enter that.
  if (shape.anyOf?.every(({ type }) => type === 'string')) return { widget: 'string' };
  if (shape.type === 'string') return textInput(shape, folders);
  throw new RangeError(`the editor has no input for ${name}: ${JSON.stringify(shape)}`);
}

function textInput({ description = '', format, maxLength, pattern }: Shape, folders: Readonly<Record<string, CmsFolder>>): Pick<CmsField, 'widget'> & Partial<CmsField> {
  if (format === 'date') return { widget: 'datetime', type: 'date', date_format: 'YYYY-MM-DD', time_format: false };
  const other = /^Id of a file in content\/([a-z]+)\//u.exec(description)?.[1];
  const listing = other === undefined ? undefined : LISTINGS[other];
  if (other !== undefined && listing && other in folders) return { widget: 'relation', collection: other, value_field: '{{slug}}', display_fields: [listing.identifier_field], search_fields: [listing.identifier_field] };
  return {
    widget: maxLength === undefined || maxLength > ONE_LINE ? (pattern === undefined && format === undefined ? 'text' : 'string') : 'string',
    ...(maxLength !== undefined && { maxlength: maxLength }),
    ...(pattern !== undefined && { pattern: [pattern, description] }),
  };
}

/** `shortName` is “Short name”. */
function labelOf(name: string): string {
  const words = name.replaceAll(/(?=[A-Z])/gu, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
