import { z } from 'astro/zod';
import { day } from './date.ts';
import { id, ownWords, plainText } from './text.ts';

export const correctionSchema = z
  .strictObject({
    date: day.describe('The day the correction was made.'),
    quote: id.optional().describe('Id of the quote concerned.'),
    topic: id.optional().describe('Id of the topic concerned, where it is no single quote.'),
    was: plainText().describe('What the page said.'),
    now: plainText().describe('What it says now.'),
    why: ownWords(60).describe('What was wrong and how it was found, in our words.'),
  })
  .refine((correction) => correction.quote !== undefined || correction.topic !== undefined, {
    path: ['quote'],
    message: 'is missing: a correction names the quote or the topic it concerns',
  });

/** One correction, as its file in `content/corrections/` says. */
export type CorrectionEntry = z.infer<typeof correctionSchema>;
