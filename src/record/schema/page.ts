import { z } from 'astro/zod';
import { plainText } from './text.ts';

export const pageSchema = z.strictObject({
  title: plainText(80).describe('Heading of the page.'),
  description: plainText(200).describe('One sentence for search engines and link previews.'),
});

/** One page of prose, as its file in `content/pages/` says. */
export type PageEntry = z.infer<typeof pageSchema>;
