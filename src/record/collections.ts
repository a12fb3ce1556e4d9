import { z } from 'astro/zod';
import { codingSchema } from './schema/coding.ts';
import { correctionSchema } from './schema/correction.ts';
import type { Entries } from './schema/entries.ts';
import { listByQuote } from './schema/list-by-quote.ts';
import { pageSchema } from './schema/page.ts';
import { partySchema } from './schema/party.ts';
import { positionSchema } from './schema/position.ts';
import { publishedSchema } from './schema/published.ts';
import { sourceSchema } from './schema/source.ts';
import { speakerSchema } from './schema/speaker.ts';
import { topicSchema } from './schema/topic.ts';
import { withdrawnSchema } from './schema/withdrawn.ts';

/** Where a collection's files are and what each must look like. */
export interface FolderCollection {
  folder: string;
  extension: '.yaml' | '.mdx';
  schema: z.ZodType;
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
} satisfies Partial<Record<keyof Entries, FolderCollection>>;

/** Collections that are one file. */
export const FILES = {
  withdrawn: { file: 'withdrawn.yaml', schema: listByQuote(withdrawnSchema) },
  codings: { file: 'codings.yaml', schema: listByQuote(codingSchema) },
  published: { file: 'published.yaml', schema: publishedSchema },
} satisfies Partial<Record<keyof Entries, { file: string; schema: z.ZodType }>>;

export type FolderName = keyof typeof FOLDERS;
export type FileName = keyof typeof FILES;

/**
 * The path of an entry's file from the content folder.
 * @param name the entry's collection
 * @param id the entry's id
 */
export function fileOf(name: FolderName | FileName, id: string): string {
  if (name in FILES) return FILES[name as FileName].file;
  const { folder, extension } = FOLDERS[name as FolderName];
  return `${folder}/${id}${extension}`;
}
