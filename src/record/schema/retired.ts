import { z } from 'astro/zod';
import { day } from './date.ts';
import { ownWords } from './text.ts';

/** That a party or a topic has left the record. Its file stays, so that its id names nothing else for ever. */
export const retiredSchema = z.strictObject({
  date: day.meta({ description: 'The day it left the record.' }),
  reason: ownWords(60).meta({ description: 'Why it left.', hint: 'In our words.' }),
});

/** The field of a party's or topic's file that says so. */
export const retired = retiredSchema.optional().meta({ description: 'Only when it has left the record: the day and the reason, by npm run party:retire or topic:retire.', made: true });
