import { z } from 'astro/zod';
import { day } from './date.ts';
import { ownWords, plainText, webAddress } from './text.ts';

const source = z.strictObject({
  title: plainText(160).describe('What was read.'),
  url: webAddress.optional().describe('Where it stands.'),
});

export const curriculumSchema = z.strictObject({
  read: day.describe('The day on which the sources were read.'),
  duties: z
    .array(
      z.strictObject({
        schools: plainText(80).describe('Whom it binds.'),
        text: ownWords(60).describe('What it asks for; words of the law in quotation marks.'),
        source,
      }),
    )
    .default([])
    .describe('Duties of balance that the sources state.'),
  open: ownWords(40).optional().describe('What the sources leave open; readers are told to ask their authority.'),
  aims: z
    .array(
      z.strictObject({
        stage: plainText(60).describe('Subject or stage.'),
        text: ownWords(60).describe('The aim; words of the curriculum in quotation marks.'),
        source,
      }),
    )
    .min(1, 'is empty')
    .describe('Aims of the curriculum that a lesson serves.'),
});

/** What a lesson serves in one nation; the nation is the key in `content/curricula.yaml`. */
export type CurriculumEntry = z.infer<typeof curriculumSchema>;
