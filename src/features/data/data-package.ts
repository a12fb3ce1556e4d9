import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { DATA_LICENCE, SOURCE_LICENCES } from '../../record/licences.ts';
import { fieldsOf } from '../../record/schema/fields.ts';
import { DATA_TABLES, type TableName } from './data-rows.ts';
import { site } from '../../site/settings.ts';
import { homeAddress } from '../../site/urls.ts';

/** What a JSON Schema says of one column. */
interface ColumnSchema {
  type?: string;
  format?: string;
  enum?: string[];
  description?: string;
  minimum?: number;
  anyOf?: ColumnSchema[];
}

/** What was changed or withdrawn may name what is no longer there. */
const PAST: ReadonlySet<TableName> = new Set(['corrections', 'withdrawn', 'changes']);

/**
 * `datapackage.json`: the CSV files as a tabular data package.
 * Format: https://specs.frictionlessdata.io/tabular-data-package/ (version 1)
 * @param csvFiles the CSV file of each table that is one file
 * @param columns the JSON Schema of each table's columns
 * @param about version of the data and address of its page
 */
export function dataPackage(csvFiles: ReadonlyMap<TableName, Uint8Array>, columns: Readonly<Record<TableName, Record<string, ColumnSchema>>>, { version, homepage }: { version: string; homepage: string }): object {
  return {
    profile: 'tabular-data-package',
    name: 'on-record',
    id: homepage,
    title: `${site.name}: what UK parties say, in their own words`,
    description: `${site.description} Text that a spreadsheet would run as a formula has an apostrophe before it in CSV; the JSON files have it as it is.`,
    homepage,
    version,
    keywords: ['politics', 'United Kingdom', 'political parties', 'quotations'],
    contributors: [{ title: site.name, path: homeAddress, role: 'publisher' }],
    licenses: [
      { name: DATA_LICENCE.id, title: `${DATA_LICENCE.name}, for everything but the quoted words`, path: DATA_LICENCE.url },
      ...Object.values(SOURCE_LICENCES).map(({ name, url }) => ({ title: `${name}, for the words so marked`, path: url })),
    ],
    resources: [...csvFiles].map(([name, bytes]) => resource(name, bytes, columns[name])),
  };
}

function resource(name: TableName, bytes: Uint8Array, columns: Record<string, ColumnSchema>): object {
  const keys = PAST.has(name) ? [] : fieldsOf(DATA_TABLES[name].row).flatMap(({ name: column, meta: { relation } }) => (relation ? [{ fields: column, reference: { resource: relation === name ? '' : relation, fields: 'id' } }] : []));
  return {
    profile: 'tabular-data-resource',
    name,
    title: DATA_TABLES[name].title,
    description: DATA_TABLES[name].description,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${bytesToHex(sha256(bytes))}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, skipInitialSpace: false, header: true },
    schema: { fields: Object.entries(columns).map(([column, schema]) => field(column, schema)), missingValues: [''], primaryKey: 'id', ...(keys.length > 0 ? { foreignKeys: keys } : {}) },
  };
}

/** A day or month is a string with a pattern: Frictionless has no type for either-or. */
function field(name: string, schema: ColumnSchema): object {
  const choices = flat(schema).filter(({ type }) => type !== 'null');
  const one: ColumnSchema = choices.length === 1 ? (choices[0] ?? {}) : {};
  const required = !flat(schema).some(({ type }) => type === 'null');
  const type = one.type === 'string' && one.format === 'date' ? 'date' : (one.type ?? 'string');
  return {
    name,
    type,
    ...(one.format === 'uri' ? { format: 'uri' } : {}),
    ...(schema.description ? { description: schema.description } : {}),
    constraints: {
      required,
      ...(name === 'id' ? { unique: true } : {}),
      ...(one.enum ? { enum: one.enum } : {}),
      ...(one.minimum === undefined ? {} : { minimum: one.minimum }),
      ...(choices.length > 1 ? { pattern: '\\d{4}-\\d{2}(-\\d{2})?' } : {}),
    },
  };
}

function flat(schema: ColumnSchema): ColumnSchema[] {
  return schema.anyOf?.flatMap(flat) ?? [schema];
}
