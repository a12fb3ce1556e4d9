import { z } from 'astro/zod';
import { day } from './date.ts';
import { idOf, plainText } from './text.ts';

export const articleSchema = z
  .strictObject({
    title: plainText(90).describe('Heading of the article.'),
    standfirst: plainText(240).describe('One or two sentences under the heading: what it tells.'),
    author: plainText(80).describe('Who wrote it, as readers see it.'),
    published: day.describe('The day it was first published.'),
    updated: day.describe('The day on which its words were last held against the record. Newer things are told beside it.'),
    topics: z.array(idOf('topics')).min(1, 'is empty').describe('The topics it is about; their pages link to it.'),
    status: z.enum(['draft', 'published']).describe('A draft is shown by npm run dev alone.'),
  })
  .refine(({ published, updated }) => updated >= published, { path: ['updated'], message: 'is before the day it was published' });

/** One article, as its file in `content/articles/` says; the file's body is its text. */
export type ArticleEntry = z.infer<typeof articleSchema>;
