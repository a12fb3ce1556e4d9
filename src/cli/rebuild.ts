import type { Entries } from '../record/schema/entries.ts';
import { recordJsonSchema } from '../record/schema/record-json.ts';

/**
 * The content entries that a `record.json` holds: enough to build the record, the content folder and the site again.
 * @param json the parsed file
 * @throws ZodError that names every field that is not as the schema says
 */
export function entriesFromRecordJson(json: unknown): Entries {
  return { ...recordJsonSchema.parse(json).entries, broken: [] };
}
