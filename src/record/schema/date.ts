import { z } from 'astro/zod';

const NOT_A_DAY = 'is not a real date: write YYYY-MM-DD';

/** A day of the calendar, `YYYY-MM-DD`; 2025-02-30 is refused. */
export const day = z.iso.date({ error: NOT_A_DAY });

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u);
const year = z.string().regex(/^\d{4}$/u);

/** A day, or `YYYY-MM` where only the month is known; a month sorts as its first day. */
export const dayOrMonth = z.union([day, month], { error: 'is not a real date: write YYYY-MM-DD, or YYYY-MM where only the month is known' });

/** A day, a month, or `YYYY` where only the year is known. */
export const dayMonthOrYear = z.union([day, month, year], { error: 'is not a real date: write YYYY-MM-DD, YYYY-MM or YYYY' });
