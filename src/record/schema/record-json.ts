import { z } from 'astro/zod';
import { codingSchema } from './coding.ts';
import { correctionSchema } from './correction.ts';
import { pageSchema } from './page.ts';
import { partySchema } from './party.ts';
import { positionSchema } from './position.ts';
import { sourceSchema } from './source.ts';
import { speakerSchema } from './speaker.ts';
import { topicSchema } from './topic.ts';
import { withdrawnSchema } from './withdrawn.ts';

const list = <Data extends z.ZodType>(data: Data) =>
  z.array(
    z.strictObject({
      id: z.string().describe('The file’s path without folder and extension; for collections of one file, the key.'),
      file: z.string().describe('Path from the content folder.'),
      data,
      body: z.string().describe('The text below the front matter.'),
    }),
  );

/** `record.json`: every content entry as its file says, enough to rebuild the content folder and so the site. */
export const recordJsonSchema = z.strictObject({
  $schema: z.url().optional().describe('Where the JSON Schema of this file stands.'),
  name: z.string(),
  version: z.string().describe('Date of the newest thing in the record, and the start of the SHA-256 of the entries.'),
  licence: z.string().describe('Terms in short; LICENCE.txt beside this file says them whole.'),
  entries: z.strictObject({
    parties: list(partySchema),
    topics: list(topicSchema),
    positions: list(positionSchema),
    speakers: list(speakerSchema),
    sources: list(sourceSchema),
    corrections: list(correctionSchema),
    pages: list(pageSchema),
    withdrawn: list(withdrawnSchema),
    codings: list(codingSchema),
    published: list(z.string().regex(/^[0-9a-f]{16}$/u)),
  }),
});

/** The whole of `record.json` after its schema. */
export type RecordJson = z.infer<typeof recordJsonSchema>;
