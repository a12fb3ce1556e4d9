import { readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'astro/zod';
import { glob } from 'tinyglobby';
import type { Entries, Entry } from '../schemas/entries.ts';
import { type Problem, problemsFromIssues } from '../schemas/problem.ts';
import { FILES, type FileName, FOLDERS, type FolderName } from './collections.ts';
import { FileSyntaxError, LARGEST_LIST, type ParsedFile, parseFile } from './parse-file.ts';
import { emptyFile, entriesIn } from './single-files.ts';

/** What the content folder holds, and everything that is wrong with single files of it. */
export interface Content {
  entries: Entries;
  problems: Problem[];
}

/** A file of which nothing is left but comments. */
const NOTHING = new Uint8Array();
const MISSING = (file: string): Problem => ({ file, field: '', problem: 'is missing, though there are quotes', mend: 'put it back from the version history' });

/**
 * Reads and checks every file of a content folder, for the tools, the search index and the tests.
 * @param folder path of the content folder
 * @returns the entries that are right, and every problem of those that are not
 * @throws Error when the folder does not exist
 */
export async function readContent(folder: string): Promise<Content> {
  await fs.access(folder).catch(() => {
    throw new Error(`there is no content folder ${folder}`);
  });
  const problems: Problem[] = [];
  const entries: Entries = { parties: [], topics: [], positions: [], speakers: [], sources: [], corrections: [], pages: [], withdrawn: [], codings: [], published: [], broken: [] };
  for (const name of Object.keys(FOLDERS) as FolderName[]) await readFolder(folder, name, entries, problems);
  for (const name of Object.keys(FILES) as FileName[]) await readOneFile(folder, name, entries, problems);
  problems.push(...(await strayFiles(folder)));
  return { entries, problems };
}

async function readFolder(root: string, name: FolderName, entries: Entries, problems: Problem[]): Promise<void> {
  const { folder, extension, schema } = FOLDERS[name];
  const files = await glob(`${folder}/**/*${extension}`, { cwd: root, expandDirectories: false });
  for (const file of files.sort()) {
    const id = file.slice(folder.length + 1, -extension.length);
    // One by one: fifty thousand at once are more than a system lets anyone open, and waiting for each takes twice as long.
    const checked = check(file, readFileSync(path.join(root, file)), extension, schema);
    if ('problems' in checked) {
      problems.push(...checked.problems);
      entries.broken.push({ collection: name, id, file });
    } else {
      (entries[name] as Entry<unknown>[]).push({ id, file, data: checked.data, body: checked.body });
    }
  }
}

async function readOneFile(root: string, name: FileName, entries: Entries, problems: Problem[]): Promise<void> {
  const { file, schema } = FILES[name];
  const bytes = await fs.readFile(path.join(root, file)).catch(() => undefined);
  const checked = bytes || !isNeeded(name, entries) ? check(file, bytes ?? NOTHING, '.yaml', schema, { largest: LARGEST_LIST, empty: emptyFile(name) }) : { problems: [MISSING(file)] };
  if ('problems' in checked) {
    problems.push(...checked.problems);
    entries.broken.push({ collection: name, id: file, file });
  } else (entries[name] as Entry<unknown>[]) = entriesIn(name, checked.data).map((entry) => ({ ...entry, file, body: '' }));
}

/** Only before the first quote can there be no ledger and no codings; later a missing file means that it was lost. */
function isNeeded(name: FileName, { positions }: Entries): boolean {
  return name !== 'withdrawn' && positions.some(({ data }) => data.quotes.length > 0);
}

function check(file: string, bytes: Uint8Array, extension: '.yaml' | '.mdx', schema: z.ZodType, { largest, empty = {} }: { largest?: number; empty?: object } = {}): ParsedFile | { problems: Problem[] } {
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
  const read = [
    ...Object.values(FOLDERS).map(
      ({ folder, extension }) =>
        (file: string) =>
          file.startsWith(`${folder}/`) && file.endsWith(extension),
    ),
    (file: string) => file === 'README.md' || Object.values(FILES).some((one) => one.file === file),
  ];
  return files
    .filter((file) => !read.some((reads) => reads(file)))
    .sort()
    .map((file) => ({ file, field: '', problem: 'is a file that nothing reads', mend: 'move it out of content/, or give it the folder and extension of its collection (see content/README.md)' }));
}
