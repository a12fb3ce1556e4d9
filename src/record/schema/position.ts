import { z } from 'astro/zod';
import { dayMonthOrYear, dayOrMonth } from './date.ts';
import { id, idOf, ownWords, plainText } from './text.ts';

/** For whom the speaker spoke. A minister speaks for the government; a backbencher in Parliament for themselves. */
export const CAPACITIES = ['party', 'government', 'parliament'] as const;

export const quoteSchema = z.strictObject({
  id: id.meta({ description: 'Permanent id of the quote.', hint: 'Unique in the whole record, for ever; it is the quote’s address.' }),
  text: plainText().meta({ description: 'The words exactly as the source prints them; […] marks a cut, other square brackets an insertion by the source.', column: 'text' }),
  partial: z.literal(true, { error: 'is only ever true; leave it out otherwise' }).optional().meta({ description: 'True when the words are part of a sentence in the source.', column: 'partial' }),
  fit: z.literal('partial', { error: 'is only ever partial; leave it out otherwise' }).optional().describe('"partial" when the words touch the question only in part.'),
  prefix: plainText(200).optional().describe('The words just before a quote of fewer than five words, or of one that begins right after a left-off “not”, for its proof.'),
  suffix: plainText(200).optional().describe('The words just after a quote of fewer than five words, for its proof.'),
  speaker: idOf('speakers').meta({ column: 'speaker' }),
  role: plainText(120).meta({ description: 'The speaker’s role at the date.', hint: 'For example Shadow home secretary.', column: 'role' }),
  capacity: z.enum(CAPACITIES, { error: `is not a capacity: choose ${CAPACITIES.join(', ')}` }).meta({ description: 'For whom they spoke.', column: 'capacity' }),
  date: dayOrMonth.meta({ description: 'When it was said: YYYY-MM-DD, or YYYY-MM where only the month is known.', column: 'date' }),
  source: idOf('sources').meta({ column: 'source' }),
  section: plainText(200).optional().meta({ description: 'Where in the source: a chapter or section, or the column of Hansard, such as Column 1558.', column: 'section' }),
  note: ownWords(45).optional().meta({ description: 'Our words: what a reader needs to weigh it fairly.', column: 'note' }),
  supersedes: idOf('quotes').optional().meta({ description: 'Id of the earlier quote it replaces.', hint: 'One of the same file.', column: 'supersedes' }),
  disowned: z
    .strictObject({
      date: dayOrMonth.meta({ description: 'When the party disowned it.', column: 'disowned' }),
      note: ownWords(45).meta({ description: 'Who said so and where, in our words.', column: 'disowned_note' }),
      source: idOf('sources').optional().meta({ description: 'Id of the source that reports it.' }),
    })
    .optional()
    .describe('Only when the party has since disowned this statement.'),
});

export const reportedSchema = z.strictObject({
  text: ownWords(45).describe('What a source reports without quoting, in our own words.'),
  date: dayMonthOrYear.describe('When it was said or done: YYYY-MM-DD, YYYY-MM or YYYY.'),
  source: idOf('sources'),
});

export const silenceSchema = z.strictObject({
  kind: z.enum(['approached', 'searched'], { error: 'is not a kind of silence: choose approached or searched' }).meta({ description: 'approached: asked, no statement printed. searched: nothing found.', column: 'kind' }),
  asOf: dayOrMonth.meta({ description: 'The day or month this was true.', column: 'as_of' }),
  source: idOf('sources').optional().meta({ description: 'Id of the source that says so.', hint: 'For approached.', column: 'source' }),
  by: plainText(60).optional().meta({ description: 'Who asked.', hint: 'For approached, for example BBC News.', column: 'approached_by' }),
  lookups: z.int('is not a whole number').min(1, 'is below 1').optional().meta({ description: 'How many further look-ups in public pages found nothing.', column: 'lookups' }),
});

export const positionSchema = z
  .strictObject({
    summary: ownWords(25).optional().meta({ description: 'Our neutral words on what the quotes say.', hint: 'Left out where there is no quote.', column: 'summary' }),
    quotes: z.array(quoteSchema).default([]).describe('Every quote of this party on this dimension, in the order in which the source prints them.'),
    reported: z.array(reportedSchema).default([]).describe('What sources report without quoting.'),
    silent: z
      .array(
        z.strictObject({
          source: idOf('sources').meta({ hint: 'One that was read whole.' }),
          note: ownWords(40).optional().describe('Our words: the nearest thing it does say.'),
        }),
      )
      .default([])
      .describe('Sources read whole in which the party says nothing on this question.'),
    silence: silenceSchema.optional().describe('Needed when there is no quote: who was asked or what was read, and when.'),
  })
  .refine((position) => position.quotes.length > 0 || position.silence !== undefined, {
    path: ['silence'],
    message: 'is missing: the position has neither a quote nor a stated silence',
  })
  .refine((position) => position.quotes.length === 0 || position.silence === undefined, {
    path: ['silence'],
    message: 'stands beside quotes: a party that is quoted is not silent',
  })
  .refine((position) => position.quotes.length === 0 || position.summary !== undefined, {
    path: ['summary'],
    message: 'is missing: a position with quotes needs one',
  });

/** One party on one dimension, as its file in `content/positions/<topic>/<dimension>/` says. */
export type PositionEntry = z.infer<typeof positionSchema>;
export type QuoteEntry = z.infer<typeof quoteSchema>;
export type ReportedEntry = z.infer<typeof reportedSchema>;
export type SilenceEntry = z.infer<typeof silenceSchema>;
export type Capacity = (typeof CAPACITIES)[number];
