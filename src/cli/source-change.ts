import fs from 'node:fs/promises';
import path from 'node:path';
import { FOLDERS } from '../record/collections.ts';
import { damagedPassages, fingerprintText } from '../record/fingerprint.ts';
import { parseFile } from '../record/parse-file.ts';
import { contentFolder, readContent } from '../record/read.ts';
import { fieldsOf, labelOf, explain } from '../record/schema/fields.ts';
import { type Problem, problemsFromIssues } from '../record/schema/problem.ts';
import { type Fingerprint, type SourceEntry, sourceSchema } from '../record/schema/source.ts';
import { id as idSchema } from '../record/schema/text.ts';
import { z } from 'astro/zod';
import { answerTo, type Question, refusedBy } from './asking.ts';
import { inOneFile, newProblems, refuse } from './change.ts';
import { CommandError } from './command.ts';
import type { ContentFile } from './content-files.ts';
import type { Keyboard } from './keyboard.ts';
import type { Facts, ReadSource } from './reading/read.ts';
import { sourceText } from './source-text.ts';

/** A source to add, or to give a new fingerprint. */
export interface SourceAnswers {
  /** The file or address that it was read from, for messages. */
  place: string;
  id: string;
  covers: 'whole' | 'passage';
  checked: string;
  /** What an editor said of it; stands above what the source says of itself. */
  fields: Facts;
}

/** An id by which the record’s sources are called: publisher, day and title; nothing where one of them is not known. */
export function suggestSourceId({ publisher, published, title }: Facts): string | undefined {
  if (!publisher || !published || !title) return undefined;
  const slug = (text: string) =>
    (
      text
        .normalize('NFKD')
        .replaceAll(/[\p{M}'’]/gu, '')
        .toLowerCase()
        .match(/[a-z0-9]+/gu) ?? []
    )
      .slice(0, 8)
      .join('-');
  const id = `${slug(publisher)}-${published}-${slug(title)}`.slice(0, 100).replace(/-$/u, '');
  return idSchema.safeParse(id).success ? id : undefined;
}

/** What a source must have that neither it nor the editor has said, as questions. */
export function missingOf(facts: Facts): Question[] {
  return fieldsOf(sourceSchema).flatMap(({ name, needed, schema, meta }): Question[] => {
    if (!needed || meta.made || facts[name as keyof Facts] !== undefined) return [];
    const message = `${labelOf(name)}: ${explain(meta)}`;
    return [schema instanceof z.ZodEnum ? { name, message, needed, options: () => schema.options.map((value) => ({ value: String(value), label: String(value) })) } : { name, message, needed, wrong: refusedBy(schema) }];
  });
}

/** Asks for what is missing. */
export async function askForFacts(facts: Facts, keyboard: Keyboard): Promise<Facts> {
  const answers: Record<string, unknown> = { ...facts };
  for (const question of missingOf(facts)) answers[question.name] = await answerTo(question, undefined, keyboard);
  return answers as Facts;
}

/**
 * The file of a source with its fingerprint; nothing is written.
 * @throws CommandError that says what is missing or wrong, or which quotes the text refutes
 */
export async function sourceChange({ text, facts }: Pick<ReadSource, 'text' | 'facts'>, { place, id, covers, checked, fields }: SourceAnswers): Promise<{ file: ContentFile; isNew: boolean }> {
  const target = `sources/${id}.yaml`;
  const { entries, problems } = await readContent(contentFolder());
  const broken = problems.filter((problem) => problem.file === target);
  const before = broken.length > 0 ? await withoutFingerprint(target, broken) : entries.sources.find((source) => source.id === id)?.data;
  if (covers === 'passage' && before?.fingerprint?.covers === 'whole')
    throw new CommandError(`${target}: fingerprint: already covers the whole text, so a passage adds nothing. To mend: leave it, or give the whole text again with --covers whole.`);
  const fingerprint: Fingerprint = { covers, checked, runs: runsOf(id, place, text, covers === 'passage' ? before?.fingerprint : undefined) };
  const data = { ...(before ?? facts), ...fields, fingerprint } as SourceEntry;
  const result = FOLDERS.sources.schema.safeParse(data);
  if (!result.success) refuse(problemsFromIssues(target, data, FOLDERS.sources.schema, result.error.issues));
  const sources = [...entries.sources.filter((source) => source.id !== id), { id, file: target, data, body: '' }];
  const made = newProblems(entries, { ...entries, sources, broken: entries.broken.filter((entry) => entry.file !== target) });
  if (made.length > 0) refuse(inOneFile(made, id, place, covers));
  return { file: { file: target, text: await sourceText(target, data) }, isNew: !before };
}

/** A source whose file is refused, as it is without its fingerprint: a new one may be all that it needs. */
async function withoutFingerprint(file: string, problems: readonly Problem[]): Promise<SourceEntry> {
  try {
    const { fingerprint: _, ...rest } = parseFile(await fs.readFile(path.join(contentFolder(), file)), '.yaml').data as SourceEntry;
    return rest;
  } catch {
    return refuse(problems);
  }
}

/** The runs of this text, after those of the passages that are known already and can be read. */
function runsOf(id: string, place: string, text: string, earlier: Fingerprint | undefined): string[] {
  const damaged = earlier ? damagedPassages(earlier) : [];
  try {
    return [...new Set([...(earlier?.runs ?? []).filter((_, index) => !damaged.includes(index)), fingerprintText(id, text)])];
  } catch (error) {
    throw new CommandError(`${place}: cannot be fingerprinted: ${error instanceof Error ? error.message : String(error)}. To mend: give the source's own words, at least a sentence.`);
  }
}
