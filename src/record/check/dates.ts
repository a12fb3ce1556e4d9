import { ENTRY_SCHEMAS, FILES, type FileName, type FolderName } from '../collections.ts';
import { firstDay } from '../dates.ts';
import type { Entries } from '../schema/entries.ts';
import { heldBy } from '../schema/fields.ts';
import type { Problem } from '../schema/problem.ts';

const DATE_OF_A_QUOTE = /^quotes\[\d+\]\.date$/u;

/**
 * No source was published after it was read, and nothing lies more than a year after the newest day on which any was read.
 * That day is the record's "today": a tool writes it when it takes a fingerprint. The clock is not asked, so what is right
 * today is right on every machine and for ever. A quote is not newer than its source (`check/quotes.ts`), and so not ahead either.
 */
export function nothingLiesAhead(entries: Entries): Problem[] {
  const read = entries.sources.flatMap(({ data: { fingerprint } }) => (fingerprint ? [fingerprint.checked] : [])).sort();
  const today = read.at(-1);
  if (today === undefined) return [];
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const unread = entries.sources.flatMap(({ file, data: { published, fingerprint } }) =>
    fingerprint && firstDay(published) > fingerprint.checked
      ? [{ file, field: 'published', problem: `is ${published}, after the day on which it was read (${fingerprint.checked})`, mend: 'correct the date, or read it again with npm run source:add' }]
      : [],
  );
  const ahead = (Object.keys(ENTRY_SCHEMAS) as (FolderName | FileName)[]).flatMap((name) =>
    entries[name].flatMap(({ id, file, data }) =>
      heldBy(ENTRY_SCHEMAS[name], data, name in FILES ? id : '').flatMap(({ field, value, meta: { dated } }) =>
        dated && typeof value === 'string' && firstDay(value) > nextYear && !DATE_OF_A_QUOTE.test(field) ? [{ file, field, problem: `is ${value}, more than a year after a source was last read (${today})`, mend: 'correct the date' }] : [],
      ),
    ),
  );
  return [...unread, ...ahead.filter(({ file, field }) => !unread.some((one) => one.file === file && one.field === field))];
}
