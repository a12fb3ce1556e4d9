import { z } from 'astro/zod';
import { ownWords, plainText, wordForm } from './text.ts';

export const glossarySchema = z.strictObject({
  forms: z.array(wordForm).min(1, 'is empty').describe('How the word stands in quotes: abolish* is a word with any ending, levy this word alone, Bill this word with its capital.'),
  except: z.array(plainText(60)).default([]).describe('Words that begin like a form and mean something else: universal credit.'),
  meaning: ownWords(30).describe('What it means, in plain words that take no side.'),
});

/** What a hard word means, wherever it stands; the word is the key in `content/glossary.yaml`. */
export type GlossaryEntry = z.infer<typeof glossarySchema>;
