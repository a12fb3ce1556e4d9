import { z } from 'astro/zod';
import { stringify } from 'yaml';
import type { FileCollection, FolderCollection } from '../record/collections.ts';
import { type CmsField, formFields, type Shape, type ShownBy } from './cms-fields.ts';
import { site } from './settings.ts';
import { homeAddress, path } from './urls.ts';

/** The collections with one file an entry, by name. */
type Folders = Readonly<Record<string, FolderCollection>>;

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

/** How the editor lists a collection: the field that names an entry, and what a new file is called. */
interface Listing {
  label: string;
  label_singular: string;
  identifier_field: string;
  slug: string;
  /** Shown above the list. */
  description?: string;
  summary?: string;
  nested?: { depth: number; subfolders: boolean };
  meta?: { path: Record<string, never> };
}

/** Where a new quote is added with its source and its proof. */
const DESK = `To add a quote, with its source and its proof: [add a quote](${path('/admin/quote/')}).`;

const LISTINGS: Readonly<Record<string, Listing>> = {
  topics: { label: 'Topics', label_singular: 'Topic', identifier_field: 'title', slug: '{{title}}' },
  // The folders are topic and dimension; the file's name is the party's id.
  positions: { label: 'Positions', label_singular: 'Position', description: DESK, identifier_field: 'summary', slug: '{{summary}}', summary: '{{dirname}}/{{filename}}', nested: { depth: 3, subfolders: false }, meta: { path: {} } },
  parties: { label: 'Parties', label_singular: 'Party', identifier_field: 'name', slug: '{{name}}' },
  speakers: { label: 'Speakers', label_singular: 'Speaker', identifier_field: 'name', slug: '{{name}}' },
  sources: { label: 'Sources', label_singular: 'Source', description: DESK, identifier_field: 'title', slug: '{{publisher}}-{{published}}-{{title}}' },
  corrections: { label: 'Corrections', label_singular: 'Correction', identifier_field: 'why', slug: '{{date}}-{{quote}}', summary: '{{date}}: {{quote}}{{topic}}' },
  articles: { label: 'Articles', label_singular: 'Article', identifier_field: 'title', slug: '{{title}}', summary: '{{title}} ({{status}})' },
  pages: { label: 'Pages', label_singular: 'Page', identifier_field: 'title', slug: '{{title}}' },
};

/** How the editor names a file and one entry of it. */
const FILE_LABELS: Readonly<Record<string, { label: string; label_singular: string }>> = {
  withdrawn: { label: 'Withdrawn quotes', label_singular: 'Withdrawn quote' },
  codings: { label: 'Codings', label_singular: 'Coding' },
  offices: { label: 'Office-holders', label_singular: 'Office-holder' },
  published: { label: 'Ledger', label_singular: 'Quote' },
  glossary: { label: 'Hard words', label_singular: 'Hard word' },
  curricula: { label: 'Curricula', label_singular: 'Nation' },
};

const ID_PATTERN = '^[a-z0-9]+(?:-[a-z0-9]+)*$';

/**
 * The configuration of the editor at `/admin/`, made from the schemas that check the content, so that a form never asks
 * for a field that the check refuses. A save opens a pull request, where every rule across the files is checked.
 * @param folders the collections with one file an entry, by name
 * @param files the collections that are one file, by name
 * @throws RangeError for a collection without a listing, or a kind of field that no form can show
 */
export function cmsConfig(folders: Folders, files: Readonly<Record<string, FileCollection>> = {}): { collections: CmsCollection[]; singletons: CmsSingleton[]; [option: string]: unknown } {
  const shownBy: ShownBy = new Map(Object.keys(folders).map((name) => [name, listingOf(name).identifier_field]));
  return {
    backend: { name: 'github', repo: new URL(site.issues).pathname.split('/').slice(1, 3).join('/'), branch: 'main', auth_methods: ['token'] },
    publish_mode: 'editorial_workflow',
    media_folder: 'public',
    site_url: homeAddress,
    app_title: `Edit ${site.name}`,
    output: { omit_empty_optional_fields: true },
    slug: { maxlength: 120, encoding: 'ascii', clean_accents: true },
    collections: Object.entries(folders).map(([name, folder]) => collection(name, folder, shownBy)),
    singletons: Object.entries(files).map(([name, file]) => singleton(name, file, shownBy)),
  };
}

/**
 * The file `config.yml` of the editor.
 * @param folders the collections with one file an entry, by name
 * @param files the collections that are one file, by name
 * @throws RangeError as `cmsConfig()` does
 */
export function cmsConfigFile(folders: Folders, files: Readonly<Record<string, FileCollection>>): string {
  return stringify(cmsConfig(folders, files), { aliasDuplicateObjects: false, lineWidth: 0 });
}

function collection(name: string, { folder, extension, schema }: FolderCollection, shownBy: ShownBy): CmsCollection {
  const listing = listingOf(name);
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
    fields: [...formFields(shape, shownBy), ...(hasBody ? [BODY] : [])],
  };
}

function listingOf(name: string): Listing {
  const listing = LISTINGS[name];
  if (!listing) throw new RangeError(`the editor has no listing for the collection ${name}`);
  return listing;
}

function singleton(name: string, { file, key, schema }: FileCollection, shownBy: ShownBy): CmsSingleton {
  const labels = FILE_LABELS[name];
  if (!labels) throw new RangeError(`the editor has no listing for the collection ${name}`);
  const { items, additionalProperties } = z.toJSONSchema(schema, { io: 'input' }) as Shape;
  // `root`: the file holds the list itself, under no name.
  const common = { name, label: labels.label, required: false, root: true };
  const one = (field: CmsField): CmsSingleton => ({ name, label: labels.label, file: `content/${file}`, format: 'yaml', editor: { preview: false }, fields: [field] });
  if (items) return one({ ...common, ...labels, widget: 'list', collapsed: true, summary: `{{${key}}}`, fields: formFields(items, shownBy) });
  if (additionalProperties) return one({ ...common, widget: 'keyvalue', readonly: true, key_label: 'Quote', value_label: 'Start of the SHA-256 of its words', hint: 'Written by the tools when a quote is published.' });
  throw new RangeError(`the editor has no form for ${file}`);
}

const BODY: CmsField = { name: 'body', label: 'Text', widget: 'text', required: false, hint: 'The text below the fields, in Markdown.' };
