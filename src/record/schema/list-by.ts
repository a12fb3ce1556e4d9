import { z } from 'astro/zod';

/**
 * A file that is one list, each entry of which has a name of its own.
 * @param key the field that holds the name, for example the quote that an entry is about
 * @param name what a name must look like
 * @param entry what else an entry holds
 */
export function listBy<Shape extends z.ZodRawShape>(key: string, name: z.ZodType<string>, entry: z.ZodObject<Shape>) {
  return z.array(z.strictObject({ [key]: name, ...entry.shape })).superRefine((entries, context) => {
    const known = new Set<unknown>();
    for (const [index, { [key]: named }] of (entries as Record<string, unknown>[]).entries()) {
      if (known.has(named)) context.addIssue({ code: 'custom', path: [index, key], message: `is ${String(named)}, which an entry before it names too` });
      known.add(named);
    }
  });
}
