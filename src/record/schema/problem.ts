import type { z } from 'astro/zod';
import { explain, fieldsOf, schemaAt } from './fields.ts';

/** One thing that is wrong in one file, and how to mend it. */
export interface Problem {
  /** Path from the content folder, with forward slashes, for example `positions/<topic>/<dimension>/<party>.mdx`. */
  file: string;
  /** The field's path, for example `quotes[2].date`; empty when the whole file is meant. */
  field: string;
  /** What is wrong, in plain words. */
  problem: string;
  /** What to do about it. */
  mend: string;
}

/** Content that cannot be used; the message says what is wrong and how to mend it. */
export class ContentError extends Error {
  override name = 'ContentError';
}

/**
 * Turns the issues Zod found in one file into problems an editor can mend.
 * @param file path from the content folder
 * @param data the data that was checked, to tell a missing field from a wrong one
 * @param schema the schema it was checked against; its descriptions become the mend text
 * @param issues Zod's issues (https://zod.dev/error-formatting)
 */
export function problemsFromIssues(file: string, data: unknown, schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsOf(schemaAt(schema, issue.path)).map(({ name }) => name);
      return issue.keys.map((key) => ({
        file,
        field: fieldPath([...issue.path, key]),
        problem: 'is not a field of this file',
        mend: known.length > 0 ? `remove it, or use one of: ${known.join(', ')}` : 'remove it',
      }));
    }
    const missing = issue.code !== 'custom' && valueAt(data, issue.path) === undefined;
    const described = meaningAt(schema, issue.path);
    return [
      {
        file,
        field: fieldPath(issue.path),
        problem: missing ? 'is missing' : plainMessage(issue, valueAt(data, issue.path)),
        mend: described ?? 'compare it with the field table in content/README.md',
      },
    ];
  });
}

/** One problem as one line of text. */
export function problemLine({ file, field, problem, mend }: Problem): string {
  return `${file}: ${field === '' ? '' : `${field}: `}${problem}. To mend: ${mend}`;
}

/** Every problem, one a line, under a heading that counts them. */
export function problemReport(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  const heading = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${files} ${files === 1 ? 'file' : 'files'} of the content:`;
  return [heading, ...problems.map((problem) => `  ${problemLine(problem)}`)].join('\n');
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`), '');
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined), data);
}

function plainMessage(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_type') {
    const article = /^[aeiou]/u.test(issue.expected) ? 'an' : 'a';
    return `is ${kindOf(value)}, not ${EXPECTED[issue.expected] ?? `${article} ${issue.expected}`}`;
  }
  return issue.message;
}

/** Kinds of values whose name in code is not the one in use. */
const EXPECTED: Readonly<Record<string, string>> = { string: 'a text', array: 'a list', object: 'a group of fields', record: 'a group of fields' };

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of fields' : `a ${typeof value}`;
}

/** What the innermost field on the way to a place says of itself, or else the file. */
function meaningAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const steps = path.map((part, index) => fieldsOf(schemaAt(schema, path.slice(0, index))).find(({ name }) => name === part)?.meta);
  return [schema.meta(), ...steps].map((meta) => explain(meta ?? {})).findLast((meaning) => meaning !== '');
}
