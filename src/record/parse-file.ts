import { CORE_SCHEMA, load, type State, type YAMLException } from 'js-yaml';

/** A file after parsing and before its schema. */
export interface ParsedFile {
  data: unknown;
  body: string;
}

/** A file that could not be parsed; its message is for the editor who wrote it. */
export class FileSyntaxError extends Error {
  override name = 'FileSyntaxError';
  readonly mend: string;
  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

/** A position with twenty long quotes has about 20 kB; a file of a megabyte is a mistake. */
const LARGEST_FILE = 1024 * 1024;

/** For files with an entry a quote, about 100 bytes each: room for more than 100,000 quotes. */
export const LARGEST_LIST = 16 * LARGEST_FILE;

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/** What git leaves in a file that two people have changed. */
const CONFLICT = /^(?:<{7}|>{7}) /mu;

/** Two lines that YAML takes for the begin of a document each. */
const WRAPPED = /^---[ \t]*\r?\n[\s\S]*^---[ \t]*$/mu;

/**
 * Reads one content file.
 * @param bytes the file as it is on disk
 * @param extension `.yaml` (all data) or `.mdx` (front matter, then the body)
 * @param largest how many bytes it may have
 * @throws FileSyntaxError when it is not UTF-8 text, too large, or not well-formed
 */
export function parseFile(bytes: Uint8Array, extension: '.yaml' | '.mdx', largest: number = LARGEST_FILE): ParsedFile {
  if (bytes.length > largest) throw new FileSyntaxError(`has ${bytes.length} bytes; the limit is ${largest}`, 'shorten it; a content file holds quotes and notes, not whole documents');
  const text = decode(bytes);
  if (CONFLICT.test(text)) throw new FileSyntaxError('holds the marks of an unfinished merge (<<<<<<< or >>>>>>>)', 'keep the right one of the two versions, and remove the marks');
  if (extension === '.yaml' && WRAPPED.test(text)) throw new FileSyntaxError('stands between lines ---, as only the fields of an .mdx file do', 'remove both lines ---');
  if (extension === '.yaml') return { data: parseYaml(text), body: '' };
  const front = FRONT_MATTER.exec(text);
  if (!front) throw new FileSyntaxError('has no front matter', 'begin the file with a line --- , then the fields, then a line --- ');
  return { data: parseYaml(front[1] ?? ''), body: text.slice(front[0].length) };
}

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileSyntaxError('is not UTF-8 text', 'save it as UTF-8; pictures and other binary files do not belong in content/');
  }
  if (text.includes('\0')) throw new FileSyntaxError('is a binary file', 'remove it, or save it as plain UTF-8 text');
  return text;
}

function parseYaml(text: string): unknown {
  try {
    // The core schema leaves dates as text.
    return load(text, { schema: CORE_SCHEMA, listener: refuseAnchors });
  } catch (error) {
    if (error instanceof FileSyntaxError) throw error;
    // Two documents in one file have no place, and a thousand brackets in brackets are more than the reader can hold.
    const { mark, reason } = error as Partial<YAMLException>;
    const place = mark ? `line ${mark.line + 1}, column ${mark.column + 1} of its fields: ` : '';
    throw new FileSyntaxError(`is not well-formed YAML (${place}${reason ?? 'it is nested too deeply'})`, 'check the indentation and put quotation marks around text that holds a colon or a #');
  }
}

/** A few lines of aliases of aliases stand for more than fits in memory. */
function refuseAnchors(_: unknown, { anchorMap }: State & { anchorMap?: object }): void {
  for (const name in anchorMap) throw new FileSyntaxError(`uses a YAML alias (&${name} or *${name})`, 'write the value out in each place');
}
