import { z } from 'astro/zod';
import { day } from './date.ts';
import { stance } from './stance.ts';
import { ownWords, plainText } from './text.ts';

export const codingSchema = z.strictObject({
  first: stance.meta({ description: 'What the first reader read in the words, without knowing the party.', column: 'first' }),
  second: stance.meta({ description: 'What the second reader read, apart from the first.', column: 'second' }),
  basis: z.enum(['words', 'passage'], { error: 'is not a basis: choose words or passage' }).meta({ description: 'words: from the quote alone. passage: from the words around it.', column: 'basis' }),
  people: z
    .strictObject({
      first: stance.meta({ description: 'What the first person read.', column: 'people_first' }),
      second: stance.meta({ description: 'What the second person read, apart from the first.', column: 'people_second' }),
      third: stance.optional().meta({ description: 'What a third person read, where the two differ; it settles the stance when one of them read the same.', column: 'people_third' }),
      readers: plainText(160).meta({ description: 'Who they were.', column: 'people_readers' }),
      read: day.meta({ description: 'The day of their reading.', column: 'people_read' }),
      only: z.literal(true, { error: 'is only ever true; leave it out otherwise' }).optional().describe('True when no model has read it: first and second above are theirs too.'),
    })
    .optional()
    .describe('The reading by people, which outranks that of models. Written by npm run coding:read.'),
  why: z.array(ownWords(30)).length(2, 'needs one reason a reader').describe('The reason each reader gave.'),
});

/** How two readers coded one quote; its id is the key in `content/codings.yaml`. */
export type CodingEntry = z.infer<typeof codingSchema>;
