import { z } from 'astro/zod';
import { day } from './date.ts';
import { idOf, ownWords, plainText } from './text.ts';

/** What of a quote may be corrected besides its words; a wrong speaker or source is another quote: withdraw this one. */
const CORRECTED = ['role', 'capacity', 'date', 'section', 'note'] as const;

export const correctionSchema = z
  .strictObject({
    date: day.meta({ description: 'The day it was made.', column: 'date' }),
    quote: idOf('quotes').optional().meta({ description: 'Id of the quote concerned; it may have been withdrawn.', column: 'quote' }),
    topic: idOf('topics').optional().meta({ description: 'Id of the topic concerned.', hint: 'Where it is no single quote.', column: 'topic' }),
    field: z
      .enum(CORRECTED, { error: `is not a field that is corrected: choose ${CORRECTED.join(', ')}, or leave it out` })
      .optional()
      .meta({ description: 'The field of the quote that it corrects, where that is not its words.', column: 'field' }),
    was: plainText().meta({ description: 'What the page said.', hint: 'Of a quote: letter for letter what was published, or what the correction before it says now.', column: 'was' }),
    now: plainText().meta({ description: 'What it says now.', hint: 'Of a quote: letter for letter.', column: 'now' }),
    why: ownWords(60).meta({ description: 'What was wrong and how it was found.', hint: 'In our words.', column: 'why' }),
  })
  .refine((correction) => correction.quote !== undefined || correction.topic !== undefined, {
    path: ['quote'],
    message: 'is missing: a correction names the quote or the topic it concerns',
  });

/** One correction, as its file in `content/corrections/` says. */
export type CorrectionEntry = z.infer<typeof correctionSchema>;
