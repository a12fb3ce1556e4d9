import { z } from 'astro/zod';

const NOT_A_DAY = 'is not a real date: write YYYY-MM-DD';

/** Older than anyone who is quoted: an earlier year is a slip of the hand. */
const EARLIEST = '1900';

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u);
const year = z.string().regex(/^\d{4}$/u);

/** What a date of the record is besides: not too early. How late it may be depends on the other files (`check/dates.ts`). */
function ofTheRecord<Schema extends z.ZodType<string>>(schema: Schema): Schema {
  return schema.refine((date) => date >= EARLIEST, `is before ${EARLIEST}`).meta({ dated: true });
}

/** A day of the calendar, `YYYY-MM-DD`; 2025-02-30 is refused. */
export const day = ofTheRecord(z.iso.date({ error: NOT_A_DAY }));

/** A day, or `YYYY-MM` where only the month is known; a month sorts as its first day. */
export const dayOrMonth = ofTheRecord(z.union([z.iso.date(), month], { error: 'is not a real date: write YYYY-MM-DD, or YYYY-MM where only the month is known' }));

/** A day, a month, or `YYYY` where only the year is known. */
export const dayMonthOrYear = ofTheRecord(z.union([z.iso.date(), month, year], { error: 'is not a real date: write YYYY-MM-DD, YYYY-MM or, in quotation marks, "YYYY"' }));
