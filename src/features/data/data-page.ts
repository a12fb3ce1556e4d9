import { firstDay, newestFirst } from '../../record/dates.ts';
import type { OnRecord } from '../../record/record.ts';
import { DATA_TABLES, type DataRows, type TableName } from './data-rows.ts';
import { site } from '../../site/settings.ts';
import { feedUrl, path } from '../../site/urls.ts';
import { type DataFile, dataUrl, type OpenData, topicQuotesFile } from './data.ts';
import { feedsOf } from './feeds.ts';
import type { DatasetFacts } from './dataset-data.ts';

/** A file to download. */
export interface Download {
  name: string;
  link: string;
  bytes: number;
}

/** A table as the data page lists it. */
export interface TableFacts {
  title: string;
  description: string;
  rows: number;
  columns: number;
  csv: Download;
  json: Download;
  schema: Download;
}

/** Everything that the data page says; nothing in it is typed by hand. */
export interface DataPageFacts {
  dataset: DatasetFacts;
  tables: readonly TableFacts[];
  /** The quotes and feeds of each topic as files of their own. */
  topics: readonly { title: string; csv: Download; json: Download; atom: string; feed: string }[];
  /** The files that are no table, each with what it is. */
  others: readonly (Download & { what: string })[];
  /** What was corrected or withdrawn, newest first; additions have a page of their own. */
  changes: DataRows['changes'];
  /** Feeds of more than a topic. */
  feeds: readonly { title: string; atom: string; json: string }[];
}

const TABLE_NAMES = Object.keys(DATA_TABLES) as TableName[];

const OTHERS = [
  ['record.json', 'The whole record, enough to rebuild this site'],
  ['schema/record.schema.json', 'Its JSON Schema'],
  ['datapackage.json', 'Frictionless Data Package: every CSV column with type and meaning'],
  ['CITATION.cff', 'How to cite the data'],
  ['LICENCE.txt', 'Terms of use'],
] as const;

/**
 * What the data page shows.
 * @param record the whole record
 * @param data the open data made of it
 * @throws RangeError when a file that the page names is not among the data
 */
export function dataPageFacts(record: OnRecord, data: OpenData): DataPageFacts {
  const files = new Map(data.files.map((file) => [file.path, file]));
  const fileOf = (name: string): DataFile => {
    const file = files.get(name);
    if (!file) throw new RangeError(`there is no /data/v1/${name}`);
    return file;
  };
  const download = (name: string): Download => ({ name, link: path(`/data/v1/${name}`), bytes: fileOf(name).bytes.length });
  // What they hold is in the table of quotes already.
  const ofTopics = new Set(record.topics.flatMap(({ id }) => [topicQuotesFile(id, 'csv'), topicQuotesFile(id, 'json')]));
  const said = record.quotes.map(({ date }) => firstDay(date)).sort();
  return {
    dataset: {
      version: data.version,
      asOf: record.asOf,
      from: said[0] ?? '',
      until: said.at(-1) ?? '',
      files: [...files.values()].filter((file) => !file.path.startsWith('schema/') && !ofTopics.has(file.path)).map((file) => ({ url: dataUrl(file.path), mime: file.mime })),
    },
    tables: TABLE_NAMES.map((name) => ({
      title: DATA_TABLES[name].title,
      description: DATA_TABLES[name].description,
      rows: data.rows[name].length,
      columns: Object.keys(DATA_TABLES[name].row.shape).length,
      csv: download(`${name}.csv`),
      json: download(`${name}.json`),
      schema: download(`schema/${name}.schema.json`),
    })),
    topics: record.topics.map(({ id, title }) => ({ title, csv: download(topicQuotesFile(id, 'csv')), json: download(topicQuotesFile(id, 'json')), atom: feedUrl(`${id}.xml`), feed: feedUrl(`${id}.json`) })),
    others: OTHERS.map(([name, what]) => ({ ...download(name), what })),
    changes: data.rows.changes.filter(({ kind }) => kind !== 'addition').sort((a, b) => newestFirst(a.date, b.date)),
    feeds: feedsOf(record)
      .filter(({ name }) => !record.topics.some(({ id }) => id === name || name.startsWith(`${id}/`)))
      .map(({ name, title }) => ({ title: feedTitle(title), atom: feedUrl(`${name}.xml`), json: feedUrl(`${name}.json`) })),
  };
}

/** A feed's title without the site's name, which a reader of this page knows. */
function feedTitle(title: string): string {
  const own = title.replace(`${site.name}: `, '');
  return own.charAt(0).toUpperCase() + own.slice(1);
}
