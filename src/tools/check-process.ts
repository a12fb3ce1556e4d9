import type { CheckedContent } from '../checked-record.ts';
import { buildRecord } from '../domain/build-record.ts';
import { CommandError } from './command.ts';
import { checkContent } from './content-check.ts';

/** What this process sends to the build that started it, once: the content, or the report that refuses it. */
export type CheckAnswer = CheckedContent | { refused: string };

process.send?.(await check(), undefined, undefined, () => process.disconnect());

async function check(): Promise<CheckAnswer> {
  try {
    const entries = await checkContent();
    return { entries, record: buildRecord(entries) };
  } catch (error) {
    if (error instanceof CommandError) return { refused: error.message };
    throw error;
  }
}
