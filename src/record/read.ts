import { readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'astro/zod';
import { glob } from 'tinyglobby';
import type { Entries, Entry } from './schema/entries.ts';
import { ContentError, type Problem, problemReport, problemsFromIssues } from './schema/problem.ts';
import { findArticleProblems } from './check/articles.ts';
import { findBodyProblems } from './check/bodies.ts';
import { findProblems } from './check/rules.ts';
import { siteIsWhole } from './check/whole.ts';
import { FILES, type FileName, FOLDERS, type FolderName, noEntries } from './collections.ts';
import { FileSyntaxError, LARGEST_LIST, type ParsedFile, parseFile } from './parse-file.ts';
import { id as idSchema } from './schema/text.ts';
import { emptyFile, entriesIn } from './single-files.ts';

/** What the content folder holds, and everything that is wrong with single files of it. */
export interface Content {
  entries: Entries;
  problems: Problem[];
}

const RIGHT_FOLDER = "call this from the project's folder, or name the folder in CONTENT_DIR";

/** A file of which nothing is left but comments. */
const NOTHING = new Uint8Array();
const MISSING = (file: string): Problem => ({ file, field: '', problem: 'is missing, though there are quotes', mend: 'put it back from the version history' });

/** The content folder: `CONTENT_DIR` in the environment, or `content` in the project. */
export function contentFolder(): string {
  return process.env['CONTENT_DIR'] ?? 'content';
}

/**
 * Reads a content folder in which nothing need be right.
 * @param folder path of the content folder
 * @returns the entries that are right, and every problem: of single files, across files and in bodies
 * @throws ContentError when there is no such folder, or nothing in it
 */
export async function inspectContent(folder: string = contentFolder()): Promise<Content> {
  const { entries, problems } = await readContent(folder);
  if (problems.length === 0 && Object.values(entries).every((list) => list.length === 0)) throw new ContentError(`the content folder ${folder} is empty. To mend: ${RIGHT_FOLDER}, or put the content back from the version history.`);
  const all = [...problems, ...siteIsWhole(entries), ...findProblems(entries), ...(await findBodyProblems(entries)), ...(await findArticleProblems(entries))];
  return { entries, problems: all.sort((a, b) => a.file.localeCompare(b.file) || a.field.localeCompare(b.field)) };
}

/**
 * Reads a content folder in which everything must be right.
 * @param folder path of the content folder
 * @throws ContentError that lists every problem of every file
 */
export async function checkContent(folder: string = contentFolder()): Promise<Entries> {
  const { entries, problems } = await inspectContent(folder);
  if (problems.length > 0) throw new ContentError(problemReport(problems));
  return entries;
}

/**
 * Reads every file of a content folder and checks each by itself.
 * @param folder path of the content folder
 * @returns the entries that are right, and every problem of those that are not
 * @throws ContentError when there is no such folder
 */
export async function readContent(folder: string): Promise<Content> {
  await fs.access(folder).catch(() => {
    throw new ContentError(`there is no content folder ${folder}. To mend: ${RIGHT_FOLDER}.`);
  });
  const problems: Problem[] = [];
  const entries = noEntries();
  for (const name of Object.keys(FOLDERS) as FolderName[]) await readFolder(folder, name, entries, problems);
  for (const name of Object.keys(FILES) as FileName[]) await readOneFile(folder, name, entries, problems);
  problems.push(...(await strayFiles(folder)));
  return { entries, problems };
}

async function readFolder(root: string, name: FolderName, entries: Entries, problems: Problem[]): Promise<void> {
  const { folder, extension, schema } = FOLDERS[name];
  const files = await glob(`${folder}/**/*${extension}`, { cwd: root, expandDirectories: false });
  for (const file of files.sort()) {
    const written = file.slice(folder.length + 1, -extension.length);
    const id = idOfFile(written, name);
    if (id !== written)
      problems.push({ file, field: '', problem: `has a name or a folder that makes no id (lower-case letters, digits and single hyphens)`, mend: `rename it to ${folder}/${id}${extension}, and name it so wherever it is named` });
    // One by one: fifty thousand at once are more than a system lets anyone open, and waiting for each takes twice as long.
    const checked = check(file, () => readFileSync(path.join(root, file)), extension, schema);
    if ('problems' in checked) problems.push(...checked.problems);
    if (id !== written || 'problems' in checked) entries.broken.push({ collection: name, id, file });
    else (entries[name] as Entry<unknown>[]).push({ id, file, data: checked.data, body: checked.body });
  }
}

/** The id that a file should have: for most that is its path, because a file's name is an address. */
function idOfFile(written: string, name: FolderName): string {
  const parts = written.split('/').map((part) => (idSchema.safeParse(part).success ? part : slug(part)));
  return name === 'positions' ? parts.join('/') : (parts.at(-1) ?? '');
}

function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/gu) ?? ['unnamed'];
  return words.join('-').slice(0, 100).replace(/-$/u, '');
}

async function readOneFile(root: string, name: FileName, entries: Entries, problems: Problem[]): Promise<void> {
  const { file, schema } = FILES[name];
  const place = path.join(root, file);
  const isThere = await fs.lstat(place).then(
    () => true,
    () => false,
  );
  const checked = isThere || !isNeeded(name, entries) ? check(file, () => (isThere ? readFileSync(place) : NOTHING), '.yaml', schema, { largest: LARGEST_LIST, empty: emptyFile(name) }) : { problems: [MISSING(file)] };
  if ('problems' in checked) {
    problems.push(...checked.problems);
    entries.broken.push({ collection: name, id: file, file });
  } else (entries[name] as Entry<unknown>[]) = entriesIn(name, checked.data).map((entry) => ({ ...entry, file, body: '' }));
}

/** Only before the first quote can there be no ledger and no codings; later a missing file means that it was lost. */
function isNeeded(name: FileName, { positions }: Entries): boolean {
  return (name === 'published' || name === 'codings') && positions.some(({ data }) => data.quotes.length > 0);
}

function check(file: string, read: () => Uint8Array, extension: '.yaml' | '.mdx', schema: z.ZodType, { largest, empty = {} }: { largest?: number; empty?: object } = {}): ParsedFile | { problems: Problem[] } {
  let bytes: Uint8Array;
  try {
    bytes = read();
  } catch (error) {
    return { problems: [{ file, field: '', problem: `cannot be read (${(error as NodeJS.ErrnoException).code})`, mend: 'make it a file that you may read, or remove it' }] };
  }
  let parsed: ParsedFile;
  try {
    parsed = parseFile(bytes, extension, largest);
  } catch (error) {
    if (!(error instanceof FileSyntaxError)) throw error;
    return { problems: [{ file, field: '', problem: error.message, mend: error.mend }] };
  }
  const result = schema.safeParse(parsed.data ?? empty);
  if (result.success) return { data: result.data, body: parsed.body };
  return { problems: problemsFromIssues(file, parsed.data, schema, result.error.issues) };
}

/** Files that no collection reads: a `.yml` or `.md` would be ignored silently. */
async function strayFiles(root: string): Promise<Problem[]> {
  const files = await glob('**/*', { cwd: root, dot: false });
  const inFolder = (file: string) => Object.values(FOLDERS).some(({ folder, extension }) => file.startsWith(`${folder}/`) && file.endsWith(extension));
  // What the harvest watches is no part of the record.
  const known = new Set(['README.md', 'watch.yaml', ...Object.values(FILES).map(({ file }) => file)]);
  return files
    .filter((file) => !known.has(file) && !inFolder(file))
    .sort()
    .map((file) => ({ file, field: '', problem: 'is a file that nothing reads', mend: 'move it out of content/, or give it the folder and extension of its collection (see content/README.md)' }));
}
