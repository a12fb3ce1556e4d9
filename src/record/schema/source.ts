import { z } from 'astro/zod';
import { day, dayOrMonth } from './date.ts';
import { idOf, ownWords, plainText, webAddress } from './text.ts';

export const LICENCES = ['OPL', 'OGL', 'quotation'] as const;
export const SOURCE_KINDS = ['official-record', 'party', 'press'] as const;

export const fingerprintSchema = z.strictObject({
  covers: z
    .enum(['whole', 'passage'], { error: 'is not a coverage: choose whole or passage' })
    .meta({ description: 'What of it was fingerprinted.', hint: 'whole: the whole text. passage: only the words around each quote.', column: 'fingerprint_covers' }),
  checked: day.meta({ description: 'The day it was fingerprinted.', column: 'fingerprint_checked' }),
  runs: z
    .array(z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/u, 'is not base64'))
    .min(1, 'is empty')
    .describe('One string a passage (one only when whole): the hashes of its overlapping five-word runs in order, base64. Made by npm run source:add.'),
});

export const sourceSchema = z
  .strictObject({
    title: plainText(300).meta({ description: 'The title as published.', column: 'title' }),
    publisher: plainText(100).meta({ description: 'Who published it.', column: 'publisher' }),
    via: plainText(100).optional().meta({ description: 'Where the text was read, when that is not the publisher.', hint: 'A copy, a transcription, an agency.', column: 'via' }),
    url: webAddress.meta({ description: 'Where it was read.', column: 'source_url' }),
    official: z
      .strictObject({
        url: webAddress.meta({ description: 'Parliament’s own page of it.', column: 'official_url' }),
        of: z.enum(['debate', 'day'], { error: 'is not what an official page can be of: choose debate or day' }).meta({ description: 'What that page holds: the debate, or the whole day.', column: 'official_of' }),
      })
      .optional()
      .describe('The official page of what was read elsewhere.'),
    archived: webAddress.optional().meta({ description: 'A copy in a public archive, for when the address is gone.', hint: 'On a host of its own.', column: 'archived_url' }),
    gone: day.optional().meta({ description: 'The day since when the address no longer shows the words.', hint: 'Readers are then led to the archived copy, or told that there is none.', column: 'gone_since' }),
    published: dayOrMonth.meta({ description: 'When it was published.', column: 'published' }),
    licence: z.enum(LICENCES, { error: `is not a licence: choose ${LICENCES.join(', ')}` }).meta({
      description: 'Terms of its words: OPL, OGL or quotation.',
      hint: 'Open Parliament Licence, Open Government Licence, or copyright and quoted for criticism, review and reporting.',
      column: 'licence',
    }),
    kind: z.enum(SOURCE_KINDS, { error: `is not a kind: choose ${SOURCE_KINDS.join(', ')}` }).meta({ description: 'official-record, party (its own words) or press.', column: 'kind' }),
    notice: z
      .strictObject({
        date: dayOrMonth.describe('The day or month of the notice.'),
        text: ownWords(45).meta({ description: 'What a reader of any quote from it must know.', hint: 'In our words.', column: 'notice' }),
        disowned: z
          .literal(true, { error: 'is only ever true; leave it out otherwise' })
          .optional()
          .meta({ description: 'True when the party has since dropped what it says.', hint: 'Its quotes then no longer give the party a stance of today.' }),
        source: idOf('sources').optional().meta({ description: 'Id of the source that reports it.', hint: 'Where one is good enough to cite.' }),
      })
      .optional()
      .describe('Shown beside every quote from this source, for example when the party has since disowned it.'),
    fingerprint: fingerprintSchema.optional().meta({ description: 'Enough to test any sentence and the order of its parts, not enough to republish the text.', made: true }),
  })
  .refine(({ url, archived }) => archived === undefined || !URL.canParse(archived) || !URL.canParse(url) || new URL(archived).host !== new URL(url).host, {
    path: ['archived'],
    message: 'is on the host of the address itself, and would go with it: give a copy of a public archive',
  });

/** What was read, as the file in `content/sources/` says. */
export type SourceEntry = z.infer<typeof sourceSchema>;
export type Fingerprint = z.infer<typeof fingerprintSchema>;
export type SourceKind = (typeof SOURCE_KINDS)[number];
