import { joinRecord } from '../../src/record/join.ts';
import type { OnRecord } from '../../src/record/record.ts';
import { readContent } from '../../src/record/read.ts';
import type { Entries } from '../../src/record/schema/entries.ts';

/** The real content: its entries, and the record made of them. */
export async function realRecord(): Promise<{ entries: Entries; record: OnRecord }> {
  const { entries } = await readContent('content');
  return { entries, record: joinRecord(entries) };
}
