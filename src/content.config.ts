import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { recordFile, recordFiles } from './loaders/record-files.ts';
import { codingSchema } from './schemas/coding.ts';
import { correctionSchema } from './schemas/correction.ts';
import { pageSchema } from './schemas/page.ts';
import { partySchema } from './schemas/party.ts';
import { positionSchema } from './schemas/position.ts';
import { sourceSchema } from './schemas/source.ts';
import { speakerSchema } from './schemas/speaker.ts';
import { topicSchema } from './schemas/topic.ts';
import { withdrawnSchema } from './schemas/withdrawn.ts';

export const collections = {
  parties: defineCollection({ loader: recordFiles('parties'), schema: partySchema }),
  topics: defineCollection({ loader: recordFiles('topics'), schema: topicSchema }),
  positions: defineCollection({ loader: recordFiles('positions'), schema: positionSchema }),
  speakers: defineCollection({ loader: recordFiles('speakers'), schema: speakerSchema }),
  sources: defineCollection({ loader: recordFiles('sources'), schema: sourceSchema }),
  corrections: defineCollection({ loader: recordFiles('corrections'), schema: correctionSchema }),
  pages: defineCollection({ loader: recordFiles('pages'), schema: pageSchema }),
  withdrawn: defineCollection({ loader: recordFile('withdrawn'), schema: withdrawnSchema }),
  codings: defineCollection({ loader: recordFile('codings'), schema: codingSchema }),
  published: defineCollection({ loader: recordFile('published'), schema: z.strictObject({ value: z.string() }) }),
};
