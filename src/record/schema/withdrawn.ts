import { z } from 'astro/zod';
import { day } from './date.ts';
import { id, idOf, ownWords } from './text.ts';

export const withdrawnSchema = z.strictObject({
  topic: idOf('topics').meta({ hint: 'The topic it stood in.', column: 'topic' }),
  dimension: id.describe('The dimension it stood in.'),
  party: idOf('parties').meta({ hint: 'The party it was attributed to.', column: 'party' }),
  date: day.meta({ description: 'The day it was withdrawn.', column: 'date' }),
  reason: ownWords(60).meta({ description: 'Why.', hint: 'In our words.', column: 'reason' }),
});

/** One withdrawn quote; its id is the key in `content/withdrawn.yaml`. */
export type WithdrawnEntry = z.infer<typeof withdrawnSchema>;
