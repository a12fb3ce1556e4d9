import { z } from 'astro/zod';
import type { OnRecord } from '../domain/record.ts';
import { DATA_TABLES, type DataRows, type TableName } from '../schemas/data-rows.ts';
import type { Entries } from '../schemas/entries.ts';
import { recordJsonSchema } from '../schemas/record-json.ts';
import { absolute, path } from '../urls.ts';
import { csv } from './csv.ts';
import { citationCff, licenceText } from './data-notices.ts';
import { dataPackage } from './data-package.ts';
import { dataTables } from './data-tables.ts';
import { newestDay, recordJson } from './record-json.ts';

/** One file of the open data. */
export interface DataFile {
  /** Path below `/data/v1/`. */
  path: string;
  mime: string;
  text: string;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

const TABLE_NAMES = Object.keys(DATA_TABLES) as TableName[];
const JSON_TYPE = 'application/json';

/** Address of a file of the open data. */
export function dataUrl(file: string): string {
  return absolute(path(`/data/v1/${file}`));
}

/**
 * Every file of `/data/v1/`: tables as JSON and CSV, `record.json`, the JSON Schema of each, `datapackage.json`,
 * `CITATION.cff` and `LICENCE.txt`. The same record always gives the same bytes.
 * @param record the whole record
 * @param entries the entries it was built from
 */
export function dataFiles(record: OnRecord, entries: Entries): DataFile[] {
  const files = known.get(record) ?? writeFiles(record, entries);
  known.set(record, files);
  return files;
}

/** The data's page says how large they are, so they are asked for twice. */
const known = new WeakMap<OnRecord, DataFile[]>();

function writeFiles(record: OnRecord, entries: Entries): DataFile[] {
  const rows = dataTables(record);
  const schemas = tableSchemas();
  const columns = forTables((name) => schemas[name].items.properties);
  const csvFiles = forTables((name) => csv(Object.keys(columns[name]), rows[name]));
  const whole = recordJson(entries, schemaUrl('record'));
  const homepage = absolute(path('/data/'));
  return [
    json('record.json', whole, 1),
    json('schema/record.schema.json', recordSchema()),
    ...TABLE_NAMES.flatMap((name) => [json(`${name}.json`, rows[name]), { path: `${name}.csv`, mime: 'text/csv', text: csvFiles[name] }, json(`schema/${name}.schema.json`, schemas[name])]),
    json('datapackage.json', dataPackage(csvFiles, columns, { version: whole.version, homepage })),
    { path: 'CITATION.cff', mime: 'application/yaml', text: citationCff(whole.version, newestDay(entries), homepage) },
    { path: 'LICENCE.txt', mime: 'text/plain', text: licenceText() },
  ];
}

interface TableSchema {
  $schema?: string;
  $id: string;
  title: string;
  description: string;
  type: 'array';
  items: { properties: Record<string, never> };
}

/** The JSON Schema of each table: a list of its rows. */
function tableSchemas(): Record<TableName, TableSchema> {
  return forTables((name) => {
    const { title, description, row } = DATA_TABLES[name];
    const { $schema, ...items } = z.toJSONSchema(row, { io: 'input' });
    return { $schema, $id: schemaUrl(name), title, description, type: 'array', items } as unknown as TableSchema;
  });
}

function recordSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(recordJsonSchema, { io: 'input' });
  return { $schema, $id: schemaUrl('record'), title: 'The record', description: 'Every content entry, enough to rebuild the site.', ...schema } as JsonSchema;
}

function schemaUrl(name: string): string {
  return dataUrl(`schema/${name}.schema.json`);
}

function forTables<Value>(make: (name: TableName) => Value): Record<TableName, Value> {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, make(name)])) as Record<TableName, Value>;
}

function json(file: string, value: object | DataRows[TableName], indent = 2): DataFile {
  return { path: file, mime: JSON_TYPE, text: `${JSON.stringify(value, null, indent)}\n` };
}
