import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { dayMonthOrYear, dayOrMonth } from '../../record/schema/date.ts';
import { problemLine, problemsFromIssues } from '../../record/schema/problem.ts';
import { stance } from '../../record/schema/stance.ts';
import { id } from '../../record/schema/text.ts';
import { stanceOf } from '../../record/stance.ts';
import { CommandError } from '../command.ts';

// Only what the import uses is checked here; the files it makes are checked by the content's own schemas.
const text = z.string().min(1);
const topic = z.object({ id, title: text, summary: text, dimensions: z.array(z.object({ id, title: text, question: text })) });
const quote = z.object({
  id,
  topic: id,
  dimension: id,
  party: id,
  text,
  partial: z.boolean().optional(),
  speaker: id,
  role: text,
  capacity: text,
  date: dayOrMonth,
  source: id,
  section: text.optional(),
  summary: text,
  fit: z.literal('partial').optional(),
  caution: text.optional(),
  disowned: z.object({ date: dayOrMonth, note: text, source: id.optional() }).optional(),
});
const gap = z.object({
  topic: id,
  dimension: id,
  party: id,
  note: text.optional(),
  searched: z.int().optional(),
  approached: z.object({ by: text, date: dayOrMonth, source: id }).optional(),
  manifesto2024: z.literal('silent').optional(),
});
const voice = z.object({ topic: id, dimension: id, name: text, role: text, kind: z.enum(['quoted', 'reported']), date: dayMonthOrYear, text, note: text.optional(), context: text.optional(), source: id });
const figure = z.object({ topic: id.optional(), label: text, value: text, as_of: dayMonthOrYear, source: id, note: text.optional() });
const event = z.object({ topic: id, date: dayMonthOrYear, title: text, source: id });
const status = z.object({ topic: id, dimension: id, text, asOf: dayOrMonth, source: z.object({ id, title: text, publisher: text, url: text, date: dayOrMonth, licence: text, kind: text }), note: text.optional() });
const reported = z.object({ topic: id, dimension: id, party: id, sentence: text, date: dayMonthOrYear, source: id });
const reading = z
  .object({ id, stance, first: stance, second: stance, basis: z.enum(['words', 'passage']), why: z.array(text).length(2) })
  .refine((row) => row.stance === stanceOf(row), { path: ['stance'], message: 'is not what both readings say, or unclear where they differ' });

const FORMS = {
  topics: z.array(topic),
  quotes: z.array(quote),
  stances: z.array(reading),
  sources: z.array(z.looseObject({ id, title: text })),
  speakers: z.array(z.looseObject({ id, name: text })),
  gaps: z.array(gap).default([]),
  voices: z.array(voice).default([]),
  figures: z.array(figure).default([]),
  events: z.array(event).default([]),
  reported: z.array(reported).default([]),
  status: z.array(status).default([]),
  contexts: z.record(id, text).default({}),
};

const NEEDED: ReadonlySet<string> = new Set(['topics', 'quotes', 'stances', 'sources', 'speakers']);

/** A record as the gatherers hand it over: one JSON file a kind. */
export type RecordFolder = { [Name in keyof typeof FORMS]: z.infer<(typeof FORMS)[Name]> };
export type RecordQuote = z.infer<typeof quote>;
export type RecordTopic = z.infer<typeof topic>;
export type RecordGap = z.infer<typeof gap>;

/**
 * Reads a folder with topics.json, quotes.json, stances.json, sources.json, speakers.json and, where there are any,
 * gaps.json, voices.json, figures.json, events.json, reported.json, status.json and contexts.json.
 * @throws CommandError that lists every problem of every file
 */
export async function readRecordFolder(folder: string): Promise<RecordFolder> {
  const isFolder = await fs.stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new CommandError(`${folder}: there is no such folder. To mend: name the folder that holds topics.json, quotes.json and the rest.`);
  const problems: string[] = [];
  const read = async (name: keyof RecordFolder): Promise<unknown> => {
    const file = path.join(folder, `${name}.json`);
    const bytes = await fs.readFile(file).catch(() => undefined);
    if (bytes === undefined) {
      if (NEEDED.has(name)) problems.push(`${name}.json: is missing. To mend: put it into the folder; it may be an empty list []`);
      return undefined;
    }
    const json = parseJson(bytes);
    if ('problem' in json) {
      problems.push(`${name}.json: ${json.problem}`);
      return undefined;
    }
    const parsed = FORMS[name].safeParse(json.value);
    if (parsed.success) return parsed.data;
    const issues = problemsFromIssues(`${name}.json`, json.value, FORMS[name], parsed.error.issues);
    problems.push(...issues.map((issue) => problemLine({ ...issue, mend: 'correct it in the record; its README lists the fields' })));
    return undefined;
  };
  const entries = await Promise.all((Object.keys(FORMS) as (keyof RecordFolder)[]).map(async (name) => [name, (await read(name)) ?? FORMS[name].safeParse(undefined).data ?? []] as const));
  const record = Object.fromEntries(entries) as unknown as RecordFolder;
  if (problems.length === 0) problems.push(...misplacedRows(record));
  if (problems.length > 0) throw new CommandError(`${folder} is not a record that can be imported:\n  ${problems.join('\n  ')}`);
  return record;
}

function parseJson(bytes: Uint8Array): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    return { problem: `is not JSON in UTF-8 (${error instanceof Error ? error.message : String(error)}). To mend: correct it, or export it again` };
  }
}

/** Rows of a topic or dimension that topics.json does not hold: they would be lost without a word. */
function misplacedRows(record: RecordFolder): string[] {
  const places = new Set(record.topics.flatMap(({ id: topicId, dimensions }) => [topicId, ...dimensions.map((dimension) => `${topicId}/${dimension.id}`)]));
  const rows = (['quotes', 'gaps', 'voices', 'reported', 'events', 'status'] as const).flatMap((name) => (record[name] as { id?: string; topic: string; dimension?: string }[]).map((row, index) => ({ name, index, row })));
  return rows.flatMap(({ name, index, row }) => {
    const place = row.dimension === undefined ? row.topic : `${row.topic}/${row.dimension}`;
    return places.has(place)
      ? []
      : [problemLine({ file: `${name}.json`, field: row.id ?? `[${index}]`, problem: `belongs to ${place}, which topics.json does not hold`, mend: 'add the topic or dimension to topics.json, or correct the row' })];
  });
}
