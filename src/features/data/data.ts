import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { z } from 'astro/zod';
import type { OnRecord } from '../../record/record.ts';
import { DATA_TABLES, type DataRows, type TableName } from './data-rows.ts';
import type { Entries } from '../../record/schema/entries.ts';
import { jsonSchemaOf } from '../../record/schema/fields.ts';
import { absolute, path } from '../../site/urls.ts';
import { csv } from './csv.ts';
import { citationCff, licenceText } from './data-notices.ts';
import { dataPackage } from './data-package.ts';
import { dataTables } from './data-tables.ts';
import { newestDay } from '../../record/newest-day.ts';
import { dataVersion, recordJson, recordJsonSchema } from '../../record/record-json.ts';

/** One file of the open data. */
export interface DataFile {
  /** Path below `/data/v1/`. */
  path: string;
  mime: string;
  /** UTF-8; kept as bytes because their number, their hash and the file itself are all wanted. */
  bytes: Uint8Array<ArrayBuffer>;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

const TABLE_NAMES = Object.keys(DATA_TABLES) as TableName[];
const JSON_TYPE = 'application/json';

/** Where the open data stands in the site. */
export const DATA_FOLDER = 'data/v1';

/** Address of a file of the open data. */
export function dataUrl(file: string): string {
  return absolute(path(`/${DATA_FOLDER}/${file}`));
}

/** The open data: its rows, and the files that hold them. */
export interface OpenData {
  /** As `dataVersion` gives it. */
  version: string;
  rows: DataRows;
  files: readonly DataFile[];
}

/**
 * The tables as JSON and CSV, the quotes by topic too, `record.json`, the JSON Schema of each, `datapackage.json`,
 * `CITATION.cff` and `LICENCE.txt`. The same record always gives the same bytes.
 * @param record the whole record
 * @param entries the entries it was built from
 */
export function openData(record: OnRecord, entries: Entries): OpenData {
  const data = known.get(record) ?? writeData(record, entries);
  known.set(record, data);
  return data;
}

/** The quotes of one topic: path below `/data/v1/`. */
export function topicQuotesFile(topic: string, extension: 'csv' | 'json'): string {
  return `topics/${topic}.${extension}`;
}

/** The data's page says how large they are, so they are asked for twice. */
const known = new WeakMap<OnRecord, OpenData>();

function writeData(record: OnRecord, entries: Entries): OpenData {
  const rows = dataTables(record);
  const schemas = tableSchemas();
  const columns = forTables((name) => schemas[name].items.properties);
  const table = (name: TableName, place: string, some: DataRows[TableName]): DataFile[] => [json(`${place}.json`, some), file(`${place}.csv`, 'text/csv', csv(Object.keys(columns[name]), some))];
  const tables = new Map(TABLE_NAMES.map((name) => [name, table(name, name, rows[name])]));
  const byTopic = Map.groupBy(rows.quotes, ({ topic }) => topic);
  const version = dataVersion(entries);
  const homepage = absolute(path('/data/'));
  return {
    version,
    rows,
    files: [
      json('record.json', recordJson(entries, schemaUrl('record')), 1),
      json('schema/record.schema.json', recordSchema()),
      ...[...tables.values()].flat(),
      ...record.topics.flatMap(({ id }) => table('quotes', `topics/${id}`, byTopic.get(id) ?? [])),
      ...TABLE_NAMES.map((name) => json(`schema/${name}.schema.json`, schemas[name])),
      json('datapackage.json', dataPackage(new Map([...tables].map(([name, [, csvFile]]) => [name, csvFile?.bytes ?? new Uint8Array()])), columns, { version, homepage })),
      file('CITATION.cff', 'application/yaml', citationCff(version, newestDay(entries), homepage)),
      file('LICENCE.txt', 'text/plain', licenceText()),
    ],
  };
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
    const { $schema, ...items } = jsonSchemaOf(row);
    return { $schema, $id: schemaUrl(name), title, description, type: 'array', items } as unknown as TableSchema;
  });
}

function recordSchema(): JsonSchema {
  const { $schema, ...schema } = jsonSchemaOf(recordJsonSchema);
  return { $schema, $id: schemaUrl('record'), title: 'The record', description: 'Every content entry, enough to rebuild the site.', ...schema } as JsonSchema;
}

function schemaUrl(name: string): string {
  return dataUrl(`schema/${name}.schema.json`);
}

function forTables<Value>(make: (name: TableName) => Value): Record<TableName, Value> {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, make(name)])) as Record<TableName, Value>;
}

function json(place: string, value: object | DataRows[TableName], indent = 2): DataFile {
  return file(place, JSON_TYPE, `${JSON.stringify(value, null, indent)}\n`);
}

function file(place: string, mime: string, text: string): DataFile {
  return { path: place, mime, bytes: utf8ToBytes(text) };
}
