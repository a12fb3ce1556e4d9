import fs from 'node:fs/promises';
import path from 'node:path';
import { type Facts, missingFacts, newSource, type SourceAnswers } from '../features/desk/new-source.ts';
import { choicesIn } from '../features/desk/quote-fields.ts';
import { refuse } from '../features/desk/problems.ts';
import { sourceWith } from '../features/desk/source-text.ts';
import type { ContentFile } from '../features/desk/yaml.ts';
import { parseFile } from '../record/parse-file.ts';
import { contentFolder, readContent } from '../record/read.ts';
import { explain, labelOf } from '../record/schema/fields.ts';
import type { Problem } from '../record/schema/problem.ts';
import type { SourceEntry } from '../record/schema/source.ts';
import { answerTo, type Question, refusedBy } from './asking.ts';
import type { Keyboard } from './keyboard.ts';
import type { ReadSource } from './reading/read.ts';

/** What a source must have that neither it nor the editor has said, as questions. */
export function missingOf(facts: Facts): Question[] {
  return missingFacts(facts).map((field): Question => {
    const { name, needed, schema, meta } = field;
    const choices = choicesIn(field);
    const message = `${labelOf(name)}: ${explain(meta)}`;
    return choices ? { name, message, needed, options: () => choices.map((value) => ({ value, label: value })) } : { name, message, needed, wrong: refusedBy(schema) };
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
 * @throws Refusal that says what is missing or wrong, or which quotes the text refutes
 */
export async function sourceChange(read: Pick<ReadSource, 'text' | 'facts'>, answers: SourceAnswers): Promise<{ file: ContentFile; isNew: boolean }> {
  const file = `sources/${answers.id}.yaml`;
  const { entries, problems } = await readContent(contentFolder());
  const broken = problems.filter((problem) => problem.file === file);
  const before = broken.length > 0 ? await withoutFingerprint(file, broken) : entries.sources.find((source) => source.id === answers.id)?.data;
  const { source } = newSource(entries, before, read, answers);
  const text = await fs.readFile(path.join(contentFolder(), file), 'utf8').catch(() => undefined);
  return { file: { file, text: sourceWith(text, source.data) }, isNew: !before };
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
