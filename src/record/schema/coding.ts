import { z } from 'astro/zod';
import { stance } from './stance.ts';
import { ownWords } from './text.ts';

export const codingSchema = z.strictObject({
  first: stance.meta({ description: 'What the first reader read in the words, without knowing the party.', column: 'first' }),
  second: stance.meta({ description: 'What the second reader read, apart from the first.', column: 'second' }),
  basis: z.enum(['words', 'passage'], { error: 'is not a basis: choose words or passage' }).meta({ description: 'words: from the quote alone. passage: from the words around it.', column: 'basis' }),
  why: z.array(ownWords(30)).length(2, 'needs one reason a reader').describe('The reason each reader gave.'),
});

/** How two readers coded one quote; its id is the key in `content/codings.yaml`. */
export type CodingEntry = z.infer<typeof codingSchema>;
