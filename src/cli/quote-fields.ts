import { z } from 'astro/zod';
import { type Field, fieldsOf } from '../record/schema/fields.ts';
import { quoteSchema } from '../record/schema/position.ts';

/** The fields of a quote that are one value each: the options and the questions of `quote:add`. */
export const QUOTE_FIELDS: readonly Field[] = fieldsOf(quoteSchema).filter(({ schema }) => !(schema instanceof z.ZodObject));

/** What a quote's fields are given; every value still unchecked. */
export type QuoteValues = Readonly<Record<string, string | true>>;

/** What the command line or the questions give; every value still unchecked. */
export interface QuoteAnswers {
  topic?: string | undefined;
  dimension?: string | undefined;
  party?: string | undefined;
  summary?: string | undefined;
  /** Path of a file with the words around the quote. */
  passage?: string | undefined;
  /** The day the passage is fingerprinted. */
  checked?: string | undefined;
  quote: QuoteValues;
}

/** The one value that a field has where it has any; undefined for a field of many. */
export function onlyValue({ schema }: Field): string | true | undefined {
  return schema instanceof z.ZodLiteral ? (schema.value as string | true) : undefined;
}
