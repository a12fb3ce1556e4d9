import { z } from 'astro/zod';

/** A collection, or the quotes of all positions: what an id may name. */
export type Related = 'parties' | 'topics' | 'speakers' | 'sources' | 'quotes';

/** What a field says of itself in `.meta()` of its schema, each thing once. */
export interface FieldMeta {
  /** What it is, for editors and for users of the open data. */
  description?: string;
  /** What only an editor must know. */
  hint?: string;
  /** Whose id it holds. */
  relation?: Related;
  /** Its column in the open data, where it has one. */
  column?: string;
  /** How many words it may have. */
  words?: number;
  /** Made by the tools and not to be typed. */
  made?: true;
  /** A date, which must not lie ahead. */
  dated?: boolean;
}

/** The keys of the above that are ours and no JSON Schema's. */
const OURS = ['hint', 'relation', 'column', 'words', 'made', 'dated'] as const;

/** One field of a schema. */
export interface Field {
  name: string;
  /** Must every entry have it? */
  needed: boolean;
  /** What its value must look like, where there is one. */
  schema: z.ZodType;
  meta: FieldMeta;
}

/** The fields of an object's schema, in their order; none for any other schema. */
export function fieldsOf(schema: z.ZodType | undefined): readonly Field[] {
  if (!schema) return [];
  const known = FIELDS.get(schema) ?? readFields(schema);
  FIELDS.set(schema, known);
  return known;
}

/** Each entry is walked, and there are few schemas. */
const FIELDS = new WeakMap<z.ZodType, readonly Field[]>();

function readFields(schema: z.ZodType): Field[] {
  const { inner } = opened(schema);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const { inner: value, needed, meta } = opened(field);
    return { name, needed, schema: value, meta };
  });
}

/** A schema without what makes it optional or gives it a default, and what all its layers say of it. */
function opened(schema: z.ZodType): { inner: z.ZodType; needed: boolean; meta: FieldMeta } {
  const meta = schema.meta() ?? {};
  if (!(schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)) return { inner: schema, needed: true, meta };
  const { inner, meta: under } = opened(schema.unwrap() as z.ZodType);
  return { inner, needed: false, meta: { ...under, ...meta } };
}

/** What one item of a list must look like; undefined for a schema that is no list. */
export function itemOf(schema: z.ZodType): z.ZodType | undefined {
  const { inner } = opened(schema);
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
}

/** A value that an entry holds, the path to it, and what its field says of itself. */
export interface Held {
  field: string;
  value: unknown;
  meta: FieldMeta;
}

/**
 * Every value of every field that an entry holds, those of fields in fields and of lists too.
 * @param schema what has accepted the data
 * @param path the way to the data itself
 */
export function heldBy(schema: z.ZodType, data: unknown, path = ''): Held[] {
  const item = itemOf(schema);
  if (item) return (data as unknown[]).flatMap((one, index) => heldBy(item, one, `${path}[${index}]`));
  return fieldsOf(schema).flatMap(({ name, schema: inner, meta }) => {
    const value = (data as Record<string, unknown>)[name];
    const field = path === '' ? name : `${path}.${name}`;
    return value === undefined ? [] : [{ field, value, meta }, ...heldBy(inner, value, field)];
  });
}

/** The schema at a path into the data that `schema` describes; undefined where it describes nothing there. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((at, part) => at && (itemOf(at) ?? fieldsOf(at).find(({ name }) => name === part)?.schema), schema);
}

/** What a field is and what an editor must know of it, in sentences; empty where it says nothing. */
export function explain({ description = '', hint = '', words }: FieldMeta): string {
  return [description, hint, words === undefined ? '' : `At most ${words} words.`].filter((sentence) => sentence !== '').join(' ');
}

/** `shortName` is “Short name”: how a field is called in forms and questions. */
export function labelOf(name: string): string {
  const words = name.replaceAll(/(?=[A-Z])/gu, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The JSON Schema of data as it is written, without what fields say only to us. */
export function jsonSchemaOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      for (const key of OURS) delete jsonSchema[key];
    },
  });
}
