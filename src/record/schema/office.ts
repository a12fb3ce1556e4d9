import { z } from 'astro/zod';
import { day } from './date.ts';
import { idOf, plainText } from './text.ts';

export const officeHolderSchema = z.strictObject({
  party: idOf('parties').describe('Id of their party; Hansard does not print that of ministers.'),
  offices: z
    .array(
      z
        .strictObject({
          office: plainText(120).describe('As Hansard prints it.'),
          first: day.describe('The first day on which it was seen there.'),
          last: day.describe('The last day on which it was seen there; nothing is taken for known beyond it.'),
        })
        .refine(({ first, last }) => first <= last, { path: ['last'], message: 'lies before the first' }),
    )
    .min(1, 'is empty')
    .describe('The offices in which they were seen, in order of time.'),
});

/** Somebody who held an office, as `content/offices.yaml` says; `npm run propose` adds what it sees. */
export type OfficeHolderEntry = z.infer<typeof officeHolderSchema>;
