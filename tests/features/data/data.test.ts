import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { joinRecord } from '../../../src/record/join.ts';
import { readContent } from '../../../src/record/read.ts';
import { csv } from '../../../src/features/data/csv.ts';
import { type DataFile, openData } from '../../../src/features/data/data.ts';
import { dataVersion, entriesFromRecordJson } from '../../../src/record/record-json.ts';
import { DATA_TABLES, type TableName } from '../../../src/features/data/data-rows.ts';
import type { Entries } from '../../../src/record/schema/entries.ts';
import { filesOfEntries } from '../../../src/cli/rebuilt-files.ts';
import { writeFiles } from '../../../src/cli/content-files.ts';
import { entries } from '../../support/edition.ts';
import { temporaryFolder } from '../../support/small-content.ts';

const withChanges: Entries = {
  ...entries,
  corrections: [...entries.corrections, { id: '2026-01-02-invented', file: 'corrections/2026-01-02-invented.yaml', body: '', data: { date: '2026-01-02', topic: entries.topics[0]?.id, was: '=SUM(1,2)', now: 'right', why: 'invented' } }],
  withdrawn: [...entries.withdrawn, { id: 'an-invented-quote', file: 'withdrawn.yaml', body: '', data: { topic: 'topic-one', dimension: 'question-one', party: 'party-a', date: '2026-01-03', reason: 'invented' } }],
};
const textOf = ({ bytes }: DataFile) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const files = new Map(openData(joinRecord(withChanges), withChanges).files.map((file) => [file.path, textOf(file)]));
const TABLES = Object.keys(DATA_TABLES) as TableName[];
type Row = Record<string, string | number | boolean | null> & { id: string };

function text(file: string): string {
  const found = files.get(file);
  if (found === undefined) throw new TypeError(`there is no file ${file}`);
  return found;
}

const rowsOf = (name: TableName) => JSON.parse(text(`${name}.json`)) as Row[];

/** A strict reader of RFC 4180: what a spreadsheet would see. */
function readCsv(content: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/guy;
  const rows: string[][] = [[]];
  let at = 0;
  for (let match = cell.exec(content); match; match = cell.exec(content)) {
    at = cell.lastIndex;
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
    if (at === content.length) break;
  }
  expect(at).toBe(content.length);
  return rows.slice(0, -1);
}

describe.each([...TABLES, 'record'] as const)('%s.json', (name) => {
  test('is as its JSON Schema says, which refuses a field too many', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(text(`schema/${name}.schema.json`)) as object);
    validate(JSON.parse(text(`${name}.json`)));
    expect(validate.errors).toBe(null);
    expect(validate(name === 'record' ? { ...(JSON.parse(text('record.json')) as object), more: 1 } : [{ ...rowsOf(name)[0], more: 1 }])).toBe(false);
  });
});

describe.each(TABLES)('%s.csv', (name) => {
  test('has a byte-order mark, lines that end with CRLF, and the rows of the JSON, sorted by ids of which none stands twice', () => {
    const content = text(`${name}.csv`);
    expect([content.startsWith('\ufeff'), content.endsWith('\r\n')]).toEqual([true, true]);
    const [header = [], ...rows] = readCsv(content.slice(1));
    const json = rowsOf(name);
    expect(header).toEqual(Object.keys(json[0]!));
    const shown = (value: unknown) => (value === null ? '' : String(value)).replace(/^(?=[=+\-@\t\r＝＋－＠])/u, "'");
    expect(rows).toEqual(json.map((row) => header.map((column) => shown(row[column]))));
    const ids = json.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)));
  });
});

describe('CSV', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('%j does not run as a formula', (value) => expect(readCsv(csv(['a'], [{ a: value }]).slice(1))[1]).toEqual([`'${value}`]));

  test.each(['a "quoted" word', 'one, two', 'one\ntwo', 'one\r\ntwo', 'one\rtwo', ' space ', 'Siân £5 …'])('%j comes back the same', (value) => expect(readCsv(csv(['a', 'b'], [{ a: value, b: null }]).slice(1))[1]).toEqual([value, '']));

  test('truth values are words', () => expect(csv(['a', 'b', 'c'], [{ a: true, b: false, c: 0 }])).toBe('\ufeffa,b,c\r\ntrue,false,0\r\n'));
});

test('the tables agree with each other: every quote, gap and party is counted once', () => {
  const quotes = rowsOf('quotes');
  const sum = (name: TableName, column: string) => rowsOf(name).reduce((total, row) => total + Number(row[column]), 0);
  expect(quotes).toHaveLength(entries.positions.flatMap(({ data }) => data.quotes).length);
  for (const name of ['positions', 'topics', 'parties', 'speakers', 'sources', 'coverage'] as const) expect(sum(name, 'quotes'), name).toBe(quotes.length);
  for (const name of ['topics', 'parties'] as const) expect(sum(name, 'gaps'), name).toBe(rowsOf('gaps').length);
  expect(rowsOf('gaps').map(({ id }) => id)).toEqual(
    rowsOf('positions')
      .filter(({ quotes: count }) => count === 0)
      .map(({ id }) => id),
  );
});

test('agreement has every pair once, with no more same than n, and coverage splits its quotes by kind of source', () => {
  const pairs = rowsOf('agreement');
  const parties = rowsOf('parties').map(({ id }) => id);
  expect(pairs).toHaveLength((parties.length * (parties.length - 1)) / 2);
  for (const { id, a, b, same, n } of pairs) {
    expect(id).toBe(`${a}/${b}`);
    expect(Number(same)).toBeLessThanOrEqual(Number(n));
    expect(Number(n)).toBeLessThanOrEqual(rowsOf('dimensions').length);
  }
  for (const { id, quotes, words, official, own, press, newest } of rowsOf('coverage')) {
    expect(Number(official) + Number(own) + Number(press), id).toBe(quotes);
    expect(Number(words) > 0 && newest !== null, id).toBe(Number(quotes) > 0);
  }
});

test('the change log holds the corrections and withdrawals, with their dates', () => {
  expect(rowsOf('changes').map(({ id, date, kind }) => [id, date, kind])).toEqual(
    expect.arrayContaining([
      ['correction/2026-01-02-invented', '2026-01-02', 'correction'],
      ['withdrawal/an-invented-quote', '2026-01-03', 'withdrawal'],
    ]),
  );
});

describe('datapackage.json', () => {
  interface Resource {
    name: TableName;
    path: string;
    bytes: number;
    schema: {
      fields: { name: string; type: string; constraints: { required: boolean; enum?: string[]; pattern?: string } }[];
      primaryKey: string;
      foreignKeys?: { fields: string; reference: { resource: TableName | ''; fields: string } }[];
    };
  }
  const described = JSON.parse(text('datapackage.json')) as { profile: string; name: string; resources: Resource[]; licenses: { path: string }[] };

  test('describes every table', () => {
    expect(described.profile).toBe('tabular-data-package');
    expect(described.name).toMatch(/^[a-z0-9._-]+$/u);
    expect(described.resources.map(({ name }) => name)).toEqual(TABLES);
    expect(described.licenses.length).toBeGreaterThan(0);
  });

  test('names the columns of each file in order, and its length in bytes', () => {
    for (const resource of described.resources) {
      const content = text(resource.path);
      expect(resource.schema.fields.map(({ name }) => name)).toEqual(readCsv(content.slice(1))[0]);
      expect(resource.bytes).toBe(new TextEncoder().encode(content).length);
    }
  });

  test('its types, lists of values and patterns hold for every cell', () => {
    const fits: Record<string, (value: unknown) => boolean> = {
      string: (value) => typeof value === 'string',
      integer: Number.isInteger,
      boolean: (value) => typeof value === 'boolean',
      date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value),
    };
    for (const { name, schema } of described.resources) {
      for (const row of rowsOf(name)) {
        for (const { name: column, type, constraints } of schema.fields) {
          const value = row[column];
          const where = `${name} ${row.id} ${column}`;
          if (value === null) expect(constraints.required, where).toBe(false);
          else {
            expect(fits[type]?.(value), where).toBe(true);
            if (constraints.enum) expect(constraints.enum, where).toContain(value);
            if (constraints.pattern) expect(String(value), where).toMatch(new RegExp(`^(?:${constraints.pattern})$`, 'u'));
          }
        }
      }
    }
  });

  test('its foreign keys point to rows that are there', () => {
    for (const { name, schema } of described.resources) {
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const ids = new Set(rowsOf(reference.resource || name).map(({ id }) => id));
        const lost = rowsOf(name)
          .map((row) => row[fields])
          .filter((value) => value !== null && !ids.has(String(value)));
        expect(lost, `${name}.${fields}`).toEqual([]);
      }
    }
  });
});

describe('record.json', () => {
  const whole = JSON.parse(text('record.json')) as { version: string };

  test('gives the same entries, and so the same record', () => {
    const sorted = (list: readonly { id: string }[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    const again = entriesFromRecordJson(whole);
    for (const name of Object.keys(withChanges) as (keyof Entries)[]) expect(again[name], name).toEqual(name === 'broken' ? [] : sorted(withChanges[name] as { id: string }[]));
    for (const file of openData(joinRecord(again), again).files) expect(textOf(file) === text(file.path), file.path).toBe(true);
  });

  test('the files of one topic are rebuilt from it, and read as the same entries', async () => {
    const topic = entries.topics[0]?.id ?? '';
    const again = entriesFromRecordJson(whole);
    const folder = await temporaryFolder();
    await writeFiles(folder, filesOfEntries({ ...again, topics: again.topics.filter(({ id }) => id === topic), positions: again.positions.filter(({ id }) => id.startsWith(`${topic}/`)) }));
    const { entries: rebuilt, problems } = await readContent(folder);
    expect(problems).toEqual([]);
    expect(rebuilt.topics).toEqual(entries.topics.filter(({ id }) => id === topic));
    expect(rebuilt.positions.length).toBeGreaterThan(4);
    expect(rebuilt.positions).toEqual(entries.positions.filter(({ id }) => id.startsWith(`${topic}/`)));
    for (const name of ['parties', 'speakers', 'sources', 'pages', 'codings', 'published', 'glossary', 'curricula'] as const) expect(rebuilt[name], name).toEqual(entries[name]);
  });

  test('a field that the schema does not know is refused', () => expect(() => entriesFromRecordJson({ ...whole, entries: {} })).toThrow());
});

describe('reproducible', () => {
  const shuffled = Object.fromEntries(Object.entries(withChanges).map(([name, list]) => [name, [...(list as unknown[])].reverse()])) as unknown as Entries;

  test('the order in which the files were read makes no difference to any byte', () => {
    for (const file of openData(joinRecord(shuffled), shuffled).files) expect(textOf(file) === text(file.path), file.path).toBe(true);
  });

  test('the version names the newest date, and changes with one word', () => {
    const version = dataVersion(entries);
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/u);
    const [first, ...rest] = entries.parties;
    if (!first) throw new TypeError('there is no party');
    expect(dataVersion({ ...entries, parties: [{ ...first, data: { ...first.data, name: 'Party A' } }, ...rest] })).not.toBe(version);
  });
});

test('CITATION.cff has what its format needs', () => {
  const citation = parseYaml(text('CITATION.cff')) as Record<string, unknown>;
  expect(citation).toMatchObject({ 'cff-version': '1.2.0', type: 'dataset', license: 'CC-BY-4.0', version: dataVersion(withChanges) });
  expect(citation['date-released']).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  expect(citation['authors']).toHaveLength(1);
  expect(citation['message']).toBeTypeOf('string');
});

test('the licence keeps our words apart from the quoted ones', () => {
  expect(text('LICENCE.txt')).toMatch(/Ours: everything but the quoted words[\s\S]*CC-BY-4\.0[\s\S]*Not ours[\s\S]*Open Parliament Licence v3\.0[\s\S]*Open Government Licence v3\.0/u);
});
