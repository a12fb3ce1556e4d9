import { z } from 'astro/zod';
import { dayMonthOrYear, dayOrMonth } from './date.ts';
import { id, ownWords, plainText } from './text.ts';

/** For whom the speaker spoke. A minister speaks for the government; a backbencher in Parliament for themselves. */
export const CAPACITIES = ['party', 'government', 'parliament'] as const;

export const quoteSchema = z.strictObject({
  id: id.describe('Permanent and unique in the whole record; it is the address of the quote.'),
  text: plainText().describe('The words exactly as the source prints them. […] marks a cut; other square brackets are an insertion by the source.'),
  partial: z.literal(true, { error: 'is only ever true; leave it out otherwise' }).optional().describe('True when the words are part of a sentence in the source.'),
  fit: z.literal('partial', { error: 'is only ever partial; leave it out otherwise' }).optional().describe('"partial" when the words touch the question only in part.'),
  prefix: plainText(200).optional().describe('The words just before a quote of fewer than five words, or of one that begins right after a left-off “not”, for its proof (W3C TextQuoteSelector).'),
  suffix: plainText(200).optional().describe('The words just after a quote of fewer than five words, for its proof.'),
  speaker: id.describe('Id of a file in content/speakers/.'),
  role: plainText(120).describe("The speaker's role at the date, for example Shadow home secretary."),
  capacity: z.enum(CAPACITIES, { error: `is not a capacity: choose ${CAPACITIES.join(', ')}` }).describe('For whom they spoke: party, government or parliament.'),
  date: dayOrMonth.describe('When it was said: YYYY-MM-DD, or YYYY-MM where only the month is known.'),
  source: id.describe('Id of a file in content/sources/.'),
  section: plainText(200).optional().describe('Chapter or section of a manifesto or report.'),
  note: ownWords(45).optional().describe('Our words, shown beside the quote: what a reader needs to weigh it fairly.'),
  supersedes: id.optional().describe('Id of an earlier quote of the same party and dimension that this one replaces.'),
  disowned: z
    .strictObject({
      date: dayOrMonth.describe('When the party disowned it.'),
      note: ownWords(45).describe('Our words: who said so and where.'),
      source: id.optional().describe('Id of the source that reports it.'),
    })
    .optional()
    .describe('Only when the party has since disowned this statement.'),
});

export const reportedSchema = z.strictObject({
  text: ownWords(45).describe('What a source reports without quoting, in our own words.'),
  date: dayMonthOrYear.describe('When it was said or done: YYYY-MM-DD, YYYY-MM or YYYY.'),
  source: id.describe('Id of a file in content/sources/.'),
});

export const silenceSchema = z.strictObject({
  kind: z.enum(['approached', 'searched'], { error: 'is not a kind of silence: choose approached or searched' }).describe('approached: the party was asked and no statement was printed. searched: nothing was found.'),
  asOf: dayOrMonth.describe('The day or month this was true.'),
  source: id.optional().describe('For approached: id of the source that says so.'),
  by: plainText(60).optional().describe('For approached: who asked, for example BBC News.'),
  lookups: z.int('is not a whole number').min(1, 'is below 1').optional().describe('How many further look-ups in public pages found nothing.'),
});

export const positionSchema = z
  .strictObject({
    summary: ownWords(25).optional().describe('Our neutral words on what the quotes say, at most 25; left out where there is no quote.'),
    quotes: z.array(quoteSchema).default([]).describe('Every quote of this party on this dimension, in the order in which the source prints them.'),
    reported: z.array(reportedSchema).default([]).describe('What sources report without quoting.'),
    silent: z
      .array(
        z.strictObject({
          source: id.describe('Id of a source that was read whole.'),
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
