import type { OnRecord, Party } from './record.ts';

/** What stands around every page and comes from the record: the footer's facts and the party colours. */
export interface Shell {
  parties: readonly Pick<Party, 'id' | 'name' | 'shortName' | 'abbreviation' | 'colour'>[];
  quotes: number;
  /** Date of the newest thing in the record. */
  asOf: string;
}

/** The shell of a page. */
export function shellOf(record: OnRecord): Shell {
  return { parties: record.parties, quotes: record.quotes.length, asOf: record.asOf };
}
