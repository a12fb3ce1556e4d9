import { z } from 'astro/zod';
import { stance } from './stance.ts';
import { ownWords } from './text.ts';

export const codingSchema = z.strictObject({
  first: stance.describe('What the first reader read in the words, without knowing the party.'),
  second: stance.describe('What the second reader read, apart from the first.'),
  basis: z.enum(['words', 'passage'], { error: 'is not a basis: choose words or passage' }).describe('words: read from the quote alone. passage: read from the quote in the words around it.'),
  why: z.array(ownWords(30)).length(2, 'needs one reason a reader').describe('The reason each reader gave.'),
});

/** How two readers coded one quote; its id is the key in `content/codings.yaml`. */
export type CodingEntry = z.infer<typeof codingSchema>;
