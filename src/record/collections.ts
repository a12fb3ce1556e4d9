import { z } from 'astro/zod';
import { articleSchema } from './schema/article.ts';
import { codingSchema } from './schema/coding.ts';
import { correctionSchema } from './schema/correction.ts';
import { curriculumSchema } from './schema/curriculum.ts';
import type { Entries } from './schema/entries.ts';
import { glossarySchema } from './schema/glossary.ts';
import { listBy } from './schema/list-by.ts';
import { officeHolderSchema } from './schema/office.ts';
import { pageSchema } from './schema/page.ts';
import { partySchema } from './schema/party.ts';
import { positionSchema } from './schema/position.ts';
import { fingerprintOfWords, publishedSchema } from './schema/published.ts';
import { sourceSchema } from './schema/source.ts';
import { speakerSchema } from './schema/speaker.ts';
import { id, plainText } from './schema/text.ts';
import { topicSchema } from './schema/topic.ts';
import { withdrawnSchema } from './schema/withdrawn.ts';

/** Where a collection's files are and what each must look like. */
export interface FolderCollection {
  folder: string;
  extension: '.yaml' | '.mdx';
  schema: z.ZodType;
}

/** A collection that is one file: a list whose entries name themselves in the field `key`, or texts under ids. */
export interface FileCollection {
  file: string;
  /** What the file must look like. */
  schema: z.ZodType;
  /** What one entry must look like, without its key. */
  entry: z.ZodType;
  key?: string;
}

/** Collections with one file an entry. */
export const FOLDERS = {
  parties: { folder: 'parties', extension: '.yaml', schema: partySchema },
  topics: { folder: 'topics', extension: '.mdx', schema: topicSchema },
  positions: { folder: 'positions', extension: '.mdx', schema: positionSchema },
  speakers: { folder: 'speakers', extension: '.yaml', schema: speakerSchema },
  sources: { folder: 'sources', extension: '.yaml', schema: sourceSchema },
  corrections: { folder: 'corrections', extension: '.yaml', schema: correctionSchema },
  pages: { folder: 'pages', extension: '.mdx', schema: pageSchema },
  articles: { folder: 'articles', extension: '.mdx', schema: articleSchema },
} satisfies Partial<Record<keyof Entries, FolderCollection>>;

const quote = id.describe('Id of the quote; each has one entry.');
const nation = plainText(24).describe('The nation; each has one entry.');
const holder = plainText(100).describe('Their name as Hansard prints it; each has one entry.');
const word = plainText(60).describe('The hard word; each has one entry.');

/** Collections that are one file. */
export const FILES = {
  withdrawn: { file: 'withdrawn.yaml', key: 'quote', entry: withdrawnSchema, schema: listBy('quote', quote, withdrawnSchema) },
  codings: { file: 'codings.yaml', key: 'quote', entry: codingSchema, schema: listBy('quote', quote, codingSchema) },
  published: { file: 'published.yaml', entry: fingerprintOfWords, schema: publishedSchema },
  glossary: { file: 'glossary.yaml', key: 'word', entry: glossarySchema, schema: listBy('word', word, glossarySchema) },
  curricula: { file: 'curricula.yaml', key: 'nation', entry: curriculumSchema, schema: listBy('nation', nation, curriculumSchema) },
  offices: { file: 'offices.yaml', key: 'holder', entry: officeHolderSchema, schema: listBy('holder', holder, officeHolderSchema) },
} satisfies Partial<Record<keyof Entries, FileCollection>>;

export type FolderName = keyof typeof FOLDERS;
export type FileName = keyof typeof FILES;

/** Every collection, and what one entry of it must look like. */
export const ENTRY_SCHEMAS = Object.fromEntries([...Object.entries(FOLDERS).map(([name, { schema }]) => [name, schema]), ...Object.entries(FILES).map(([name, { entry }]) => [name, entry])]) as Readonly<
  Record<FolderName | FileName, z.ZodType>
>;

/** No entry of any collection. */
export function noEntries(): Entries {
  const lists = [...Object.keys(ENTRY_SCHEMAS), 'broken'].map((name) => [name, []]);
  return Object.fromEntries(lists) as unknown as Entries;
}
