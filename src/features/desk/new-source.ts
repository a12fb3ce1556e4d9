import { FOLDERS } from '../../record/collections.ts';
import { damagedPassages, fingerprintText } from '../../record/fingerprint.ts';
import type { Entries, Entry } from '../../record/schema/entries.ts';
import { type Field, fieldsOf } from '../../record/schema/fields.ts';
import { problemsFromIssues } from '../../record/schema/problem.ts';
import { type Fingerprint, type SourceEntry, sourceSchema } from '../../record/schema/source.ts';
import { id as idSchema } from '../../record/schema/text.ts';
import { inOneFile, newProblems, refuse, Refusal } from './problems.ts';

/** What can be known of a source from itself. */
export type Facts = Partial<Omit<SourceEntry, 'fingerprint' | 'notice'>>;

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

/** Words as ids are made of, in lower case: "a-b-c". */
export function slugOf(text: string, most = Infinity): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return (plain.match(/[a-z0-9]+/gu) ?? []).slice(0, most).join('-');
}

/** An id by which the record’s sources are called: publisher, day and title; nothing where one of them is not known. */
export function suggestSourceId({ publisher, published, title }: Facts): string | undefined {
  if (!publisher || !published || !title) return undefined;
  const id = `${slugOf(publisher, 8)}-${published}-${slugOf(title, 8)}`.slice(0, 100).replace(/-$/u, '');
  return idSchema.safeParse(id).success ? id : undefined;
}

/** The fields that a source must have and that nobody has said. */
export function missingFacts(facts: Facts): Field[] {
  return fieldsOf(sourceSchema).filter(({ name, needed, meta }) => needed && !meta.made && facts[name as keyof Facts] === undefined);
}

/**
 * A source with its fingerprint.
 * @param before what its file says, if there is one
 * @returns its entry, and the content with it
 * @throws Refusal that says what is missing or wrong, or which quotes the text refutes
 */
export function newSource(entries: Entries, before: SourceEntry | undefined, { text, facts }: { text: string; facts: Facts }, { place, id, covers, checked, fields }: SourceAnswers): { source: Entry<SourceEntry>; after: Entries } {
  const file = `sources/${id}.yaml`;
  if (covers === 'passage' && before?.fingerprint?.covers === 'whole')
    throw new Refusal(`${file}: fingerprint: already covers the whole text, so a passage adds nothing. To mend: leave it, or give the whole text again with --covers whole.`);
  const fingerprint: Fingerprint = { covers, checked, runs: runsOf(id, place, text, covers === 'passage' ? before?.fingerprint : undefined) };
  const data = { ...(before ?? facts), ...fields, fingerprint } as SourceEntry;
  const result = FOLDERS.sources.schema.safeParse(data);
  if (!result.success) refuse(problemsFromIssues(file, data, FOLDERS.sources.schema, result.error.issues));
  const source = { id, file, data, body: '' };
  const after = { ...entries, sources: [...entries.sources.filter((one) => one.id !== id), source], broken: entries.broken.filter((entry) => entry.file !== file) };
  const made = newProblems(entries, after);
  if (made.length > 0) refuse(inOneFile(made, id, place, covers));
  return { source, after };
}

/** The runs of this text, after those of the passages that are known already and can be read. */
function runsOf(id: string, place: string, text: string, earlier: Fingerprint | undefined): string[] {
  const damaged = earlier ? damagedPassages(earlier) : [];
  try {
    return [...new Set([...(earlier?.runs ?? []).filter((_, index) => !damaged.includes(index)), fingerprintText(id, text)])];
  } catch (error) {
    throw new Refusal(`${place}: cannot be fingerprinted: ${error instanceof Error ? error.message : String(error)}. To mend: give the source's own words, at least a sentence.`);
  }
}
