import { z } from 'astro/zod';
import { dayMonthOrYear, dayOrMonth } from './date.ts';
import { retired } from './retired.ts';
import { id, idOf, ownWords, plainText } from './text.ts';

/** The narrow table on a phone has room for no more letters. */
export const LONGEST_SHORT_TITLE = 24;

export const dimensionSchema = z.strictObject({
  id: id.describe('Folder name of its positions; permanent.'),
  title: plainText(60).meta({ description: 'The question in a few words.', hint: 'For headings.', column: 'title' }),
  shortTitle: plainText(LONGEST_SHORT_TITLE).describe('The same for the narrow table on a phone.'),
  question: plainText(200).meta({ description: 'The neutral question that supports and opposes answer.', column: 'question' }),
  keywords: z.array(plainText(40)).max(15, 'has more than 15').optional().describe('Everyday words that readers may type for this question and that its quotes do not use, the likeliest first: the search page lists two.'),
  status: z
    .strictObject({
      text: ownWords(35).meta({ description: 'Where things stand in law or policy, in one plain sentence.', column: 'status' }),
      asOf: dayOrMonth.meta({ description: 'The day or month this was so.', column: 'status_as_of' }),
      source: idOf('sources').meta({ description: 'Id of the source that shows it.', column: 'status_source' }),
    })
    .optional()
    .describe('Where things stand: shown under the question, so that nobody takes for a promise what is already law.'),
});

export const figureSchema = z.strictObject({
  label: plainText(100).describe('What the figure counts.'),
  value: plainText(60).describe('The figure as the source prints it.'),
  date: dayMonthOrYear.meta({ description: 'The day, month or year it holds for.', hint: 'A forecast may lie ahead.', dated: false }),
  source: idOf('sources'),
  note: ownWords(40).optional().describe('Our words, where the figure needs one.'),
});

export const eventSchema = z.strictObject({
  date: dayMonthOrYear.describe('When it happened.'),
  title: ownWords(40).describe('What happened, in our words.'),
  source: idOf('sources'),
});

export const voiceSchema = z.strictObject({
  dimension: id.describe('Id of one of this topic’s dimensions.'),
  name: plainText(80).describe('Person or body; never a party.'),
  role: plainText(120).describe('Their role at the date.'),
  kind: z.enum(['quoted', 'reported'], { error: 'is not a kind: choose quoted or reported' }).describe('quoted: word for word. reported: our words on what a source reports.'),
  text: plainText().describe('The words exactly as printed when quoted; our own words when reported.'),
  partial: z.literal(true, { error: 'is only ever true; leave it out otherwise' }).optional().describe('True when the words are part of a sentence in the source.'),
  date: dayMonthOrYear.describe('When it was said.'),
  source: idOf('sources'),
  note: ownWords(40).optional().describe('Our words, shown beside it.'),
  prefix: plainText(200).optional().describe('The words just before a quotation of fewer than five words, for its proof.'),
  suffix: plainText(200).optional().describe('The words just after a quotation of fewer than five words, for its proof.'),
});

export const topicSchema = z.strictObject({
  title: plainText(60).meta({ description: 'Its title.', hint: 'The heading of its page.', column: 'title' }),
  shortTitle: plainText(LONGEST_SHORT_TITLE).describe('For navigation.'),
  tagline: plainText(60).describe('Its questions in a few words, for lists of topics.'),
  group: plainText(24).optional().describe('The group in which lists of topics show it, such as Money; the same words for each of its topics.'),
  summary: ownWords(45).meta({ description: 'Our neutral summary.', hint: 'Shown under the heading.', column: 'summary' }),
  keywords: z.array(plainText(40)).default([]).describe('Everyday words that readers may type for it and that the quotes do not use; never shown.'),
  terms: z
    .array(
      z.strictObject({
        term: plainText(60).describe('The hard word or name.'),
        meaning: ownWords(30).describe('What it means, in plain words.'),
      }),
    )
    .default([])
    .describe('Glossary of the terms in the questions and quotes.'),
  dimensions: z
    .array(dimensionSchema)
    .min(1, 'is empty')
    .superRefine((dimensions, context) => {
      for (const [index, { id: own }] of dimensions.entries()) if (dimensions.findIndex((one) => one.id === own) < index) context.addIssue({ code: 'custom', path: [index, 'id'], message: `is ${own}, which a question before it has too` });
    })
    .describe('The questions, in the order shown.'),
  figures: z.array(figureSchema).default([]).describe('Key figures, each with date and source.'),
  events: z.array(eventSchema).default([]).describe('Dated events.'),
  voices: z.array(voiceSchema).default([]).describe('What people and bodies that belong to no party said.'),
  care: ownWords(60).optional().describe('A note for teachers on a topic that touches the lives of pupils; only where it plainly does.'),
  balanceReason: ownWords(60).optional().describe('Why the best-covered party has more than twice the words of the least covered of those quoted, or why a party is not quoted; only where that is so.'),
  retired,
});

/** One topic, as its file in `content/topics/` says; the file's body is its background. */
export type TopicEntry = z.infer<typeof topicSchema>;
export type StatusEntry = NonNullable<z.infer<typeof dimensionSchema>['status']>;
export type FigureEntry = z.infer<typeof figureSchema>;
export type EventEntry = z.infer<typeof eventSchema>;
export type VoiceEntry = z.infer<typeof voiceSchema>;
