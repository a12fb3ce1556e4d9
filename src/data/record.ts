import { type CollectionEntry, getCollection } from 'astro:content';
import { checkedContent, type FilesBeside } from '../checked-record.ts';
import { buildRecord } from '../domain/build-record.ts';
import { findProblems } from '../domain/integrity.ts';
import type { OnRecord } from '../domain/record.ts';
import { contentFolder, type FileName, fileOf, type FolderName } from '../loaders/collections.ts';
import { hasEntries } from '../loaders/has-entries.ts';
import type { Entries, Entry } from '../schemas/entries.ts';
import { problemReport } from '../schemas/problem.ts';

let record: Promise<OnRecord> | undefined;

/**
 * The record: the only way from the content to the pages. Built once, or taken from the check before a build; in
 * development built again after each change.
 * @throws Error that lists every problem across the files
 */
export function getRecord(): Promise<OnRecord> {
  if (import.meta.env.DEV) return load();
  record ??= checkedContent(contentFolder())?.then((checked) => checked.record) ?? load();
  return record;
}

/**
 * Every content entry as its file says, for the open data.
 * @throws Error in a build that makes the open data beside the pages (`getFilesBeside`), which has no use for them
 */
export function getEntries(): Promise<Entries> {
  if (checkedContent(contentFolder())) throw new Error('In a build that makes the open data beside its pages, their entries stay there.');
  if (import.meta.env.DEV) return readEntries();
  entriesOfBuild ??= readEntries();
  return entriesOfBuild;
}

let entriesOfBuild: Promise<Entries> | undefined;

/** The open data and the feeds, where a build makes them beside the pages; undefined where the pages give them. */
export async function getFilesBeside(): Promise<FilesBeside | undefined> {
  return (await checkedContent(contentFolder()))?.beside;
}

async function load(): Promise<OnRecord> {
  const entries = await getEntries();
  const problems = findProblems(entries);
  if (problems.length > 0) throw new Error(problemReport(problems));
  return buildRecord(entries);
}

async function readEntries(): Promise<Entries> {
  const [parties, topics, positions, speakers, sources, corrections, pages, withdrawn, codings, published] = await Promise.all([
    getCollection('parties'),
    getCollection('topics'),
    getCollection('positions'),
    getCollection('speakers'),
    getCollection('sources'),
    entriesIfAny('corrections'),
    getCollection('pages'),
    entriesIfAny('withdrawn'),
    getCollection('codings'),
    getCollection('published'),
  ]);
  return {
    parties: parties.map(toEntry),
    topics: topics.map(toEntry),
    positions: positions.map(toEntry),
    speakers: speakers.map(toEntry),
    sources: sources.map(toEntry),
    corrections: corrections.map(toEntry),
    pages: pages.map(toEntry),
    withdrawn: withdrawn.map(toEntry),
    codings: codings.map(toEntry),
    published: published.map((entry) => ({ ...toEntry(entry), data: entry.data.value })),
    broken: [],
  };
}

/** A record may have nothing to correct or withdraw. */
async function entriesIfAny<Name extends 'corrections' | 'withdrawn'>(name: Name): Promise<CollectionEntry<Name>[]> {
  return (await hasEntries(name)) ? getCollection(name) : [];
}

function toEntry<Data>(entry: { collection: FolderName | FileName; id: string; data: Data; body?: string }): Entry<Data> {
  return { id: entry.id, file: fileOf(entry.collection, entry.id), data: entry.data, body: entry.body ?? '' };
}
