import { z } from 'astro/zod';
import { day, dayOrMonth } from './date.ts';
import { id, ownWords, plainText, webAddress } from './text.ts';

export const LICENCES = ['OPL', 'OGL', 'quotation'] as const;
export const SOURCE_KINDS = ['official-record', 'party', 'press'] as const;

export const fingerprintSchema = z.strictObject({
  covers: z.enum(['whole', 'passage'], { error: 'is not a coverage: choose whole or passage' }).describe('whole: the whole text was read by the machine. passage: only the words around each quote.'),
  checked: day.describe('The day the text was fingerprinted.'),
  runs: z
    .array(z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/u, 'is not base64'))
    .min(1, 'is empty')
    .describe('One string a passage (one only when whole): the hashes of its overlapping five-word runs in order, base64. Made by npm run source:add.'),
});

export const sourceSchema = z.strictObject({
  title: plainText(300).describe('The title as published.'),
  publisher: plainText(100).describe('Who published it.'),
  via: plainText(100).optional().describe('Where the text was read, when that is not the publisher: a copy, a transcription, an agency.'),
  url: webAddress.describe('Where it was read.'),
  published: dayOrMonth.describe('When it was published.'),
  licence: z.enum(LICENCES, { error: `is not a licence: choose ${LICENCES.join(', ')}` }).describe('OPL (Open Parliament Licence), OGL (Open Government Licence), or quotation (copyright; quoted for criticism, review and reporting).'),
  kind: z.enum(SOURCE_KINDS, { error: `is not a kind: choose ${SOURCE_KINDS.join(', ')}` }).describe("official-record, party (the party's own words) or press."),
  notice: z
    .strictObject({
      date: dayOrMonth.describe('The day or month of the notice.'),
      text: ownWords(45).describe('Our words: what a reader of any quote from this source must know.'),
      source: id.optional().describe('Id of the source that reports it, where one is good enough to cite.'),
    })
    .optional()
    .describe('Shown beside every quote from this source, for example when the party has since disowned it.'),
  fingerprint: fingerprintSchema.optional().describe('Enough to test any sentence and the order of its parts, not enough to republish the text.'),
});

/** What was read, as the file in `content/sources/` says. */
export type SourceEntry = z.infer<typeof sourceSchema>;
export type Fingerprint = z.infer<typeof fingerprintSchema>;
export type SourceKind = (typeof SOURCE_KINDS)[number];
