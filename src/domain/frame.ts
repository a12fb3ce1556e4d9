import type { OnRecord, Party } from './record.ts';

/** What every page's frame needs of the record: header, footer and party colours. */
export interface Frame {
  parties: readonly Pick<Party, 'id' | 'name' | 'shortName' | 'abbreviation' | 'colour'>[];
  quotes: number;
  /** Date of the newest thing in the record. */
  asOf: string;
}

/** The frame of a page. */
export function frameOf(record: OnRecord): Frame {
  return { parties: record.parties, quotes: record.quotes.length, asOf: record.asOf };
}
