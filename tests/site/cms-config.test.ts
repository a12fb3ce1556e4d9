import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FILES, FOLDERS } from '../../src/record/collections.ts';
import { cmsConfig, cmsConfigFile } from '../../src/site/cms-config.ts';
import type { CmsField } from '../../src/site/cms-fields.ts';

const { collections, singletons } = cmsConfig(FOLDERS, FILES);
const fieldsOf = (name: string) => collections.find((collection) => collection.name === name)?.fields ?? [];
const find = (name: string, ...route: string[]): CmsField | undefined => route.reduce<CmsField | undefined>((found, step) => (found ? found.fields : fieldsOf(name))?.find((field) => field.name === step), undefined);

/** Every field of a schema by its path, with whether a file must have it; read from Zod itself, not as the config reads it. */
function schemaFields(schema: z.ZodType, route = ''): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schemaFields(schema.unwrap() as z.ZodType, route);
  if (schema instanceof z.ZodArray) return schemaFields(schema.element as z.ZodType, `${route}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, inner]) => [`${route}.${name}${inner.safeParse(undefined).success ? '?' : ''}`, ...schemaFields(inner, `${route}.${name}`)]);
}

function configFields(fields: readonly CmsField[], route = ''): string[] {
  return fields.flatMap((field) => [`${route}.${field.name}${field.required ? '' : '?'}`, ...configFields(field.fields ?? [], `${route}.${field.name}${field.widget === 'list' ? '[]' : ''}`)]);
}

describe('the forms and the schemas', () => {
  test.each(Object.keys(FOLDERS) as (keyof typeof FOLDERS)[])('%s: every field of the schema is in the form, and no other', (name) => {
    const { schema, extension } = FOLDERS[name];
    expect(configFields(fieldsOf(name)).sort()).toEqual([...schemaFields(schema), ...(extension === '.mdx' ? ['.body?'] : [])].sort());
  });

  test.each(['withdrawn', 'codings', 'glossary', 'curricula'] as const)('%s: every field of the schema is in the form of an entry, and no other', (name) => {
    const [list] = singletons.find((file) => file.name === name)?.fields ?? [];
    expect(list).toMatchObject({ widget: 'list', root: true });
    expect(configFields(list?.fields ?? [], '[]').sort()).toEqual(schemaFields(FILES[name].schema).sort());
  });

  test('the ledger is shown and cannot be typed into', () => expect(singletons.find(({ name }) => name === 'published')).toMatchObject({ file: 'content/published.yaml', fields: [{ widget: 'keyvalue', root: true, readonly: true }] }));

  test('every collection of the content is in the editor', () => expect([...collections, ...singletons].map(({ name }) => name).sort()).toEqual([...Object.keys(FOLDERS), ...Object.keys(FILES)].sort()));

  test('a field that is added to a schema is added to its form, with its description', () => {
    const schema = z.strictObject({ ...FOLDERS.speakers.schema.shape, shoeSize: z.int().min(1).optional().describe('In half inches.') });
    const [speakers] = cmsConfig({ speakers: { ...FOLDERS.speakers, schema } }).collections;
    expect(speakers?.fields.at(-1)).toEqual({ name: 'shoeSize', label: 'Shoe size', required: false, hint: 'In half inches.', widget: 'number', value_type: 'int', min: 1 });
  });

  test.each([
    ['a long text', ['positions', 'quotes', 'text'], { widget: 'text', required: true }],
    ['a short text', ['positions', 'quotes', 'role'], { widget: 'string', maxlength: 120 }],
    ['one of a few words', ['positions', 'quotes', 'capacity'], { widget: 'select', options: ['party', 'government', 'parliament'] }],
    ['a word or nothing', ['positions', 'quotes', 'partial'], { widget: 'select', options: [true], required: false }],
    ['a day', ['corrections', 'date'], { widget: 'datetime', type: 'date', date_format: 'YYYY-MM-DD' }],
    ['a day or a month', ['positions', 'quotes', 'date'], { widget: 'string' }],
    ['the id of another file', ['positions', 'quotes', 'speaker'], { widget: 'relation', collection: 'speakers' }],
    ['a list of texts', ['topics', 'keywords'], { widget: 'list', required: false, field: expect.objectContaining({ widget: 'string', maxlength: 40 }) }],
    ['a colour', ['parties', 'colour', 'light'], { widget: 'string', pattern: ['^#[0-9a-f]{6}$', expect.any(String)] }],
    ['what the tools make', ['sources', 'fingerprint'], { widget: 'object', readonly: true, required: false }],
  ])('%s', (_, [collection = '', ...route], wanted) => expect(find(collection, ...route)).toMatchObject(wanted));

  test('a collection that nobody has described is refused', () => {
    expect(() => cmsConfig({ hats: FOLDERS.speakers })).toThrow(/no listing for the collection hats/u);
    expect(() => cmsConfig({}, { hats: FILES.codings })).toThrow(/no listing for the collection hats/u);
  });

  test('a kind of field that no form can show is refused', () => expect(() => cmsConfig({ speakers: { ...FOLDERS.speakers, schema: z.strictObject({ free: z.record(z.string(), z.number()) }) } })).toThrow(/no input for free/u));
});

test('the file is what the editor’s own schema allows', async () => {
  const entry = fileURLToPath(import.meta.resolve('@sveltia/cms'));
  const schema = JSON.parse(await fs.readFile(path.resolve(path.dirname(entry), '../schema/sveltia-cms.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  const config: unknown = parse(cmsConfigFile(FOLDERS, FILES));
  expect(validate(config), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(validate({ ...(config as object), collections: [{ name: 'x', folder: 7, fields: [] }] })).toBe(false);
});
