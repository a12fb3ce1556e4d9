import { z } from 'astro/zod';
import { id } from './text.ts';

/**
 * A file that is one list, each entry of which names the quote that it is about.
 * @param entry what else an entry holds
 */
export function listByQuote<Shape extends z.ZodRawShape>(entry: z.ZodObject<Shape>) {
  return z.array(z.strictObject({ quote: id.describe('Id of the quote; each has one entry.'), ...entry.shape })).superRefine((entries, context) => {
    const known = new Set<unknown>();
    for (const [index, { quote }] of (entries as { quote: unknown }[]).entries()) {
      if (known.has(quote)) context.addIssue({ code: 'custom', path: [index, 'quote'], message: `is ${String(quote)}, which an entry before it names too` });
      known.add(quote);
    }
  });
}
