import { z } from 'astro/zod';
import { fieldsOf, type FieldMeta } from '../../record/schema/fields.ts';

/** One value of a table. `null` (in CSV an empty cell) means: not so, or not known. */
export type Cell = string | number | boolean | null;

export const text = z.string().min(1);
export const webAddress = z.url();
export const count = z.int().min(0);

/** The place of a column that is a field of the entry. */
const FIELD = 'field';

/** Columns that are fields of the entry: the entry's schema says what they hold. */
export function fields<const Name extends string>(...names: readonly Name[]): Record<Name, typeof FIELD> {
  return Object.fromEntries(names.map((name) => [name, FIELD])) as Record<Name, typeof FIELD>;
}

/** The columns of a table, in their order: what each holds, unless the entry's schema says it. */
type Columns = Readonly<Record<string, z.ZodType<Cell> | typeof FIELD>>;

/** What a row takes from elsewhere than its entry. */
type Own<C extends Columns> = { [Name in keyof C as C[Name] extends z.ZodType ? Name : never]: C[Name] extends z.ZodType<infer Value> ? Value : never };

type Row<C extends Columns> = Own<C> & { [Name in keyof C as C[Name] extends z.ZodType ? never : Name]: Cell };

/** A column that is a field of an entry. */
interface FieldColumn {
  schema: z.ZodType<Cell>;
  /** Where the entry holds it. */
  path: readonly string[];
}

/**
 * A table of the open data.
 * @param title its name for readers
 * @param description what its rows are
 * @param columns every column; a field of the entry that is not named here comes last, so that the columns that are there keep their place
 * @param entry the schema of the entries, if its rows are made of some
 * @throws RangeError when one of `fields` is no column of the entry
 */
export function table<const C extends Columns>(title: string, description: string, columns: C, entry: z.ZodType = z.object({})) {
  const ofEntry = fieldColumns(entry, [], false);
  const named = Object.entries(columns).map(([name, column]) => [name, column === FIELD ? fieldOf(ofEntry, name).schema : column] as const);
  const row = z.strictObject(Object.fromEntries([...named, ...[...ofEntry].filter(([name]) => !(name in columns)).map(([name, { schema }]) => [name, schema] as const)]));
  return {
    title,
    description,
    row,
    /** The row of an entry. Where the entry was joined, what it names stands for its id. */
    rowOf: (data: object, own: Own<C>): Row<C> => {
      const given: Readonly<Record<string, unknown>> = own;
      return Object.fromEntries(Object.keys(row.shape).map((name) => [name, name in given ? given[name] : cellOf(data, fieldOf(ofEntry, name))])) as Row<C>;
    },
  };
}

function fieldOf(fields: ReadonlyMap<string, FieldColumn>, name: string): FieldColumn {
  const field = fields.get(name);
  if (!field) throw new RangeError(`${name} is no column that a field gives`);
  return field;
}

/** The columns that the fields of a schema give, those of groups of fields among them. */
function fieldColumns(entry: z.ZodType, path: readonly string[], maybe: boolean): Map<string, FieldColumn> {
  return new Map(
    fieldsOf(entry).flatMap(({ name, needed, schema, meta }): [string, FieldColumn][] => {
      const to = [...path, name];
      if (meta.column !== undefined) return [[meta.column, { path: to, schema: columnSchema(schema, maybe || !needed, meta) }]];
      return schema instanceof z.ZodObject ? [...fieldColumns(schema, to, maybe || !needed)] : [];
    }),
  );
}

function columnSchema(schema: z.ZodType, maybe: boolean, { description, relation }: FieldMeta): z.ZodType<Cell> {
  const cell = schema instanceof z.ZodLiteral ? z.boolean() : maybe ? cellSchema(schema).nullable() : cellSchema(schema);
  return cell.meta({ description, ...(relation ? { relation } : {}) });
}

/** Limits of length are for those who write an entry. The copy says nothing of itself: the column does. */
function cellSchema(schema: z.ZodType): z.ZodType<Cell> {
  if (schema instanceof z.ZodString) return text;
  if (schema instanceof z.ZodURL) return webAddress;
  return schema instanceof z.ZodNumber ? count : (schema.clone(schema.def) as z.ZodType<Cell>);
}

function cellOf(data: object, { path, schema }: FieldColumn): Cell {
  const value = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], data);
  if (schema instanceof z.ZodBoolean) return value !== undefined;
  return ((value as { id?: string } | undefined)?.id ?? value ?? null) as Cell;
}
