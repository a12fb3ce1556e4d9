import { z } from 'astro/zod';
import { day } from './date.ts';
import { idOf, ownWords, plainText } from './text.ts';

export const correctionSchema = z
  .strictObject({
    date: day.meta({ description: 'The day it was made.', column: 'date' }),
    quote: idOf('quotes').optional().meta({ description: 'Id of the quote concerned; it may have been withdrawn.', column: 'quote' }),
    topic: idOf('topics').optional().meta({ description: 'Id of the topic concerned.', hint: 'Where it is no single quote.', column: 'topic' }),
    was: plainText().meta({ description: 'What the page said.', column: 'was' }),
    now: plainText().meta({ description: 'What it says now.', column: 'now' }),
    why: ownWords(60).meta({ description: 'What was wrong and how it was found.', hint: 'In our words.', column: 'why' }),
  })
  .refine((correction) => correction.quote !== undefined || correction.topic !== undefined, {
    path: ['quote'],
    message: 'is missing: a correction names the quote or the topic it concerns',
  });

/** One correction, as its file in `content/corrections/` says. */
export type CorrectionEntry = z.infer<typeof correctionSchema>;
