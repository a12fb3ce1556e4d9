import { z } from 'astro/zod';
import { type Field, fieldsOf } from '../../record/schema/fields.ts';
import { quoteSchema } from '../../record/schema/position.ts';

/** The fields of a quote that are one value each: the options and the questions of `quote:add`. */
export const QUOTE_FIELDS: readonly Field[] = fieldsOf(quoteSchema).filter(({ schema }) => !(schema instanceof z.ZodObject));

/** Where a quote belongs. */
export const PLACE = ['topic', 'dimension', 'party'] as const;

/** What `quote:add` takes besides: the summary of the position, a file with the words around the quote, and the day it is fingerprinted. */
export const BESIDES = ['summary', 'passage', 'checked'] as const;

/** What a quote must be given; an id is suggested where none is. */
export const NEEDED: readonly string[] = [...PLACE, ...QUOTE_FIELDS.filter(({ name, needed }) => needed && name !== 'id').map(({ name }) => name)];

/** What the command line or the questions give, by name; every value still unchecked. */
export type QuoteAnswers = Readonly<Record<string, string | true | undefined>>;

/** What is needed and not given. */
export function missingIn(answers: QuoteAnswers): string[] {
  return NEEDED.filter((name) => String(answers[name] ?? '').trim() === '');
}

/** The one value that a field has where it has any; undefined for a field of many. */
export function onlyValue({ schema }: Field): string | true | undefined {
  return schema instanceof z.ZodLiteral ? (schema.value as string | true) : undefined;
}

/** The values of which a field has one; undefined for a field of many. */
export function choicesIn({ schema }: Field): string[] | undefined {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : undefined;
}
